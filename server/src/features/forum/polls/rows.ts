import { type Selectable, sql } from 'kysely'
import type { PollTable } from '../../../database/schema.gen.ts'
import type { Tx } from '../../../database/types.ts'
import { hidden } from '../../../policy/allow.ts'
import type { PollFacts } from '../../../policy/poll.ts'
import { findPost, postFactsOf, type PostRow, type Reading, type WholeTopic } from '../rows.ts'

/** A poll with its counts, as one viewer sees it. */
export type PollRow = Selectable<PollTable> & {
  /** By the database's clock, as for every deadline on which somebody votes. */
  closed: boolean
  voters: number
  /** Of each option, in their order. */
  counts: number[]
  mine: number[] | null
}
export interface SeenPoll {
  poll: PollRow
  topic: WholeTopic
  post: PostRow
}

/** A poll that the viewer may read. @throws Problem not-found, or sign-in-required for a visitor */
export async function getPoll(ctx: Reading, id: string): Promise<SeenPoll> {
  const viewerId = ctx.viewer.kind === 'person' ? ctx.viewer.id : null
  const { rows } = await sql<PollRow>`
    select k.*, k.closed_at is not null or coalesce(k.closes_at <= cenacle_clock(), false) as closed,
      (select count(*)::int from poll_ballot b where b.poll_id = k.id) as voters,
      (select array_agg((select count(*)::int from poll_ballot b where b.poll_id = k.id and n = any (b.choices)) order by n)
        from generate_series(1, cardinality(k.options)) n) as counts,
      (select b.choices from poll_ballot b where b.poll_id = k.id and b.person_id = ${viewerId}::uuid) as mine
    from poll k where k.id = ${id}::uuid`.execute(ctx.db)
  const poll = rows[0]
  if (!poll) throw hidden(ctx.viewer)
  return { poll, ...(await findPost(ctx, poll.post_id)) }
}

/**
 * The same, locked until the end of the transaction, then read: an answer, a correction and a close follow each other. The
 * topic comes first, as wherever both are locked; it is only held, so that those who answer it do not wait for each other.
 */
export async function lockPoll(ctx: Reading & { db: Tx }, id: string): Promise<SeenPoll> {
  await sql`select t.id from topic t join post p on p.topic_id = t.id join poll k on k.post_id = p.id
    where k.id = ${id}::uuid for share of t`.execute(ctx.db)
  await ctx.db.selectFrom('poll').select('id').where('id', '=', id).forUpdate().execute()
  return getPoll(ctx, id)
}

/** What the rules need to know. */
export const factsOf = (ctx: Pick<Reading, 'viewer'>, { poll, topic, post }: SeenPoll): PollFacts => ({
  post: postFactsOf(ctx.viewer, topic, post),
  closed: poll.closed,
  answered: poll.voters > 0,
})
