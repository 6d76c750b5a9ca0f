import { commentLimits, type createThreadBody } from '@cenacle/contract/comment'
import type { Rooms } from '@cenacle/collab/rooms'
import type { Place } from '@cenacle/document/comments'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/comment.ts'
import { Problem } from '../../problem.ts'
import { findPassage, lastOf, markPassage } from './comments-anchors.ts'
import { factsOfComment, factsOfThread, getComment, getThread, lockComment, lockThread } from './comments-rows.ts'
import { getPage, type TxContext } from './rows.ts'

type NewThread = z.output<typeof createThreadBody>

/**
 * Begins a thread on a passage. The row comes first: should the process die before the mark is set, the thread finds its words again when
 * the page is next read. A mark without a row is seen by nobody.
 * @returns the thread's id
 * @throws Problem not-found, forbidden, text-too-costly, passage-not-found, comments-full
 */
export async function createThread(
  ctx: PersonContext,
  rooms: Rooms,
  pageId: string,
  { body, place: asked }: NewThread,
): Promise<string> {
  allow(policy.create((await getPage(ctx, pageId)).facts))
  const html = await ctx.renderPost(body)
  const place = asked && placeOf(asked)
  const passage = place && (await findPassage(rooms, pageId, place))
  const id = ctx.newId()
  const quote = passage?.text.slice(0, commentLimits.quote) ?? ''
  await inTx(ctx, async (ctx) => {
    await ctx.db.selectFrom('page').select('id').where('id', '=', pageId).forUpdate().execute()
    allow(policy.create((await getPage(ctx, pageId)).facts))
    await makeRoom(ctx, 'page_comment_thread', 'page_id', pageId, commentLimits.threads)
    await ctx.db
      .insertInto('page_comment_thread')
      .values({
        id,
        page_id: pageId,
        author_id: ctx.viewer.id,
        ...lastOf({ text: quote, before: passage?.before ?? '', after: passage?.after ?? '' }),
        quote: quote.replaceAll('\u0000', ''),
        created_at: ctx.now(),
      })
      .execute()
    await insertComment(ctx, { threadId: id, body, html })
    if (!place) await changed(ctx, { id, page_id: pageId })
  })
  if (place) {
    await markPassage(rooms, pageId, id, place)
    await inTx(ctx, (ctx) => changed(ctx, { id, page_id: pageId }, true))
  }
  return id
}

function placeOf(asked: NonNullable<NewThread['place']>): Place {
  const quote = { text: asked.quote, before: asked.before, after: asked.after }
  if ('near' in asked) return { near: asked.near, quote }
  return { quote, start: Buffer.from(asked.start, 'base64'), end: Buffer.from(asked.end, 'base64') }
}

/**
 * Answers in a thread; one that was settled is open again.
 * @returns the comment's id
 * @throws Problem not-found, forbidden, text-too-costly, comments-full
 */
export async function createComment(ctx: PersonContext, threadId: string, body: string): Promise<string> {
  const { thread, page } = await getThread(ctx, threadId)
  allow(policy.reply(factsOfThread(page.facts, thread)))
  const html = await ctx.renderPost(body)
  return inTx(ctx, async (ctx) => {
    const { thread, page } = await lockThread(ctx, threadId)
    allow(policy.reply(factsOfThread(page.facts, thread)))
    await makeRoom(ctx, 'page_comment', 'thread_id', threadId, commentLimits.comments)
    const id = await insertComment(ctx, { threadId, body, html })
    await ctx.db
      .updateTable('page_comment_thread')
      .set({ resolved_at: null, resolved_by: null })
      .where('id', '=', threadId)
      .where('resolved_at', 'is not', null)
      .execute()
    await changed(ctx, thread)
    return id
  })
}

async function insertComment(ctx: TxContext, comment: { threadId: string; body: string; html: string }) {
  const id = ctx.newId()
  const { threadId: thread_id, body, html } = comment
  await ctx.db
    .insertInto('page_comment')
    .values({ id, thread_id, author_id: ctx.viewer.id, body, html, created_at: ctx.now() })
    .execute()
  return id
}

