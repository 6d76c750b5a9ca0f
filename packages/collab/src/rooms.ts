import type * as Y from 'yjs'
import type { Bus } from './bus.ts'
import { type Clock, every } from './clock.ts'
import { CLOSE, type Connection, type Visitor } from './connection.ts'
import { GroupCommit } from './group-commit.ts'
import type { Log } from './log-port.ts'
import { type Guard, NotAllowed } from './guard.ts'
import type { Loss } from './losses.ts'
import type { Change } from './page-apply.ts'
import type { PresentPerson } from './presence.ts'
import { noteReader } from './followed.ts'
import { FRAMES_PER_SECOND, Member } from './member.ts'
import { Room, type RoomDeps } from './room.ts'
import { receive, seat } from './room-input.ts'
import { editRoom } from './room-edit.ts'
import { hurry, mayUnload, upkeep } from './upkeep.ts'

export interface RoomsOptions {
  log: Log
  clock: Clock
  bus: Bus
  /** Least time between two commits under load, ms. */
  windowMs?: number
  /** A room that nobody uses is forgotten after this long, ms. */
  idleMs?: number
  /** Messages that one connection may send; five times as many in a burst. */
  framesPerSecond?: number
  newNonce: () => number
  /** What looks at the updates of a person who may only suggest; without it they can write nothing. */
  guardOf?: (personId: string) => Guard
  /** Called when a page has been still for two seconds after an edit of this process, and at least every ten while it is not. */
  onChanged?: (pageId: string, seq: number, doc: Y.Doc) => Promise<void>
  /** Keeps text that a merge took away, for its page; the same may come again, after a crash or from another process. */
  onLost?: (pageId: string, losses: readonly Loss[]) => Promise<void>
  onError?: (error: unknown, pageId?: string) => void
  /** Called when the server sends a connection away, and why. */
  onClosed?: (pageId: string, visitor: Visitor, code: number, reason: string) => void
}

/** A connection in a room, as its carrier sees it. */
export interface Seat {
  receive(frame: Uint8Array): void
  leave(): void
}

const SWEEP_MS = 1_000
const HURRY_MS = 200

/** All the rooms of a process. */
export class Rooms {
  readonly flusher: GroupCommit
  readonly #rooms = new Map<string, Room>()
  readonly #options: Required<RoomsOptions>
  readonly #deps: RoomDeps
  readonly #stopBus: () => void
  readonly #stopTimers: (() => void)[]
  #closing = false

