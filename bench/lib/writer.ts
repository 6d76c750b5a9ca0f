import { randomUUID } from 'node:crypto'
import { encodeAwareness, encodeStep1, encodeUpdate } from '@cenacle/collab/protocol'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** What all writers of a bench have seen, in pairs of one edit and one reader. */
export class Deliveries {
  readonly #sentAt = new Map<number, Float64Array>()
  latencies: number[] = []
  measuring = false
  frames = 0

  sent(client: number, clock: number): void {
    const times = this.#sentAt.get(client) ?? new Float64Array(100_000)
    this.#sentAt.set(client, times)
    times[clock] = performance.now()
  }

  seen(update: Uint8Array): void {
    if (!this.measuring) return
    const now = performance.now()
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, start] of from) {
      const times = this.#sentAt.get(client)
      for (let clock = start; clock < (to.get(client) ?? 0); clock += 1) {
        const at = times?.[clock]
        if (at) this.latencies.push(now - at)
      }
    }
  }
}

/** A writer that types one letter at a time and moves its cursor, with as little work of its own as can be. */
export class Writer {
  readonly #socket: WebSocket
  readonly #doc = new Y.Doc()
  readonly #deliveries: Deliveries
  #clock = 0
  #cursor = 0

  constructor(origin: string, pageId: string, deliveries: Deliveries, mode: 'write' | 'read' = 'write') {
    this.#deliveries = deliveries
    const url = `${origin.replace('http', 'ws')}/collab/${pageId}?saved=1`
    this.#socket = new WebSocket(url, {
      headers: { 'x-person': randomUUID(), 'x-mode': mode },
      origin,
      perMessageDeflate: false,
    })
    this.#socket.on('message', (data: Buffer) => this.#receive(data))
    this.#doc.on('update', (update: Uint8Array) => {
      this.#deliveries.sent(this.#doc.clientID, this.#clock)
      this.#clock += 1
      this.#socket.send(encodeUpdate(update))
    })
  }

  async opened(): Promise<void> {
    await new Promise((resolve, reject) => {
      this.#socket.on('open', resolve)
      this.#socket.on('error', reject)
    })
    this.#socket.send(encodeStep1(new Uint8Array([0])))
  }

  type(): void {
    const text = this.#doc.getText('title')
    text.insert(text.length, 'a')
    this.#cursor += 1
    this.#socket.send(encodeAwareness(this.#state()))
  }

  close(): void {
    this.#socket.terminate()
  }

  #state(): Uint8Array {
    const item = { client: this.#doc.clientID, clock: this.#clock - 1 }
    const position = { type: null, tname: null, item, assoc: 0 }
    const state = { user: { name: 'Personne', color: '#0a5' }, cursor: { anchor: position, head: position } }
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, this.#doc.clientID)
    encoding.writeVarUint(encoder, this.#cursor)
    encoding.writeVarString(encoder, JSON.stringify(state))
    return encoding.toUint8Array(encoder)
  }

  #receive(data: Buffer): void {
    if (data[0] !== 0 || data[1] !== 2) return
    this.#deliveries.frames += 1
    const length = new Uint8Array(data.buffer, data.byteOffset, data.length)
    let at = 2
    while ((length[at] ?? 0) > 127) at += 1
    this.#deliveries.seen(length.subarray(at + 1))
  }
}
