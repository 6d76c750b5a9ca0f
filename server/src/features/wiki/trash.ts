import { sql } from 'kysely'
import type { RestoredAnswer, TrashWith } from '@cenacle/contract/page-tree'
import type { PersonContext } from '../../context.ts'
import { dropEntries } from '../../database/search-entry.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { enqueue, enqueueAll } from '../../jobs/jobs.ts'
import { allow, hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import * as spacePolicy from '../../policy/space.ts'
import * as trashPolicy from '../../policy/trash.ts'
import { Problem } from '../../problem.ts'
import { after } from '../../time.ts'
import { getPage, indexPage, type PageRow, type TxContext } from './rows.ts'
import { ADOPT_JOB } from './commands/adopt-job.ts'
import { getTrashed, KEPT_MS, type TrashedRow } from './trash-queries.ts'
import { lockTree, placeBack, raiseChildren, subtreeOf } from './tree.ts'

export const PURGE_JOB = 'wiki.purge-trash'

/**
 * Puts a page into the trash, as one entry with all that is below it; or alone, and then what is below moves up to its place. Who does not
 * run the space takes nobody else's page along.
 * @throws Problem not-found, forbidden
 */
export async function trashPage(ctx: PersonContext, pageId: string, what: TrashWith): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { space_id } = await getPage(ctx, pageId)
    await lockTree(ctx, space_id)
    const page = await getPage(ctx, pageId)
    allow(policy.manage(ctx.viewer, page.facts))
    if (what === 'nothing') await raiseChildren(ctx, page)
    const ids = await whatGoes(ctx, page)
    const [at, by] = [ctx.now(), ctx.viewer.id]
    await sql`update page set deleted_at = ${at}::timestamptz, trashed_with = ${pageId}::uuid, trashed_by = ${by}::uuid
      where id = any(${ids}::uuid[])`.execute(ctx.db)
    await dropEntries(ctx, 'page', ids)
    await enqueue(ctx, PURGE_JOB, {}, after(at, KEPT_MS))
    await record(ctx, { type: 'page.changed', spaceId: space_id, ids: { pageId, spaceId: space_id, gone: 'true' } })
  })
}

/** @throws Problem forbidden when a page of somebody else, or a frozen one, is among them */
async function whatGoes(ctx: TxContext, page: PageRow): Promise<string[]> {
  const pages = await subtreeOf(ctx, page.id)
  const areMine = pages.every(({ author_id, frozen_at }) => author_id === ctx.viewer.id && frozen_at === null)
  allow(areMine || spacePolicy.manage(page.facts.space))
  return pages.map(({ id }) => id)
}

/**
 * Brings back what was put into the trash at once, to its place, or to the top of the tree when its parent is gone.
 * @param pageId of its topmost page
 * @throws Problem not-found, forbidden
 */
export async function restorePages(ctx: PersonContext, pageId: string): Promise<RestoredAnswer> {
  return inTx(ctx, async (ctx) => {
    const { space_id } = await getTrashed(ctx, pageId)
    await lockTree(ctx, space_id)
    const entry = await getTrashed(ctx, pageId)
    allow(trashPolicy.restore(ctx.viewer, entry.facts))
    const pages = await ctx.db
      .updateTable('page')
      .set({ deleted_at: null, trashed_with: null, trashed_by: null })
      .where('trashed_with', '=', pageId)
      .returning('id')
      .execute()
    if (pages.length === 0) throw hidden(ctx.viewer)
    const parentId = entry.revision_of === null ? await placeBack(ctx, entry) : await checkRevised(ctx, entry)
    for (const { id } of pages) await indexPage(ctx, id)
    // A text may have been adopted for one of them while it was here.
    await enqueueAll(
      ctx,
      ADOPT_JOB,
      pages.map(({ id }) => ({ pageId: id })),
    )
    await record(ctx, { type: 'page.changed', spaceId: space_id, ids: { pageId, spaceId: space_id, back: 'true' } })
    return { id: pageId, title: entry.title, parentId, pages: pages.length }
  })
}

/** A revision comes back to a page that is there, and has no place in the tree. @throws Problem conflict */
async function checkRevised(ctx: TxContext, { revision_of }: TrashedRow): Promise<null> {
  const page = await ctx.db
    .selectFrom('page')
    .select('id')
    .where('id', '=', revision_of)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!page)
    throw new Problem('conflict', { detail: 'La page que cette révision propose de changer est à la corbeille.' })
  return null
}

/**
 * Deletes for good what was put into the trash at once: texts, history and all.
 * @throws Problem not-found, forbidden
 */
export async function purgePages(ctx: PersonContext, pageId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { space_id, facts } = await getTrashed(ctx, pageId)
    await lockTree(ctx, space_id)
    allow(trashPolicy.purge(facts))
    const { numDeletedRows } = await ctx.db
      .deleteFrom('page')
      .where('id', '=', pageId)
      .where('trashed_with', '=', pageId)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw hidden(ctx.viewer)
    await record(ctx, { type: 'page.changed', spaceId: space_id, ids: { pageId, spaceId: space_id, gone: 'true' } })
  })
}
