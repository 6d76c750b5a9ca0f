/** A leaky bucket. One frame costs 1, and 1 more for each 8 KiB, so that a paste passes and a flood does not. */
export class Budget {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#at = now
  }

  /** @returns whether a frame of `bytes` may pass at `now` (ms) */
  take(bytes: number, now: number): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    this.#tokens -= 1 + Math.floor(bytes / 8192)
    return this.#tokens >= 0
  }
}
