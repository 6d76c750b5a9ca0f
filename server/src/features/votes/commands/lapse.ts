import { sql } from 'kysely'
import type { Tx } from '../../../database/types.ts'
import { LAPSED_BY_THE_CLOCK } from '../queries/lapsed.ts'
import { appendEvent } from './log.ts'

/**
 * Writes into the log the vetoes that lapsed since it was last written. The lapse itself happened in the transaction that took
 * the voice away (a trigger, so that no path is forgotten); the log follows with the next writer, or at the close. Of a voice
 * that ended by the clock, with an access until a date, the lapse itself follows so too.
 * @param vote locked by the caller
 */
export async function logLapses(db: Tx, vote: { id: string }, now: Date): Promise<void> {
  await lapseByTheClock(db, vote.id)
  const lapsed = await db
    .updateTable('ballot')
    .set({ lapse_logged: true })
    .where('vote_id', '=', vote.id)
    .where('lapsed_at', 'is not', null)
    .where('lapse_logged', '=', false)
    .returning(['number', 'event_seq', 'lapsed_at'])
    .execute()
  for (const { number, event_seq, lapsed_at } of lapsed.toSorted((a, b) => a.number - b.number)) {
    const body = { veto: event_seq, voter: number, lapsedAt: lapsed_at?.toISOString() ?? '' }
    await appendEvent(db, vote.id, { type: 'veto.lapsed', actor: 'system', body }, now)
  }
}

/** A guest's access ended before the close, and with it the voice: no row changed then that a trigger could have seen. */
async function lapseByTheClock(db: Tx, voteId: string): Promise<void> {
  await sql`update ballot b set lapsed_at = ${LAPSED_BY_THE_CLOCK} from vote_roll r
    where b.vote_id = ${voteId}::uuid and b.choice = 'veto' and b.lapsed_at is null
      and r.vote_id = b.vote_id and r.number = b.number and ${LAPSED_BY_THE_CLOCK} is not null`.execute(db)
}
