import type { Sha256 } from './canonical.ts'
import { countMethod, type VoteTally } from './count-method.ts'
import { compareShare, type Rational } from './rational.ts'
import { type Base, evaluate, type Outcome } from './threshold.ts'
import type { CountableVote, VoteBallot } from './vote.ts'
import { remaining } from './withdraw.ts'

/** How many of each kind, E first. `veto` counts active vetoes only. `yes` and `no` are those of a threshold. */
export type VoteCounts = {
  roll: number
  yes: number
  no: number
  abstain: number
  blank: number
  veto: number
}

/** A result that can be printed with all that it follows from: `participation` V of E, `numerator` of `denominator` (`base`). */
export type VoteCount = {
  outcome: Outcome
  /** The option that won; null for a tie, and whenever the outcome is not « adopted ». */
  winner: string | null
  counts: VoteCounts
  participation: Rational
  /** X: ballots that are neither blank nor an abstention; an active veto is one of them. */
  expressed: number
  quorate: boolean
  /** Of a threshold; 0 of 0 elsewhere. */
  numerator: number
  denominator: number
  base: Base
  /** Null for a threshold. */
  tally: VoteTally | null
}

/**
 * Counts a closed vote by any method, in the order of voting.md 2.1: an active veto, no ballot at all, quorum, then what the
 * method says: the threshold; among options one winner is adopted, an exact tie at the top rejected; a median needs one number.
 * A lapsed veto stays a ballot: against in a yes/no vote, blank elsewhere, since it chose no option. What was withdrawn is dropped first.
 * @param asked ballots that `checkBallot` accepted
 * @throws RangeError on a ballot of another method or more ballots than the roll has people
 */
export function countVote(sha256: Sha256, asked: CountableVote): VoteCount {
  const vote = remaining(asked)
  const counts = countChoices(vote)
  const { roll, yes, no, abstain, blank, veto } = counts
  const { base, comparator, threshold, quorum } = vote.rules
  const quorumRule = { n: quorum.numerator, d: quorum.denominator }
  if (vote.method === 'threshold') {
    const rule = {
      base,
      comparator,
      threshold: { n: threshold.numerator, d: threshold.denominator },
      quorum: quorumRule,
    }
    const evaluation = evaluate({ roll, yes, no, abstain: abstain + blank, veto }, rule)
    return { ...evaluation, counts, winner: null, tally: null }
  }
  const cast = vote.ballots.filter(({ choice }) => choice === 'cast').length
  const voters = cast + veto + abstain + blank
  const quorate = compareShare(voters, quorumRule, roll) >= 0
  if (voters > roll) throw new RangeError(`${voters} ballots for a roll of ${roll}`)
  const { tally, winner, decided } = countMethod(sha256, vote, blank)
  const outcome = outcomeOf({ vetoed: veto > 0, voters, quorate, decided: cast > 0 && decided })
  const result = {
    outcome,
    winner: outcome === 'adopted' ? winner : null,
    counts,
    participation: { n: voters, d: roll },
  }
  return { ...result, expressed: cast + veto, quorate, numerator: 0, denominator: 0, base, tally }
}

function countChoices({ method, ballots, roll }: CountableVote): VoteCounts {
  const counts = { roll, yes: 0, no: 0, abstain: 0, blank: 0, veto: 0 }
  for (const ballot of ballots) {
    const kind = kindOf(ballot, method === 'threshold')
    if (kind !== 'cast') counts[kind] += 1
  }
  return counts
}

function kindOf({ choice, lapsed }: VoteBallot, isYesNo: boolean): VoteBallot['choice'] {
  if (choice === 'veto' && lapsed) return isYesNo ? 'no' : 'blank'
  const isForeign = isYesNo ? choice === 'cast' : choice === 'yes' || choice === 'no'
  if (isForeign) throw new RangeError(`« ${choice} » is no choice of this method`)
  return choice
}

function outcomeOf(facts: { vetoed: boolean; voters: number; quorate: boolean; decided: boolean }): Outcome {
  if (facts.vetoed) return 'vetoed'
  if (facts.voters === 0) return 'no_ballot'
  if (!facts.quorate) return 'quorum_failed'
  return facts.decided ? 'adopted' : 'rejected'
}
