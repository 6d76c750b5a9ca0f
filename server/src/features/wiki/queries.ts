import { sql } from 'kysely'
import type { Rooms } from '@cenacle/collab/rooms'
import type { List } from '@cenacle/contract/paging'
import type { PageAnswer, PageItem, PagePerson } from '@cenacle/contract/page'
import type { Author } from '@cenacle/contract/person'
import { personColor } from '@cenacle/contract/person-color'
import type { PageState } from '@cenacle/contract/publication'
import type { Context } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import * as policy from '../../policy/page.ts'
import { stateOf } from '../../policy/page-state.ts'
import * as spacePolicy from '../../policy/space.ts'
import { presentAuthor } from '../accounts/present.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { freshTexts, publishedTexts } from './fresh.ts'
import { getPage, getShownPage } from './rows.ts'
import { presentState } from './state.ts'

/** The page above one; for whoever reads published pages only, nothing where that one is not published: its id is not theirs to know. */
const shownParent = (follows: boolean) =>
  follows
    ? sql<string | null>`page.parent_id`
    : sql<string | null>`(select above.id from page above
        where above.id = page.parent_id and above.published_seq is not null and above.deleted_at is null)`

type PageQuery = { cursor?: string | undefined; limit: number }

/**
 * The pages of a space by their place among their siblings; who shows a tree puts it together by `parentId`.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listPages(
  ctx: Context,
  rooms: Rooms,
  idOrSlug: string,
  { cursor, limit }: PageQuery,
): Promise<List<PageItem>> {
  const space = await getSpace(ctx, idOrSlug)
  const facts = factsOf(space)
  const follows = spacePolicy.follow(facts)
  let query = ctx.db
    .selectFrom('page')
    .select(['id', 'space_id', 'position', 'author_id', 'updated_at'])
    .select(['title', 'published_title', 'published_seq', 'frozen_at'])
    .select([stateOf().as('state'), shownParent(follows).as('parent_id')])
    .where('space_id', '=', space.id)
    .where('revision_of', 'is', null)
    .where('deleted_at', 'is', null)
  if (!follows) query = query.where('published_seq', 'is not', null)
  if (cursor) {
    const [position, id] = decodeCursor(cursor, ['number', 'id'])
    query = query.where(sql<boolean>`(position, id) > (${position}, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('position')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const people = rooms.people()
  return cut(
    rows,
    limit,
    (row) => {
      const [published, frozen] = [row.published_seq !== null, row.frozen_at !== null]
      const page = { space: facts, authorId: row.author_id, published, frozen, revision: false }
      return {
        id: row.id,
        spaceId: row.space_id,
        parentId: row.parent_id,
        title: follows ? row.title : (row.published_title ?? ''),
        position: row.position,
        updatedAt: row.updated_at.toISOString(),
        writing: follows ? (people.get(row.id)?.length ?? 0) : 0,
        state: follows ? row.state : 'published',
        frozen,
        can: { manage: policy.manage(ctx.viewer, page) },
      }
    },
    (row) => [row.position, row.id],
  )
}

/**
 * A page with its texts as of now; to whoever does not follow it, as it was published.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function readPage(ctx: Context, rooms: Rooms, pageId: string): Promise<PageAnswer> {
  const page = await getShownPage(ctx, pageId)
  const follows = policy.follow(page.facts)
  if (follows) rooms.noteReader(pageId, ctx.viewer.kind === 'person' ? ctx.viewer.id : '')
  const texts = follows ? await freshTexts(ctx, rooms, page) : await publishedTexts(ctx, pageId)
  const { title, markdown, headings, words, seq } = texts
  const { state, parentId, updatedAt } = await findPlace(ctx, page, follows)
  return {
    id: page.id,
    spaceId: page.space_id,
    spaceSlug: page.space.slug,
    spaceName: page.space.name,
    spaceKind: page.space.kind,
    parentId,
    revisionOf: page.revision_of,
    title,
    markdown,
    html: texts.commentedHtml ?? texts.html,
    headings,
    seq,
    authors: await listAuthors(ctx, page),
    createdAt: page.created_at.toISOString(),
    // Whoever reads first after a change is also told when it was: storing the texts has set it.
    updatedAt: (follows ? updatedAt : (page.published_at ?? page.updated_at)).toISOString(),
    words,
    ...(await presentState(ctx, page, state)),
    can: {
      write: policy.write(page.facts),
      comment: policy.comment(page.facts),
      manage: policy.manage(ctx.viewer, page.facts),
      follow: follows,
      publish: policy.publish(page.facts),
      propose: policy.propose(page.facts),
    },
  }
}

/** A page's text as one version has it, for what must not change with the page. */
export interface PageVersion {
  spaceId: string
  title: string
  html: string
  seq: number
}

/**
 * The text that all readers of a page's space may read: its newest, in the public space the published one.
 * @throws Problem not-found where there is none, or sign-in-required for a visitor
 */
export async function readVersion(ctx: Context, rooms: Rooms, pageId: string): Promise<PageVersion> {
  const page = await getShownPage(ctx, pageId)
  const isPublic = page.space.kind === 'public'
  const { title, html, seq } = isPublic ? await publishedTexts(ctx, pageId) : await freshTexts(ctx, rooms, page)
  return { spaceId: page.space_id, title, html, seq }
}

async function findPlace({ db }: Context, page: { id: string; updated_at: Date }, follows: boolean) {
  const row = await db
    .selectFrom('page')
    .select(['updated_at', stateOf().as('state'), shownParent(follows).as('parentId')])
    .where('id', '=', page.id)
    .executeTakeFirst()
  const state: PageState = follows ? (row?.state ?? 'draft') : 'published'
  return { state, parentId: row?.parentId ?? null, updatedAt: row?.updated_at ?? page.updated_at }
}

/** Who wrote in a page, as the server stamped it: who made it first, then the others by name. */
async function listAuthors(ctx: Context, page: { id: string; author_id: string | null }): Promise<Author[]> {
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'portrait_key'])
    .where('id', 'in', (eb) => eb.selectFrom('page_client').select('person_id').where('page_id', '=', page.id))
    .orderBy(sql`id = ${page.author_id}::uuid`, 'desc')
    .orderBy('name')
    .execute()
  return rows.map(presentAuthor)
}

/** Who has a page open now, readers too. @throws Problem not-found, or sign-in-required for a visitor */
export async function listPresent(ctx: Context, rooms: Rooms, pageId: string): Promise<List<PagePerson>> {
  await getPage(ctx, pageId)
  const people = rooms.people().get(pageId) ?? []
  return { items: people.map(({ id, name }) => ({ id, name, colour: personColor(id) })), next: null }
}
