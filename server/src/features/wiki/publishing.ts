import type { Rooms } from '@cenacle/collab/rooms'
import { sql } from 'kysely'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import { Problem } from '../../problem.ts'
import { freshTexts } from './fresh.ts'
import { getPage, indexPage, type PageRow, type TxContext } from './rows.ts'

/**
 * Publishes the page as the viewer has read it. What is written meanwhile waits for the next time: the texts of `seq` are those that are
 * published, or none.
 * @param seq of the viewer's last answer
 * @throws Problem not-found, forbidden, version-stale
 */
export async function publishPage(ctx: PersonContext, rooms: Rooms, pageId: string, seq: number): Promise<void> {
  const page = await getPage(ctx, pageId)
  allow(policy.publish(page.facts))
  await freshTexts(ctx, rooms, page)
  await publishTexts(ctx, pageId, seq)
}

/** The same once the stored texts are those of `seq`. */
export async function publishTexts(ctx: PersonContext, pageId: string, seq: number): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await lockPage(ctx, pageId)
    const { rows } = await sql`update page set published_seq = derived_seq, published_at = ${ctx.now()}::timestamptz,
        published_by = ${ctx.viewer.id}::uuid, published_title = title, published_markdown = markdown, published_html = html,
        published_text = text, published_headings = coalesce(headings, '[]'), published_words = words
      where id = ${pageId}::uuid and derived_seq = ${seq} returning id`.execute(ctx.db)
    if (rows.length === 0) throw new Problem('version-stale')
    await changed(ctx, pageId)
  })
}

/** Takes the published version back: the page is a draft again. @throws Problem not-found, forbidden */
export async function withdrawPage(ctx: PersonContext, pageId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await lockPage(ctx, pageId)
    await ctx.db
      .updateTable('page')
      .set({
        published_seq: null,
        published_at: null,
        published_by: null,
        published_title: null,
        published_markdown: null,
        published_html: null,
        published_text: null,
        published_headings: null,
        published_words: null,
      })
      .where('id', '=', pageId)
      .execute()
    await changed(ctx, pageId)
  })
}

/**
 * Freezes a page: nobody writes in it any more, whoever is in it is sent to reading.
 * @throws Problem not-found, forbidden
 */
export async function freezePage(ctx: PersonContext, pageId: string, reason: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await lockPage(ctx, pageId)
    const frozen = { frozen_at: ctx.now(), frozen_by: ctx.viewer.id, frozen_reason: reason }
    await ctx.db.updateTable('page').set(frozen).where('id', '=', pageId).execute()
    await changed(ctx, pageId, { frozen: 'true' })
  })
}

/** Lets people write in it again. @throws Problem not-found, forbidden */
export async function releasePage(ctx: PersonContext, pageId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await lockPage(ctx, pageId)
    const released = { frozen_at: null, frozen_by: null, frozen_reason: null }
    await ctx.db.updateTable('page').set(released).where('id', '=', pageId).execute()
    await changed(ctx, pageId)
  })
}

/** The page's row for this transaction, once the viewer may publish it. */
async function lockPage(ctx: TxContext, pageId: string): Promise<PageRow> {
  await ctx.db.selectFrom('page').select('id').where('id', '=', pageId).forNoKeyUpdate().execute()
  const page = await getPage(ctx, pageId)
  allow(policy.publish(page.facts))
  return page
}

async function changed(ctx: TxContext, pageId: string, more: Record<string, string> = {}): Promise<void> {
  const { space_id } = await getPage(ctx, pageId)
  await indexPage(ctx, pageId)
  await record(ctx, { type: 'page.changed', spaceId: space_id, ids: { pageId, spaceId: space_id, ...more } })
}
