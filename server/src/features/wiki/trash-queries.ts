import { sql } from 'kysely'
import type { TrashItem } from '@cenacle/contract/page-tree'
import type { List } from '@cenacle/contract/paging'
import type { Context, Viewer } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import type { Db } from '../../database/types.ts'
import { allow, hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/trash.ts'
import { after, DAY_MS } from '../../time.ts'
import { presentAuthor } from '../accounts/present.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'

/** How long the trash keeps what is put there, ms. */
export const KEPT_MS = 30 * DAY_MS

interface Reading {
  db: Db
  viewer: Viewer
  now(): Date
}

/** What was put into the trash at once, by its topmost page. */
export interface TrashedRow {
  id: string
  title: string
  space_id: string
  parent_id: string | null
  revision_of: string | null
  position: number
  facts: policy.TrashFacts
}

/**
 * An entry of a trash that the viewer may see. What is past its time is gone, whether or not it was deleted yet.
 * @throws Problem not-found, forbidden, or sign-in-required for a visitor
 */
export async function getTrashed(ctx: Reading, pageId: string): Promise<TrashedRow> {
  const row = await ctx.db
    .selectFrom('page')
    .select(['id', 'title', 'space_id', 'parent_id', 'revision_of', 'position', 'author_id', 'trashed_by'])
    .where('id', '=', pageId)
    .where('trashed_with', '=', pageId)
    .where('deleted_at', '>', after(ctx.now(), -KEPT_MS))
    .executeTakeFirst()
  if (!row) throw hidden(ctx.viewer)
  const space = factsOf(await getSpace(ctx, row.space_id))
  allow(policy.see(space))
  return { ...row, facts: { space, authorId: row.author_id, trashedBy: row.trashed_by } }
}

interface EntryRow {
  id: string
  title: string
  author_id: string | null
  deleted_at: Date
  pages: number
  by_id: string | null
  by_name: string | null
  by_portrait: string | null
}

/**
 * What is in the trash of a space, the last first.
 * @throws Problem not-found, forbidden, or sign-in-required for a visitor
 */
export async function listTrash(
  ctx: Context,
  idOrSlug: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<List<TrashItem>> {
  const row = await getSpace(ctx, idOrSlug)
  const space = factsOf(row)
  allow(policy.see(space))
  const [at, id] = cursor ? decodeCursor(cursor, ['time', 'id']) : []
  const below = at ? sql`and (g.deleted_at, g.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<EntryRow>`
    select g.id, g.title, g.author_id, g.deleted_at, p.id as by_id, p.name as by_name, p.portrait_key as by_portrait,
      (select count(*)::int from page one where one.trashed_with = g.id) as pages
    from page g left join person p on p.id = g.trashed_by
    where g.space_id = ${row.id}::uuid and g.trashed_with = g.id
      and g.deleted_at > ${after(ctx.now(), -KEPT_MS)}::timestamptz ${below}
    order by g.deleted_at desc, g.id desc limit ${limit + 1}`.execute(ctx.db)
  return cut(
    rows,
    limit,
    (entry) => presentEntry(ctx, space, entry),
    (entry) => [entry.deleted_at.toISOString(), entry.id],
  )
}

function presentEntry({ viewer }: Context, space: policy.TrashFacts['space'], row: EntryRow): TrashItem {
  const { by_id, by_name, by_portrait } = row
  const facts = { space, authorId: row.author_id, trashedBy: by_id }
  return {
    id: row.id,
    title: row.title,
    pages: row.pages,
    at: row.deleted_at.toISOString(),
    by:
      by_id !== null && by_name !== null
        ? presentAuthor({ id: by_id, name: by_name, portrait_key: by_portrait })
        : null,
    until: after(row.deleted_at, KEPT_MS).toISOString(),
    can: { restore: policy.restore(viewer, facts), purge: policy.purge(facts) },
  }
}
