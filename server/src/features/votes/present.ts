import type { VoteAnswer } from '@cenacle/contract/vote'
import type { ResultAnswer } from '@cenacle/contract/vote-result'
import { ballotWithout } from '@cenacle/tally/withdraw'
import type { Author } from '@cenacle/contract/person'
import type { Viewer } from '../../context.ts'
import * as policy from '../../policy/vote.ts'
import { after, DAY_MS } from '../../time.ts'
import { reviewTime } from './queries/review-time.ts'
import { presentAuthor } from '../accounts/present.ts'
import { fewestLeft, leftOf, type Standing, withdrawnIds } from './queries/rules.ts'
import type { SeenVote } from './queries/rows.ts'
import type { Closed } from './queries/standing.ts'
import type { BallotRow, FrozenRules, VoteRow } from './queries/types.ts'
import { isWithheld, withhold } from './secret/withhold.ts'

/** A current ballot with its voter; null when the person is gone. */
export type NamedBallot = BallotRow & { person: Author | null }

/** At most so many times is a close moved by somebody. */
export const MOST_EXTENSIONS = 2

/**
 * The earliest instant at which a vote may be closed before its time, if everybody has voted. What a late veto or a second
 * reading opened for discussion is not cut short: its ballots are those of before.
 */
export const earliestClose = ({ opens_at, closes_at, moved_at, reopened_at, rules }: VoteRow): Date =>
  moved_at || reopened_at ? closes_at : after(opens_at, (rules.minDays ?? 0) * DAY_MS)

/**
 * A vote as the viewer sees it: no count of choices before the close, vetoes with their reasons at any time, since a veto is
 * there to be spoken about.
 * @param ballots of a named vote: the viewer's own, and vetoes
 */
export function presentVote(
  viewer: Viewer,
  vote: SeenVote,
  ballots: NamedBallot[],
  { status, evaluation }: Standing,
  now: Date,
): VoteAnswer {
  const mine = ballots.find((ballot) => ballot.number === vote.number)
  const hasVoted = mine !== undefined || vote.has_voted
  const facts: policy.VoteFacts = {
    kind: vote.kind,
    space_kind: vote.space_kind,
    role: vote.role,
    own: isOwn(viewer, vote),
    onRoll: vote.onRoll,
    released: vote.released,
    candidate: vote.candidate,
    admitted: vote.admitted,
    open: status === 'open',
    closed: status === 'closed',
    allowsVeto: vote.rules.veto,
    hasVeto: mine !== undefined && isActiveVeto(mine),
    spent: vote.secret && vote.has_voted,
  }
  const readsNames = policy.readNames(viewer, facts)
  return {
    id: vote.id,
    kind: vote.kind,
    spaceId: vote.space_id,
    question: vote.question,
    html: vote.html,
    method: vote.method,
    options: leftOf(vote),
    withdrawn: presentWithdrawn(vote),
    rules: presentRules(vote.rules),
    secret: vote.secret,
    status,
    outcome: vote.released ? (evaluation?.outcome ?? null) : null,
    opensAt: vote.opens_at.toISOString(),
    closesAt: vote.closes_at.toISOString(),
    roll: vote.roll_size,
    voters: vote.voted,
    hasVoted,
    myBallot: mine ? presentOwn(vote, mine) : null,
    vetoes: readsNames ? ballots.filter(isActiveVeto).map((ballot) => presentVeto(vote, ballot)) : [],
    candidacyId: vote.candidacy_id,
    ...(vote.candidate && { aboutYou: true }),
    ...presentJury(vote, status),
    source: presentSource(vote),
    revises: presentRevised(vote),
    // Their reasons may speak of the candidate.
    extensions: readsNames ? vote.extensions : [],
    cancelled: vote.cancelled_at && { reason: vote.cancel_reason ?? '', at: vote.cancelled_at.toISOString() },
    written: presentWritten(vote, now),
    can: presentActs(viewer, vote, facts, now),
  }
}

/** What the viewer may do now, by the policy and by what the vote still allows. */
function presentActs(viewer: Viewer, vote: SeenVote, facts: policy.VoteFacts, now: Date): VoteAnswer['can'] {
  const moves = facts.open && policy.move(viewer, facts)
  return {
    vote: policy.cast(viewer, facts),
    veto: policy.veto(viewer, facts),
    liftVeto: policy.liftVeto(viewer, facts),
    readResult: policy.readResult(viewer, facts),
    extend: moves && vote.extensions.length < MOST_EXTENSIONS,
    withdraw: facts.open && policy.withdraw(viewer, facts) && leftOf(vote).length > fewestLeft(vote),
    closeEarly: moves && vote.voted === vote.roll_size && now >= earliestClose(vote),
    cancel: facts.open && policy.cancel(viewer, facts),
    writeOutcome: facts.closed && policy.writeOutcome(viewer, facts),
    review: facts.closed && hasReview(vote) && policy.writeOutcome(viewer, facts),
  }
}

const presentOwn = (vote: SeenVote, mine: NamedBallot): NonNullable<VoteAnswer['myBallot']> => ({
  ...countedAs(vote, mine),
  at: mine.cast_at.toISOString(),
  lapsed: mine.lapsed_at !== null,
  proposed: mine.proposed,
})