/** @throws Problem comments-full */
async function makeRoom(
  { db }: TxContext,
  table: 'page_comment_thread' | 'page_comment',
  column: 'page_id' | 'thread_id',
  id: string,
  most: number,
): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}::uuid`.execute(db)
  if ((rows[0]?.count ?? 0) >= most) throw new Problem('comments-full')
}

/** Changes one's own comment; that it was changed is seen. @throws Problem not-found, forbidden, text-too-costly */
export async function editComment(ctx: PersonContext, commentId: string, body: string): Promise<void> {
  const before = await getComment(ctx, commentId)
  allow(policy.edit(ctx.viewer, factsOfComment(before.page.facts, before.thread, before.comment)))
  const html = await ctx.renderPost(body)
  await inTx(ctx, async (ctx) => {
    const { comment, thread, page } = await lockComment(ctx, commentId)
    allow(policy.edit(ctx.viewer, factsOfComment(page.facts, thread, comment)))
    if (comment.body === body) return
    const edited = { body, html, edited_at: ctx.now() }
    await ctx.db.updateTable('page_comment').set(edited).where('id', '=', commentId).execute()
    await changed(ctx, thread)
  })
}

/**
 * Deletes a comment. Its place stays while others follow or precede it; the last one takes its thread along. By another's hand it is
 * written into the audit.
 * @throws Problem not-found, forbidden
 */
export async function removeComment(ctx: PersonContext, commentId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { comment, thread, page } = await lockComment(ctx, commentId)
    allow(policy.remove(ctx.viewer, factsOfComment(page.facts, thread, comment)))
    const gone = { body: '', html: '', deleted_at: ctx.now() }
    await ctx.db.updateTable('page_comment').set(gone).where('id', '=', commentId).execute()
    const left = await ctx.db
      .selectFrom('page_comment')
      .select('id')
      .where('thread_id', '=', thread.id)
      .where('deleted_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (!left) await ctx.db.deleteFrom('page_comment_thread').where('id', '=', thread.id).execute()
    if (comment.author_id !== ctx.viewer.id) await audit(ctx, 'comment.removed', page.space_id, thread, { commentId })
    await changed(ctx, thread)
  })
}

/** Deletes a thread with all that is said in it. Its mark stays in the page and is seen by nobody. @throws Problem not-found, forbidden */
export async function removeThread(ctx: PersonContext, threadId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { thread, page } = await lockThread(ctx, threadId)
    allow(policy.removeThread(factsOfThread(page.facts, thread)))
    await ctx.db.deleteFrom('page_comment_thread').where('id', '=', threadId).execute()
    await audit(ctx, 'thread.removed', page.space_id, thread)
    await changed(ctx, thread)
  })
}

/**
 * Settles a thread, or opens it again. Of several who do the same at one moment the first has done it.
 * @throws Problem not-found, forbidden
 */
export async function resolveThread(ctx: PersonContext, threadId: string, resolved: boolean): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { thread, page } = await lockThread(ctx, threadId)
    allow(policy.resolve(ctx.viewer, factsOfThread(page.facts, thread)))
    if ((thread.resolved_at !== null) === resolved) return
    await ctx.db
      .updateTable('page_comment_thread')
      .set(resolved ? { resolved_at: ctx.now(), resolved_by: ctx.viewer.id } : { resolved_at: null, resolved_by: null })
      .where('id', '=', threadId)
      .execute()
    await changed(ctx, thread)
  })
}

async function audit(
  ctx: TxContext,
  type: string,
  spaceId: string,
  thread: { id: string; page_id: string },
  ids: Record<string, string> = {},
): Promise<void> {
  const detail = JSON.stringify({ pageId: thread.page_id, threadId: thread.id, ...ids })
  await ctx.db
    .insertInto('audit')
    .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type, space_id: spaceId, at: ctx.now(), detail })
    .execute()
}

/** @param marked whether the page's text shows it, too */
async function changed(ctx: TxContext, thread: { id: string; page_id: string }, marked = false): Promise<void> {
  const page = await ctx.db
    .selectFrom('page')
    .select('space_id')
    .where('id', '=', thread.page_id)
    .executeTakeFirstOrThrow()
  const ids = { pageId: thread.page_id, spaceId: page.space_id, threadId: thread.id, ...(marked && { marked: 'true' }) }
  await record(ctx, { type: 'comment.changed', spaceId: page.space_id, ids })
}
