import type { Tx } from '../../../database/types.ts'
import type { VoteRow } from '../queries/types.ts'
import { publishedOf } from './count.ts'
import { mixLines } from './lines.ts'

/**
 * What the close of a secret vote adds to its log: the root of the list that is published, and how long that is. The lines are
 * written anew, in the order of their ids, before anybody reads them.
 * @param db a transaction that holds the vote's lock
 */
export async function sealLines(db: Tx, vote: VoteRow): Promise<{ root: string; lines: number }> {
  await mixLines(db, vote.id)
  const { root, lines } = await publishedOf(db, vote)
  return { root, lines: lines.length }
}
