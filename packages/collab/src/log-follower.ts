import type { LogRow } from './log-port.ts'

const RETRY_MS = 1_000

interface Needs {
  /** Rows after a seq, in order. */
  since(seq: number): Promise<LogRow[]>
  /** Takes rows of other processes. */
  take(rows: readonly LogRow[]): void
  /** Whether a commit of ours is on its way: its answer will tell which rows are ours. */
  isCommitting(): boolean
  later(ms: number, run: () => void): void
  onError(error: unknown): void
}

/** Knows how far a room has read the log, and reads what other processes have put between its own rows. */
export class LogFollower {
  /** All rows up to this one are in the room. */
  seq = 0
  readonly #needs: Needs
  readonly #own = new Set<number>()
  #heard = 0
  #isReading = false

  constructor(needs: Needs) {
    this.#needs = needs
  }

  get isReading(): boolean {
    return this.#isReading
  }

  /** The room has loaded everything up to `seq`. */
  start(seq: number): void {
    this.seq = seq
    if (this.#heard > seq) void this.#read()
  }

  /** Rows of our own are committed. A gap before them belongs to another process. */
  committed(seqs: readonly (number | undefined)[]): void {
    for (const seq of seqs) if (seq !== undefined && seq > this.seq) this.#own.add(seq)
    this.#stepOver()
    if (this.#own.size > 0 || this.#heard > this.seq) void this.#read()
  }

  /** Somebody has committed up to `seq`. */
  heard(seq: number): void {
    this.#heard = Math.max(this.#heard, seq)
    if (this.#heard > this.seq && !this.#needs.isCommitting()) void this.#read()
  }

  #stepOver(): void {
    while (this.#own.delete(this.seq + 1)) this.seq += 1
  }

  async #read(): Promise<void> {
    if (this.#isReading) return
    this.#isReading = true
    try {
      const heard = this.#heard
      this.#sort(await this.#needs.since(this.seq))
      if (this.#heard === heard) this.#heard = this.seq
    } catch (error) {
      this.#needs.onError(error)
      this.#needs.later(RETRY_MS, () => void this.#read())
      return
    } finally {
      this.#isReading = false
    }
    if (this.#heard > this.seq && !this.#needs.isCommitting()) void this.#read()
  }

  #sort(rows: readonly LogRow[]): void {
    const foreign: LogRow[] = []
    for (const row of rows) {
      if (row.seq <= this.seq) continue
      this.seq = row.seq
      if (!this.#own.delete(row.seq)) foreign.push(row)
    }
    this.#stepOver()
    if (foreign.length > 0) this.#needs.take(foreign)
  }
}
