import { sql } from 'kysely'
import type { PageLine, PageMark } from '@cenacle/contract/page-tree'
import type { List, PageQuery } from '@cenacle/contract/paging'
import type { Context, PersonContext } from '../../context.ts'
import { after, MINUTE_MS } from '../../time.ts'
import { listLines, newestFirst } from './lines.ts'
import { getShownPage } from './rows.ts'

/** So many pages are remembered as seen by each person. */
const SEEN_KEPT = 50

/** Whether a page is among the viewer's favourites. @throws Problem not-found */
export async function getMark(ctx: PersonContext, pageId: string): Promise<PageMark> {
  await getShownPage(ctx, pageId)
  const row = await ctx.db
    .selectFrom('page_favourite')
    .select('at')
    .where('person_id', '=', ctx.viewer.id)
    .where('page_id', '=', pageId)
    .executeTakeFirst()
  return { favourite: row !== undefined }
}

/** Puts a page among the viewer's favourites, or takes it out of them. @throws Problem not-found */
export async function setMark(ctx: PersonContext, pageId: string, { favourite }: PageMark): Promise<PageMark> {
  await getShownPage(ctx, pageId)
  const key = { person_id: ctx.viewer.id, page_id: pageId }
  const { db } = ctx
  if (favourite)
    await db
      .insertInto('page_favourite')
      .values({ ...key, at: ctx.now() })
      .onConflict((oc) => oc.doNothing())
      .execute()
  else
    await db.deleteFrom('page_favourite').where('person_id', '=', key.person_id).where('page_id', '=', pageId).execute()
  return { favourite }
}

/** The viewer's favourites, the last marked first. */
export const listFavourites = (ctx: PersonContext, query: PageQuery): Promise<List<PageLine>> =>
  listLines(ctx, query, {
    from: sql`page_favourite f join page g on g.id = f.page_id`,
    where: sql`f.person_id = ${ctx.viewer.id}::uuid`,
    order: newestFirst(sql`f.at`),
  })

/** The pages that the viewer has seen, the last first. */
export const listSeen = (ctx: PersonContext, query: PageQuery): Promise<List<PageLine>> =>
  listLines(ctx, query, {
    from: sql`page_seen v join page g on g.id = v.page_id`,
    where: sql`v.person_id = ${ctx.viewer.id}::uuid`,
    order: newestFirst(sql`v.at`),
  })

/**
 * Remembers that the viewer reads a page, once a minute at most: who reads along fetches it again at each change, and that must not write
 * each time. A visitor leaves no trace.
 */
export async function noteSeen(ctx: Context, pageId: string): Promise<void> {
  const { db, viewer } = ctx
  if (viewer.kind !== 'person') return
  const at = ctx.now()
  const { rows } = await sql`insert into page_seen (person_id, page_id, at)
    select ${viewer.id}::uuid, page.id, ${at}::timestamptz from page
    where id = ${pageId}::uuid and deleted_at is null and not exists (select 1 from page_seen
      where person_id = ${viewer.id}::uuid and page_id = ${pageId}::uuid and at > ${after(at, -MINUTE_MS)}::timestamptz)
    on conflict (person_id, page_id) do update set at = excluded.at returning page_id`.execute(db)
  if (rows.length === 0) return
  await sql`delete from page_seen where person_id = ${viewer.id}::uuid and page_id in (
    select page_id from page_seen where person_id = ${viewer.id}::uuid order by at desc, page_id offset ${SEEN_KEPT})`.execute(
    db,
  )
}
