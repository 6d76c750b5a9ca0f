import { sql } from 'kysely'
import type { Thread } from '@cenacle/contract/comment'
import type { List } from '@cenacle/contract/paging'
import type { Rooms } from '@cenacle/collab/rooms'
import type { Context, PersonContext } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import { getThread, presentThread, selectComments, selectThreads, type CommentRow } from './comments-rows.ts'
import { freshTexts } from './fresh.ts'
import { getPage } from './rows.ts'

/**
 * The threads of a page, oldest first, each with all that is said in it, and whether its words are in the page as of now.
 * @throws Problem not-found, forbidden, or sign-in-required for a visitor
 */
export async function listThreads(
  ctx: Context,
  rooms: Rooms,
  pageId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<List<Thread>> {
  const page = await getPage(ctx, pageId)
  await freshTexts(ctx, rooms, page)
  let query = selectThreads(ctx.db).where('t.page_id', '=', pageId)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, ['time', 'id'])
    query = query.where(sql<boolean>`(t.created_at, t.id) > (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('t.created_at')
    .orderBy('t.id')
    .limit(limit + 1)
    .execute()
  const said = await commentsOf(
    ctx,
    rows.slice(0, limit).map(({ id }) => id),
  )
  return cut(
    rows,
    limit,
    (row) => presentThread(ctx.viewer, page.facts, row, said.get(row.id) ?? []),
    (row) => [row.created_at.toISOString(), row.id],
  )
}

/** One thread as its page's list has it. */
export async function readThread(ctx: PersonContext, threadId: string): Promise<Thread> {
  const { thread, page } = await getThread(ctx, threadId)
  const said = await commentsOf(ctx, [threadId])
  return presentThread(ctx.viewer, page.facts, thread, said.get(threadId) ?? [])
}

async function commentsOf({ db }: Pick<Context, 'db'>, threadIds: string[]): Promise<Map<string, CommentRow[]>> {
  if (threadIds.length === 0) return new Map()
  const rows = await selectComments(db)
    .where('c.thread_id', 'in', threadIds)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  return Map.groupBy(rows, (row) => row.thread_id)
}
