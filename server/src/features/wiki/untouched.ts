import { sql } from 'kysely'
import type { PageLine } from '@cenacle/contract/page-tree'
import type { List, PageQuery } from '@cenacle/contract/paging'
import type { Context } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/space.ts'
import { after, DAY_MS } from '../../time.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { listLines, oldestFirst } from './lines.ts'

const YEAR_MS = 365 * DAY_MS

/**
 * The pages of a space that nobody has changed for a year, the oldest first: to be read again, or put away.
 * @throws Problem not-found, forbidden, or sign-in-required for a visitor
 */
export async function listUntouched(ctx: Context, idOrSlug: string, query: PageQuery): Promise<List<PageLine>> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.follow(factsOf(space)))
  return listLines(ctx, query, {
    from: sql`page g`,
    where: sql`g.space_id = ${space.id}::uuid and g.updated_at < ${after(ctx.now(), -YEAR_MS)}::timestamptz`,
    order: oldestFirst(sql`g.updated_at`),
  })
}
