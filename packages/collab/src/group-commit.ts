import type { Clock } from './clock.ts'
import type { Log, LogEntry } from './log-port.ts'
import type { Member } from './member.ts'
import type { UpdateScan } from './update-scan.ts'

/** An update that waits for its commit, and who wants to know. */
export interface Pending {
  entry: LogEntry
  owner: PendingOwner
  /** Already shown to the others although it is not committed: the log did not answer in time. */
  late: boolean
  scan: UpdateScan
  /** The connection it came by, and the number of the message; none for an edit of the server. */
  author: Member | undefined
  number: number
  /** Hears the seq, undefined when the page is gone. */
  done?: (seq: number | undefined) => void
}

export interface PendingOwner {
  /** They are committed, in order. @param seqs undefined where the page is gone */
  committed(pending: readonly Pending[], seqs: readonly (number | undefined)[]): void
  /** The log is silent: show them anyway, say « Non enregistré ». Each is told of once. */
  late(pending: readonly Pending[]): void
}

export interface GroupCommitOptions {
  log: Log
  clock: Clock
  /** Least time between the starts of two commits, in ms: under load a commit waits for company, alone it does not. */
  windowMs?: number
  /** Without an answer after this many ms, the rooms show what they have. */
  lateMs?: number
  onError?: (error: unknown, attempt: number) => void
}

const MAX_ENTRIES = 2_000
const MAX_BYTES = 8 * 1024 * 1024
const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5_000

/** One flusher for all rooms of a process. It never drops, reorders or repeats what it was given, whatever the log does. */
export class GroupCommit {
  readonly #options: Required<GroupCommitOptions>
  #queue: Pending[] = []
  #inFlight: Pending[] = []
  #scheduled = false
  #lastStart = 0
  #attempt = 0
  #silent = false
  #drained: (() => void)[] = []

  constructor(options: GroupCommitOptions) {
    this.#options = { windowMs: 20, lateMs: 250, onError: () => {}, ...options }
  }

  /** Whether the log does not answer at the moment. */
  get silent(): boolean {
    return this.#silent
  }

  /** Number of updates that are not committed yet. */
  get pending(): number {
    return this.#queue.length + this.#inFlight.length
  }

  /** Takes an update over; its owner hears of it again. */
  submit(pending: Pending): void {
    this.#queue.push(pending)
    if (this.#silent) this.#tellLate([pending])
    this.#schedule()
  }

  /** Settles when everything given so far is committed. */
  drained(): Promise<void> {
    if (this.pending === 0) return Promise.resolve()
    return new Promise((resolve) => this.#drained.push(resolve))
  }

  #schedule(): void {
    if (this.#scheduled || this.#inFlight.length > 0 || this.#queue.length === 0) return
    this.#scheduled = true
    const { clock, windowMs } = this.#options
    const wait = this.#attempt > 0 ? this.#backOff() : this.#lastStart + windowMs - clock.now()
    if (wait <= 0) clock.soon(() => this.#flush())
    else clock.after(wait, () => this.#flush())
  }

  #backOff(): number {
    return Math.min(FIRST_RETRY_MS * 2 ** (this.#attempt - 1), LAST_RETRY_MS)
  }

  #flush(): void {
    const { clock, log, lateMs } = this.#options
    this.#scheduled = false
    this.#lastStart = clock.now()
    const batch = this.#takeBatch()
    this.#inFlight = batch
    const cancel = clock.after(lateMs, () => this.#fallSilent())
    log
      .append(
        batch.map(({ entry }) => entry),
        this.#attempt > 0,
      )
      .then(
        (seqs) => {
          cancel()
          this.#succeed(batch, seqs)
        },
        (error: unknown) => {
          cancel()
          this.#fail(batch, error)
        },
      )
  }

  #takeBatch(): Pending[] {
    let bytes = 0
    let count = 0
    for (const { entry } of this.#queue) {
      bytes += entry.bytes.length
      if (count > 0 && (count >= MAX_ENTRIES || bytes > MAX_BYTES)) break
      count += 1
    }
    return this.#queue.splice(0, count)
  }

  #succeed(batch: Pending[], seqs: readonly (number | undefined)[]): void {
    this.#inFlight = []
    this.#attempt = 0
    this.#silent = false
    const groups = Map.groupBy(batch.keys(), (index) => batch[index]?.owner)
    for (const [owner, indexes] of groups) {
      const own = indexes.flatMap((index) => batch[index] ?? [])
      this.#tell(() =>
        owner?.committed(
          own,
          indexes.map((index) => seqs[index]),
        ),
      )
    }
    this.#schedule()
    if (this.pending > 0) return
    for (const resolve of this.#drained.splice(0)) resolve()
  }

  #fail(batch: Pending[], error: unknown): void {
    this.#fallSilent()
    this.#inFlight = []
    this.#queue = [...batch, ...this.#queue]
    this.#attempt += 1
    this.#options.onError(error, this.#attempt)
    this.#schedule()
  }

  #fallSilent(): void {
    this.#silent = true
    this.#tellLate([...this.#inFlight, ...this.#queue])
  }

  #tellLate(pending: readonly Pending[]): void {
    const untold = pending.filter(({ late }) => !late)
    for (const [owner, own] of Map.groupBy(untold, (one) => one.owner)) {
      for (const one of own) one.late = true
      this.#tell(() => owner.late(own))
    }
  }

  /** A room that fails must not keep the others from their news. */
  #tell(news: () => void): void {
    try {
      news()
    } catch (error) {
      this.#options.onError(error, 0)
    }
  }
}
