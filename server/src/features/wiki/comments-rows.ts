import type { Selectable } from 'kysely'
import type { Comment, Thread } from '@cenacle/contract/comment'
import type { PageCommentTable, PageCommentThreadTable } from '../../database/schema.gen.ts'
import type { Db, Tx } from '../../database/types.ts'
import type { PersonContext, Viewer } from '../../context.ts'
import { hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/comment.ts'
import type { PageFacts } from '../../policy/page.ts'
import { presentAuthor } from '../accounts/present.ts'
import { getPage, type PageRow } from './rows.ts'

type Named = { author_name: string | null; author_portrait: string | null }
type ThreadFields = Omit<Selectable<PageCommentThreadTable>, 'page_id' | 'last_text' | 'last_before' | 'last_after'> &
  Named & { resolver_name: string | null; resolver_portrait: string | null }
export type ThreadRow = ThreadFields & { page_id: string }
export type CommentRow = Selectable<PageCommentTable> & Named

interface Reading {
  db: Db
  viewer: Viewer
  now(): Date
}

/** Threads with the names of who began and who settled them. */
export const selectThreads = (db: Db) =>
  db
    .selectFrom('page_comment_thread as t')
    .leftJoin('person as a', 'a.id', 't.author_id')
    .leftJoin('person as r', 'r.id', 't.resolved_by')
    .select([
      't.id',
      't.page_id',
      't.author_id',
      't.quote',
      't.anchored',
      't.created_at',
      't.resolved_at',
      't.resolved_by',
      'a.name as author_name',
      'a.portrait_key as author_portrait',
      'r.name as resolver_name',
      'r.portrait_key as resolver_portrait',
    ])

/** Comments with the names of who wrote them. */
export const selectComments = (db: Db) =>
  db
    .selectFrom('page_comment as c')
    .leftJoin('person as a', 'a.id', 'c.author_id')
    .selectAll('c')
    .select(['a.name as author_name', 'a.portrait_key as author_portrait'])

/** A thread with its page, as the viewer may see them. @throws Problem not-found, forbidden, or sign-in-required for a visitor */
export async function getThread(ctx: Reading, threadId: string): Promise<{ thread: ThreadRow; page: PageRow }> {
  const thread = await selectThreads(ctx.db).where('t.id', '=', threadId).executeTakeFirst()
  if (!thread) throw hidden(ctx.viewer)
  return { thread, page: await getPage(ctx, thread.page_id) }
}

/** The same, locked until the end of the transaction, then read: what is said in it keeps its order and its number. */
export async function lockThread(ctx: Reading & { db: Tx }, threadId: string) {
  await ctx.db.selectFrom('page_comment_thread').select('id').where('id', '=', threadId).forUpdate().execute()
  return getThread(ctx, threadId)
}

/** A comment with its thread. @throws as `getThread` does */
export async function getComment(ctx: Reading, commentId: string) {
  const comment = await selectComments(ctx.db).where('c.id', '=', commentId).executeTakeFirst()
  if (!comment) throw hidden(ctx.viewer)
  return { comment, ...(await getThread(ctx, comment.thread_id)) }
}

/** The same, its thread locked. */
export async function lockComment(ctx: Omit<PersonContext, 'db'> & { db: Tx }, commentId: string) {
  const { thread } = await getComment(ctx, commentId)
  await lockThread(ctx, thread.id)
  return getComment(ctx, commentId)
}

export const factsOfThread = (page: PageFacts, thread: Pick<ThreadRow, 'author_id'>): policy.ThreadFacts => ({
  page,
  authorId: thread.author_id,
})
export const factsOfComment = (
  page: PageFacts,
  thread: Pick<ThreadRow, 'author_id'>,
  comment: Pick<CommentRow, 'author_id' | 'deleted_at'>,
): policy.CommentFacts => ({
  ...factsOfThread(page, thread),
  writerId: comment.author_id,
  deleted: comment.deleted_at !== null,
})

const someone = (id: string | null, name: string | null, portrait: string | null) =>
  id !== null && name !== null ? presentAuthor({ id, name, portrait_key: portrait }) : null

export function presentThread(
  viewer: Viewer,
  page: PageFacts,
  row: ThreadRow,
  comments: readonly CommentRow[],
): Thread {
  const facts = factsOfThread(page, row)
  return {
    id: row.id,
    pageId: row.page_id,
    author: someone(row.author_id, row.author_name, row.author_portrait),
    quote: row.quote,
    anchored: row.anchored,
    createdAt: row.created_at.toISOString(),
    resolved: row.resolved_at && {
      at: row.resolved_at.toISOString(),
      by: someone(row.resolved_by, row.resolver_name, row.resolver_portrait),
    },
    comments: comments.map((comment) => presentComment(viewer, page, row, comment)),
    can: {
      reply: policy.reply(facts),
      resolve: policy.resolve(viewer, facts),
      remove: policy.removeThread(facts),
    },
  }
}

function presentComment(viewer: Viewer, page: PageFacts, thread: ThreadRow, row: CommentRow): Comment {
  const facts = factsOfComment(page, thread, row)
  return {
    id: row.id,
    threadId: row.thread_id,
    author: someone(row.author_id, row.author_name, row.author_portrait),
    body: row.body,
    html: row.html,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    can: { edit: policy.edit(viewer, facts), remove: policy.remove(viewer, facts) },
  }
}
