import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import { record } from '../../../events/record.ts'
import * as policy from '../../../policy/poll.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { refuse, type TxContext } from '../commands.ts'
import { lockPost, postFactsOf } from '../rows.ts'
import { checkPoll, insertPoll, type NewPoll } from './insert.ts'
import { factsOf, lockPoll, type SeenPoll } from './rows.ts'

const idsOf = ({ topic, post }: Omit<SeenPoll, 'poll'>) => ({
  topicId: topic.id,
  spaceId: topic.space_id,
  postId: post.id,
  number: String(post.number),
})

/** Tells everybody who reads the topic to fetch the poll again. Never who answered. */
const announce = (ctx: TxContext, { poll, topic }: SeenPoll): Promise<void> =>
  record(ctx, {
    type: 'poll.changed',
    spaceId: topic.space_id,
    ids: { topicId: topic.id, spaceId: topic.space_id, pollId: poll.id },
  })

/**
 * Puts a poll below a post of one's own that has none.
 * @returns its id
 * @throws Problem not-found, forbidden, space-closed, topic-closed; conflict where there is one; invalid
 */
export const addPoll = (ctx: PersonContext, postId: string, body: NewPoll): Promise<string> =>
  inTx(ctx, async (ctx) => {
    const { topic, post } = await lockPost(ctx, postId)
    refuse(policy.add(postFactsOf(ctx.viewer, topic, post)))
    checkPoll(body, ctx.now(), '')
    const id = await insertPoll(ctx, postId, body)
    if (id === undefined) throw new Problem('conflict')
    await record(ctx, { type: 'post.changed', spaceId: topic.space_id, ids: idsOf({ topic, post }) })
    return id
  })

/**
 * Corrects a poll that nobody has answered yet. The lock makes a first answer at this moment come before or after it.
 * @throws Problem not-found, forbidden, space-closed, topic-closed, poll-closed, poll-frozen, invalid
 */
export const changePoll = (ctx: PersonContext, pollId: string, body: NewPoll): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await lockPoll(ctx, pollId)
    refuse(policy.change(factsOf(ctx, seen)))
    checkPoll(body, ctx.now(), '')
    const { question, options, multiple, closesAt } = body
    await ctx.db
      .updateTable('poll')
      .set({ question, options, multiple, closes_at: closesAt })
      .where('id', '=', pollId)
      .execute()
    await announce(ctx, seen)
  })

/**
 * Answers, or changes one's answer: one ballot per person, the last one wins. Whether it comes in time is judged by the
 * database's clock, under the lock of the poll's row.
 * @param choices numbers of options, from 1
 * @throws Problem not-found, forbidden, space-closed, topic-closed, poll-closed; invalid for what does not fit
 */
export const answerPoll = (ctx: PersonContext, pollId: string, choices: readonly number[]): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await lockPoll(ctx, pollId)
    const { poll } = seen
    refuse(policy.vote(factsOf(ctx, seen)))
    const chosen = [...new Set(choices)].toSorted((a, b) => a - b)
    const beyond = choices.findIndex((number) => number > poll.options.length)
    if (beyond !== -1) throw invalidField(`/choices/${beyond}`, 'not-allowed')
    if (chosen.length > 1 && !poll.multiple) throw invalidField('/choices', 'too-many-options', { max: 1 })
    if (poll.mine?.join() === chosen.join()) return
    await ctx.db
      .insertInto('poll_ballot')
      .values({ poll_id: pollId, person_id: ctx.viewer.id, choices: chosen })
      .onConflict((oc) => oc.columns(['poll_id', 'person_id']).doUpdateSet({ choices: chosen }))
      .execute()
    await announce(ctx, seen)
  })

/** Ends a poll now; its counts stay. @throws Problem not-found, forbidden, space-closed, topic-closed, poll-closed */
export const closePoll = (ctx: PersonContext, pollId: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await lockPoll(ctx, pollId)
    refuse(policy.close(factsOf(ctx, seen)))
    await ctx.db.updateTable('poll').set({ closed_at: ctx.now() }).where('id', '=', pollId).execute()
    await announce(ctx, seen)
  })

/**
 * Takes a poll away with its answers. By another's hand than its author's it is written into the audit, as for a post.
 * @throws Problem not-found, forbidden, space-closed, topic-closed
 */
export const removePoll = (ctx: PersonContext, pollId: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await lockPoll(ctx, pollId)
    refuse(policy.remove(factsOf(ctx, seen)))
    await ctx.db.deleteFrom('poll').where('id', '=', pollId).execute()
    const ids = idsOf(seen)
    if (seen.post.author_id !== ctx.viewer.id) {
      const row = { id: ctx.newId(), actor_id: ctx.viewer.id, type: 'poll.removed', space_id: seen.topic.space_id }
      await ctx.db
        .insertInto('audit')
        .values({ ...row, at: ctx.now(), detail: JSON.stringify(ids) })
        .execute()
    }
    await record(ctx, { type: 'post.changed', spaceId: seen.topic.space_id, ids })
  })
