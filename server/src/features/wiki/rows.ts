import { indexEntry } from '../../database/search-entry.ts'
import type { Db, Tx } from '../../database/types.ts'
import type { Derived } from '../../documents/jobs.ts'
import { record } from '../../events/record.ts'
import { hidden } from '../../policy/allow.ts'
import type { PageFacts } from '../../policy/page.ts'
import type { Context, PersonContext, Viewer } from '../../context.ts'
import { factsOf, getSpace, type SpaceRow } from '../spaces/queries.ts'

export type TxContext = Omit<PersonContext, 'db'> & { db: Tx }
interface Reading {
  db: Db
  viewer: Viewer
  now(): Date
}

const columns = [
  'page.id',
  'page.space_id',
  'page.parent_id',
  'page.position',
  'page.author_id',
  'page.title',
  'page.derived_seq',
  'page.created_at',
  'page.updated_at',
  'page_head.seq',
] as const

/** A page that the viewer may read, with its newest seq and the space that it is in. Texts are read apart: they can be large. */
export interface PageRow {
  id: string
  space_id: string
  parent_id: string | null
  position: number
  author_id: string | null
  title: string
  derived_seq: number
  created_at: Date
  updated_at: Date
  seq: number
  space: SpaceRow
  facts: PageFacts
}

/** @throws Problem not-found, or sign-in-required for a visitor */
export async function getPage(ctx: Reading, pageId: string): Promise<PageRow> {
  const row = await ctx.db
    .selectFrom('page')
    .innerJoin('page_head', 'page_head.page_id', 'page.id')
    .select(columns)
    .where('page.id', '=', pageId)
    .where('page.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw hidden(ctx.viewer)
  const space = await getSpace(ctx, row.space_id)
  return { ...row, space, facts: { space: factsOf(space), authorId: row.author_id } }
}

/** The columns that are made from a page's document. */
export const derivedColumns = ({ title, markdown, html, text, headings, words }: Derived) => ({
  title,
  markdown,
  html,
  text,
  headings: JSON.stringify(headings),
  words,
})

/** Stores what is read of a page as of `seq`, unless something newer is stored; says so to the search and to whoever looks. */
export async function storeDerived(
  ctx: Omit<Context, 'db' | 'viewer'> & { db: Tx },
  pageId: string,
  seq: number,
  derived: Derived,
): Promise<void> {
  const page = await ctx.db
    .updateTable('page')
    .set({ ...derivedColumns(derived), derived_seq: seq, updated_at: ctx.now() })
    .where('id', '=', pageId)
    .where('derived_seq', '<', seq)
    .where('deleted_at', 'is', null)
    .returning('space_id')
    .executeTakeFirst()
  if (!page) return
  await indexEntry(ctx, { kind: 'page', id: pageId, spaceId: page.space_id, title: derived.title, body: derived.text })
  await record(ctx, { type: 'page.changed', spaceId: page.space_id, ids: { pageId, spaceId: page.space_id } })
}
