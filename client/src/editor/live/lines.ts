import { HttpLine } from './http-line.ts'

interface Needs {
  pageId: string
  /** Asked for each new connection. */
  carrier: () => 'socket' | 'http'
  /** Hears each frame that goes out. */
  onSend: (frame: Uint8Array) => void
}

/** A WebSocket class for y-websocket that counts what goes out, and takes HTTP where WebSockets do not pass. */
export function linesTo({ pageId, carrier, onSend }: Needs): typeof WebSocket {
  return new Proxy(WebSocket, {
    construct(Socket, [url]: [string]) {
      if (carrier() === 'http') return new HttpLine(`/api/pages/${pageId}/sync`, onSend)
      const socket = new Socket(url)
      const send = socket.send.bind(socket)
      socket.send = (frame) => {
        if (frame instanceof Uint8Array) onSend(frame)
        send(frame)
      }
      return socket
    },
  })
}
