/** Counts what goes to the log and comes back, in order, and runs what must wait for it. */
export class AfterCommit {
  #submitted = 0
  #committed = 0
  #waiting: { until: number; run: () => void }[] = []

  get pending(): number {
    return this.#submitted - this.#committed
  }

  submitted(): void {
    this.#submitted += 1
  }

  committed(count: number): void {
    this.#committed += count
    this.#runDue()
  }

  /** Runs when all that was submitted so far is committed, which may be at once. */
  run(run: () => void): void {
    this.#waiting.push({ until: this.#submitted, run })
    this.#runDue()
  }

  #runDue(): void {
    while (this.#waiting[0] && this.#waiting[0].until <= this.#committed) this.#waiting.shift()?.run()
  }
}
