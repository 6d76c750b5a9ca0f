import type { WaitingItem } from '@cenacle/contract/home'
import type { PersonContext } from '../../context.ts'
import * as candidacy from '../../policy/candidacy.ts'
import { administer } from '../../policy/person.ts'
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

/**
 * Candidacies that nobody has brought before the committee yet, oldest first: to the administration, and to the member who
 * sponsors them.
 */
export async function listSubmittedCandidacies(ctx: PersonContext): Promise<WaitingItem[]> {
  if (!candidacy.open(ctx.viewer)) return []
  let rows = ctx.db
    .selectFrom('candidacy')
    .select(['id', 'name', 'submitted_at'])
    .where('vote_id', 'is', null)
    .orderBy('submitted_at')
    .orderBy('id')
    .limit(CANDIDACIES)
  if (!administer(ctx.viewer)) rows = rows.where('sponsor_id', '=', ctx.viewer.id)
  return (await rows.execute()).map((row) => ({
    kind: 'candidacy' as const,
    id: row.id,
    name: row.name,
    at: row.submitted_at.toISOString(),
  }))
}
