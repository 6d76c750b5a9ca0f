import type { ResultAnswer, VoteAnswer } from '@cenacle/contract/vote'
import type { Author } from '@cenacle/contract/person'
import type { Viewer } from '../../context.ts'
import * as policy from '../../policy/vote.ts'
import { statusOf } from './queries/rules.ts'
import type { SeenVote } from './queries/rows.ts'
import type { Closed } from './queries/standing.ts'
import type { BallotRow, FrozenRules } from './queries/types.ts'

/** A current ballot with its voter; null when the person is gone. */
export type NamedBallot = BallotRow & { person: Author | null }

/**
 * A vote as the viewer sees it: no count of choices before the close, vetoes with their reasons at any time, since a veto is
 * there to be spoken about.
 */
export function presentVote(viewer: Viewer, vote: SeenVote, ballots: NamedBallot[], now: Date): VoteAnswer {
  const { status, evaluation } = statusOf(vote, ballots, now)
  const mine = ballots.find((ballot) => ballot.number === vote.number)
  const facts: policy.VoteFacts = {
    kind: vote.kind,
    role: vote.role,
    onRoll: vote.number !== null,
    open: status === 'open',
    closed: status === 'closed',
    allowsVeto: vote.rules.veto,
    hasVeto: mine?.choice === 'veto',
  }
  return {
    id: vote.id,
    kind: vote.kind,
    spaceId: vote.space_id,
    question: vote.question,
    method: vote.method,
    rules: presentRules(vote.rules),
    status,
    outcome: evaluation?.outcome ?? null,
    opensAt: vote.opens_at.toISOString(),
    closesAt: vote.closes_at.toISOString(),
    roll: vote.roll_size,
    voters: ballots.length,
    myBallot: mine ? { choice: mine.choice, at: mine.cast_at.toISOString() } : null,
    vetoes: ballots.filter(isActiveVeto).map((ballot) => presentVeto(vote, ballot)),
    candidacyId: vote.candidacy_id,
    can: {
      vote: policy.cast(viewer, facts),
      veto: policy.veto(viewer, facts),
      liftVeto: policy.liftVeto(viewer, facts),
      readResult: policy.readResult(viewer, facts),
    },
  }
}

const isActiveVeto = (ballot: BallotRow): boolean => ballot.choice === 'veto' && ballot.lapsed_at === null

const presentVeto = (vote: SeenVote, ballot: NamedBallot): VoteAnswer['vetoes'][number] => ({
  id: `${vote.id}:${ballot.number}`,
  person: ballot.person,
  reason: ballot.reason ?? '',
  at: ballot.cast_at.toISOString(),
  mine: ballot.number === vote.number,
})

const presentRules = ({ base, threshold, comparator, quorum, veto }: FrozenRules): VoteAnswer['rules'] => ({
  base,
  threshold,
  comparator,
  quorum,
  veto,
})

/** A result with all that is needed to print it: numerator, denominator, base, participation. */
export function presentResult({ vote, evaluation }: Closed, ballots: NamedBallot[]): ResultAnswer {
  const { outcome, counts, participation, expressed, numerator, denominator, base } = evaluation
  const { threshold, comparator, quorum } = vote.rules
  return {
    voteId: vote.id,
    outcome,
    roll: counts.roll,
    voters: participation.n,
    expressed,
    yes: counts.yes,
    no: counts.no,
    abstain: counts.abstain,
    vetoes: counts.veto,
    numerator,
    denominator,
    base,
    threshold,
    comparator,
    quorum,
    quorumMet: evaluation.quorate,
    ballots: ballots.map(({ person, choice, reason }) => ({ person, choice, reason })),
  }
}
