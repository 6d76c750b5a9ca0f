import type { Rooms } from '@cenacle/collab/rooms'
import type { ExportCheckAnswer } from '@cenacle/contract/export'
import type { Context } from '../../context.ts'
import { hasTypst } from '../../exports/typst-installed.ts'
import { findDeparture, type Scope, textOf } from './export-pages.ts'

const BUDGET_MS = 20_000

/** What one should know before asking for an export. @throws Problem as the export itself would */
export async function checkExport(ctx: Context, rooms: Rooms, scope: Scope): Promise<ExportCheckAnswer> {
  const { pages, staying, mayFollow } = await findDeparture(ctx, scope)
  const texts: string[] = []
  for (const page of pages) texts.push((await textOf(ctx, rooms, page)).markdown)
  const found = await ctx.documents.run('undescribed', { texts }, BUDGET_MS)
  const undescribed = pages.map(({ id: pageId, title }, i) => ({ pageId, title, count: found[i]?.length ?? 0 }))
  return {
    pages: pages.length,
    // How much is being written is not for who only reads what is published.
    drafts: mayFollow ? staying : 0,
    pdf: hasTypst(),
    undescribed: undescribed.filter(({ count }) => count > 0),
    can: { drafts: mayFollow },
  }
}
