import { sql } from 'kysely'
import type { PageLine } from '@cenacle/contract/page-tree'
import type { List, PageQuery } from '@cenacle/contract/paging'
import type { Context } from '../../context.ts'
import { followedBy } from '../../policy/visible.ts'
import { listLines, newestFirst } from './lines.ts'
import { getShownPage } from './rows.ts'

/**
 * The pages that point to one, as far as the viewer may read them, those that changed last first. Whoever reads only what is published
 * sees only links that are.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listBacklinks(ctx: Context, pageId: string, query: PageQuery): Promise<List<PageLine>> {
  await getShownPage(ctx, pageId)
  const isSeen = sql`(${followedBy(ctx.viewer, ctx.now(), 'g.space_id')} or strpos(g.published_html, ${`/pages/${pageId}`}) > 0)`
  return listLines(ctx, query, {
    from: sql`page_link l join page g on g.id = l.page_id`,
    where: sql`l.target_id = ${pageId}::uuid and ${isSeen}`,
    order: newestFirst(sql`g.updated_at`),
  })
}
