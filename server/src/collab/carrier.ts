import type { Connection, Frame } from '@cenacle/collab/connection'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** Sockets with frames to write when the present task is done. */
let dirty: SocketCarrier[] = []

/**
 * A WebSocket as the rooms see it. Frames for many readers are put into their wire form once; what one task sends to one socket is written
 * in one go, since the write is what costs. Nothing of ours is compressed or fragmented, so what `ws` itself writes (pings, the close) falls
 * between two whole frames.
 */
export class SocketCarrier implements Connection {
  readonly #socket: WebSocket
  readonly #wire: Duplex
  #frames: Uint8Array[] = []

  constructor(socket: WebSocket, wire: Duplex) {
    this.#socket = socket
    this.#wire = wire
  }

  send(frame: Frame): void {
    frame.wire ??= toWire(frame.payload)
    if (this.#frames.push(frame.wire) > 1) return
    if (dirty.push(this) === 1) queueMicrotask(writeAll)
  }

  close(code: number, reason: string): void {
    this.write()
    this.#socket.close(code, reason)
  }

  bufferedAmount(): number {
    return this.#socket.bufferedAmount
  }

  write(): void {
    const frames = this.#frames
    const [first] = frames
    if (!first) return
    this.#frames = []
    if (this.#socket.readyState === this.#socket.OPEN)
      this.#wire.write(frames.length > 1 ? Buffer.concat(frames) : first)
  }
}

function writeAll(): void {
  const carriers = dirty
  dirty = []
  for (const carrier of carriers) carrier.write()
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
