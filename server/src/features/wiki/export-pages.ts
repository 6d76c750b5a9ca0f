import type { Rooms } from '@cenacle/collab/rooms'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import * as pagePolicy from '../../policy/page.ts'
import * as spacePolicy from '../../policy/space.ts'
import { Problem } from '../../problem.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { freshTexts, publishedTexts } from './fresh.ts'
import { getShownPage } from './rows.ts'

/** What is to leave: one page, a page with all below it, or a space. */
export type Scope =
  | { kind: 'page'; pageId: string }
  | { kind: 'tree'; pageId: string; drafts: boolean }
  | { kind: 'space'; spaceId: string; drafts: boolean }

/** A page in its place among those that leave; its text is read apart. */
export interface Leaving {
  id: string
  parentId: string | null
  title: string
  /** From the top of what leaves. */
  depth: number
  /** When the text that leaves was written, or published. */
  at: Date
  published: boolean
}

export interface Departure {
  title: string
  spaceId: string
  spaceName: string
  pages: Leaving[]
  /** Pages that stay because they are drafts. */
  staying: number
  mayFollow: boolean
}

/** As many as a reader would still open, and a thread still writes within its budget. */
const PAGES_MAX = 500
const CHARACTERS_MAX = 6_000_000

interface Row {
  id: string
  parent_id: string | null
  title: string
  at: Date
  published: boolean
  characters: number
}

/**
 * Which pages leave, parents before their children, in the order of the tree. Nothing from the trash.
 * @throws Problem not-found, or sign-in-required for a visitor; forbidden for drafts that the viewer may not follow; export-too-large
 */
export async function findDeparture(ctx: Context, scope: Scope): Promise<Departure> {
  if (scope.kind === 'page') return onePage(ctx, scope.pageId)
  const root = scope.kind === 'tree' ? await getShownPage(ctx, scope.pageId) : undefined
  const space = root?.space ?? (await getSpace(ctx, scope.kind === 'space' ? scope.spaceId : ''))
  const mayFollow = spacePolicy.follow(factsOf(space))
  allow(mayFollow || !scope.drafts)
  const rows = await rowsOf(ctx, space.id, scope.drafts)
  const { pages, staying } = inOrder(rows, root?.id, scope.drafts)
  const leaving = new Set(pages.map(({ id }) => id))
  bounded(rows.filter(({ id }) => leaving.has(id)))
  const title = root
    ? (pages.find(({ id }) => id === root.id)?.title ?? (mayFollow ? root.title : space.name))
    : space.name
  return { title, spaceId: space.id, spaceName: space.name, pages, staying, mayFollow }
}

async function onePage(ctx: Context, pageId: string): Promise<Departure> {
  const page = await getShownPage(ctx, pageId)
  const mayFollow = pagePolicy.follow(page.facts)
  const at = mayFollow ? page.updated_at : (page.published_at ?? page.updated_at)
  const { title } = mayFollow ? page : await publishedTexts(ctx, pageId)
  const leaving = { id: pageId, parentId: null, title, depth: 0, at, published: !mayFollow }
  return { title, spaceId: page.space_id, spaceName: page.space.name, pages: [leaving], staying: 0, mayFollow }
}

/** Every page that is not in the trash, with what would leave of it. What is only proposed stays. */
async function rowsOf(ctx: Context, spaceId: string, drafts: boolean): Promise<Row[]> {
  const { rows } = await sql<Row>`select id, parent_id,
      case when ${drafts} then title else coalesce(published_title, title) end as title,
      case when ${drafts} then updated_at else coalesce(published_at, updated_at) end as at,
      published_seq is not null as published,
      case when ${drafts} then length(markdown) else coalesce(length(published_markdown), 0) end as characters
    from page where space_id = ${spaceId}::uuid and revision_of is null and deleted_at is null order by position, id`.execute(
    ctx.db,
  )
  return rows
}

/** A page whose parent does not leave stands under the next one above that does. A single page at the top and those below it are one level. */
function inOrder(
  rows: readonly Row[],
  rootId: string | undefined,
  drafts: boolean,
): { pages: Leaving[]; staying: number } {
  let staying = 0
  const known = new Set(rows.map(({ id }) => id))
  const children = Map.groupBy(rows, ({ parent_id }) => (parent_id !== null && known.has(parent_id) ? parent_id : null))
  const leaving: Leaving[] = []
  const visit = (row: Row, parentId: string | null, depth: number): void => {
    const leaves = drafts || row.published
    if (leaves) leaving.push({ id: row.id, parentId, title: row.title, depth, at: row.at, published: !drafts })
    else staying += 1
    const [under, next] = leaves ? [row.id, depth + 1] : [parentId, depth]
    for (const child of children.get(row.id) ?? []) visit(child, under, next)
  }
  const tops = rootId === undefined ? (children.get(null) ?? []) : rows.filter(({ id }) => id === rootId)
  for (const row of tops) visit(row, null, 0)
  const isOneTop = leaving.filter(({ depth }) => depth === 0).length === 1
  const pages = isOneTop ? leaving.map((page) => ({ ...page, depth: Math.max(0, page.depth - 1) })) : leaving
  return { pages, staying }
}

function bounded(rows: readonly Row[]): void {
  const characters = rows.reduce((sum, row) => sum + row.characters, 0)
  if (rows.length <= PAGES_MAX && characters <= CHARACTERS_MAX) return
  const limit = new Intl.NumberFormat('fr').format(CHARACTERS_MAX)
  throw new Problem('export-too-large', {
    detail: `Un export contient au plus ${PAGES_MAX} pages et ${limit} caractères. Exportez une partie de l’arbre à la fois.`,
  })
}

/** @throws Problem nothing-to-export */
export async function findSomething(ctx: Context, scope: Scope): Promise<Departure> {
  const departure = await findDeparture(ctx, scope)
  if (departure.pages.length > 0) return departure
  const detail = 'Rien n’est publié ici : rien ne peut partir sans les brouillons.'
  throw new Problem('nothing-to-export', { detail })
}

/**
 * The text of a page that leaves, with the viewer's rights at this very moment.
 * @throws Problem not-found
 */
export async function textOf(ctx: Context, rooms: Rooms, page: Leaving): Promise<{ title: string; markdown: string }> {
  const row = await getShownPage(ctx, page.id)
  if (page.published) return publishedTexts(ctx, page.id)
  allow(pagePolicy.follow(row.facts))
  return freshTexts(ctx, rooms, row)
}

/** When the newest text among these pages was written (ISO 8601). */
export const dateOf = (pages: readonly Leaving[]): string =>
  pages.map(({ at }) => at.toISOString()).reduce((latest, at) => (at > latest ? at : latest), '')

/** Names of all who wrote in these pages, as the server stamped it, in the order of the alphabet. */
export async function contributorsOf(ctx: Context, pages: readonly Leaving[]): Promise<string[]> {
  const ids = pages.map(({ id }) => id)
  const rows = await ctx.db
    .selectFrom('person')
    .select('name')
    .where('id', 'in', (eb) => eb.selectFrom('page_client').select('person_id').where('page_id', 'in', ids))
    .execute()
  return rows.map(({ name }) => name).toSorted(new Intl.Collator('fr').compare)
}
