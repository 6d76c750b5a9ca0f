import type { Rooms } from '@cenacle/collab/rooms'
import { anchorAgain, commentsIn, findPlace, setComment, type Passage, type Place } from '@cenacle/document/comments'
import type { Quote } from '@cenacle/document/quote'
import type { Tx } from '../../database/types.ts'
import type { World } from '../../context.ts'
import type { Commented, KnownThread } from '../../documents/comment-jobs.ts'
import { Problem } from '../../problem.ts'
import { NOBODY } from './nobody.ts'

/** Reading the comments of a page that grew for years; nobody waits but who asked. */
const BUDGET_MS = 5_000
const LAST_MAX = 8_000

/**
 * What somebody means to comment, as it stands in the page now.
 * @throws Problem not-found (page), passage-not-found
 */
export async function findPassage(rooms: Rooms, pageId: string, place: Place): Promise<Passage> {
  const found = await rooms.read(pageId, (doc) => ({ passage: findPlace(doc, place) }))
  if (!found) throw new Problem('not-found')
  if (!found.passage) throw new Problem('passage-not-found')
  return found.passage
}

/**
 * Puts a thread's mark on its words, through the room: whoever is in it sees it, and what they type meanwhile moves it along. Words that
 * went in the meantime leave the thread without a mark.
 */
export async function markPassage(rooms: Rooms, pageId: string, threadId: string, place: Place): Promise<void> {
  await rooms.edit(pageId, NOBODY, (doc) => {
    const passage = findPlace(doc, place)
    if (passage) setComment(doc, passage.flow, passage, threadId)
  })
}

/** What a page's document says about the threads of the page; undefined where there are none. A document that cannot be read in time says nothing. */
export async function readCommented(
  world: World,
  pageId: string,
  state: Uint8Array,
  html: string,
): Promise<Commented | undefined> {
  const rows = await world.db
    .selectFrom('page_comment_thread')
    .select(['id', 'last_text as text', 'last_before as before', 'last_after as after'])
    .where('page_id', '=', pageId)
    .where('quote', '!=', '')
    .execute()
  if (rows.length === 0) return undefined
  const threads: KnownThread[] = rows
  try {
    return await world.documents.run('comments', { state, html, threads }, BUDGET_MS)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'text-too-costly') throw error
    world.log.warn({ page: pageId }, 'the comments of a page could not be read in time: its text is shown without them')
    return undefined
  }
}

/** Stores what was read of a page's comments as of `seq`, unless something newer is stored. Goes before `storeDerived`, in its transaction. */
export async function storeCommented(
  ctx: { db: Tx },
  pageId: string,
  seq: number,
  commented: Commented | undefined,
): Promise<void> {
  const page = await ctx.db
    .updateTable('page')
    .set({ commented_html: commented?.html ?? null })
    .where('id', '=', pageId)
    .where('derived_seq', '<', seq)
    .returning('id')
    .executeTakeFirst()
  if (!page || !commented) return
  const rows = ctx.db.updateTable('page_comment_thread').where('page_id', '=', pageId)
  const ids = commented.covered.map(({ id }) => id)
  await rows
    .set({ anchored: false })
    .where('anchored', '=', true)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute()
  for (const { id, ...quote } of commented.covered) {
    const last = lastOf(quote)
    await rows
      .set({ anchored: true, ...last })
      .where('id', '=', id)
      .where((eb) =>
        eb.or([
          eb('anchored', '=', false),
          eb('last_text', '!=', last.last_text),
          eb('last_before', '!=', last.last_before),
          eb('last_after', '!=', last.last_after),
        ]),
      )
      .execute()
  }
}

/** A passage as it is remembered. A NUL, which only a hostile peer writes, is not for the database. */
export const lastOf = ({ text, before, after }: Quote) => {
  const clean = (part: string): string => part.replaceAll('\u0000', '').slice(0, LAST_MAX).toWellFormed()
  return { last_text: clean(text), last_before: clean(before), last_after: clean(after) }
}

/**
 * Puts threads back on words that came back without their mark: by an undo, a restore, a paste, or a merge.
 * @param lost threads that may be among them
 */
export async function findLost(world: World, rooms: Rooms, pageId: string, lost: readonly string[]): Promise<void> {
  const threads = await world.db
    .selectFrom('page_comment_thread')
    .select(['id', 'last_text as text', 'last_before as before', 'last_after as after'])
    .where('page_id', '=', pageId)
    .where('id', 'in', lost)
    .execute()
  await rooms.edit(pageId, NOBODY, (doc) => {
    const found = anchorAgain(doc, threads)
    const now = commentsIn(doc)
    // Marks that nobody would see, put again at each reading, would make the page grow for ever.
    if (!found.every((id) => now.has(id))) throw new Error('a thread was put on words that are not seen')
  })
}
