import { sql } from 'kysely'
import type { Tx } from '../../database/types.ts'

/** One at a time of whatever counts seats by college, by the very lock that the database's checks take. Before any row of a person. */
export async function lockSeats(db: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4204)`.execute(db)
}
