import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { MemoryHub } from '../src/bus.ts'
import type { Connection, Visitor } from '../src/connection.ts'
import { MemoryLog } from '../src/memory-log.ts'
import { MESSAGE_SAVED } from '../src/protocol.ts'
import { Rooms, type RoomsOptions, type Seat } from '../src/rooms.ts'
import { SavedTracker } from '../src/saved-tracker.ts'
import { FakeClock } from './fake-clock.ts'

export const PAGE = 'page-1'

/** One log, one clock, and as many server processes as a test starts. */
export class World {
  readonly clock = new FakeClock()
  readonly hub = new MemoryHub()
  readonly log = new MemoryLog(() => this.clock.now())
  readonly errors: unknown[] = []
  readonly #clients = new Set<Client>()
  #nonce = 0

  constructor() {
    this.log.create(PAGE)
    this.log.onCommit = (pageId, seq) => this.hub.announce(pageId, seq)
  }

  /** Starts a server process. */
  start(name = 'one', options: Partial<RoomsOptions> = {}): Rooms {
    return new Rooms({
      log: this.log,
      clock: this.clock,
      bus: this.hub.bus(name),
      newNonce: () => (this.#nonce += 1),
      onError: (error) => void this.errors.push(error),
      ...options,
    })
  }

  /** A browser as y-websocket drives it, connected to `rooms`. */
  client(rooms: Rooms, personId: string, visitor: Partial<Visitor> = {}): Client {
    const client = new Client(rooms, {
      personId,
      name: personId,
      color: '#06c',
      mode: 'write',
      wantsSaved: true,
      ...visitor,
    })
    this.#clients.add(client)
    return client
  }

  /** Ends the timers of all clients. */
  end(): void {
    for (const client of this.#clients) client.destroy()
  }

  /** A fresh reader's text of the page. */
  async text(rooms: Rooms): Promise<string> {
    const reader = this.client(rooms, 'fresh', { mode: 'read' })
    await this.clock.advance(50)
    const text = reader.text
    reader.leave()
    reader.destroy()
    return text
  }
}

/** The public client's protocol over a pipe without a network: what src/y-websocket.js does, its echo of awareness included. */
export class Client {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly frames: Uint8Array[] = []
  tracker = new SavedTracker()
  synced = false
  closed: { code: number; reason: string } | undefined
  buffered = 0
  readonly #visitor: Visitor
  #seat: Seat | undefined
  #rooms: Rooms

  constructor(rooms: Rooms, visitor: Visitor) {
    this.#rooms = rooms
    this.#visitor = visitor
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.send(0, (encoder) => writeUpdate(encoder, update))
    })
    this.awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
      this.sendAwareness([...added, ...updated, ...removed]),
    )
    this.connect()
  }

  get text(): string {
    return this.doc.getText('title').toJSON()
  }

  isOpen(): boolean {
    return this.closed === undefined
  }

  /** Connects, or connects again after a cut. */
  connect(rooms: Rooms = this.#rooms): void {
    this.leave()
    this.#rooms = rooms
    this.closed = undefined
    this.synced = false
    this.tracker = new SavedTracker()
    const connection: Connection = {
      send: ({ payload }) => {
        if (this.#connection === connection) this.#receive(payload)
      },
      close: (code, reason) => {
        if (this.#connection === connection) this.closed = { code, reason }
      },
      bufferedAmount: () => this.buffered,
    }
    this.#connection = connection
    this.#seat = rooms.join(PAGE, this.#visitor, connection)
    this.send(0, (encoder) => writeSyncStep1(encoder, this.doc))
    if (this.awareness.getLocalState() !== null) this.sendAwareness([this.doc.clientID])
  }

  #connection: Connection | undefined

  /** The link is cut, or the tab is closed. */
  leave(): void {
    this.#seat?.leave()
    this.#seat = undefined
    this.#connection = undefined
  }

  destroy(): void {
    this.leave()
    this.doc.destroy()
  }

  /** Types at a place of the title. */
  type(text: string, at = this.doc.getText('title').length): void {
    this.doc.getText('title').insert(Math.min(at, this.doc.getText('title').length), text)
  }

  send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.sendFrame(encoding.toUint8Array(encoder))
  }

  sendFrame(frame: Uint8Array): void {
    if (!this.#seat || this.closed) return
    this.tracker.sending(frame)
    this.#seat.receive(frame)
  }

  sendAwareness(clients: number[]): void {
    this.send(1, (encoder) => encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, clients)))
  }

  #receive(frame: Uint8Array): void {
    this.frames.push(frame)
    if (frame[0] === MESSAGE_SAVED) return this.tracker.receive(frame)
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === 1) return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    if (readSyncMessage(decoder, encoder, this.doc, this) === 1) this.synced = true
    if (encoding.length(encoder) > 1) this.sendFrame(encoding.toUint8Array(encoder))
  }
}
