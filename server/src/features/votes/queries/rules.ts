import type { ConsentBallot } from '@cenacle/tally/consent'
import { type FrozenVote, type Status, statusAt } from '@cenacle/tally/status'
import type { ThresholdRule } from '@cenacle/tally/threshold'
import type { BallotRow, FrozenRules, VoteRow } from './types.ts'

const vetoRules = { vetoLapses: true, lateVeto: { windowHours: 48, remainHours: 72 } }

/** Rules of an admission where no setting says otherwise: consent, half of the roll, more yes than no. */
export const candidacyRules: FrozenRules = {
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 1, denominator: 2 },
  veto: true,
  ...vetoRules,
}

/** Rules of a decision as its author chose them, with the committee's own on vetoes. */
export const decisionRules = (chosen: Omit<FrozenRules, 'vetoLapses' | 'lateVeto'>): FrozenRules => ({
  ...chosen,
  ...vetoRules,
})

/** The frozen rules as the tally reads them. */
export const thresholdRule = (rules: FrozenRules): ThresholdRule => ({
  base: rules.base,
  comparator: rules.comparator,
  threshold: { n: rules.threshold.numerator, d: rules.threshold.denominator },
  quorum: { n: rules.quorum.numerator, d: rules.quorum.denominator },
})

/** A vote as the tally reads it. */
export const frozen = (vote: Pick<VoteRow, 'opens_at' | 'closes_at' | 'roll_size' | 'rules'>): FrozenVote => ({
  opensAt: vote.opens_at.toISOString(),
  closesAt: vote.closes_at.toISOString(),
  roll: vote.roll_size,
  rule: thresholdRule(vote.rules),
})

/** Status and, once closed, evaluation of a vote at an instant. */
export const statusOf = (vote: VoteRow, ballots: Pick<BallotRow, 'choice' | 'lapsed_at'>[], now: Date): Status =>
  statusAt(frozen(vote), ballots.map(asBallot), now.toISOString())

const asBallot = (row: Pick<BallotRow, 'choice' | 'lapsed_at'>): ConsentBallot => ({
  choice: row.choice,
  lapsed: row.lapsed_at !== null,
})
