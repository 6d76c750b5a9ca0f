import { sql } from 'kysely'
import type { List } from '@cenacle/contract/paging'
import type { ResultAnswer, VoteAnswer, VoteLogAnswer, VotesQuery } from '@cenacle/contract/vote'
import { GENESIS } from '@cenacle/tally/chain'
import type { Context } from '../../../context.ts'
import { cut, decodeCursor } from '../../../database/paging.ts'
import type { Db } from '../../../database/types.ts'
import { administer, hasSeat } from '../../../policy/person.ts'
import { visibleTo } from '../../../policy/visible.ts'
import { presentAuthor } from '../../accounts/present.ts'
import { pseudonym } from '../commands/log.ts'
import { type NamedBallot, presentResult, presentVote } from '../present.ts'
import { statusOf } from './rules.ts'
import { getVote, type SeenVote, seen, selectVotes } from './rows.ts'
import { resultOf } from './standing.ts'

/** One vote. @throws Problem not-found */
export async function readVote(ctx: Context, id: string): Promise<VoteAnswer> {
  const vote = await getVote(ctx, id)
  return presentVote(ctx.viewer, vote, await namedBallots(ctx.db, [id]), ctx.now())
}

/** Votes that the viewer may read: those that wait for them and open ones by nearest close, closed ones newest first. */
export async function listVotes(ctx: Context, query: VotesQuery): Promise<List<VoteAnswer>> {
  const { limit, cursor, state } = query
  const now = ctx.now()
  const isAscending = state === 'waiting' || state === 'open'
  const after = cursor ? decodeCursor(cursor, ['time', 'id']) : undefined
  const { rows } = await sql<SeenVote & { rank: number }>`${selectVotes(ctx.viewer, now)}
    where ${visibleTo(ctx.viewer, now, 'v.space_id')} and ${seesAdmissions(ctx) ? sql`true` : sql`v.kind <> 'candidacy'`}
      and ${stateIs(state, now)}
      and ${query.spaceId ? sql`v.space_id = ${query.spaceId}::uuid` : sql`true`}
      and ${after ? sql`(v.closes_at, v.id) ${isAscending ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by v.closes_at ${isAscending ? sql`asc` : sql`desc`}, v.id ${isAscending ? sql`asc` : sql`desc`}
    limit ${limit + 1}`.execute(ctx.db)
  const ballots = Map.groupBy(
    await namedBallots(
      ctx.db,
      rows.map(({ id }) => id),
    ),
    ({ vote_id }) => vote_id,
  )
  return cut(
    rows.map(seen),
    limit,
    (vote) => presentVote(ctx.viewer, vote, ballots.get(vote.id) ?? [], now),
    (vote) => [vote.closes_at.toISOString(), vote.id],
  )
}

const seesAdmissions = ({ viewer }: Context): boolean => hasSeat(viewer) || administer(viewer)

function stateIs(state: VotesQuery['state'], now: Date) {
  if (state === 'closed') return sql`v.closes_at <= ${now}::timestamptz`
  if (state === 'open') return sql`v.closes_at > ${now}::timestamptz`
  if (state === undefined) return sql`true`
  return sql`v.closes_at > ${now}::timestamptz and mine.number is not null
    and not exists (select from ballot b where b.vote_id = v.id and b.number = mine.number)`
}

/** The result, for those who may read the vote, once it has closed. @throws Problem not-found, not-closed */
export async function readResult(ctx: Context, id: string): Promise<ResultAnswer> {
  await getVote(ctx, id)
  const closed = await resultOf(ctx, id)
  return presentResult(closed, await namedBallots(ctx.db, [id]))
}

/**
 * The hash-chained log. Contents of ballots stay out of it until the close; their hashes are there from the first moment.
 * @throws Problem not-found
 */
export async function readLog(ctx: Context, id: string): Promise<VoteLogAnswer> {
  const vote = await getVote(ctx, id)
  const isClosed = statusOf(vote, [], ctx.now()).status === 'closed'
  return exportLog(ctx.db, vote, isClosed)
}

/** The log of a vote with its roll. @param unsealed with the contents of ballots */
export async function exportLog(
  db: Db,
  vote: Pick<SeenVote, 'id' | 'rules_hash' | 'roll_hash'>,
  unsealed: boolean,
): Promise<VoteLogAnswer> {
  const rows = await db
    .selectFrom('vote_event as e')
    .leftJoin('vote_event_body as b', (join) => join.onRef('b.vote_id', '=', 'e.vote_id').onRef('b.seq', '=', 'e.seq'))
    .select(['e.seq', 'e.prev', 'e.ts', 'e.type', 'e.actor', 'e.payload', 'e.hash', 'b.body', 'b.sealed'])
    .where('e.vote_id', '=', vote.id)
    .orderBy('e.seq')
    .execute()
  const roll = await db
    .selectFrom('vote_roll as r')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.number', 'p.id', 'p.name', 'p.portrait_key'])
    .where('r.vote_id', '=', vote.id)
    .orderBy('r.number')
    .execute()
  return {
    voteId: vote.id,
    head: rows.at(-1)?.hash ?? GENESIS,
    rulesHash: vote.rules_hash,
    rollHash: vote.roll_hash,
    roll: roll.map(({ number, ...person }) => ({ actor: pseudonym(number), person: asAuthor(person) })),
    events: rows.map(({ body, sealed, ...event }) => ({
      ...event,
      ...(body !== null &&
        (unsealed || !sealed) && { body: JSON.parse(body) as VoteLogAnswer['events'][number]['body'] }),
    })),
  }
}

type MaybePerson = { id: string | null; name: string | null; portrait_key: string | null }
const asAuthor = ({ id, name, portrait_key }: MaybePerson) =>
  id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null

/** Current ballots of some votes with their voters, in the order of the roll. */
async function namedBallots(db: Db, voteIds: string[]): Promise<NamedBallot[]> {
  if (voteIds.length === 0) return []
  const rows = await db
    .selectFrom('ballot as b')
    .innerJoin('vote_roll as r', (join) => join.onRef('r.vote_id', '=', 'b.vote_id').onRef('r.number', '=', 'b.number'))
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .selectAll('b')
    .select(['p.id', 'p.name', 'p.portrait_key'])
    .where('b.vote_id', 'in', voteIds)
    .orderBy('b.number')
    .execute()
  return rows.map(({ id, name, portrait_key, ...ballot }) => ({
    ...ballot,
    person: asAuthor({ id, name, portrait_key }),
  }))
}
