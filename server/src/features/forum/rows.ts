import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { SpaceKind } from '@cenacle/contract/space'
import type { Viewer } from '../../context.ts'
import type { PostTable, TopicTable } from '../../database/schema.gen.ts'
import type { Db, Tx } from '../../database/types.ts'
import { hidden } from '../../policy/allow.ts'
import { roleOfRank } from '../../policy/roles.ts'
import * as policy from '../../policy/topic.ts'
import { joinOwnRow, roleRank } from '../../policy/visible.ts'

/** A topic as one viewer sees it. */
export type TopicRow = Selectable<TopicTable> & {
  space_slug: string
  space_name: string
  space_kind: SpaceKind
  space_open: boolean
  space_closed_at: Date | null
  rank: number
  /** The viewer is named in the space. */
  joined: boolean
  author_name: string | null
  author_portrait: string | null
  last_name: string | null
  last_portrait: string | null
  read_number: number
  /** Of the opening post. */
  excerpt: string
}
/** With its opening post's text. */
export type WholeTopic = TopicRow & { body: string; html: string }
/** A post with its author's name, and the poll below it. */
export type PostRow = Selectable<PostTable> & {
  author_name: string | null
  author_portrait: string | null
  poll_id: string | null
}

export interface Reading {
  db: Db
  viewer: Viewer
  now(): Date
}

const viewerId = (viewer: Viewer): string | null => (viewer.kind === 'person' ? viewer.id : null)

/**
 * `select …` of topics `t` in their spaces `s`, with the opening post `o`; a condition, an order and a limit follow.
 * @param more further columns, each after a comma
 */
export const selectTopics = <Row = TopicRow>(ctx: Reading, more = sql``): RawBuilder<Row> => sql<Row>`
  select t.*, s.slug as space_slug, s.name as space_name, s.kind as space_kind, s.open as space_open,
    s.closed_at as space_closed_at, ${roleRank(ctx.viewer)} as rank, sp.person_id is not null as joined,
    a.name as author_name, a.portrait_key as author_portrait, l.name as last_name, l.portrait_key as last_portrait,
    coalesce(r.number, 0) as read_number, o.excerpt ${more}
  from topic t
  join space s on s.id = t.space_id
  ${joinOwnRow(ctx.viewer, ctx.now())}
  join post o on o.topic_id = t.id and o.number = 1
  left join person a on a.id = t.author_id
  left join person l on l.id = t.last_author_id
  left join topic_read r on r.topic_id = t.id and r.person_id = ${viewerId(ctx.viewer)}::uuid`

/**
 * A topic that the viewer may read.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function getTopic(ctx: Reading, id: string): Promise<WholeTopic> {
  const query = sql`${selectTopics<WholeTopic>(ctx, sql`, o.body, o.html`)} where t.id = ${id}::uuid`
  const { rows } = await sql<WholeTopic>`${query}`.execute(ctx.db)
  const row = rows[0]
  if (!row || !policy.read({ role: roleOfRank(row.rank) })) throw hidden(ctx.viewer)
  return row
}

/** The same, locked until the end of the transaction, then read: numbers and counters come from its row. */
export async function lockTopic(ctx: Reading & { db: Tx }, id: string): Promise<WholeTopic> {
  await ctx.db.selectFrom('topic').select('id').where('id', '=', id).forUpdate().execute()
  return getTopic(ctx, id)
}

/** A post with its topic, locked. @throws Problem not-found, or sign-in-required for a visitor */
export async function lockPost(ctx: Reading & { db: Tx }, id: string): Promise<{ topic: WholeTopic; post: PostRow }> {
  const topic = await lockTopic(ctx, await topicOf(ctx, id))
  return { topic, post: await getPost(ctx, topic.id, id) }
}

/** A post with its topic. @throws Problem not-found, or sign-in-required for a visitor */
export async function findPost(ctx: Reading, id: string): Promise<{ topic: WholeTopic; post: PostRow }> {
  const topic = await getTopic(ctx, await topicOf(ctx, id))
  return { topic, post: await getPost(ctx, topic.id, id) }
}

async function topicOf(ctx: Reading, postId: string): Promise<string> {
  const row = await ctx.db.selectFrom('post').select('topic_id').where('id', '=', postId).executeTakeFirst()
  if (!row) throw hidden(ctx.viewer)
  return row.topic_id
}

/** `select …` of the posts `p` of one topic; conditions, an order and a limit follow. */
export const selectPosts = (topicId: string): RawBuilder<PostRow> => sql<PostRow>`
  select p.*, a.name as author_name, a.portrait_key as author_portrait, k.id as poll_id
  from post p left join person a on a.id = p.author_id left join poll k on k.post_id = p.id
  where p.topic_id = ${topicId}::uuid`

async function getPost(ctx: Reading, topicId: string, id: string): Promise<PostRow> {
  const { rows } = await sql<PostRow>`${selectPosts(topicId)} and p.id = ${id}::uuid`.execute(ctx.db)
  if (!rows[0]) throw hidden(ctx.viewer)
  return rows[0]
}

const isOwn = (viewer: Viewer, authorId: string | null): boolean => viewer.kind === 'person' && viewer.id === authorId

export const factsOf = (viewer: Viewer, row: TopicRow): policy.TopicFacts => ({
  role: roleOfRank(row.rank),
  spaceClosed: row.space_closed_at !== null,
  closed: row.closed_at !== null,
  own: isOwn(viewer, row.author_id),
})

export const postFactsOf = (viewer: Viewer, topic: TopicRow, post: PostRow): policy.PostFacts => ({
  topic: factsOf(viewer, topic),
  own: isOwn(viewer, post.author_id),
  deleted: post.deleted_at !== null,
})
