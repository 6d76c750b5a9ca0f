import type { Tx } from '../../../database/types.ts'
import { lockVote } from '../queries/rows.ts'
import { storeBallot } from './cast.ts'

/**
 * Casts the yes that a sponsor's proposal counts as (voting.md 2.4), in the log as such. They may change it like any ballot.
 * Whoever has no place on the roll has no voice to count.
 * @param voteId of a vote that this transaction opened
 */
export async function castProposal(db: Tx, voteId: string, sponsorId: string): Promise<void> {
  const { vote, now } = await lockVote(db, voteId)
  const place = await db
    .selectFrom('vote_roll')
    .select('number')
    .where('vote_id', '=', voteId)
    .where('person_id', '=', sponsorId)
    .executeTakeFirst()
  if (!place) return
  const hold = { db, vote, number: place.number, now, current: undefined }
  await storeBallot(hold, { choice: 'yes', reason: null, proposed: true })
}
