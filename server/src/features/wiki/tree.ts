import { sql } from 'kysely'
import type { Tx } from '../../database/types.ts'
import { invalidField } from '../../problem.ts'

interface InTx {
  db: Tx
}
/** Where a page is, or was. */
interface Placed {
  id: string
  space_id: string
  parent_id: string | null
  position: number
}

/** Takes the page tree of a space for this transaction: no two moves at once, so no cycle. */
export async function lockTree(ctx: InTx, spaceId: string): Promise<void> {
  await ctx.db.selectFrom('space').select('id').where('id', '=', spaceId).forNoKeyUpdate().execute()
}

/** @throws Problem invalid when the parent is not a page of that space; a revision is in no tree */
export async function checkParent(ctx: InTx, spaceId: string, parentId: string | null): Promise<void> {
  if (parentId !== null && !(await isPageOf(ctx, spaceId, parentId))) throw invalidField('/parentId', 'not-found')
}

/** Whether a page is there, in the tree of that space and not in its trash. */
export async function isPageOf(ctx: InTx, spaceId: string, pageId: string): Promise<boolean> {
  const page = await ctx.db
    .selectFrom('page')
    .select('id')
    .where('id', '=', pageId)
    .where('space_id', '=', spaceId)
    .where('revision_of', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return page !== undefined
}

/** The place after the last of the siblings. Call it with the tree locked. */
export async function lastPosition(ctx: InTx, spaceId: string, parentId: string | null): Promise<number> {
  const { rows } = await sql<{ next: number }>`select coalesce(max(position) + 1, 0)::int as next from page
    where space_id = ${spaceId}::uuid and parent_id is not distinct from ${parentId}::uuid and revision_of is null
      and deleted_at is null`.execute(ctx.db)
  return rows[0]?.next ?? 0
}

/**
 * Puts a page under another parent, or elsewhere among its siblings, which are numbered anew. Call it with the tree locked.
 * @param position from 0; beyond the last it becomes the last
 * @throws Problem invalid when the page would be inside itself
 */
export async function place(
  ctx: InTx,
  page: Pick<Placed, 'id' | 'space_id'>,
  parentId: string | null,
  position: number,
): Promise<void> {
  if (parentId !== null && (await isWithin(ctx, parentId, page.id))) throw invalidField('/parentId', 'not-allowed')
  const siblings = (await childrenOf(ctx, page.space_id, parentId)).filter(({ id }) => id !== page.id)
  await ctx.db.updateTable('page').set({ parent_id: parentId }).where('id', '=', page.id).execute()
  await number(ctx, siblings.map(({ id }) => id).toSpliced(position, 0, page.id))
}

/** Puts a page back under its parent, or at the top when that is gone, among its siblings as far as they stand as before. Call it with the tree locked. */
export async function placeBack(ctx: InTx, page: Placed): Promise<string | null> {
  const { parent_id: parent, space_id } = page
  const parentId = parent !== null && (await isPageOf(ctx, space_id, parent)) ? parent : null
  const siblings = (await childrenOf(ctx, space_id, parentId)).filter(({ id }) => id !== page.id)
  await place(ctx, page, parentId, siblings.filter(({ position }) => position < page.position).length)
  return parentId
}

/** Puts what is below a page in its place, before it. Call it with the tree locked. */
export async function raiseChildren(ctx: InTx, page: Placed): Promise<void> {
  const children = (await childrenOf(ctx, page.space_id, page.id)).map(({ id }) => id)
  if (children.length === 0) return
  const siblings = (await childrenOf(ctx, page.space_id, page.parent_id)).map(({ id }) => id)
  await ctx.db.updateTable('page').set({ parent_id: page.parent_id }).where('id', 'in', children).execute()
  await number(ctx, siblings.toSpliced(siblings.indexOf(page.id), 0, ...children))
}

/** A page and all that is below it, with the revisions of each. */
export async function subtreeOf(
  ctx: InTx,
  pageId: string,
): Promise<{ id: string; author_id: string | null; frozen_at: Date | null }[]> {
  const { rows } = await sql<{ id: string; author_id: string | null; frozen_at: Date | null }>`with recursive below as (
      select id, author_id, frozen_at from page where id = ${pageId}::uuid
      union select page.id, page.author_id, page.frozen_at from page join below
          on page.parent_id = below.id or page.revision_of = below.id
        where page.deleted_at is null)
    select id, author_id, frozen_at from below`.execute(ctx.db)
  return rows
}

const childrenOf = (ctx: InTx, spaceId: string, parentId: string | null): Promise<{ id: string; position: number }[]> =>
  ctx.db
    .selectFrom('page')
    .select(['id', 'position'])
    .where('space_id', '=', spaceId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('revision_of', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Gives siblings their places in this order, from 0. */
async function number(ctx: InTx, ids: readonly string[]): Promise<void> {
  await sql`update page set position = place.n - 1 from unnest(${ids}::uuid[]) with ordinality as place (id, n)
    where page.id = place.id and page.position <> place.n - 1`.execute(ctx.db)
}

/** Whether a page is another one, or lies below it. */
async function isWithin(ctx: InTx, pageId: string, ancestorId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`with recursive up as (
      select id, parent_id from page where id = ${pageId}::uuid
      union select page.id, page.parent_id from page join up on page.id = up.parent_id)
    select id from up where id = ${ancestorId}::uuid`.execute(ctx.db)
  return rows.length > 0
}
