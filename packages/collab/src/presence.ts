import * as encoding from 'lib0/encoding'
import { presentState } from './presence-state.ts'
import { Malformed, Reader } from './reader.ts'

/** Peers forget a state after 30 s without news (y-protocols/awareness), and so do we, a little later. */
const FORGET_MS = 40_000
const MAX_ENTRIES = 1_000

interface Present {
  state: string
  clock: number
  seenAt: number
  /** The connection it came by, or the name of another process. */
  source: object | string
}

export interface PresentPerson {
  id: string
  name: string
  color: string
}

/**
 * Who is here. The server owns names, colours and clocks: a clock is the time of the change in ms, so that it also grows when a
 * browser moves from one process to another.
 */
export class Presence {
  readonly #present = new Map<number, Present>()
  readonly #owners = new Map<number, string>()
  #changed = new Map<number, string>()
  #lastClock = 0

  /** Number of clients that are here. */
  get size(): number {
    return this.#present.size
  }

  /** Whether there is news to send. */
  get dirty(): boolean {
    return this.#changed.size > 0
  }

  /** Whether a client is here as somebody else: then it speaks for itself, and nobody hands in its text. */
  isOther(client: number, personId: string): boolean {
    const owner = this.#owners.get(client)
    return owner !== undefined && owner !== personId
  }

  /** Ids of the clients that are here as somebody else. */
  others(personId: string): number[] {
    return [...this.#owners].filter(([, owner]) => owner !== personId).map(([client]) => client)
  }

  /**
   * Takes an awareness update from a browser. Only the entry of its own client counts: y-websocket sends back what it was told of the others.
   * @param own the client id that this connection has shown before
   * @returns the client id of this connection, if it is known now
   * @throws Malformed
   */
  receive(
    source: object,
    own: number | undefined,
    update: Uint8Array,
    person: PresentPerson,
    now: number,
  ): number | undefined {
    const reader = new Reader(update)
    const count = reader.uint()
    if (count > MAX_ENTRIES) throw new Malformed('too many states')
    let mine = own
    for (let i = 0; i < count; i += 1) {
      const client = reader.uint()
      reader.uint()
      const json = reader.block()
      if (mine === undefined && this.#isFree(client, source)) mine = client
      if (client === mine) this.#put(client, new TextDecoder().decode(json), source, person, now)
    }
    if (reader.left > 0) throw new Malformed('bytes after the states')
    return mine
  }

  #isFree(client: number, source: object): boolean {
    const present = this.#present.get(client)
    return present === undefined || present.source === source
  }

  #put(client: number, json: string, source: object, person: PresentPerson, now: number): void {
    const state = presentState(json, person)
    if (state === undefined) throw new Malformed('a state is too large or not a state')
    const known = this.#present.get(client)
    if (known && known.source !== source) return
    this.#owners.set(client, person.id)
    if (state === null) this.#drop(client)
    else this.#set(client, state, source, now)
  }

  #set(client: number, state: string, source: object | string, now: number): void {
    this.#lastClock = Math.max(this.#lastClock + 1, now)
    this.#present.set(client, { state, clock: this.#lastClock, seenAt: now, source })
    this.#changed.set(client, state)
  }

  #drop(client: number): void {
    if (!this.#present.delete(client)) return
    this.#changed.set(client, 'null')
  }

  /** A connection is gone, with the client that it showed. */
  leave(source: object, client: number | undefined): void {
    if (client === undefined) return
    if (this.#present.get(client)?.source === source) this.#drop(client)
    if (!this.#present.has(client)) this.#owners.delete(client)
  }

  /** Takes what another process says about its own clients. @throws Malformed */
  receiveRemote(from: string, update: Uint8Array, now: number): void {
    const reader = new Reader(update)
    const count = reader.uint()
    for (let i = 0; i < count; i += 1) {
      const client = reader.uint()
      reader.uint()
      const json = reader.text()
      const known = this.#present.get(client)
      if (known && typeof known.source === 'object') continue
      if (json === 'null') this.#leaveRemote(client)
      else {
        this.#owners.set(client, ownerOf(json))
        this.#set(client, json, from, now)
      }
    }
  }

  #leaveRemote(client: number): void {
    this.#drop(client)
    this.#owners.delete(client)
  }

  /** The people of all clients that are here, those of other processes too. */
  people(): PresentPerson[] {
    return [...this.#present.values()].map(({ state }) => (JSON.parse(state) as { user: PresentPerson }).user)
  }

  /** Forgets who has been silent for too long. */
  expire(now: number): void {
    for (const [client, { seenAt }] of this.#present) if (now - seenAt > FORGET_MS) this.#leaveRemote(client)
  }

  /** All that is here, for one who joins; undefined when nobody is. */
  all(): Uint8Array | undefined {
    if (this.#present.size === 0) return undefined
    return encodeStates([...this.#present].map(([client, { clock, state }]) => ({ client, clock, state })))
  }

  /** Everything of this process alone, for the others. */
  local(): Uint8Array {
    const own = [...this.#present].filter(([, { source }]) => typeof source === 'object')
    return encodeStates(own.map(([client, { clock, state }]) => ({ client, clock, state })))
  }

  /**
   * The news since the last call.
   * @returns a function that makes the update for a client: what it said itself is left out
   */
  takeNews(): {
    clients: ReadonlySet<number>
    update: (without?: number) => Uint8Array | undefined
    local: Uint8Array | undefined
  } {
    const news = [...this.#changed].map(([client, state]) => {
      const present = this.#present.get(client)
      const clock = present?.clock ?? (this.#lastClock += 1)
      return { client, bytes: encodeState({ client, clock, state }), isRemote: typeof present?.source === 'string' }
    })
    this.#changed = new Map()
    const join = (entries: typeof news) =>
      entries.length > 0 ? joinStates(entries.map(({ bytes }) => bytes)) : undefined
    return {
      clients: new Set(news.map(({ client }) => client)),
      update: (without) => join(without === undefined ? news : news.filter(({ client }) => client !== without)),
      local: join(news.filter(({ isRemote }) => !isRemote)),
    }
  }
}

interface StateEntry {
  client: number
  clock: number
  state: string
}

const encodeStates = (entries: readonly StateEntry[]): Uint8Array => joinStates(entries.map(encodeState))

function encodeState({ client, clock, state }: StateEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}

function joinStates(states: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const state of states) encoding.writeUint8Array(encoder, state)
  return encoding.toUint8Array(encoder)
}

function ownerOf(json: string): string {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || state === null || !('user' in state)) return ''
  const { user } = state
  return typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? user.id : ''
}
