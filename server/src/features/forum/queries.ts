import { sql } from 'kysely'
import type { z } from 'zod'
import type { Post, postsQuery, revisionsAnswer, TopicAnswer, TopicItem } from '@cenacle/contract/forum'
import type { MovingItem, WaitingItem } from '@cenacle/contract/home'
import type { List, PageQuery } from '@cenacle/contract/paging'
import type { Context, PersonContext } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import { joinOwnRow, roleRank, visibleTo } from '../../policy/visible.ts'
import { Problem } from '../../problem.ts'
import { getSpace } from '../spaces/queries.ts'
import { authorOf, presentPost, presentTopic, presentTopicItem } from './present.ts'
import { findPost, getTopic, type PostRow, selectPosts, selectTopics, type TopicRow } from './rows.ts'

/**
 * The topics of a space, the one that moved last first.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listTopics(ctx: Context, idOrSlug: string, query: PageQuery): Promise<List<TopicItem>> {
  const space = await getSpace(ctx, idOrSlug)
  let after = sql``
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor, ['time', 'id'])
    after = sql`and (t.last_post_at, t.id) < (${at}::timestamptz, ${id}::uuid)`
  }
  const { rows } = await sql<TopicRow>`${selectTopics(ctx)} where t.space_id = ${space.id}::uuid ${after}
    order by t.last_post_at desc, t.id desc limit ${query.limit + 1}`.execute(ctx.db)
  return cut(
    rows,
    query.limit,
    (row) => presentTopicItem(ctx.viewer, row),
    (row) => [row.last_post_at.toISOString(), row.id],
  )
}

/** One topic. @throws Problem not-found, or sign-in-required for a visitor */
export async function readTopic(ctx: Context, topicId: string): Promise<TopicAnswer> {
  return presentTopic(ctx.viewer, await getTopic(ctx, topicId))
}

/**
 * Posts of a topic by number, ascending: from the beginning, `after` a number, or the last ones `before` a number; `next`
 * goes on in the same direction.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listPosts(
  ctx: Context,
  topicId: string,
  query: z.output<typeof postsQuery>,
): Promise<List<Post>> {
  const topic = await getTopic(ctx, topicId)
  const { after, before, isBackward } = windowOf(query)
  const { rows } = await sql<PostRow>`${selectPosts(topic.id)} and p.number > ${after} and p.number < ${before}
    order by p.number ${isBackward ? sql`desc` : sql`asc`} limit ${query.limit + 1}`.execute(ctx.db)
  const page = cut(
    rows,
    query.limit,
    (row) => presentPost(ctx.viewer, topic, row),
    (row) => [isBackward ? 'before' : 'after', row.number],
  )
  return isBackward ? { ...page, items: page.items.toReversed() } : page
}

const NO_BOUND = 2_147_483_647

function windowOf({ after, before, cursor }: z.output<typeof postsQuery>) {
  const [direction, number] = cursor ? decodeCursor(cursor, ['string', 'number']) : []
  if (number !== undefined && (number < 0 || number > NO_BOUND))
    throw new Problem('invalid-parameter', { detail: 'cursor' })
  const isBackward = direction ? direction === 'before' : before !== undefined && after === undefined
  return {
    after: (isBackward ? undefined : number) ?? after ?? 0,
    before: (isBackward ? number : undefined) ?? before ?? NO_BOUND,
    isBackward,
  }
}

/** One post. @throws Problem not-found, or sign-in-required for a visitor */
export async function readPost(ctx: Context, postId: string): Promise<Post> {
  const { topic, post } = await findPost(ctx, postId)
  return presentPost(ctx.viewer, topic, post)
}

const REVISIONS = 100

/**
 * What a post said, newest first, the present text included; nothing of a deleted post.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listRevisions(ctx: Context, postId: string): Promise<z.output<typeof revisionsAnswer>> {
  const { post } = await findPost(ctx, postId)
  if (post.deleted_at) return { items: [], next: null }
  const earlier = await ctx.db
    .selectFrom('post_revision as r')
    .leftJoin('person as e', 'e.id', 'r.editor_id')
    .select(['r.at', 'r.body', 'e.id', 'e.name', 'e.portrait_key'])
    .where('r.post_id', '=', postId)
    .orderBy('r.at', 'desc')
    .limit(REVISIONS)
    .execute()
  const present = {
    at: post.written_at.toISOString(),
    editor: authorOf(post.author_id, post.author_name, post.author_portrait),
    body: post.body,
  }
  const replaced = earlier.map((row) => ({
    at: row.at.toISOString(),
    editor: authorOf(row.id, row.name, row.portrait_key),
    body: row.body,
  }))
  return { items: [present, ...replaced], next: null }
}

/**
 * The topics that moved last in the viewer's own spaces, the committee's included, each with what was said last.
 * @param limit how many at most
 */
export async function listMovingTopics(ctx: PersonContext, limit: number): Promise<MovingItem[]> {
  const mine = sql`select s.id from space s ${joinOwnRow(ctx.viewer, ctx.now())}
    where ${roleRank(ctx.viewer)} > 0 and (sp.person_id is not null or s.kind = 'committee')`
  const latest = sql`select m.id from topic m where m.space_id in (${mine}) order by m.last_post_at desc, m.id desc limit ${limit}`
  const said = sql`, (select p.excerpt from post p where p.topic_id = t.id and p.number = t.post_count) as said`
  const { rows } = await sql<TopicRow & { said: string }>`${selectTopics(ctx, said)} where t.id in (${latest})
    order by t.last_post_at desc, t.id desc`.execute(ctx.db)
  return rows.map((row) => ({
    kind: 'topic' as const,
    id: row.id,
    title: row.title,
    spaceName: row.space_name,
    spaceSlug: row.space_slug,
    excerpt: row.said,
    author: authorOf(row.last_author_id, row.last_name, row.last_portrait),
    at: row.last_post_at.toISOString(),
    unread: Math.max(0, row.post_count - row.read_number),
  }))
}

interface MentionRow {
  topic_id: string
  number: number
  title: string
  space_name: string
  author_id: string | null
  author_name: string | null
  author_portrait: string | null
  at: Date
}

/**
 * Who asks for the viewer and has no answer yet, newest first; one line per topic. What can no longer be read or answered
 * is left out.
 */
export async function listUnanswered(ctx: PersonContext, limit: number): Promise<WaitingItem[]> {
  const { rows } = await sql<MentionRow>`
    select * from (
      select distinct on (m.topic_id) m.topic_id, p.number, t.title, s.name as space_name,
        p.author_id, a.name as author_name, a.portrait_key as author_portrait, m.at
      from mention m
      join post p on p.id = m.post_id
      join topic t on t.id = m.topic_id and t.closed_at is null
      join space s on s.id = t.space_id and s.closed_at is null
      left join person a on a.id = p.author_id
      where m.person_id = ${ctx.viewer.id}::uuid and m.answered_at is null and ${visibleTo(ctx.viewer, ctx.now(), 't.space_id')}
      order by m.topic_id, p.number desc) latest
    order by at desc limit ${limit}`.execute(ctx.db)
  return rows.map((row) => ({
    kind: 'mention' as const,
    topicId: row.topic_id,
    number: row.number,
    title: row.title,
    spaceName: row.space_name,
    author: authorOf(row.author_id, row.author_name, row.author_portrait),
    at: row.at.toISOString(),
  }))
}
