import type { Rooms } from '@cenacle/collab/rooms'
import { sql } from 'kysely'
import { appendRow } from '../../../collab/append.ts'
import type { World } from '../../../context.ts'
import { dropEntries } from '../../../database/search-entry.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import type { PageText, Replaced } from '../../../documents/revision-jobs.ts'
import { record } from '../../../events/record.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { after } from '../../../time.ts'
import { catchUp } from '../catch-up.ts'
import { freshTexts } from '../fresh.ts'
import { HISTORY_BUDGET_MS } from '../history.ts'
import { readStored } from '../history-log.ts'
import { NOBODY } from '../nobody.ts'
import { indexPage } from '../rows.ts'
import { PURGE_JOB } from '../trash.ts'
import { KEPT_MS } from '../trash-queries.ts'

type InTx = Omit<World, 'db'> & { db: Tx }

/** What a page is to become, and in whose name. */
export interface Adoption extends PageText {
  pageId: string
  /** Null when they are gone. */
  personId: string | null
  /** What the version is called. */
  name: string
  /** The revision that it comes from, which then goes; null when it is gone. */
  revisionId: string | null
}

/** What becomes of it: the page's seq with the adopted text, and what it was before. */
export interface Adopted {
  seq: number
  before: { seq: number } & PageText
}

/** What the caller writes in the same transaction, to claim the adoption; false when somebody else has it. */
type Claim = (ctx: InTx, adopted: Adopted) => Promise<boolean>

/** Attempts before the job gives up until its next run: each time, somebody typed in the page at that very moment. */
const ATTEMPTS = 5

/** The page is not any more what the edit was made of. */
class Moved extends Error {}

/**
 * Gives a page an adopted text as one edit, which whoever is in it sees arrive; frozen pages too, since a decision is what changes them. The
 * claim, the edit, the name of its version and its publication are one transaction: all of it, once, or nothing.
 * @returns undefined when the page is not there, or the adoption was not claimed
 * @throws Error when the page could not be held still
 */
export async function adoptText(
  world: World,
  rooms: Rooms,
  adoption: Adoption,
  claim: Claim,
): Promise<Adopted | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const head = await headOf(world, adoption.pageId)
    if (head === undefined) return undefined
    const page = await readStored(world.db, adoption.pageId, head)
    const { title, markdown } = adoption
    const made = await world.documents.run('replace', { page, title, markdown }, HISTORY_BUDGET_MS)
    try {
      const done = await inTx(world, (ctx) => take(ctx, adoption, { ...made, head, claim }))
      if (done) await show(world, rooms, adoption.pageId, done.seq)
      return done
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
  throw new Error(`page ${adoption.pageId} is being written: its adopted text waits`)
}

async function headOf({ db }: World, pageId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('page_head')
    .innerJoin('page', 'page.id', 'page_head.page_id')
    .select('page_head.seq')
    .where('page_id', '=', pageId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row?.seq
}

async function take(
  ctx: InTx,
  adoption: Adoption,
  { update, clientId, before, derived, head, claim }: Replaced & { head: number; claim: Claim },
): Promise<Adopted | undefined> {
  const { pageId, personId, name } = adoption
  const space = await lockPages(ctx, adoption)
  if (space === undefined) return undefined
  const adopted = { seq: update ? head + 1 : head, before: { ...before, seq: head } }
  if (!(await claim(ctx, adopted))) return undefined
  const row = update && { pageId, personId: personId ?? NOBODY, bytes: update, clientId, after: head, at: ctx.now() }
  const seq = row ? await appendRow(ctx.db, row) : await stillAt(ctx, pageId, head)
  if (seq === undefined) throw new Moved()
  await nameIt(ctx, pageId, { seq, name, personId })
  await publishAgain(ctx, adoption, seq, derived)
  if (adoption.revisionId) await putAway(ctx, adoption.revisionId, personId)
  await record(ctx, { type: 'page.changed', spaceId: space, ids: { pageId, spaceId: space } })
  return adopted
}

/** The tree of the page's space and the page, for this transaction: it is not put into the trash meanwhile. @returns the space */
async function lockPages(ctx: InTx, { pageId }: Adoption): Promise<string | undefined> {
  const { rows } = await sql<{ space_id: string }>`select space_id from page where id = ${pageId}::uuid`.execute(ctx.db)
  const space = rows[0]?.space_id
  if (space === undefined) return undefined
  await ctx.db.selectFrom('space').select('id').where('id', '=', space).forNoKeyUpdate().execute()
  const page = await ctx.db
    .selectFrom('page')
    .select('id')
    .where('id', '=', pageId)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return page && space
}

async function stillAt({ db }: InTx, pageId: string, seq: number): Promise<number | undefined> {
  const head = await db
    .selectFrom('page_head')
    .select('seq')
    .where('page_id', '=', pageId)
    .forUpdate()
    .executeTakeFirst()
  return head?.seq === seq ? seq : undefined
}

/** Names a version, which so stays exact for ever. */
export const nameIt = async (
  ctx: InTx,
  pageId: string,
  { seq, name, personId }: { seq: number; name: string; personId: string | null },
): Promise<void> => {
  await ctx.db
    .insertInto('page_version')
    .values({ page_id: pageId, seq, name, person_id: personId, named_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was published is published again as it was adopted. */
async function publishAgain(
  ctx: InTx,
  { pageId, personId }: Adoption,
  seq: number,
  { title, markdown, html, text, headings, words }: Replaced['derived'],
): Promise<void> {
  await ctx.db
    .updateTable('page')
    .set({
      published_seq: seq,
      published_at: ctx.now(),
      published_by: personId,
      published_title: title,
      published_markdown: markdown,
      published_html: html,
      published_text: text,
      published_headings: JSON.stringify(headings),
      published_words: words,
    })
    .where('id', '=', pageId)
    .where('published_seq', 'is not', null)
    .execute()
  await indexPage(ctx, pageId)
}

/** The revision has become the page: it goes to the trash, where its history can still be read for a while. */
async function putAway(ctx: InTx, id: string, personId: string | null): Promise<void> {
  const at = ctx.now()
  const gone = await ctx.db
    .updateTable('page')
    .set({ deleted_at: at, trashed_with: id, trashed_by: personId })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning('space_id')
    .executeTakeFirst()
  if (!gone) return
  await dropEntries(ctx, 'page', [id])
  await enqueue(ctx, PURGE_JOB, {}, after(at, KEPT_MS))
  const ids = { pageId: id, spaceId: gone.space_id, gone: 'true' }
  await record(ctx, { type: 'page.changed', spaceId: gone.space_id, ids })
}

/** Lets the room of this process read it, and stores its texts. Another process, or the next reader, would do the same. */
async function show(world: World, rooms: Rooms, pageId: string, seq: number): Promise<void> {
  try {
    await rooms.use(pageId, (room) => catchUp(room, seq))
    const row = await world.db
      .selectFrom('page')
      .select(['id', 'derived_seq'])
      .where('id', '=', pageId)
      .executeTakeFirst()
    if (row) await freshTexts(world, rooms, { ...row, seq })
  } catch (error) {
    world.log.warn({ error, page: pageId, seq }, 'an adopted text is in the log, and not read yet')
  }
}
