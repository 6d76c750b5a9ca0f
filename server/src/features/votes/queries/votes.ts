import { sql } from 'kysely'
import type { List } from '@cenacle/contract/paging'
import type { VoteAnswer, VotesQuery } from '@cenacle/contract/vote'
import type { ResultAnswer } from '@cenacle/contract/vote-result'
import type { Context } from '../../../context.ts'
import { cut, decodeCursor } from '../../../database/paging.ts'
import type { Db } from '../../../database/types.ts'
import * as policy from '../../../policy/vote.ts'
import { administer, hasSeat } from '../../../policy/person.ts'
import { rankOf } from '../../../policy/roles.ts'
import { roleRank, visibleTo } from '../../../policy/visible.ts'
import { settleFirst } from '../secret/read.ts'
import { type NamedBallot, presentResult, presentVote } from '../present.ts'
import { LAPSED_AT } from './lapsed.ts'
import { asAuthor } from './people.ts'
import type { Standing } from './rules.ts'
import { listFormats } from './export.ts'
import { getVote, isCandidate, judgedInstant, RELEASED, type SeenVote, seen, selectVotes } from './rows.ts'
import { knownStandings, resultOf } from './standing.ts'
import type { BallotRow } from './types.ts'

/** One vote. @throws Problem not-found */
export async function readVote(ctx: Context, id: string): Promise<VoteAnswer> {
  const vote = await getVote(ctx, id)
  const [answer] = await presentAll(ctx, [vote], await judgedInstant(ctx))
  return answer as VoteAnswer
}

/** Votes as the viewer sees them, with their ballots read at once. */
async function presentAll(ctx: Context, votes: SeenVote[], now: Date): Promise<VoteAnswer[]> {
  const ids = votes.map(({ id }) => id)
  const viewerId = ctx.viewer.kind === 'person' ? ctx.viewer.id : null
  const named = Map.groupBy(await namedBallots(ctx.db, ids, viewerId), ({ vote_id }) => vote_id)
  const standings = await knownStandings(ctx.db, votes, now)
  return votes.map((vote) => {
    return presentVote(ctx.viewer, vote, named.get(vote.id) ?? [], standings.get(vote.id) as Standing, now)
  })
}

/** Votes that the viewer may read: those that wait for them and open ones by nearest close, closed ones newest first. */
export async function listVotes(ctx: Context, query: VotesQuery): Promise<List<VoteAnswer>> {
  const { limit, cursor, state } = query
  const now = await judgedInstant(ctx)
  const isAscending = state === 'waiting' || state === 'open'
  const after = cursor ? decodeCursor(cursor, ['time', 'id']) : undefined
  const { rows } = await sql<SeenVote & { rank: number }>`${selectVotes(ctx.viewer, now, false)}
    where ${visibleTo(ctx.viewer, now, 'v.space_id')} and ${seesAdmissions(ctx) ? sql`true` : sql`v.kind <> 'candidacy'`}
      and ${seesJury(ctx)}
      and (c.admitted_at is not null or not ${isCandidate(ctx.viewer)})
      and ${stateIs(state, now)}
      and ${query.spaceId ? sql`v.space_id = ${query.spaceId}::uuid` : sql`true`}
      and ${after ? sql`(v.closes_at, v.id) ${isAscending ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by v.closes_at ${isAscending ? sql`asc` : sql`desc`}, v.id ${isAscending ? sql`asc` : sql`desc`}
    limit ${limit + 1}`.execute(ctx.db)
  const page = cut(
    rows.map(seen),
    limit,
    (vote) => vote,
    (vote) => [vote.closes_at.toISOString(), vote.id],
  )
  return { items: await presentAll(ctx, page.items, now), next: page.next }
}

const seesAdmissions = ({ viewer }: Pick<Context, 'viewer'>): boolean => hasSeat(viewer) || administer(viewer)

/** `read` of the policy, as SQL: the juries that are the viewer's, and those whose result is public. */
const seesJury = ({ viewer }: Context) =>
  sql`(v.kind <> 'award' or (${seesAdmissions({ viewer })} and (mine.number is not null or ${RELEASED}
    or (${!hasSeat(viewer)} and ${roleRank(viewer)} >= ${rankOf('facilitator')}))))`

function stateIs(state: VotesQuery['state'], now: Date) {
  const isOpen = sql`v.closes_at > ${now}::timestamptz and v.cancelled_at is null`
  if (state === 'closed') return sql`not (${isOpen})`
  if (state === 'open') return isOpen
  if (state === undefined) return sql`true`
  if (state === 'review') return sql`not (${isOpen}) and v.review_on is not null and v.reviewed_at is null`
  return sql`${isOpen} and mine.number is not null and not mine.has_voted
    and not exists (select from ballot b where b.vote_id = v.id and b.number = mine.number)`
}

/** The result, for those who may read the vote, once it has closed. @throws Problem not-found, not-closed, vote-cancelled */
export async function readResult(ctx: Context, id: string): Promise<ResultAnswer> {
  const vote = await getVote(ctx, id)
  if (vote.secret) await settleFirst(ctx, id)
  const closed = await resultOf(ctx, id)
  const ballots = policy.readNames(ctx.viewer, vote) ? await namedBallots(ctx.db, [id]) : []
  return presentResult(vote, closed, ballots, await listFormats(ctx, closed))
}

/**
 * Current ballots of some votes with their voters, in the order of the roll.
 * @param viewerId theirs alone, besides vetoes: what others voted is not even read before it is asked for
 */
async function namedBallots(db: Db, voteIds: string[], viewerId?: string | null): Promise<NamedBallot[]> {
  if (voteIds.length === 0) return []
  const rows = await db
    .selectFrom('ballot as b')
    .innerJoin('vote_roll as r', (join) => join.onRef('r.vote_id', '=', 'b.vote_id').onRef('r.number', '=', 'b.number'))
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .selectAll('b')
    .select(['p.id', 'p.name', 'p.portrait_key', LAPSED_AT.as('over_at')])
    .where('b.vote_id', 'in', voteIds)
    .$if(viewerId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('b.choice', '=', 'veto'), eb('r.person_id', '=', viewerId ?? null)])),
    )
    .orderBy('b.number')
    .execute()
  return rows.map(({ id, name, portrait_key, over_at, ...ballot }) => ({
    ...(ballot as BallotRow),
    lapsed_at: over_at,
    person: asAuthor({ id, name, portrait_key }),
  }))
}
