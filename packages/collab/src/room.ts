import { AfterCommit } from './after-commit.ts'
import type { Bus } from './bus.ts'
import type { Clock } from './clock.ts'
import { CLOSE, Frame } from './connection.ts'
import type { Guard } from './guard.ts'
import type { GroupCommit, Pending, PendingOwner } from './group-commit.ts'
import { LogFollower } from './log-follower.ts'
import type { Log, LogRow } from './log-port.ts'
import type { Member } from './member.ts'
import { PageDocument } from './page-document.ts'
import { Presence } from './presence.ts'
import { encodeAwareness, encodeStep2, type SavedState } from './protocol.ts'
import { spreadForeign, spreadPresence, spreadUpdates } from './spread.ts'
import type { ScannedUpdate } from './update-merge.ts'
import { scanUpdate } from './update-scan.ts'

export interface RoomDeps {
  log: Log
  flusher: GroupCommit
  clock: Clock
  bus: Bus
  /** A number that no other update of the page carries. */
  newNonce(): number
  guardOf(personId: string): Guard
  onError(error: unknown, pageId: string): void
}

/** Cursors are gathered for this long, in ms, or half of it when they can ride along with an update. */
const PRESENCE_MS = 100
/** How long an author may wait to hear that a text is saved, in ms, after it is. */
const SAVED_MS = 50

/**
 * One page while somebody is in it. What it shows is committed (or, when the log is silent, said to be unsaved); the bytes that
 * came are the bytes that go out.
 */
export class Room implements PendingOwner {
  readonly pageId: string
  readonly deps: RoomDeps
  readonly members = new Set<Member>()
  readonly presence = new Presence()
  readonly commits = new AfterCommit()
  /** False when there is no such page; rejects when it cannot be read, and then nothing is ever written. */
  readonly loaded: Promise<boolean>
  /** Set once loaded. */
  document: PageDocument | undefined
  snapshotSeq = 0
  /** When this process last committed an edit of its own here, ms; and how far the derived texts are. */
  changedAt = 0
  changed = false
  derivedAt = 0
  /** Tasks that need the room although nobody is in it. */
  users = 0
  emptySince: number
  #late = 0
  readonly #follower: LogFollower
  readonly #bound = new Set<number>()
  #presenceDue = false
  #presenceAt = 0
  #savedDue = false
  #readers: (() => void)[] = []

