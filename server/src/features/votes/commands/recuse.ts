import type { World } from '../../../context.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { Problem } from '../../../problem.ts'
import { phaseOf } from '../queries/rules.ts'
import { lockVote } from '../queries/rows.ts'
import { recusedFrom } from '../queries/recusals.ts'
import { isReleased } from '../queries/standing.ts'
import { appendEvent, audienceOf, forgetBodies, forgetBody, type LogEntry } from './log.ts'

type Acting = Omit<World, 'db'> & { db: Tx }

export interface Recusal {
  personId: string
  /** What they no longer judge; without it, the whole vote. */
  options?: readonly string[]
  actor: LogEntry['actor']
}

/**
 * Takes somebody's voice out of a jury that is open, or closed and not public yet: the ballot is void, and of the whole vote the
 * place leaves the roll and every denominator. The chain says so; what the ballot said is forgotten, and a count that held it. Whoever
 * is recused from some options alone may vote again on the others, as long as the vote is open.
 * @returns whether a ballot was void by it
 * @throws Problem conflict when nobody would be left; vote-closed once the result is public
 */
export async function recuseVoter(ctx: Acting, voteId: string, recusal: Recusal): Promise<boolean> {
  const { vote, now } = await lockVote(ctx.db, voteId)
  if (vote.secret || vote.cancelled_at) throw new Problem('conflict')
  if (!vote.embargo || isReleased(vote, now)) throw new Problem('vote-closed')
  const place = await ctx.db
    .selectFrom('vote_roll')
    .select('number')
    .where('vote_id', '=', voteId)
    .where('person_id', '=', recusal.personId)
    .executeTakeFirst()
  const already = place && (await recusedFrom(ctx.db, voteId, place.number))
  if (!already) return false
  const options = [...new Set([...already, ...(recusal.options ?? [])])].toSorted()
  if (recusal.options && options.length === already.length) return false
  const ballot = await voidBallot(ctx.db, voteId, place.number)
  const kept = { options: recusal.options ? JSON.stringify(options) : null }
  await ctx.db
    .insertInto('vote_recusal')
    .values({ vote_id: voteId, number: place.number, ...kept })
    .onConflict((oc) => oc.columns(['vote_id', 'number']).doUpdateSet(kept))
    .execute()
  if (!recusal.options) await shrinkRoll(ctx.db, vote)
  const body = { voter: place.number, void: ballot, ...(recusal.options && { options }) }
  await appendEvent(ctx.db, voteId, { type: 'voter.recused', actor: recusal.actor, body }, now)
  if (phaseOf(vote, now) === 'closed' && vote.settled_at) await forgetCount(ctx.db, voteId)
  await record(ctx, { type: 'vote.changed', spaceId: vote.space_id, ids: { voteId }, audience: audienceOf(vote.kind) })
  return ballot
}

async function shrinkRoll(db: Tx, vote: { id: string; roll_size: number }): Promise<void> {
  if (vote.roll_size === 1) throw new Problem('conflict', { detail: 'Il ne resterait personne pour juger.' })
  await db
    .updateTable('vote')
    .set({ roll_size: vote.roll_size - 1 })
    .where('id', '=', vote.id)
    .execute()
}

/**
 * Closed already: it is counted anew, and its log says the count that holds. The one before is forgotten, or what differs between
 * the two would be the ballot that is void.
 */
async function forgetCount(db: Tx, voteId: string): Promise<void> {
  await forgetBodies(db, voteId, ['ballot.tallied'])
  await db.updateTable('vote').set({ settled_at: null, counted: null }).where('id', '=', voteId).execute()
}

async function voidBallot(db: Tx, voteId: string, number: number): Promise<boolean> {
  const gone = await db
    .deleteFrom('ballot')
    .where('vote_id', '=', voteId)
    .where('number', '=', number)
    .returning('event_seq')
    .executeTakeFirst()
  if (gone) await forgetBody(db, voteId, gone.event_seq)
  return gone !== undefined
}
