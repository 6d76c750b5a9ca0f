import type { World } from '../../../context.ts'
import type { Tx } from '../../../database/types.ts'
import { Problem } from '../../../problem.ts'
import { phaseOf } from '../queries/rules.ts'
import { lockVote } from '../queries/rows.ts'
import { appendEvent } from './log.ts'
import { settleHeld } from './settle.ts'

/**
 * Says from which instant on a closed vote under embargo may be read. It stays said: a second call changes nothing.
 * @param at judged by the database's clock, whoever asks and whatever runs late
 * @throws Problem not-closed
 */
export async function releaseVote(ctx: Omit<World, 'db'> & { db: Tx }, voteId: string, at: Date): Promise<void> {
  const { vote, now } = await lockVote(ctx.db, voteId)
  if (phaseOf(vote, now) !== 'closed') throw new Problem('not-closed')
  if (!vote.embargo || vote.released_at) return
  await settleHeld(ctx, vote, now)
  await ctx.db.updateTable('vote').set({ released_at: at }).where('id', '=', voteId).execute()
  const body = { from: at.toISOString() }
  await appendEvent(ctx.db, voteId, { type: 'result.released', actor: 'bureau', body }, now)
}
