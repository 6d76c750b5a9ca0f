import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../../../context.ts'
import type { Db, Schema, Tx } from '../../../database/types.ts'
import { hidden } from '../../../policy/allow.ts'
import { roleOfRank } from '../../../policy/roles.ts'
import { joinOwnRow, roleRank } from '../../../policy/visible.ts'
import * as policy from '../../../policy/vote.ts'
import type { FrozenRules, VoteRow } from './types.ts'
import { earliest } from '../../../time.ts'

/** A vote with what the viewer is to it: the role in its space, the place on its roll. */
export type SeenVote = VoteRow & { role: SpaceRole | null; number: number | null; candidacy_id: string | null }

/** `select …` of votes as the viewer sees them; add conditions on `v`, the viewer's place is `mine`. */
export const selectVotes = (viewer: Viewer, now: Date): RawBuilder<SeenVote & { rank: number }> => sql`
  select v.*, ${roleRank(viewer)} as rank, mine.number, c.id as candidacy_id
  from vote v
  join space s on s.id = v.space_id
  ${joinOwnRow(viewer, now)}
  left join vote_roll mine on mine.vote_id = v.id and mine.person_id = ${viewer.kind === 'person' ? viewer.id : null}::uuid
  left join candidacy c on c.vote_id = v.id`

export const seen = ({ rank, ...row }: SeenVote & { rank: number }): SeenVote => ({ ...row, role: roleOfRank(rank) })

/**
 * Finds a vote that the viewer may read.
 * @throws Problem sign-in-required or not-found, the same for a hidden vote as for an unknown one
 */
export async function getVote(ctx: { db: Db; now(): Date; viewer: Viewer }, id: string): Promise<SeenVote> {
  const { rows } = await sql<
    SeenVote & { rank: number }
  >`${selectVotes(ctx.viewer, ctx.now())} where v.id = ${id}::uuid`.execute(ctx.db)
  const vote = rows[0] && seen(rows[0])
  if (!vote || !policy.read(ctx.viewer, vote)) throw hidden(ctx.viewer)
  return vote
}

/**
 * Locks a vote against every other ballot, then reads it and the database's clock: the deadline is judged by that clock,
 * after the wait for the lock.
 */
export async function lockVote(db: Tx, id: string): Promise<{ vote: VoteRow; now: Date }> {
  const vote = await db.selectFrom('vote').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  return { vote: asVote(vote), now: await databaseClock(db) }
}

/** The clock of every deadline. */
export async function databaseClock(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select cenacle_clock() as now`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the database has no clock')
  return row.now
}

/**
 * The instant at which a vote opens: no later than the clock that will judge its ballots, were that behind ours, so that the
 * first voter is never told to wait.
 */
export async function openingInstant(ctx: { db: Db; now(): Date }): Promise<Date> {
  return earliest(ctx.now(), await databaseClock(ctx.db))
}

export const asVote = (row: Selectable<Schema['vote']>): VoteRow => ({ ...row, rules: row.rules as FrozenRules })
