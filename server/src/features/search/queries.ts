import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { SearchAnswer, searchQuery } from '@cenacle/contract/search'
import type { Context } from '../../context.ts'
import { decodeCursor, encodeCursor } from '../../database/paging.ts'
import * as candidacy from '../../policy/candidacy.ts'
import { stateOf } from '../../policy/page-state.ts'
import { draftedBy, followedBy, visibleTo } from '../../policy/visible.ts'
import { Problem } from '../../problem.ts'
import { askedWords } from './tsquery.ts'

interface Hit {
  kind: SearchAnswer['items'][number]['kind']
  id: string
  title: string
  excerpt: string
  topic_id: string | null
  number: number | null
  revision: boolean
  space_id: string
  slug: string
  name: string
  total: number
}

/** Of a long page, the beginning is where the excerpt is looked for: cutting one out of a megabyte takes a second. */
const EXCERPTED = 40_000
const HEADLINE = `StartSel="\ue000", StopSel="\ue001", MaxWords=32, MinWords=18, ShortWord=2`
const DEEPEST = 2_000

/**
 * What the viewer may read of what was found, titles first, then by rank. Rights apply before counting and ranking. The
 * cursor is a depth: ranks change with every text that is written, so no key of a row would stay true.
 */
export async function search(ctx: Context, query: z.output<typeof searchQuery>): Promise<SearchAnswer> {
  const offset = query.cursor ? depthOf(query.cursor) : 0
  const asked = tsqueryOf(query.q)
  const { rows } = await sql<Hit>`
    with asked as (select ${asked} as q),
    found as (
      select e.kind, e.id, e.title <> '' and ts_filter(e.tsv, '{a}') @@ asked.q as in_title, ts_rank(e.tsv, asked.q) as rank, e.at,
        count(*) over ()::int as total
      from search_entry e, asked
      where e.tsv @@ asked.q and ${visibleTo(ctx.viewer, ctx.now(), 'e.space_id')} and ${narrowed(ctx, query)}
      order by in_title desc, rank desc, e.at desc, e.id limit ${query.limit + 1} offset ${offset})
    select e.kind, e.id, coalesce(t.title, e.title) as title, t.id as topic_id, p.number, g.revision_of is not null as revision, s.id as space_id, s.slug, s.name, f.total,
      ts_headline('cenacle_fr', left(e.body, ${sql.lit(EXCERPTED)}), asked.q, ${HEADLINE}) as excerpt
    from found f join search_entry e on e.kind = f.kind and e.id = f.id join space s on s.id = e.space_id cross join asked
    left join page g on e.kind = 'page' and g.id = e.id
    left join post p on e.kind = 'post' and p.id = e.id
    left join topic t on t.id = case e.kind when 'post' then p.topic_id when 'topic' then e.id end
    order by f.in_title desc, f.rank desc, f.at desc, f.id`.execute(ctx.db)
  return {
    items: rows.slice(0, query.limit).map(present),
    total: rows[0]?.total ?? 0,
    next: rows.length > query.limit ? encodeCursor([offset + query.limit]) : null,
  }
}

function tsqueryOf(q: string): RawBuilder<unknown> {
  const { web, words } = askedWords(q)
  const byWeb = sql`websearch_to_tsquery('cenacle_fr', ${web})`
  return words ? sql`(to_tsquery('cenacle_fr', ${words}) || ${byWeb})` : byWeb
}

type Asked = z.output<typeof searchQuery>

function narrowed(ctx: Context, { kind, spaceId, authorId, state }: Asked): RawBuilder<boolean> {
  return sql<boolean>`${kind ? sql`e.kind = ${kind}` : sql`true`}
    and ${spaceId ? sql`e.space_id = ${spaceId}::uuid` : sql`true`}
    and ${authorId ? writtenBy(authorId) : sql`true`}
    and ${state ? inState(ctx, state) : sql`true`}
    and ${candidacy.list(ctx.viewer) ? sql`true` : sql`e.kind <> 'candidacy'`}
    and ${ctx.viewer.kind === 'person' ? sql`true` : sql`e.kind <> 'decision'`}
    and (e.kind <> 'page' or e.id not in (select id from page where revision_of is not null)
      or ${draftedBy(ctx.viewer, ctx.now(), 'e.space_id')})`
}

const writtenBy = (personId: string): RawBuilder<boolean> =>
  sql<boolean>`case e.kind
    when 'page' then exists (select from page_client c where c.page_id = e.id and c.person_id = ${personId}::uuid)
    when 'topic' then exists (select from topic where topic.id = e.id and topic.author_id = ${personId}::uuid)
    when 'post' then exists (select from post where post.id = e.id and post.author_id = ${personId}::uuid)
    else false end`

/** Whoever reads published versions only is not told that a page has gone on since. */
const inState = (ctx: Context, state: NonNullable<Asked['state']>): RawBuilder<boolean> =>
  sql<boolean>`e.kind = 'page' and exists (select from page g where g.id = e.id and
    case when ${followedBy(ctx.viewer, ctx.now(), 'e.space_id')} then ${stateOf('g')} else 'published' end = ${state})`

/** @throws Problem invalid-parameter */
function depthOf(cursor: string): number {
  const [depth] = decodeCursor(cursor, ['number'])
  if (depth < 0 || depth > DEEPEST) throw new Problem('invalid-parameter', { detail: 'cursor' })
  return depth
}

const present = (hit: Hit): SearchAnswer['items'][number] => ({
  kind: hit.kind,
  id: hit.id,
  title: hit.title,
  excerpt: hit.excerpt,
  topicId: hit.topic_id,
  number: hit.topic_id === null ? null : (hit.number ?? 1),
  revision: hit.revision,
  space: { id: hit.space_id, slug: hit.slug, name: hit.name },
})
