import { sql } from 'kysely'
import type { z } from 'zod'
import type { createTopicBody, updateTopicBody } from '@cenacle/contract/forum'
import type { ProblemCode } from '@cenacle/contract/problems'
import type { PersonContext } from '../../context.ts'
import { indexEntry } from '../../database/search-entry.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import * as policy from '../../policy/topic.ts'
import { Problem } from '../../problem.ts'
import { factsOf as spaceFactsOf, getSpace } from '../spaces/queries.ts'
import { recordMentions } from './mentions.ts'
import { excerptOf, plainText } from './plain-text.ts'
import { checkPoll, insertPoll } from './polls/insert.ts'
import { factsOf, getTopic, lockTopic, type WholeTopic } from './rows.ts'

export type TxContext = Omit<PersonContext, 'db'> & { db: Tx }

/** Goes on only when nothing stands in the way. @throws Problem */
export function refuse(why: ProblemCode | null): asserts why is null {
  if (why) throw new Problem(why)
}

/**
 * Opens a topic with its first post, and a poll below that where one is asked.
 * @returns the topic's id
 * @throws Problem not-found, forbidden, space-closed, text-too-costly, invalid (too many people named, the poll)
 */
export async function createTopic(
  ctx: PersonContext,
  idOrSlug: string,
  body: z.output<typeof createTopicBody>,
): Promise<string> {
  refuse(policy.create(spaceFactsOf(await getSpace(ctx, idOrSlug))))
  if (body.poll) checkPoll(body.poll, ctx.now(), '/poll')
  const html = await ctx.renderPost(body.body)
  return inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    refuse(policy.create(spaceFactsOf(space)))
    const [id, postId, at] = [ctx.newId(), ctx.newId(), ctx.now()]
    const author_id = ctx.viewer.id
    await ctx.db
      .insertInto('topic')
      .values({
        id,
        space_id: space.id,
        title: body.title,
        author_id,
        created_at: at,
        post_count: 1,
        last_post_at: at,
        last_author_id: author_id,
      })
      .execute()
    await insertPost(ctx, { id: postId, topicId: id, number: 1, body: body.body, html })
    if (body.poll) await insertPoll(ctx, postId, body.poll)
    await indexEntry(ctx, { kind: 'topic', id, spaceId: space.id, title: body.title, body: plainText(html) })
    await recordMentions(ctx, { space, topicId: id, postId }, html, false)
    await ctx.db.insertInto('topic_read').values({ person_id: author_id, topic_id: id, number: 1 }).execute()
    await record(ctx, { type: 'topic.created', spaceId: space.id, ids: { topicId: id, spaceId: space.id } })
    return id
  })
}

/** Writes the row of a post whose number is already known. */
export async function insertPost(
  ctx: TxContext,
  post: { id: string; topicId: string; number: number; body: string; html: string },
): Promise<void> {
  const at = ctx.now()
  await ctx.db
    .insertInto('post')
    .values({
      id: post.id,
      topic_id: post.topicId,
      number: post.number,
      author_id: ctx.viewer.id,
      body: post.body,
      html: post.html,
      excerpt: excerptOf(plainText(post.html)),
      created_at: at,
      written_at: at,
    })
    .execute()
}

/** Renames, ends or reopens a topic. @throws Problem not-found, forbidden, space-closed, topic-closed */
export async function updateTopic(
  ctx: PersonContext,
  topicId: string,
  { title, closed }: z.output<typeof updateTopicBody>,
): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const topic = await lockTopic(ctx, topicId)
    const facts = factsOf(ctx.viewer, topic)
    if (title === undefined && closed === undefined) return
    if (closed !== undefined) refuse(policy.close(facts))
    if (title !== undefined) refuse(policy.rename(facts))
    const closed_at = closed === undefined ? topic.closed_at : closed ? (topic.closed_at ?? ctx.now()) : null
    await ctx.db
      .updateTable('topic')
      .set({ title: title ?? topic.title, closed_at })
      .where('id', '=', topicId)
      .execute()
    if (title !== undefined) await indexTopic(ctx, { ...topic, title })
    await record(ctx, { type: 'topic.changed', spaceId: topic.space_id, ids: { topicId, spaceId: topic.space_id } })
  })
}

/** Puts a topic into the search as it is now: its title and its opening post. */
export const indexTopic = (ctx: TxContext, { id, space_id, title, html }: WholeTopic): Promise<void> =>
  indexEntry(ctx, { kind: 'topic', id, spaceId: space_id, title, body: plainText(html) })

/**
 * Remembers how far the viewer has read. It never goes back, whichever device speaks last, nor beyond the last post.
 * @throws Problem not-found
 */
export async function markRead(ctx: PersonContext, topicId: string, number: number): Promise<void> {
  const topic = await getTopic(ctx, topicId)
  const reached = Math.min(number, topic.post_count)
  await ctx.db
    .insertInto('topic_read')
    .values({ person_id: ctx.viewer.id, topic_id: topicId, number: reached })
    .onConflict((oc) =>
      oc
        .columns(['person_id', 'topic_id'])
        .doUpdateSet({ number: sql<number>`greatest(topic_read.number, excluded.number)` }),
    )
    .execute()
}
