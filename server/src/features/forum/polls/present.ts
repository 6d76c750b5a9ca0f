import type { PollAnswer } from '@cenacle/contract/poll'
import type { Context } from '../../../context.ts'
import * as policy from '../../../policy/poll.ts'
import { roleOfRank } from '../../../policy/roles.ts'
import { openDecision } from '../../../policy/vote.ts'
import { factsOf, getPoll, type SeenPoll } from './rows.ts'

/** One poll with its counts. @throws Problem not-found, or sign-in-required for a visitor */
export const readPoll = async (ctx: Context, pollId: string): Promise<PollAnswer> =>
  presentPoll(ctx, await getPoll(ctx, pollId))

function presentPoll(ctx: Context, seen: SeenPoll): PollAnswer {
  const { poll, topic } = seen
  const facts = factsOf(ctx, seen)
  const space = {
    kind: topic.space_kind,
    role: roleOfRank(topic.rank),
    joined: topic.joined,
    closed: topic.space_closed_at !== null,
  }
  return {
    id: poll.id,
    topicId: topic.id,
    postId: poll.post_id,
    spaceSlug: topic.space_slug,
    question: poll.question,
    multiple: poll.multiple,
    options: poll.options.map((label, i) => ({ number: i + 1, label, count: poll.counts[i] ?? 0 })),
    voters: poll.voters,
    mine: poll.mine,
    closesAt: poll.closes_at?.toISOString() ?? null,
    closed: poll.closed,
    can: {
      vote: policy.vote(facts) === null,
      change: policy.change(facts) === null,
      close: policy.close(facts) === null,
      remove: policy.remove(facts) === null,
      decide: openDecision(ctx.viewer, space),
    },
  }
}
