import type { Connection } from '@cenacle/collab/connection'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/**
 * A WebSocket as the rooms see it. Frames for many readers are put into their wire form once and written as they are: nothing of ours is
 * compressed or fragmented, so what `ws` itself writes (pings, the close) falls between two whole frames.
 */
export function webSocketConnection(socket: WebSocket, wire: Duplex): Connection {
  return {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return
      frame.wire ??= toWire(frame.payload)
      wire.write(frame.wire)
    },
    close: (code, reason) => socket.close(code, reason),
    bufferedAmount: () => socket.bufferedAmount,
  }
}

/** One unfragmented, unmasked binary frame (RFC 6455, section 5.2). */
export function toWire(payload: Uint8Array): Uint8Array {
  const { length } = payload
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const wire = Buffer.allocUnsafe(headerLength + length)
  wire[0] = 0x82
  if (length < 126) wire[1] = length
  else if (length < 65_536) {
    wire[1] = 126
    wire.writeUInt16BE(length, 2)
  } else {
    wire[1] = 127
    wire.writeBigUInt64BE(BigInt(length), 2)
  }
  wire.set(payload, headerLength)
  return wire
}
