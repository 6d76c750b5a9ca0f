import type { ProblemCode } from '@cenacle/contract/problems'
import { countVote, type VoteCount } from '@cenacle/tally/count'
import { phaseAt } from '@cenacle/tally/status'
import type { VoteBallot } from '@cenacle/tally/vote'
import type { VoteOption } from '@cenacle/contract/vote'
import { sha256 } from '../../../ids.ts'
import type { BallotRow, FrozenRules, VoteRow } from './types.ts'

export type VetoRules = Pick<FrozenRules, 'vetoLapses' | 'lateVeto' | 'vetoReaders'>

/** What holds of vetoes where no setting says otherwise. */
export const vetoRules: VetoRules = { vetoLapses: true, lateVeto: { windowHours: 48, remainHours: 72 } }

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
export const decisionRules = (chosen: Omit<FrozenRules, keyof VetoRules>, vetoes: VetoRules): FrozenRules => ({
  ...chosen,
  ...vetoes,
})

/** Rules of a jury: nobody blocks it, and whoever takes part counts; an award is given by its order, not by a threshold. */
export const juryRules = (
  own: Pick<FrozenRules, 'grades' | 'points' | 'approvals' | 'criteria' | 'leastJudges'>,
): FrozenRules => ({
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 0, denominator: 1 },
  veto: false,
  ...vetoRules,
  ...own,
})

/** Where a vote is, and once it has closed what came out. */
export type Standing =
  | { status: 'scheduled' | 'open' | 'cancelled'; evaluation: null }
  | { status: 'closed'; evaluation: VoteCount }

/** Where a vote is at an instant, from its frozen times alone. */
export const phaseOf = (
  vote: Pick<VoteRow, 'opens_at' | 'closes_at' | 'cancelled_at'>,
  now: Date,
): Standing['status'] =>
  vote.cancelled_at
    ? 'cancelled'
    : phaseAt({ opensAt: vote.opens_at.toISOString(), closesAt: vote.closes_at.toISOString() }, now.toISOString())

/** Why a vote takes no ballot and no change at an instant; nothing while it is open. */
export function halt(vote: Parameters<typeof phaseOf>[0], now: Date): ProblemCode | undefined {
  const phase = phaseOf(vote, now)
  if (phase === 'open') return undefined
  return ({ scheduled: 'vote-not-open', closed: 'vote-closed', cancelled: 'vote-cancelled' } as const)[phase]
}

/** Ids of the options that were withdrawn from a vote, the first one first. */
export const withdrawnIds = ({ withdrawn }: Pick<VoteRow, 'withdrawn'>): string[] =>
  withdrawn.map(({ option }) => option)

/** The options that are left in a vote. */
export const leftOf = (vote: Pick<VoteRow, 'options' | 'withdrawn'>): VoteOption[] =>
  vote.options.filter(({ id }) => !withdrawnIds(vote).includes(id))

/**
 * So many options are left at least: a decision is a choice, and ends otherwise by being cancelled; a jury, which may open with one
 * nominee, judges the last one too.
 */
export const fewestLeft = ({ kind }: Pick<VoteRow, 'kind'>): number => (kind === 'award' ? 1 : 2)

/**
 * Status and, once closed, count of a vote at an instant.
 * @param head hash of the last event before the close, from which a draw among equals follows
 */
export function statusOf(vote: VoteRow, ballots: VoteBallot[], now: Date, head: string): Standing {
  const status = phaseOf(vote, now)
  if (status !== 'closed') return { status, evaluation: null }
  const { method, rules, roll_size, draw_nonce } = vote
  const options = vote.options.map(({ id }) => id)
  const asked = { method, rules, options, withdrawn: withdrawnIds(vote), roll: roll_size }
  return { status, evaluation: countVote(sha256, { ...asked, ballots, draw: { nonce: draw_nonce, head } }) }
}

/** A stored ballot as the tally reads it. */
export const asBallot = (
  row: Pick<BallotRow, 'choice' | 'value' | 'lapsed_at'> & { excused?: string[] | null },
): VoteBallot => ({
  choice: row.choice,
  value: row.value,
  lapsed: row.lapsed_at !== null,
  ...(row.excused && row.excused.length > 0 && { recused: row.excused }),
})