/** What a ballot says of the options that are left. */
const countedAs = (
  vote: Pick<VoteRow, 'withdrawn'>,
  { choice, value }: BallotRow,
): Pick<BallotRow, 'choice' | 'value'> => ballotWithout({ choice, value }, withdrawnIds(vote))

const presentWithdrawn = ({ options, withdrawn }: SeenVote): VoteAnswer['withdrawn'] =>
  withdrawn.map(({ option, reason, at }) => ({
    id: option,
    label: options.find(({ id }) => id === option)?.label ?? '',
    reason,
    at,
  }))

/** What only a jury has. */
const presentJury = ({ excused, released }: SeenVote, status: VoteAnswer['status']) => ({
  ...(excused.length > 0 && { recused: excused }),
  ...(status === 'closed' && !released && { embargoed: true }),
})

/** The viewer opened this vote. */
export const isOwn = (viewer: Viewer, vote: Pick<VoteRow, 'opened_by'>): boolean =>
  viewer.kind === 'person' && vote.opened_by === viewer.id

const isActiveVeto = (ballot: BallotRow): boolean => ballot.choice === 'veto' && ballot.lapsed_at === null

const presentVeto = (vote: SeenVote, ballot: NamedBallot): VoteAnswer['vetoes'][number] => ({
  id: `${vote.id}:${ballot.number}`,
  person: ballot.person,
  reason: reasonFor(vote, ballot),
  at: ballot.cast_at.toISOString(),
  mine: ballot.number === vote.number,
})

/** Why it was cast so, for the viewer. */
function reasonFor(vote: Pick<SeenVote, 'rules' | 'role' | 'number'>, ballot: NamedBallot): string | null {
  const veto = { readers: vote.rules.vetoReaders, mine: ballot.number === vote.number }
  return ballot.choice === 'veto' && !policy.readVetoReason(vote, veto) ? null : ballot.reason
}

function presentSource({ topic_id, page_id, source_title, source_at }: SeenVote): VoteAnswer['source'] {
  const [kind, id] = topic_id ? (['topic', topic_id] as const) : (['page', page_id] as const)
  return id === null ? null : { kind, id, title: source_title ?? '', at: source_at?.toISOString() ?? null }
}

function presentRevised({ revises_id, revises_version, comparison, adopted_at }: SeenVote): VoteAnswer['revises'] {
  if (revises_version === null) return null
  return { pageId: revises_id, comparison, adoptedAt: adopted_at?.toISOString() ?? null }
}

const hasReview = ({ review_on, reviewed_at }: SeenVote): boolean => review_on !== null && reviewed_at === null

function presentWritten(vote: SeenVote, now: Date): VoteAnswer['written'] {
  if (vote.outcome_at === null) return null
  const { outcome_by: id, written_name: name, written_portrait: portrait_key } = vote
  return {
    text: vote.outcome_text ?? '',
    html: vote.outcome_html ?? '',
    person: id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null,
    at: vote.outcome_at.toISOString(),
    reviewOn: vote.review_on,
    reviewDue: vote.review_on !== null && hasReview(vote) && reviewTime(vote.review_on) <= now,
    review: vote.reviewed_at && {
      text: vote.review_text ?? '',
      person: reviewer(vote),
      at: vote.reviewed_at.toISOString(),
    },
  }
}

function reviewer({ reviewed_by: id, reviewer_name: name, reviewer_portrait: portrait_key }: SeenVote): Author | null {
  return id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null
}

/** The rules that concern who votes; how a veto lapses is the committee's own. */
export const presentRules = ({
  vetoLapses: _lapses,
  lateVeto,
  minDays: _days,
  maxDays: _most,
  after: _after,
  ...rules
}: FrozenRules): VoteAnswer['rules'] => (rules.veto ? { ...rules, lateVeto } : rules)

/** A result with all that is needed to print it: numerator, denominator, base, participation. @param viewed what the viewer is to the vote */
export function presentResult(
  viewed: Pick<SeenVote, 'role' | 'number'>,
  { vote, evaluation: counted }: Closed,
  ballots: NamedBallot[],
  exports: ResultAnswer['exports'],
): ResultAnswer {
  const isHidden = isWithheld(vote, counted.participation.n)
  const evaluation = isHidden ? withhold(counted) : counted
  const { outcome, counts, participation, expressed, numerator, denominator, base } = evaluation
  const { roll, yes, no, abstain, blank, veto } = counts
  const { threshold, comparator, quorum } = vote.rules
  return {
    voteId: vote.id,
    outcome,
    roll,
    voters: participation.n,
    expressed,
    yes,
    no,
    abstain,
    blank,
    vetoes: veto,
    numerator,
    denominator,
    base,
    threshold,
    comparator,
    quorum,
    quorumMet: evaluation.quorate,
    tally: evaluation.tally,
    winner: evaluation.winner,
    withheld: isHidden,
    ballots: ballots.map((ballot) => {
      return {
        person: ballot.person,
        ...countedAs(vote, ballot),
        reason: reasonFor({ ...viewed, rules: vote.rules }, ballot),
      }
    }),
    exports,
  }
}
