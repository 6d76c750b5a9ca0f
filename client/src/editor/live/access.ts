import type { PageAnswer } from '@cenacle/contract/page'
import { http } from '../../lib/http.ts'
import { asProblem } from '../../lib/problem.ts'
import type { StopReason } from './saved-state.ts'

/**
 * Asks over HTTP whether one may still write in a page, or suggest, after its live line was refused.
 * @returns why not, `yes`, or `unknown` when there was no answer
 */
export async function mayWrite(pageId: string): Promise<StopReason | 'yes' | 'unknown'> {
  try {
    const page = await http.get<PageAnswer>(`/api/pages/${pageId}`)
    return page.can.write || page.can.comment ? 'yes' : 'read-only'
  } catch (error) {
    const status = asProblem(error)?.status
    if (status === 401) return 'signed-out'
    return status === 403 || status === 404 ? 'gone' : 'unknown'
  }
}

/** Refused attempts, while HTTP answers, after which we take HTTP. */
const REFUSALS = 2
/** The same where WebSockets have passed before: a line that is cut while it opens looks like one that is refused. */
const REFUSALS_AFTER_PASSING = 4

/** Learns by which carrier a page's line gets through: some networks refuse WebSockets. */
export class Passage {
  readonly #pageId: string
  #refusals = 0
  #enough = REFUSALS
  #asking = false

  constructor(pageId: string) {
    this.#pageId = pageId
  }

  readonly carrier = (): 'socket' | 'http' => (this.#refusals >= this.#enough ? 'http' : 'socket')

  /** The line carried the text. */
  synced(): void {
    if (this.carrier() === 'http') return
    this.#refusals = 0
    this.#enough = REFUSALS_AFTER_PASSING
  }

  /**
   * The line did not open, or rights changed: HTTP tells why. One question at a time: those of a cut would all be
   * answered when it ends, as if its attempts had been refused.
   * @returns why to stop, if so
   */
  async failed(): Promise<StopReason | undefined> {
    if (this.#asking) return undefined
    this.#asking = true
    const answer = await mayWrite(this.#pageId)
    this.#asking = false
    if (answer === 'yes') this.#refusals += 1
    return answer === 'yes' || answer === 'unknown' ? undefined : answer
  }
}
