import { type ConsentBallot, evaluateConsent } from './consent.ts'
import type { Evaluation, ThresholdRule } from './threshold.ts'

/** What a vote froze when it opened. Instants are ISO 8601 with an offset; `roll` is E. */
export type FrozenVote = {
  readonly opensAt: string
  readonly closesAt: string
  readonly roll: number
  readonly rule: ThresholdRule
}

export type Status =
  | { readonly status: 'scheduled' | 'open'; readonly evaluation: null }
  | { readonly status: 'closed'; readonly evaluation: Evaluation }

/**
 * Reads an ISO instant as whole milliseconds.
 * @throws RangeError on anything else
 */
export function instant(iso: string): number {
  const milliseconds = Date.parse(iso)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${iso}`)
  return milliseconds
}

/** Whether a ballot that arrives at `now` counts: opensAt ≤ now < closesAt, so at the closing instant it does not. */
export function accepts(vote: Pick<FrozenVote, 'opensAt' | 'closesAt'>, now: string): boolean {
  return phaseAt(vote, now) === 'open'
}

/** Where a vote stands at an instant, from its frozen times alone: no scheduler has a say. */
export function phaseAt(vote: Pick<FrozenVote, 'opensAt' | 'closesAt'>, now: string): Status['status'] {
  const at = instant(now)
  if (at < instant(vote.opensAt)) return 'scheduled'
  return at < instant(vote.closesAt) ? 'open' : 'closed'
}

/** Derives status and, once closed, the evaluation. Nothing is counted before the close. */
export function statusAt(vote: FrozenVote, ballots: readonly ConsentBallot[], now: string): Status {
  const status = phaseAt(vote, now)
  if (status !== 'closed') return { status, evaluation: null }
  return { status, evaluation: evaluateConsent(ballots, vote.roll, vote.rule) }
}

const HOUR = 3_600_000

/** How late a veto counts as late, and what must remain after it, in hours (voting.md 2.4). */
export type LateVeto = { readonly windowHours: number; readonly remainHours: number }

/**
 * The close after a veto filed at `now`: moved so that `remainHours` remain when less than `windowHours` were left.
 * @returns the new close, or null when the close stays. The caller sees to it that this happens once.
 */
export function closeAfterVeto(closesAt: string, now: string, late: LateVeto): string | null {
  const at = instant(now)
  if (instant(closesAt) - at > late.windowHours * HOUR) return null
  const moved = at + late.remainHours * HOUR
  return moved > instant(closesAt) ? new Date(moved).toISOString() : null
}
