import { Budget } from './budget.ts'
import { CLOSE, type Connection, Frame, type Visitor } from './connection.ts'
import { encodeAwareness, encodeSaved, type SavedState } from './protocol.ts'

/** Beyond this a reader is too slow: it is closed, and catches up when it comes back. */
const MAX_BUFFERED = 4 * 1024 * 1024
/** A held key sends 30 changes and 30 cursors a second; a flood is a hundred times that. */
export const FRAMES_PER_SECOND = 80
const BURST_SECONDS = 5
const BAD_FRAMES = 3
const KEEP_ALIVE_S = 15
/** News of nobody. */
const KEEP_ALIVE = new Frame(encodeAwareness(new Uint8Array([0])))

/** One connection in one room. */
export class Member {
  readonly visitor: Visitor
  readonly connection: Connection
  /** The Yjs client id that its awareness has shown. */
  clientId: number | undefined
  /** Frames that came before the page was loaded. */
  waiting: Uint8Array[] | undefined = []
  closed = false
  /** Waits until what the document holds may be shown. */
  asked: Uint8Array | undefined
  readonly #budget: Budget
  #bad = 0
  #received = 0
  #outstanding = 0
  #acknowledged = 0
  #refused = false
  #told = ''
  #silentFor = 0
  #due: SavedState | undefined

  constructor(visitor: Visitor, connection: Connection, now: number, framesPerSecond = FRAMES_PER_SECOND) {
    this.visitor = visitor
    this.connection = connection
    this.#budget = new Budget(framesPerSecond, framesPerSecond * BURST_SECONDS, now)
  }

  get writes(): boolean {
    return this.visitor.mode !== 'read'
  }

  /** Step 2 and update messages that wait for their commit. */
  get outstanding(): number {
    return this.#outstanding
  }

  /** @returns false when it has sent too much and is closed */
  spend(bytes: number, now: number): boolean {
    if (this.#budget.take(bytes, now)) return true
    this.close(CLOSE.tooMany, 'too many messages')
    return false
  }

  /** Sends, unless it does not keep up. */
  send(frame: Frame): void {
    if (this.closed) return
    if (this.connection.bufferedAmount() > MAX_BUFFERED) this.close(CLOSE.slow, 'too slow')
    else this.connection.send(frame)
    this.#silentFor = 0
    if (this.#due) this.tellSaved(this.#due)
  }

  /** Call once a second. y-websocket takes 30 s without a message for a dead line, and does not see pings. */
  keepAlive(): void {
    this.#silentFor += 1
    if (this.#silentFor >= KEEP_ALIVE_S) this.send(KEEP_ALIVE)
  }

  /** The saved state may ride with the next frame; `tellSaved` makes an end of waiting. */
  oweSaved(state: SavedState): void {
    this.#due = state
  }

  close(code: number, reason: string): void {
    if (this.closed) return
    this.closed = true
    this.waiting = undefined
    this.connection.close(code, reason)
  }

  /** Counts a frame that makes no sense; the third closes. */
  bad(reason: string): void {
    this.#bad += 1
    if (this.#bad >= BAD_FRAMES) this.close(CLOSE.malformed, reason)
  }

  /** A step 2 or update message has come. @returns its number, from 1 */
  receive(): number {
    this.#received += 1
    return this.#received
  }

  /** It goes to the log. */
  expect(): void {
    this.#outstanding += 1
  }

  /** It was refused: nothing after it can be called saved, since Yjs hides what follows a gap. */
  refuse(state: SavedState): void {
    this.#refused = true
    this.tellSaved(state)
  }

  /** Messages up to `number` are committed. */
  commit(number: number): void {
    this.#outstanding -= 1
    if (!this.#refused) this.#acknowledged = Math.max(this.#acknowledged, number)
  }

  /** Sends the saved state, if it is news. What brought nothing counts as saved as soon as nothing is on its way. */
  tellSaved(state: SavedState): void {
    this.#due = undefined
    if (!this.visitor.wantsSaved || this.waiting) return
    if (this.#outstanding === 0 && !this.#refused) this.#acknowledged = this.#received
    const now = this.#refused ? 'refused' : state
    const told = `${this.#acknowledged} ${now}`
    if (told === this.#told) return
    this.#told = told
    this.send(new Frame(encodeSaved(this.#acknowledged, now)))
  }
}
