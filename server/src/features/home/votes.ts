import { sql } from 'kysely'
import type { WaitingItem } from '@cenacle/contract/home'
import type { PersonContext } from '../../context.ts'
import * as candidacy from '../../policy/candidacy.ts'
import { administer, hasSeat } from '../../policy/person.ts'
import { listVotes } from '../votes/queries/votes.ts'

const VOTES = 20
const CANDIDACIES = 20

/** Open votes on whose roll the viewer stands without a ballot, the one that closes first on top. */
export async function listWaitingVotes(ctx: PersonContext): Promise<WaitingItem[]> {
  const { items } = await listVotes(ctx, { state: 'waiting', limit: VOTES })
  const votes = items.filter(({ can }) => can.vote)
  if (votes.length === 0) return []
  const rows = await ctx.db
    .selectFrom('candidacy as c')
    .innerJoin('person as p', 'p.id', 'c.sponsor_id')
    .select(['c.vote_id', 'p.name'])
    .where(
      'c.vote_id',
      'in',
      votes.map(({ id }) => id),
    )
    .execute()
  const sponsors = new Map(rows.map(({ vote_id, name }) => [vote_id, name]))
  return votes.map((vote) => ({
    kind: 'vote' as const,
    id: vote.id,
    question: vote.question,
    voteKind: vote.kind,
    sponsor: sponsors.get(vote.id) ?? null,
    closesAt: vote.closesAt,
    voters: vote.voters,
    roll: vote.roll,
  }))
}

/** Decisions whose outcome is to be looked at again, for those who may say what they found. */
export async function listReviews(ctx: PersonContext): Promise<WaitingItem[]> {
  const { items } = await listVotes(ctx, { state: 'review', limit: VOTES })
  return items.flatMap(({ id, question, written, can }) =>
    can.review && written?.reviewDue && written.reviewOn
      ? [{ kind: 'review' as const, id, question, reviewOn: written.reviewOn }]
      : [],
  )
}

/**
 * Candidacies that wait for an act: of whoever sponsors them, or of who runs the committee. First those with a question to pass on or to
 * answer, which is theirs who have no sponsor, then those that nobody has brought before the committee yet, the oldest on top.
 */
export async function listWaitingCandidacies(ctx: PersonContext): Promise<WaitingItem[]> {
  if (!candidacy.list(ctx.viewer)) return []
  const [self, isAdministrator] = [ctx.viewer.id, administer(ctx.viewer)]
  // What one asked for oneself waits for others.
  const another = sql`not exists (select from person me where me.id = ${self}::uuid and (me.email_key = c.email_key or me.id = c.person_id))`
  const { rows } = await sql<{ kind: 'question' | 'candidacy'; id: string; name: string; at: Date }>`
    (select 'question' as kind, c.id, c.name, min(q.asked_at) as at
      from candidacy c join candidacy_question q on q.candidacy_id = c.id
      where c.ended is null and c.admitted_at is null
        and ((q.from_candidate and q.answer is null) or (not q.from_candidate and q.passed_at is null))
        and ((c.sponsor_id = ${self}::uuid and ${hasSeat(ctx.viewer)}::boolean)
          or (c.sponsor_id is null and ${isAdministrator}::boolean))
        and ${another}
      group by c.id order by at, c.id limit ${CANDIDACIES})
    union all
    (select 'candidacy', c.id, c.name, c.submitted_at from candidacy c
      where c.vote_id is null and c.ended is null and (${isAdministrator}::boolean or c.sponsor_id = ${self}::uuid) and ${another}
      order by c.submitted_at, c.id limit ${CANDIDACIES})
    order by kind desc, at, id`.execute(ctx.db)
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
