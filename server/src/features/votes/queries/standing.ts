import type { Evaluation } from '@cenacle/tally/threshold'
import { inTx } from '../../../database/transaction.ts'
import type { Db } from '../../../database/types.ts'
import { Problem } from '../../../problem.ts'
import { asVote, databaseClock } from './rows.ts'
import { statusOf } from './rules.ts'
import type { BallotRow, VoteRow } from './types.ts'

/** A closed vote with all that its result follows from. */
export interface Closed {
  vote: VoteRow
  ballots: BallotRow[]
  evaluation: Evaluation
}

/**
 * The result of a vote, by the clock that judged its ballots, after those still being written.
 * @throws Problem not-closed, whoever asks
 */
export const resultOf = (ctx: { db: Db }, voteId: string): Promise<Closed> =>
  inTx(ctx, async ({ db }) => {
    // Waits for a ballot that was accepted just before the close and is not yet committed.
    const row = await db.selectFrom('vote').selectAll().where('id', '=', voteId).forShare().executeTakeFirstOrThrow()
    const vote = asVote(row)
    const ballots = await ballotsOf(db, voteId)
    const { evaluation } = statusOf(vote, ballots, await databaseClock(db))
    if (!evaluation) throw new Problem('not-closed')
    return { vote, ballots, evaluation }
  })

/** Current ballots in the order of the roll. */
export const ballotsOf = (db: Db, voteId: string): Promise<BallotRow[]> =>
  db.selectFrom('ballot').selectAll().where('vote_id', '=', voteId).orderBy('number').execute()

/** A vote's times, and its evaluation once it has closed. */
export interface VoteStanding {
  opensAt: Date
  closesAt: Date
  evaluation: Evaluation | null
  drawNonce: string
  /** Hash of the last event up to the close. */
  head: string
}

/**
 * Where several votes stand.
 * @param now the reader's clock; without it the database's, after the ballots still being written: for what must not be undone
 */
export async function votesWithStatus(db: Db, ids: string[], now?: Date): Promise<Map<string, VoteStanding>> {
  if (ids.length === 0) return new Map()
  const select = db.selectFrom('vote').selectAll().where('id', 'in', ids).orderBy('id')
  const votes = (await (now ? select : select.forShare()).execute()).map(asVote)
  const at = now ?? (await databaseClock(db))
  const ballots = Map.groupBy(
    await db.selectFrom('ballot').selectAll().where('vote_id', 'in', ids).execute(),
    ({ vote_id }) => vote_id,
  )
  const heads = await db
    .selectFrom('vote_event')
    .select(['vote_id', 'hash'])
    .distinctOn('vote_id')
    .where('vote_id', 'in', ids)
    .where('type', 'not in', ['ballot.closed', 'ballot.tallied', 'candidacy.admitted'])
    .orderBy('vote_id')
    .orderBy('seq', 'desc')
    .execute()
  const headOf = new Map(heads.map(({ vote_id, hash }) => [vote_id, hash]))
  return new Map(
    votes.map((vote) => [
      vote.id,
      {
        opensAt: vote.opens_at,
        closesAt: vote.closes_at,
        evaluation: statusOf(vote, ballots.get(vote.id) ?? [], at).evaluation,
        drawNonce: vote.draw_nonce,
        head: headOf.get(vote.id) ?? '',
      },
    ]),
  )
}
