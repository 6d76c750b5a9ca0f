import { wholeNumber } from './rational.ts'
import { placesOf, rankBy, type Tally } from './ranking.ts'

/** `count` equal ballots that approve of a set; the empty set is a blank ballot. */
export type ApprovalBallot = { readonly approved: readonly string[]; readonly count?: number }

/** How many options a ballot that is not blank may approve of. */
export type ApprovalLimits = { readonly min: number; readonly max: number }

export type ApprovalDetails = {
  readonly scores: Readonly<Record<string, number>>
  readonly ballots: number
  readonly blank: number
}

/**
 * Approval voting (Brams and Fishburn, 1978): the score of an option is the number of ballots that contain it.
 * @throws RangeError on an unknown or repeated option, a size outside the limits, a count that is not a whole number
 */
export function approval(
  options: readonly string[],
  ballots: readonly ApprovalBallot[],
  limits: ApprovalLimits = { min: 0, max: options.length },
): Tally<ApprovalDetails> {
  const read = placesOf(options)
  const votes = options.map(() => 0)
  let [total, blank] = [0, 0]
  for (const { approved, count = 1 } of ballots) {
    const places = read([approved])
    const size = approved.length
    if (size > 0 && (size < limits.min || size > limits.max)) throw new RangeError(`${size} options approved`)
    total = wholeNumber(total + wholeNumber(count, 'count'), 'ballots')
    if (size === 0) blank += count
    for (const place of places) votes[place] = (votes[place] ?? 0) + count
  }
  const scores = new Map(options.map((option, place) => [option, votes[place] ?? 0]))
  return {
    status: total === 0 ? 'no_ballot' : 'counted',
    ranking: rankBy(options, (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)),
    details: { scores: Object.fromEntries(scores), ballots: total, blank },
  }
}
