import { sql } from 'kysely'
import type { ReceiptLine } from '@cenacle/tally/published'
import type { Line, SecretVote } from '@cenacle/tally/secret'
import type { Db, Tx } from '../../../database/types.ts'
import { withdrawnIds } from '../queries/rules.ts'
import type { VoteRow } from '../queries/types.ts'

/** A vote as its lines are made and read. */
export const secretVoteOf = (vote: Pick<VoteRow, 'id' | 'method' | 'options' | 'withdrawn'>): SecretVote => ({
  poll: vote.id,
  method: vote.method,
  options: vote.options.map((option) => option.id),
  withdrawn: withdrawnIds(vote),
})

/** All lines of a secret vote, in no order that says anything. */
export async function linesOfVote(db: Db, voteId: string): Promise<ReceiptLine[]> {
  const rows = await db
    .selectFrom('secret_line')
    .select(['receipt', 'content'])
    .where('vote_id', '=', voteId)
    .orderBy('receipt')
    .execute()
  return rows.map(({ receipt, content }) => ({ receipt, content: JSON.parse(content) as Line }))
}

/** So many lines are written anew with a ballot: all of them in nearly every vote, else as many as a ballot may take time for. */
const MOST_MIXED = 500

/**
 * Writes lines of a vote anew, in the order of their random ids, so that the table's own order tells neither who came when nor
 * which lines came together. With each ballot, not only at the close: a backup that is made in between shows no order either.
 * @param db a transaction that holds the vote's lock
 * @param fresh ids of a ballot's lines: they go under among others drawn by chance; without it all lines of the vote are written
 */
export async function mixLines(db: Tx, voteId: string, fresh?: readonly string[]): Promise<void> {
  const chosen = fresh
    ? sql`and id in (select id from secret_line where vote_id = ${voteId}::uuid
        order by id not in (${sql.join(fresh)}), random() limit ${MOST_MIXED}::integer)`
    : sql``
  await sql`with gone as (
      delete from secret_line where vote_id = ${voteId}::uuid ${chosen} returning id, vote_id, content, receipt)
    insert into secret_line (id, vote_id, content, receipt)
    select id, vote_id, content, receipt from gone order by id`.execute(db)
}

/** Of a vote that is cancelled nothing remains: no line, and no mark of who had voted. @param db holds the vote's lock */
export async function forgetLines(db: Tx, voteId: string): Promise<void> {
  await db.deleteFrom('secret_line').where('vote_id', '=', voteId).execute()
  await db.updateTable('vote_roll').set({ has_voted: false }).where('vote_id', '=', voteId).execute()
}
