import { sql } from 'kysely'
import type { MovingItem, WritingItem } from '@cenacle/contract/home'
import type { PersonContext } from '../../context.ts'
import { followedBy, joinOwnRow } from '../../policy/visible.ts'
import { presentAuthor } from '../accounts/present.ts'

const EXCERPT = 240
const WRITING = 6

interface PageRow {
  id: string
  title: string
  excerpt: string
  updated_at: Date
  author_id: string | null
  author_name: string | null
  author_portrait: string | null
  space_name: string
  space_slug: string
}

/** The pages that changed last in the viewer's own spaces, the committee's included. */
export async function listMovingPages(ctx: PersonContext, limit: number): Promise<MovingItem[]> {
  const { rows } = await sql<PageRow>`
    select g.id, g.title, left(g.text, ${EXCERPT}) as excerpt, g.updated_at, s.name as space_name, s.slug as space_slug,
      a.id as author_id, a.name as author_name, a.portrait_key as author_portrait
    from page g
    join space s on s.id = g.space_id
    ${joinOwnRow(ctx.viewer, ctx.now())}
    left join person a on a.id = g.author_id
    where (sp.person_id is not null or s.kind = 'committee') and g.deleted_at is null and g.revision_of is null
      and ${followedBy(ctx.viewer, ctx.now(), 'g.space_id')}
    order by g.updated_at desc, g.id desc limit ${limit}`.execute(ctx.db)
  return rows.map((row) => ({
    kind: 'page' as const,
    id: row.id,
    title: row.title,
    spaceName: row.space_name,
    spaceSlug: row.space_slug,
    excerpt: row.excerpt.replace(/\s+/g, ' ').trim(),
    author:
      row.author_id !== null && row.author_name !== null
        ? presentAuthor({ id: row.author_id, name: row.author_name, portrait_key: row.author_portrait })
        : null,
    at: row.updated_at.toISOString(),
    unread: 0,
  }))
}

/**
 * Pages in which others are right now, those with most people first, as far as the viewer may read them.
 * @param present person ids by page id
 */
export async function listWriting(
  ctx: PersonContext,
  present: ReadonlyMap<string, readonly string[]>,
): Promise<WritingItem[]> {
  const busy = [...present].filter(([, people]) => people.some((id) => id !== ctx.viewer.id))
  if (busy.length === 0) return []
  const pageIds = sql.join(busy.map(([id]) => sql`${id}::uuid`))
  const { rows: pages } = await sql<Pick<PageRow, 'id' | 'title' | 'space_name' | 'space_slug'>>`
    select g.id, g.title, s.name as space_name, s.slug as space_slug from page g join space s on s.id = g.space_id
    where g.id in (${pageIds}) and g.deleted_at is null and g.revision_of is null
      and ${followedBy(ctx.viewer, ctx.now(), 'g.space_id')}`.execute(ctx.db)
  const ids = [...new Set(pages.flatMap(({ id }) => present.get(id) ?? []))]
  if (ids.length === 0) return []
  const people = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'portrait_key'])
    .where('id', 'in', ids)
    .execute()
  const authors = new Map(people.map((row) => [row.id, presentAuthor(row)]))
  return pages
    .map((page) => ({
      pageId: page.id,
      title: page.title,
      spaceName: page.space_name,
      spaceSlug: page.space_slug,
      people: (present.get(page.id) ?? []).flatMap((id) => authors.get(id) ?? []),
    }))
    .sort((a, b) => b.people.length - a.people.length)
    .slice(0, WRITING)
}
