import { sql } from 'kysely'
import type { Tx } from '../../database/types.ts'
import { invalidField } from '../../problem.ts'

interface InTx {
  db: Tx
}

/** Takes the page tree of a space for this transaction: no two moves at once, so no cycle. */
export async function lockTree(ctx: InTx, spaceId: string): Promise<void> {
  await ctx.db.selectFrom('space').select('id').where('id', '=', spaceId).forNoKeyUpdate().execute()
}

/** @throws Problem invalid when the parent is not a page of that space */
export async function checkParent(ctx: InTx, spaceId: string, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const parent = await ctx.db
    .selectFrom('page')
    .select('id')
    .where('id', '=', parentId)
    .where('space_id', '=', spaceId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!parent) throw invalidField('/parentId', 'not-found')
}

/** The place after the last of the siblings. Call it with the tree locked. */
export async function lastPosition(ctx: InTx, spaceId: string, parentId: string | null): Promise<number> {
  const { rows } = await sql<{ next: number }>`select coalesce(max(position) + 1, 0)::int as next from page
    where space_id = ${spaceId}::uuid and parent_id is not distinct from ${parentId}::uuid and deleted_at is null`.execute(
    ctx.db,
  )
  return rows[0]?.next ?? 0
}

/**
 * Puts a page under another parent, or elsewhere among its siblings, which are numbered anew. Call it with the tree locked.
 * @param position from 0; beyond the last it becomes the last
 * @throws Problem invalid when the page would be inside itself
 */
export async function place(
  ctx: InTx,
  page: { id: string; space_id: string },
  parentId: string | null,
  position: number,
): Promise<void> {
  if (parentId !== null && (await isWithin(ctx, parentId, page.id))) throw invalidField('/parentId', 'not-allowed')
  const siblings = await ctx.db
    .selectFrom('page')
    .select('id')
    .where('space_id', '=', page.space_id)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('deleted_at', 'is', null)
    .where('id', '<>', page.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const ids = siblings.map(({ id }) => id).toSpliced(position, 0, page.id)
  await ctx.db.updateTable('page').set({ parent_id: parentId }).where('id', '=', page.id).execute()
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
