import type { Rooms } from '@cenacle/collab/rooms'
import type { NotNull } from 'kysely'
import * as Y from 'yjs'
import type { World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Derived } from '../../documents/derive.ts'
import { Problem } from '../../problem.ts'
import { catchUp } from './catch-up.ts'
import { findLost, readCommented, storeCommented } from './comments-anchors.ts'
import { storeDerived } from './rows.ts'

/** Reading a page that grew for years may take longer than what a request may send; nobody waits but who asked. */
const DERIVE_BUDGET_MS = 5_000

/** Texts of a page, and the seq that they are of. */
export interface PageTexts extends Derived {
  seq: number
  /** The HTML with the commented words, for those who see comments; null where there are none. */
  commentedHtml: string | null
}

/** Work that is going on, so that a hundred readers of one page cost one reading. */
const underway = new Map<string, Promise<PageTexts>>()

/**
 * The texts of a page as of its newest commit: the stored ones when they are, else read from its document and stored.
 * A document that cannot be read in time shows its last texts.
 */
export async function freshTexts(
  world: World,
  rooms: Rooms,
  page: { id: string; seq: number; derived_seq: number },
): Promise<PageTexts> {
  if (page.derived_seq >= page.seq) return storedTexts(world, page.id)
  const key = `${page.id}:${page.seq}`
  const reading = underway.get(key) ?? readTexts(world, rooms, page).finally(() => underway.delete(key))
  underway.set(key, reading)
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'text-too-costly') throw error
    world.log.warn({ page: page.id, seq: page.seq }, 'a page could not be read in time: its last texts are shown')
    return { ...(await storedTexts(world, page.id)), seq: page.seq }
  }
}

async function readTexts(world: World, rooms: Rooms, page: { id: string; seq: number }): Promise<PageTexts> {
  const read = await rooms.use(page.id, async (room) => {
    await catchUp(room, page.seq)
    return { state: room.document?.encode(), seq: room.seq }
  })
  if (!read?.state) throw new Problem('not-found')
  const derived = await world.documents.run('derive', { state: read.state }, DERIVE_BUDGET_MS)
  const commentedHtml = await store(world, rooms, page.id, { seq: read.seq, state: read.state, derived })
  return { ...derived, commentedHtml, seq: read.seq }
}

/** Stores what was read of a page, with its comments. @returns its HTML with the commented words */
async function store(
  world: World,
  rooms: Rooms,
  pageId: string,
  { seq, state, derived }: { seq: number; state: Uint8Array; derived: Derived },
): Promise<string | null> {
  const commented = await readCommented(world, pageId, state, derived.html)
  await inTx(world, async (ctx) => {
    await storeCommented(ctx, pageId, seq, commented)
    await storeDerived(ctx, pageId, seq, derived)
  })
  if (commented && commented.lost.length > 0) {
    await findLost(world, rooms, pageId, commented.lost).catch((error: unknown) =>
      world.log.warn({ page: pageId, error }, 'comments were not put back on their words'),
    )
  }
  return commented?.html ?? null
}

async function storedTexts({ db }: World, pageId: string): Promise<PageTexts> {
  const row = await db
    .selectFrom('page')
    .select(['title', 'markdown', 'html', 'text', 'headings', 'words', 'derived_seq', 'commented_html'])
    .where('id', '=', pageId)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  const { derived_seq: seq, commented_html: commentedHtml, headings, ...texts } = row
  return { ...texts, seq, commentedHtml, headings: (headings ?? []) as Derived['headings'] }
}

/** The texts of the version that is published. @throws Problem not-found when none is */
export async function publishedTexts({ db }: Pick<World, 'db'>, pageId: string): Promise<PageTexts> {
  const row = await db
    .selectFrom('page')
    .select([
      'published_title as title',
      'published_markdown as markdown',
      'published_html as html',
      'published_text as text',
      'published_headings as headings',
      'published_words as words',
      'published_seq as seq',
    ])
    .where('id', '=', pageId)
    .where('published_seq', 'is not', null)
    .$narrowType<{ title: NotNull; markdown: NotNull; html: NotNull; text: NotNull; words: NotNull; seq: NotNull }>()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return { ...row, commentedHtml: null, headings: (row.headings ?? []) as Derived['headings'] }
}

/** What the rooms call when a page has been changed here: stores its texts, so that search and readers find them. */
export async function refreshTexts(
  world: World,
  rooms: Rooms,
  pageId: string,
  { seq, doc }: { seq: number; doc: Y.Doc },
): Promise<void> {
  try {
    const state = Y.encodeStateAsUpdate(doc)
    const derived = await world.documents.run('derive', { state }, DERIVE_BUDGET_MS)
    await store(world, rooms, pageId, { seq, state, derived })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'text-too-costly') throw error
    world.log.warn({ page: pageId, seq }, 'a page could not be read in time: its texts stay as they were')
  }
}