  constructor(pageId: string, deps: RoomDeps) {
    this.pageId = pageId
    this.deps = deps
    this.emptySince = deps.clock.now()
    this.#follower = new LogFollower({
      since: (seq) => deps.log.since(pageId, seq),
      take: (rows) => this.#takeForeign(rows),
      isCommitting: () => !this.document || (this.pending > 0 && this.#late === 0),
      later: (ms, run) => void deps.clock.after(ms, run),
      onError: (error) => deps.onError(error, pageId),
    })
    this.loaded = this.#load()
  }

  /** All rows up to this one are in the document. */
  get seq(): number {
    return this.#follower.seq
  }

  /** Updates that are not committed yet. */
  get pending(): number {
    return this.commits.pending
  }

  get savedState(): SavedState {
    return this.#late > 0 ? 'unsaved' : 'saved'
  }

  /** Whether nothing would be lost or disturbed if the room were forgotten. */
  get idle(): boolean {
    return (
      this.document !== undefined && this.members.size + this.users + this.pending === 0 && !this.#follower.isReading
    )
  }

  async #load(): Promise<boolean> {
    const page = await this.deps.log.load(this.pageId)
    if (!page) return false
    const rows = page.rows.map(({ bytes }) => bytes)
    this.document = new PageDocument(page.snapshot?.state, rows)
    this.snapshotSeq = page.snapshot?.seq ?? 0
    this.#follower.start(page.seq)
    return true
  }

  /** Tells a newcomer what it needs. */
  welcome(member: Member): void {
    if (!this.document || member.closed) return
    this.sendPresence(member)
    member.tellSaved(this.savedState)
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return
    member.closed = true
    this.presence.leave(member, member.clientId)
    this.presenceChanged()
    if (this.members.size === 0) this.emptySince = this.deps.clock.now()
  }

  /** Answers a step 1, as soon as all that the document holds may be shown. */
  answer(member: Member, stateVector: Uint8Array): void {
    if (!this.document) return
    if (this.document.readable) member.send(new Frame(encodeStep2(this.document.encode(stateVector))))
    else member.asked = stateVector
  }

  /** Settles when the document holds nothing that may not be shown yet. */
  readable(): Promise<void> {
    if (this.document?.readable) return Promise.resolve()
    return new Promise((resolve) => this.#readers.push(resolve))
  }

  /** Hands an update, which the document has taken, to the log. */
  submit(update: ScannedUpdate, personId: string, author?: Member, number = 0): Pending {
    const clientIds = update.scan.ranges.map(({ client }) => client).filter((client) => !this.#bound.has(client))
    for (const client of clientIds) this.#bound.add(client)
    const { bytes, scan } = update
    const entry = { pageId: this.pageId, personId, bytes, nonce: this.deps.newNonce(), clientIds, after: this.seq }
    const pending: Pending = { entry, owner: this, late: false, scan, author, number }
    this.commits.submitted()
    author?.expect()
    this.deps.flusher.submit(pending)
    return pending
  }

  late(pending: readonly Pending[]): void {
    const before = this.savedState
    this.#late += pending.length
    this.#show(pending)
    if (before !== this.savedState) this.#tellAll()
  }

  committed(pending: readonly Pending[], seqs: readonly (number | undefined)[]): void {
    const before = this.savedState
    this.#late -= pending.filter(({ late }) => late).length
    this.#show(pending.filter(({ late }) => !late))
    for (const [index, { author, number, done }] of pending.entries()) {
      author?.commit(number)
      author?.oweSaved(this.savedState)
      done?.(seqs[index])
    }
    this.commits.committed(pending.length)
    this.#tellSavedSoon()
    if (before !== this.savedState) this.#tellAll()
    if (seqs.includes(undefined)) this.close(CLOSE.gone, 'the page is gone')
    this.#follower.committed(seqs)
    this.changedAt = this.deps.clock.now()
    this.changed = true
  }

  #show(pending: readonly Pending[]): void {
    if (pending.length === 0) return
    spreadUpdates(this.members, pending)
    if (this.presence.dirty && this.deps.clock.now() - this.#presenceAt >= PRESENCE_MS / 2) this.#spreadPresence()
    this.document?.settle(pending.length)
    this.#answerAsked()
  }

  #answerAsked(): void {
    if (!this.document?.readable) return
    for (const resolve of this.#readers.splice(0)) resolve()
    for (const member of this.members) {
      const { asked } = member
      member.asked = undefined
      if (asked) this.answer(member, asked)
    }
  }

  /** « Enregistré » rides with the next frame, or comes a moment later. */
  #tellSavedSoon(): void {
    if (this.#savedDue) return
    this.#savedDue = true
    this.deps.clock.after(SAVED_MS, () => {
      this.#savedDue = false
      this.#tellAll()
    })
  }

  #tellAll(): void {
    for (const member of this.members) member.tellSaved(this.savedState)
  }

  /** Another process has committed up to `seq`. */
  heard(seq: number): void {
    this.#follower.heard(seq)
  }

  /** Announcements may have been missed. */
  resync(): void {
    if (this.document) this.heard(this.seq + 1)
  }

  #takeForeign(rows: readonly LogRow[]): void {
    for (const { bytes } of rows) this.document?.insert(bytes)
    spreadForeign(
      this.members,
      rows.map(({ bytes }) => ({ bytes, scan: scanUpdate(bytes) })),
    )
    this.#answerAsked()
  }

  /** Sends who is here to one who asks. */
  sendPresence(member: Member): void {
    const all = this.presence.all()
    if (all) member.send(new Frame(encodeAwareness(all)))
  }

  /** Somebody came, moved or left: everybody hears of it with the next frame. */
  presenceChanged(): void {
    if (this.#presenceDue || !this.presence.dirty) return
    this.#presenceDue = true
    this.deps.clock.after(PRESENCE_MS, () => {
      this.#presenceDue = false
      if (this.presence.dirty) this.#spreadPresence()
    })
  }

  #spreadPresence(): void {
    this.#presenceAt = this.deps.clock.now()
    const local = spreadPresence(this.members, this.presence)
    if (local) this.deps.bus.sendPresence(this.pageId, local)
  }

  close(code: number, reason: string): void {
    for (const member of this.members) member.close(code, reason)
  }
}
