import { sql } from 'kysely'
import type { z } from 'zod'
import type { createPostBody } from '@cenacle/contract/forum'
import type { PersonContext } from '../../context.ts'
import { dropEntry, indexEntry } from '../../database/search-entry.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import * as policy from '../../policy/topic.ts'
import { indexTopic, insertPost, refuse, type TxContext } from './commands.ts'
import { recordMentions } from './mentions.ts'
import { excerptOf, plainText } from './plain-text.ts'
import { checkPoll, insertPoll } from './polls/insert.ts'
import {
  factsOf,
  findPost,
  getTopic,
  lockPost,
  lockTopic,
  postFactsOf,
  type PostRow,
  type TopicRow,
  type WholeTopic,
} from './rows.ts'

const spaceOf = (topic: TopicRow) => ({ id: topic.space_id, kind: topic.space_kind, open: topic.space_open })
const idsOf = (topic: TopicRow, postId: string, number: number) => ({
  topicId: topic.id,
  spaceId: topic.space_id,
  postId,
  number: String(number),
})

/**
 * Replies, with a poll below where one is asked. Numbers follow each other without a gap, in the order of the commits.
 * @returns the post's id
 * @throws Problem not-found, forbidden, space-closed, topic-closed, text-too-costly, invalid (too many people named, the poll)
 */
export async function createPost(
  ctx: PersonContext,
  topicId: string,
  { body, poll }: z.output<typeof createPostBody>,
): Promise<string> {
  refuse(policy.reply(factsOf(ctx.viewer, await getTopic(ctx, topicId))))
  if (poll) checkPoll(poll, ctx.now(), '/poll')
  const html = await ctx.renderPost(body)
  return inTx(ctx, async (ctx) => {
    const topic = await lockTopic(ctx, topicId)
    refuse(policy.reply(factsOf(ctx.viewer, topic)))
    const id = ctx.newId()
    const number = topic.post_count + 1
    await insertPost(ctx, { id, topicId, number, body, html })
    if (poll) await insertPoll(ctx, id, poll)
    await ctx.db
      .updateTable('topic')
      .set({
        post_count: number,
        last_post_at: sql<Date>`greatest(last_post_at, ${ctx.now()}::timestamptz)`,
        last_author_id: ctx.viewer.id,
      })
      .where('id', '=', topicId)
      .execute()
    await indexEntry(ctx, { kind: 'post', id, spaceId: topic.space_id, title: '', body: plainText(html) })
    await recordMentions(ctx, { space: spaceOf(topic), topicId, postId: id }, html, false)
    await answerMentions(ctx, topicId)
    await readOwn(ctx, topicId, number)
    await record(ctx, { type: 'post.created', spaceId: topic.space_id, ids: idsOf(topic, id, number) })
    return id
  })
}

/** Whoever speaks in the topic has answered those who asked for them there. */
async function answerMentions(ctx: TxContext, topicId: string): Promise<void> {
  await ctx.db
    .updateTable('mention')
    .set({ answered_at: ctx.now() })
    .where('person_id', '=', ctx.viewer.id)
    .where('topic_id', '=', topicId)
    .where('answered_at', 'is', null)
    .execute()
}

/** One's own post is read, unless others came in between that are not. */
async function readOwn(ctx: TxContext, topicId: string, number: number): Promise<void> {
  await ctx.db
    .updateTable('topic_read')
    .set({ number })
    .where('person_id', '=', ctx.viewer.id)
    .where('topic_id', '=', topicId)
    .where('number', '=', number - 1)
    .execute()
}

/**
 * Changes one's own post. What the edit leaves behind is `policy.traceOf`'s to say.
 * @throws Problem not-found, forbidden, space-closed, topic-closed, text-too-costly, invalid (too many people named)
 */
export async function editPost(ctx: PersonContext, postId: string, body: string): Promise<void> {
  const before = await findPost(ctx, postId)
  refuse(policy.editPost(postFactsOf(ctx.viewer, before.topic, before.post)))
  const html = await ctx.renderPost(body)
  await inTx(ctx, async (ctx) => {
    const { topic, post } = await lockPost(ctx, postId)
    refuse(policy.editPost(postFactsOf(ctx.viewer, topic, post)))
    if (post.body === body) return
    await replaceText(ctx, post, body, html)
    await reindex(ctx, topic, post, html)
    await recordMentions(ctx, { space: spaceOf(topic), topicId: topic.id, postId }, html, true)
    await record(ctx, { type: 'post.changed', spaceId: topic.space_id, ids: idsOf(topic, postId, post.number) })
  })
}

async function replaceText(ctx: TxContext, post: PostRow, body: string, html: string): Promise<void> {
  const now = ctx.now()
  const trace = policy.traceOf({ createdAt: post.created_at, writtenAt: post.written_at }, now)
  if (trace.keeps) {
    const replaced = { post_id: post.id, editor_id: post.author_id, body: post.body, at: post.written_at }
    await ctx.db
      .insertInto('post_revision')
      .values({ id: ctx.newId(), ...replaced })
      .execute()
  }
  await ctx.db
    .updateTable('post')
    .set({
      body,
      html,
      excerpt: excerptOf(plainText(html)),
      written_at: trace.keeps ? now : post.written_at,
      edited_at: trace.marks ? now : post.edited_at,
    })
    .where('id', '=', post.id)
    .execute()
}

/** The opening post is found as its topic. */
async function reindex(ctx: TxContext, topic: WholeTopic, post: PostRow, html: string): Promise<void> {
  if (post.number === 1) await indexTopic(ctx, { ...topic, html })
  else await indexEntry(ctx, { kind: 'post', id: post.id, spaceId: topic.space_id, title: '', body: plainText(html) })
}

/**
 * Deletes a post: its number and its author stay, its text goes with its revisions, mentions and poll. By another's hand it is
 * written into the audit.
 * @throws Problem not-found, forbidden, space-closed, topic-closed
 */
export async function removePost(ctx: PersonContext, postId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { topic, post } = await lockPost(ctx, postId)
    refuse(policy.removePost(postFactsOf(ctx.viewer, topic, post)))
    const at = ctx.now()
    await ctx.db
      .updateTable('post')
      .set({ body: '', html: '', excerpt: '', deleted_at: at })
      .where('id', '=', postId)
      .execute()
    await ctx.db.deleteFrom('post_revision').where('post_id', '=', postId).execute()
    await ctx.db.deleteFrom('mention').where('post_id', '=', postId).execute()
    await ctx.db.deleteFrom('poll').where('post_id', '=', postId).execute()
    if (post.number === 1) await indexTopic(ctx, { ...topic, html: '' })
    else await dropEntry(ctx, 'post', postId)
    const ids = idsOf(topic, postId, post.number)
    if (post.author_id !== ctx.viewer.id) {
      const row = { id: ctx.newId(), actor_id: ctx.viewer.id, type: 'post.removed', space_id: topic.space_id, at }
      await ctx.db
        .insertInto('audit')
        .values({ ...row, detail: JSON.stringify(ids) })
        .execute()
    }
    await record(ctx, { type: 'post.changed', spaceId: topic.space_id, ids })
  })
}
