import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Db, Schema, Tx } from '../../database/types.ts'
import { hidden } from '../../policy/allow.ts'
import { hasSeat } from '../../policy/person.ts'
import { rankOf } from '../../policy/roles.ts'
import type { SpaceFacts } from '../../policy/space.ts'
import { joinOwnRow, roleRank } from '../../policy/visible.ts'
import * as policy from '../../policy/vote.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'

export type DraftRow = Selectable<Schema['vote_draft']>
/** A draft with the names of its author and of who scheduled it. */
export type NamedDraft = DraftRow & {
  author_name: string | null
  author_portrait: string | null
  scheduler_name: string | null
  scheduler_portrait: string | null
}
type Reading = Pick<Context, 'viewer' | 'now'> & { db: Db }

/**
 * A draft that the viewer may read, with the space as they stand in it.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function getDraft(ctx: Reading, id: string): Promise<{ draft: NamedDraft; space: SpaceFacts }> {
  const draft = await ctx.db
    .selectFrom('vote_draft as d')
    .leftJoin('person as p', 'p.id', 'd.author_id')
    .leftJoin('person as s', 's.id', 'd.scheduled_by')
    .selectAll('d')
    .select(['p.name as author_name', 'p.portrait_key as author_portrait'])
    .select(['s.name as scheduler_name', 's.portrait_key as scheduler_portrait'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!draft) throw hidden(ctx.viewer)
  const space = factsOf(await getSpace(ctx, draft.space_id))
  if (!policy.openDecision(ctx.viewer, space)) throw hidden(ctx.viewer)
  return { draft, space }
}

/** Locks a draft, so that it is changed or opened by one at a time. @returns nothing when it is gone */
export const lockDraft = (db: Tx, id: string): Promise<DraftRow | undefined> =>
  db.selectFrom('vote_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Whether the viewer wrote it. */
export const isOwn = ({ viewer }: Pick<Context, 'viewer'>, draft: Pick<DraftRow, 'author_id'>): boolean =>
  viewer.kind === 'person' && draft.author_id === viewer.id

/** Ids of the spaces in which the viewer could put a question to the vote: `openDecision` of the policy. */
export const decidingSpaces = ({ viewer, now }: Reading): RawBuilder<string> => sql<string>`
  select s.id from space s ${joinOwnRow(viewer, now())}
  where s.closed_at is null and case when s.kind = 'committee' then ${sql.lit(hasSeat(viewer))}
    else sp.person_id is not null and ${roleRank(viewer)} >= ${sql.lit(rankOf('writer'))} end`
