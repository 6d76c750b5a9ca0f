import { sql } from 'kysely'
import type { Db } from '../../../database/types.ts'

/** Hash of one event of a vote's log. @param seq its number */
export async function headAt(db: Db, voteId: string, seq: number): Promise<string> {
  const { hash } = await db
    .selectFrom('vote_event')
    .select('hash')
    .where('vote_id', '=', voteId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  return hash
}

/** Of each vote the hash of the last event before its close: the same whether the close is in the log yet or not. */
export async function closingHeads(db: Db, voteIds: string[]): Promise<Map<string, string>> {
  if (voteIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('vote_event as e')
    .innerJoin('vote as v', 'v.id', 'e.vote_id')
    .select(['e.vote_id', 'e.hash'])
    .distinctOn('e.vote_id')
    .where('e.vote_id', 'in', voteIds)
    .where(sql<boolean>`e.ts < to_char(v.closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
    .orderBy('e.vote_id')
    .orderBy('e.seq', 'desc')
    .execute()
  return new Map(rows.map(({ vote_id, hash }) => [vote_id, hash]))
}
