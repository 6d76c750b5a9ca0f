import { sql, type Selectable } from 'kysely'
import type { RenewalAnswer } from '@cenacle/contract/renewal'
import type { SpaceRole } from '@cenacle/contract/space'
import type { Context, Viewer } from '../../../context.ts'
import type { Db, Schema, Tx } from '../../../database/types.ts'
import { findSpace, factsOf } from '../../spaces/queries.ts'
import { databaseClock } from '../../votes/queries/rows.ts'

export type RenewalRow = Selectable<Schema['renewal']>

/** The newest campaign. */
export const findNewest = (db: Db): Promise<RenewalRow | undefined> =>
  db.selectFrom('renewal').selectAll().orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()

/**
 * Holds a campaign, and reads the clock after the wait: the deadline is judged by that clock.
 * @param as `share` for those who answer, who do not wait for each other; `update` for whoever ends it
 */
export async function holdRenewal(
  db: Tx,
  id: string,
  as: 'share' | 'update',
): Promise<{ renewal: RenewalRow | undefined; now: Date }> {
  const one = db.selectFrom('renewal').selectAll().where('id', '=', id)
  const renewal = await (as === 'share' ? one.forShare() : one.forUpdate()).executeTakeFirst()
  return { renewal, now: await databaseClock(db) }
}

export const statusAt = (renewal: RenewalRow, now: Date): RenewalAnswer['status'] =>
  renewal.settled_at ? 'settled' : renewal.closes_at <= now ? 'closed' : 'open'

/** The role that the viewer has in the committee's space. */
export async function committeeRole(ctx: Pick<Context, 'db' | 'viewer' | 'now'>): Promise<SpaceRole | null> {
  const id = await committeeId(ctx.db)
  const space = id && (await findSpace(ctx, id))
  return space ? factsOf(space).role : null
}

export async function committeeId(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('space').select('id').where('kind', '=', 'committee').executeTakeFirst()
  return row?.id
}

export interface Standing {
  asked: number
  answered: number
  stay: number
  ambassador: number
  leave: number
  own: boolean
  own_answer: 'stay' | 'ambassador' | 'leave' | null
  own_at: Date | null
}

/** How many were asked and answered, what came of it, and the viewer's own answer. */
export async function standingOf(db: Db, renewalId: string, viewer: Viewer): Promise<Standing> {
  const me = viewer.kind === 'person' ? viewer.id : null
  const { rows } = await sql<Standing>`
    select count(*)::int as asked, count(answer)::int as answered,
      count(*) filter (where effect = 'stay')::int as stay, count(*) filter (where effect = 'ambassador')::int as ambassador,
      count(*) filter (where effect = 'leave')::int as leave,
      coalesce(bool_or(person_id = ${me}::uuid), false) as own,
      max(answer) filter (where person_id = ${me}::uuid) as own_answer,
      max(answered_at) filter (where person_id = ${me}::uuid) as own_at
    from renewal_person where renewal_id = ${renewalId}::uuid`.execute(db)
  const [row] = rows
  if (!row) throw new Error('an aggregate without a row')
  return row
}
