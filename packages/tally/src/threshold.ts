import { compareShare, type Rational, wholeNumber } from './rational.ts'

/** What a percentage is a percentage of: ballots for or against (X), all ballots (V), everybody on the roll (E). */
export type Base = 'expressed' | 'voters' | 'roll'

/** The rules of a yes/no vote, frozen at its opening. A `quorum` of null asks for none. */
export type ThresholdRule = {
  readonly base: Base
  readonly comparator: '>' | '>='
  readonly threshold: Rational
  readonly quorum: Rational | null
}

/** How many of each kind. `veto` counts active vetoes only: a lapsed one has become a `no`. */
export type Counts = {
  readonly roll: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly veto: number
}

export type Outcome = 'vetoed' | 'no_ballot' | 'quorum_failed' | 'adopted' | 'rejected'

/** A result that can be printed with its base: `numerator` of `denominator` (`base`), participation V of E. */
export type Evaluation = {
  readonly outcome: Outcome
  readonly numerator: number
  readonly denominator: number
  readonly base: Base
  readonly participation: Rational
  readonly expressed: number
  /** Enough people voted; true when no quorum is asked for. */
  readonly quorate: boolean
  readonly counts: Counts
}

/** « Majorité simple »: more yes than no. */
export const SIMPLE_MAJORITY: ThresholdRule = {
  base: 'expressed',
  comparator: '>',
  threshold: { n: 1, d: 2 },
  quorum: null,
}

/** « Majorité absolue des membres »: more than half of the roll. */
export const ABSOLUTE_MAJORITY: ThresholdRule = { ...SIMPLE_MAJORITY, base: 'roll' }

/**
 * Evaluates a closed yes/no vote in the order of voting.md 2.1: an active veto, no ballot at all, quorum, threshold.
 * As many against as for is never adopted, whatever the comparator. A veto needs no quorum and is a ballot against.
 * @throws RangeError when a count is not a whole number, more people voted than the roll has, or the rule is no proportion
 */
export function evaluate(counts: Counts, rule: ThresholdRule): Evaluation {
  const roll = wholeNumber(counts.roll, 'roll')
  const yes = wholeNumber(counts.yes, 'yes')
  const against = wholeNumber(counts.no, 'no') + wholeNumber(counts.veto, 'veto')
  const expressed = yes + against
  const voters = expressed + wholeNumber(counts.abstain, 'abstain')
  if (voters > roll) throw new RangeError(`${voters} ballots for a roll of ${roll}`)
  const denominator = { expressed, voters, roll }[rule.base]
  const comparison = compareShare(yes, rule.threshold, denominator)
  const reached = comparison > 0 || (comparison === 0 && rule.comparator === '>=')
  const quorate = rule.quorum === null || compareShare(voters, rule.quorum, roll) >= 0
  return {
    outcome: outcomeOf({ vetoed: counts.veto > 0, voters, quorate, adopted: reached && yes !== against }),
    numerator: yes,
    denominator,
    base: rule.base,
    participation: { n: voters, d: roll },
    expressed,
    quorate,
    counts: { roll, yes, no: counts.no, abstain: counts.abstain, veto: counts.veto },
  }
}

function outcomeOf(facts: { vetoed: boolean; voters: number; quorate: boolean; adopted: boolean }): Outcome {
  if (facts.vetoed) return 'vetoed'
  if (facts.voters === 0) return 'no_ballot'
  if (!facts.quorate) return 'quorum_failed'
  return facts.adopted ? 'adopted' : 'rejected'
}
