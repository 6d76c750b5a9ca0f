import { type RawBuilder, sql } from 'kysely'
import type { PageLine } from '@cenacle/contract/page-tree'
import type { List, PageQuery } from '@cenacle/contract/paging'
import type { Context } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import { followedBy, visibleTo } from '../../policy/visible.ts'

/** What a list goes by, and in which direction. */
interface Order {
  at: RawBuilder<Date>
  beyond: RawBuilder<unknown>
  direction: RawBuilder<unknown>
}
export const newestFirst = (at: RawBuilder<unknown>): Order => ({
  at: at as RawBuilder<Date>,
  beyond: sql`<`,
  direction: sql`desc`,
})
export const oldestFirst = (at: RawBuilder<unknown>): Order => ({
  at: at as RawBuilder<Date>,
  beyond: sql`>`,
  direction: sql`asc`,
})

interface Row {
  id: string
  title: string
  space_name: string
  space_slug: string
  at: Date
}

/**
 * Pages of any space that the viewer may read, by a time and a cursor: those they follow, and others as they were published. Revisions are
 * found from their page.
 * @param from a table expression with the page as `g`
 */
export async function listLines(
  ctx: Context,
  { cursor, limit }: PageQuery,
  {
    from,
    where,
    order: { at, beyond, direction },
  }: { from: RawBuilder<unknown>; where: RawBuilder<unknown>; order: Order },
): Promise<List<PageLine>> {
  const follows = followedBy(ctx.viewer, ctx.now(), 'g.space_id')
  const [time, id] = cursor ? decodeCursor(cursor, ['time', 'id']) : []
  const after = time ? sql`and (${at}, g.id) ${beyond} (${time}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select g.id, case when ${follows} then g.title else g.published_title end as title,
      s.name as space_name, s.slug as space_slug, ${at} as at
    from ${from} join space s on s.id = g.space_id
    where g.deleted_at is null and g.revision_of is null and ${visibleTo(ctx.viewer, ctx.now(), 'g.space_id')}
      and (${follows} or g.published_seq is not null) and ${where} ${after}
    order by ${at} ${direction}, g.id ${direction} limit ${limit + 1}`.execute(ctx.db)
  return cut(
    rows,
    limit,
    (row) => ({
      id: row.id,
      title: row.title,
      spaceName: row.space_name,
      spaceSlug: row.space_slug,
      at: row.at.toISOString(),
    }),
    (row) => [row.at.toISOString(), row.id],
  )
}
