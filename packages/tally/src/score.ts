import { wholeNumber } from './rational.ts'
import { rankBy, type Tally } from './ranking.ts'

/** `count` equal ballots: whole points for every option, but for those on which the voter was recused. */
export type ScoreBallot = {
  readonly grades: Readonly<Record<string, number>>
  readonly recused?: readonly string[]
  readonly count?: number
}

/** Sum of points and number of ballots per option, never their quotient. */
export type ScoreDetails = { readonly scores: readonly { id: string; sum: number; ballots: number }[] }

/**
 * Score (range) voting with whole points (Warren D. Smith, 2000; voting.md 2.3): options are compared by their means, a/n_a with
 * b/n_b, as a·n_b with b·n_a. An option without a ballot comes last.
 * @param max most points; the least is 0
 * @throws RangeError on a missing, unknown or fractional grade, one above `max`, or a count that is not a whole number
 */
export function score(options: readonly string[], ballots: readonly ScoreBallot[], max: number): Tally<ScoreDetails> {
  const scores = new Map(options.map((id) => [id, { id, sum: 0, ballots: 0 }]))
  for (const ballot of ballots) add(scores, ballot, max)
  const compare = (a: string, b: string) => compareMeans(scores.get(a) ?? NOTHING, scores.get(b) ?? NOTHING)
  return {
    status: [...scores.values()].every((score) => score.ballots === 0) ? 'no_ballot' : 'counted',
    ranking: rankBy(options, compare),
    details: { scores: [...scores.values()] },
  }
}

type Score = { id: string; sum: number; ballots: number }
const NOTHING = { sum: 0, ballots: 0 }

function add(scores: ReadonlyMap<string, Score>, { grades, recused = [], count = 1 }: ScoreBallot, max: number): void {
  const unknown = [...Object.keys(grades), ...recused].find((id) => !scores.has(id))
  if (unknown !== undefined) throw new RangeError(`unknown option: ${unknown}`)
  wholeNumber(count, 'count')
  for (const [id, score] of scores) {
    if (recused.includes(id) !== !Object.hasOwn(grades, id))
      throw new RangeError(`all options are graded or none: ${id}`)
    if (recused.includes(id)) continue
    const points = wholeNumber(grades[id] ?? -1, 'points')
    if (points > max) throw new RangeError(`${points} points, the most is ${max}`)
    score.sum = wholeNumber(score.sum + points * count, 'sum')
    score.ballots = wholeNumber(score.ballots + count, 'ballots')
  }
}

/** Negative when a's mean is higher. */
function compareMeans(a: Omit<Score, 'id'>, b: Omit<Score, 'id'>): number {
  if (a.ballots === 0 || b.ballots === 0) return Number(a.ballots === 0) - Number(b.ballots === 0)
  const [left, right] = [BigInt(a.sum) * BigInt(b.ballots), BigInt(b.sum) * BigInt(a.ballots)]
  if (left === right) return 0
  return left > right ? -1 : 1
}
