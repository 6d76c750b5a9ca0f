import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../database/types.ts'

/** Of a place `r` of a roll: it is taken out of the whole vote. */
export const RECUSED: RawBuilder<boolean> = sql<boolean>`exists (
  select from vote_recusal x where x.vote_id = r.vote_id and x.number = r.number and x.options is null)`

/**
 * The options that somebody on a roll does not judge.
 * @returns null for whoever is recused from the whole vote
 */
export async function recusedFrom(db: Db, voteId: string, number: number): Promise<string[] | null> {
  const recusal = await db
    .selectFrom('vote_recusal')
    .select('options')
    .where('vote_id', '=', voteId)
    .where('number', '=', number)
    .executeTakeFirst()
  return recusal ? (recusal.options as string[] | null) : []
}
