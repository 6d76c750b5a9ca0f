import { sql } from 'kysely'
import { dropEntry, indexEntry } from '../../database/search-entry.ts'
import type { Db, Tx } from '../../database/types.ts'
import type { Derived } from '../../documents/derive.ts'
import { record } from '../../events/record.ts'
import { allow, hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import type { PageFacts } from '../../policy/page.ts'
import type { Context, PersonContext, Viewer } from '../../context.ts'
import { factsOf, getSpace, type SpaceRow } from '../spaces/queries.ts'
import { storeLinks } from './links.ts'

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
  'page.revision_of',
  'page.position',
  'page.author_id',
  'page.title',
  'page.derived_seq',
  'page.published_seq',
  'page.published_at',
  'page.published_by',
  'page.frozen_at',
  'page.frozen_by',
  'page.frozen_reason',
  'page.created_at',
  'page.updated_at',
  'page_head.seq',
] as const

/** A page that the viewer may read, with its newest seq and the space that it is in. Texts are read apart: they can be large. */
export interface PageRow {
  id: string
  space_id: string
  parent_id: string | null
  revision_of: string | null
  position: number
  author_id: string | null
  title: string
  derived_seq: number
  published_seq: number | null
  published_at: Date | null
  published_by: string | null
  frozen_at: Date | null
  frozen_by: string | null
  frozen_reason: string | null
  created_at: Date
  updated_at: Date
  seq: number
  space: SpaceRow
  facts: PageFacts
}

/**
 * A page whose text as it is being written, with all that goes with it, is for the viewer.
 * @throws Problem not-found, or sign-in-required for a visitor; forbidden to whoever reads its published version only
 */
export async function getPage(ctx: Reading, pageId: string): Promise<PageRow> {
  const page = await getShownPage(ctx, pageId)
  allow(policy.follow(page.facts))
  return page
}

/**
 * A page of which the viewer may read some version: whoever may not `follow` it is shown the published one, and nothing else.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function getShownPage(ctx: Reading, pageId: string): Promise<PageRow> {
  const row = await ctx.db
    .selectFrom('page')
    .innerJoin('page_head', 'page_head.page_id', 'page.id')
    .select(columns)
    .where('page.id', '=', pageId)
    .where('page.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw hidden(ctx.viewer)
  const space = await getSpace(ctx, row.space_id)
  const [published, frozen] = [row.published_seq !== null, row.frozen_at !== null]
  const revision = row.revision_of !== null
  const facts = { space: factsOf(space), authorId: row.author_id, published, frozen, revision }
  if (!policy.read(facts)) throw hidden(ctx.viewer)
  return { ...row, space, facts }
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

/** A page that is commented has not been updated. */
const updatedAt = (ctx: { now(): Date }, { title, markdown }: Derived) =>
  sql<Date>`case when title = ${title} and markdown = ${markdown} then updated_at else ${ctx.now()}::timestamptz end`

/** Whether a page was called so before the statement that asks. */
const keepsTitle = (pageId: string, title: string) =>
  sql<boolean>`(select before.title = ${title} from page as before where before.id = ${pageId})`.as('keeps_title')

/** Stores what is read of a page as of `seq`, unless something newer is stored; says so to the search and to whoever looks. */
export async function storeDerived(
  ctx: Omit<Context, 'db' | 'viewer'> & { db: Tx },
  pageId: string,
  seq: number,
  derived: Derived,
): Promise<void> {
  const page = await ctx.db
    .updateTable('page')
    .set({ ...derivedColumns(derived), derived_seq: seq, updated_at: updatedAt(ctx, derived) })
    .where('id', '=', pageId)
    .where('derived_seq', '<', seq)
    .where('deleted_at', 'is', null)
    .returning(['space_id', keepsTitle(pageId, derived.title)])
    .executeTakeFirst()
  if (!page) return
  await storeLinks(ctx, pageId, derived.html)
  await indexPage(ctx, pageId)
  const ids = { pageId, spaceId: page.space_id }
  await record(ctx, {
    type: 'page.changed',
    spaceId: page.space_id,
    ids: page.keeps_title ? { ...ids, text: 'true' } : ids,
  })
}

/**
 * Puts a page into the search as those who read its space may find it: in the public space, where drafts are not shown, its published
 * version, or nothing.
 */
export async function indexPage(ctx: { db: Tx; now(): Date }, pageId: string): Promise<void> {
  const page = await ctx.db
    .selectFrom('page')
    .innerJoin('space', 'space.id', 'page.space_id')
    .select(['page.space_id', 'space.kind', 'page.title', 'page.text', 'page.published_title', 'page.published_text'])
    .where('page.id', '=', pageId)
    .where('page.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!page) return dropEntry(ctx, 'page', pageId)
  const [title, body] = page.kind === 'public' ? [page.published_title, page.published_text] : [page.title, page.text]
  if (title === null || body === null) return dropEntry(ctx, 'page', pageId)
  await indexEntry(ctx, { kind: 'page', id: pageId, spaceId: page.space_id, title, body })
}
