import { HttpLine } from './http-line.ts'

interface Needs {
  pageId: string
  /** What of a page this code knows to handle. */
  schema: string
  /** Asked for each new connection. */
  carrier: () => 'socket' | 'http'
  /** Hears each frame that goes out. */
  onSend: (frame: Uint8Array) => void
}

/** Some proxies neither pass a WebSocket on nor refuse it; the browser would wait for minutes. */
const OPENING_MS = 8_000

/** A WebSocket class for y-websocket that counts what goes out, and takes HTTP where WebSockets do not pass. */
export function linesTo({ pageId, schema, carrier, onSend }: Needs): typeof WebSocket {
  return new Proxy(WebSocket, {
    construct(Socket, [url]: [string]) {
      if (carrier() === 'http') return new HttpLine(`/api/pages/${pageId}/sync`, schema, onSend)
      const socket = new Socket(url)
      const impatience = setTimeout(() => socket.close(), OPENING_MS)
      for (const end of ['open', 'close']) socket.addEventListener(end, () => clearTimeout(impatience))
      const send = socket.send.bind(socket)
      socket.send = (frame) => {
        if (frame instanceof Uint8Array) onSend(frame)
        send(frame)
      }
      return socket
    },
  })
}
