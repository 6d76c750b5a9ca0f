import type { Tx } from '../../../database/types.ts'
import { appendEvent } from './log.ts'

/**
 * Writes into the log the vetoes that lapsed since it was last written. The lapse itself happened in the transaction that took
 * the seat away (a trigger, so that no path is forgotten); the log follows with the next writer, or at the close.
 * @param vote locked by the caller
 */
export async function logLapses(db: Tx, vote: { id: string }, now: Date): Promise<void> {
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
