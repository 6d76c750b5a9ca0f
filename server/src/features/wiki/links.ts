import { sql } from 'kysely'
import type { Tx } from '../../database/types.ts'

const HREF = /<a [^>]*?href="([^"]*)"/g
const PAGE = /^\/pages\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?=$|[/?#])/i

/**
 * The pages that a text points to.
 * @param html as it is rendered, where only a link has a tag
 * @param origin of this installation, whose full addresses count too
 */
export function pagesIn(html: string, origin: string): string[] {
  const paths = [...html.matchAll(HREF)].map(([, href = '']) =>
    href.startsWith(`${origin}/`) ? href.slice(origin.length) : href,
  )
  return [...new Set(paths.flatMap((path) => PAGE.exec(path)?.[1]?.toLowerCase() ?? []))]
}

/** Keeps where a page points to, in the transaction that stores its texts. */
export async function storeLinks(ctx: { db: Tx; baseUrl: string }, pageId: string, html: string): Promise<void> {
  const targets = pagesIn(html, ctx.baseUrl).filter((id) => id !== pageId)
  await sql`with gone as (
      delete from page_link where page_id = ${pageId}::uuid and target_id <> all (${targets}::uuid[]))
    insert into page_link (page_id, target_id) select ${pageId}::uuid, target from unnest(${targets}::uuid[]) as target
    on conflict do nothing`.execute(ctx.db)
}
