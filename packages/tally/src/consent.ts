import { type Counts, type Evaluation, evaluate, type ThresholdRule } from './threshold.ts'

export type Choice = 'yes' | 'no' | 'abstain' | 'veto'

/** One current ballot. `lapsed`: its author lost the right to veto (voting.md 2.4); the ballot stays, as a no. */
export type ConsentBallot = { readonly choice: Choice; readonly lapsed?: boolean }

/**
 * Counts the current ballots of a yes/no vote. A lapsed veto is counted as a no: the objection stays, its force does not.
 * @param roll people entitled to vote, E
 */
export function countBallots(ballots: readonly ConsentBallot[], roll: number): Counts {
  const counts = { roll, yes: 0, no: 0, abstain: 0, veto: 0 }
  for (const ballot of ballots) counts[ballot.choice === 'veto' && ballot.lapsed ? 'no' : ballot.choice] += 1
  return counts
}

/**
 * The Observatoire's rule for candidacies, consent with a veto window (voting.md 2.2 a): adopted when no veto is active,
 * the quorum is met and the threshold reached.
 */
export function evaluateConsent(ballots: readonly ConsentBallot[], roll: number, rule: ThresholdRule): Evaluation {
  return evaluate(countBallots(ballots, roll), rule)
}
