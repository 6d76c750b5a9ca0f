/** Time and timers, injected so that tests can run sixty seconds in a millisecond. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `run` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void
  /** Calls `run` when the input that is already waiting has been read (setImmediate). */
  soon(run: () => void): void
}

/** The real clock. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
  soon: (run) => {
    setImmediate(run)
  },
}

/** Runs something again and again, `ms` after it last ended. @returns what stops it */
export function every(clock: Clock, ms: number, run: () => void): () => void {
  const again = (): void => {
    stop = clock.after(ms, again)
    run()
  }
  let stop = clock.after(ms, again)
  return () => stop()
}