  constructor(options: RoomsOptions) {
    this.#options = {
      windowMs: 20,
      idleMs: 60_000,
      framesPerSecond: FRAMES_PER_SECOND,
      onChanged: async () => {},
      onLost: async () => {},
      guardOf: () => () => {
        throw new NotAllowed('read only', false)
      },
      onError: () => {},
      onClosed: () => {},
      ...options,
    }
    const { log, clock, bus, windowMs, onError, newNonce, guardOf } = this.#options
    this.flusher = new GroupCommit({ log, clock, windowMs, onError: (error) => onError(error) })
    this.#deps = { log, clock, bus, newNonce, guardOf, flusher: this.flusher, onError }
    this.#stopBus = bus.listen({
      committed: (pageId, seq) => this.#rooms.get(pageId)?.heard(seq),
      presence: (pageId, from, update) => this.#hearPresence(pageId, from, update),
      resync: () => {
        for (const room of this.#rooms.values()) room.resync()
      },
    })
    this.#stopTimers = [every(clock, SWEEP_MS, () => this.sweep()), every(clock, HURRY_MS, () => this.#hurry())]
  }

  /** Rooms in memory. */
  get size(): number {
    return this.#rooms.size
  }

  /** Connections in all rooms. */
  get connections(): number {
    return [...this.#rooms.values()].reduce((sum, room) => sum + room.members.size, 0)
  }

  /** Connections in one room that read, or that write. */
  membersOf(pageId: string, mode: Visitor['mode']): number {
    const members = this.#rooms.get(pageId)?.members ?? []
    return [...members].filter(({ visitor }) => visitor.mode === mode).length
  }

  /** Who is in which page, each person once; a page with nobody in it, or with unnamed readers only, is left out. */
  people(): Map<string, PresentPerson[]> {
    const pages = [...this.#rooms.values()].map((room): [string, PresentPerson[]] => {
      const here = [...room.members].map(({ visitor: { personId: id, name, color } }) => ({ id, name, color }))
      const people = new Map([...room.presence.people(), ...here].map((person) => [person.id, person]))
      people.delete('')
      return [room.pageId, [...people.values()]]
    })
    return new Map(pages.filter(([, people]) => people.length > 0))
  }

  /** Somebody asked for a page: what is typed in it is derived sooner for a while, unless it is one of its writers. */
  noteReader(pageId: string, personId: string): void {
    const room = this.#rooms.get(pageId)
    if (room) noteReader(room, personId, this.#deps.clock.now())
  }

  /**
   * Takes a seat. Frames may be handed in at once; they wait until the page is loaded. A page that cannot be read closes with 1011, one that
   * does not exist with 4404.
   */
  join(pageId: string, visitor: Visitor, connection: Connection): Seat {
    const room = this.#open(pageId)
    const member = new Member(
      visitor,
      this.#watched(pageId, visitor, connection),
      this.#deps.clock.now(),
      this.#options.framesPerSecond,
    )
    room.members.add(member)
    if (this.#closing) member.close(CLOSE.restart, 'restart')
    room.loaded.then(
      (found) => this.#seat(room, member, found),
      () => member.close(CLOSE.loadFailed, 'the page could not be read'),
    )
    return { receive: (frame) => receive(room, member, frame), leave: () => room.leave(member) }
  }

  #watched(pageId: string, visitor: Visitor, connection: Connection): Connection {
    return {
      send: (frame) => connection.send(frame),
      bufferedAmount: () => connection.bufferedAmount(),
      close: (code, reason) => {
        this.#options.onClosed(pageId, visitor, code, reason)
        connection.close(code, reason)
      },
    }
  }

  #seat(room: Room, member: Member, found: boolean): void {
    if (!found) return member.close(CLOSE.gone, 'no such page')
    seat(room, member)
  }

  /**
   * Edits a page on the server, as that person; everybody in the room sees it.
   * @returns the page's seq once it is committed, or undefined when there is no such page
   * @throws PageTooLarge, what `change` throws, or the reason why the page could not be read; nothing is changed then
   */
  async edit(pageId: string, personId: string, change: Change): Promise<number | undefined> {
    return this.use(pageId, async (room) => editRoom(room, personId, change))
  }

  /** Reads a page's document, all of it committed. @returns undefined when there is no such page */
  async read<T>(pageId: string, work: (doc: Y.Doc, seq: number) => T): Promise<T | undefined> {
    return this.use(pageId, async (room) => {
      await room.readable()
      return room.document && work(room.document.current(), room.seq)
    })
  }

  /** Keeps a room in memory while `work` needs it. @returns undefined when there is no such page */
  async use<T>(pageId: string, work: (room: Room) => Promise<T>): Promise<T | undefined> {
    const room = this.#open(pageId)
    room.users += 1
    try {
      return (await room.loaded) ? await work(room) : undefined
    } finally {
      room.users -= 1
      if (room.users === 0) room.emptySince = Math.max(room.emptySince, this.#deps.clock.now())
    }
  }

  /** Closes the connections for which `judge` gives a code: rights changed, signed out. @returns how many */
  expel(judge: (pageId: string, visitor: Visitor) => number | undefined): number {
    let expelled = 0
    for (const room of this.#rooms.values()) {
      for (const member of room.members) {
        const code = judge(room.pageId, member.visitor)
        if (code === undefined || member.closed) continue
        member.close(code, 'rights changed')
        room.leave(member)
        expelled += 1
      }
    }
    return expelled
  }

  /** Commits what is there, for at most `limitMs`, then sends everybody away until the restart. */
  async stop(limitMs: number): Promise<void> {
    this.#closing = true
    for (const stop of this.#stopTimers) stop()
    const limit = new Promise<void>((resolve) => this.#deps.clock.after(limitMs, resolve))
    await Promise.race([this.flusher.drained(), limit])
    for (const room of this.#rooms.values()) room.close(CLOSE.restart, 'restart')
    await Promise.race([this.flusher.drained(), limit])
    this.#stopBus()
  }

  /** The promise of loading is what is remembered, so that all who come meanwhile get the same room. */
  #open(pageId: string): Room {
    const known = this.#rooms.get(pageId)
    if (known) return known
    const room = new Room(pageId, this.#deps)
    this.#rooms.set(pageId, room)
    room.loaded.then(
      (found) => found || this.#rooms.delete(pageId),
      (error: unknown) => {
        this.#rooms.delete(pageId)
        this.#options.onError(error, pageId)
      },
    )
    return room
  }

  #hearPresence(pageId: string, from: string, update: Uint8Array): void {
    const room = this.#rooms.get(pageId)
    if (!room) return
    try {
      room.presence.receiveRemote(from, update, this.#deps.clock.now())
      room.presenceChanged()
    } catch (error) {
      this.#options.onError(error, pageId)
    }
  }

  #hurry(): void {
    for (const room of this.#rooms.values()) hurry(room, this.#deps.clock.now(), this.#options)
  }

  /** What is done off the hot path: derived texts, snapshots, letting go of what is quiet. */
  sweep(): void {
    const now = this.#deps.clock.now()
    for (const room of this.#rooms.values()) {
      upkeep(room, now, this.#options)
      if (mayUnload(room, now, this.#options.idleMs)) this.#rooms.delete(room.pageId)
    }
  }
}
