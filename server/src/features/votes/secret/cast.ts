import { sql } from 'kysely'
import type { BallotValue, Choice } from '@cenacle/contract/vote'
import { canonical } from '@cenacle/tally/canonical'
import { linesOf, type SecretBallot } from '@cenacle/tally/secret'
import type { Tx } from '../../../database/types.ts'
import { invalidField, Problem } from '../../../problem.ts'
import type { VoteRow } from '../queries/types.ts'
import { mixLines, secretVoteOf } from './lines.ts'

/** A ballot as it was sent. */
interface Given {
  choice: Choice
  value?: BallotValue | null
  reason: string | null
  /** By the names of its lines. */
  receipts?: Record<string, string> | undefined
}

/** A voter's place on the roll, in a transaction that holds the vote's lock and has judged the deadline. */
interface SecretHold {
  db: Tx
  vote: Pick<VoteRow, 'id' | 'method' | 'options' | 'withdrawn'>
  number: number
}

/**
 * Stores a secret ballot: the roll knows that this person has voted, the lines know nothing of the person. No event is
 * recorded and none is logged, since either would be a moment.
 * @param ballot fits the vote already
 * @throws Problem already-voted; invalid for a reason, and for receipts that are not those of the ballot's lines
 */
export async function castSecret({ db, vote, number }: SecretHold, ballot: Given): Promise<void> {
  const places = db.selectFrom('vote_roll').select('has_voted').where('vote_id', '=', vote.id)
  const { has_voted } = await places.where('number', '=', number).executeTakeFirstOrThrow()
  if (has_voted) throw new Problem('already-voted')
  if (ballot.reason !== null) throw invalidField('/reason', 'not-allowed')
  const lines = linesOf(secretVoteOf(vote), asSecret(ballot))
  const receipts = checkReceipts(lines.keys(), ballot.receipts)
  const rows = [...lines].map(([name, content]) => ({
    vote_id: vote.id,
    content: canonical(content),
    receipt: receipts.get(name) ?? '',
  }))
  const stored = await db
    .insertInto('secret_line')
    .values(rows)
    // A refusal of the database would be written to its log, with the receipt.
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .execute()
  if (stored.length !== rows.length) throw invalidField('/receipts', 'duplicate')
  await mixLines(
    db,
    vote.id,
    stored.map(({ id }) => id),
  )
  await markRoll(db, vote.id, number)
}

function asSecret({ choice, value }: Given): SecretBallot {
  if (choice === 'veto') throw invalidField('/choice', 'not-allowed')
  if (choice !== 'cast') return { choice }
  if (!value) throw invalidField('/value', 'required')
  return { choice, value }
}

/** One receipt for each line, each another one. */
function checkReceipts(names: Iterable<string>, given: Given['receipts']): Map<string, string> {
  if (!given) throw invalidField('/receipts', 'required')
  const expected = new Set(names)
  const receipts = new Map(Object.entries(given))
  for (const name of receipts.keys()) if (!expected.has(name)) throw invalidField('/receipts', 'not-allowed')
  if (receipts.size !== expected.size) throw invalidField('/receipts', 'required')
  if (new Set(receipts.values()).size !== receipts.size) throw invalidField('/receipts', 'duplicate')
  return receipts
}

/**
 * Marks one place by writing the whole roll: had only one row changed, its place in the table and the number of the transaction
 * that PostgreSQL keeps with every row (xmin) would tell who cast which line.
 */
async function markRoll(db: Tx, voteId: string, number: number): Promise<void> {
  await sql`update vote_roll set has_voted = has_voted or number = ${number}::integer
    where vote_id = ${voteId}::uuid`.execute(db)
}
