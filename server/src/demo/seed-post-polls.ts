import { insertPoll } from '../features/forum/polls/insert.ts'
import type { SeededPost } from './insert-posts.ts'
import type { Ids, Seeding } from './seed-people.ts'

/** The indicative polls below posts, with who answered them. */
export async function seedPostPolls(ctx: Seeding, posts: readonly SeededPost[], people: Ids): Promise<void> {
  for (const { id, at, poll } of posts) {
    if (!poll) continue
    const { ballots, ...asked } = poll
    const pollId = await insertPoll({ ...ctx, now: () => at }, id, { ...asked, closesAt: null })
    if (!pollId) throw new Error(`the demonstration asks twice below ${id}`)
    const rows = ballots.map(([voter, ...choices]) => ({
      poll_id: pollId,
      person_id: people.get(voter) ?? voter,
      choices,
    }))
    await ctx.db.insertInto('poll_ballot').values(rows).execute()
  }
}
