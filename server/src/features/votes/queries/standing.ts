import type { VoteCount } from '@cenacle/tally/count'
import type { VoteBallot } from '@cenacle/tally/vote'
import { inTx } from '../../../database/transaction.ts'
import type { Db } from '../../../database/types.ts'
import { Problem } from '../../../problem.ts'
import { secretInputs } from '../secret/count.ts'
import { closingHeads } from './head.ts'
import { LAPSED_AT } from './lapsed.ts'
import { asVote, databaseClock } from './rows.ts'
import { asBallot, phaseOf, type Standing, statusOf } from './rules.ts'
import type { BallotRow, FrozenRules, VoteRow } from './types.ts'

/** By what is frozen with the vote, at an instant of the database's clock. */
export const isReleased = ({ embargo, released_at }: Pick<VoteRow, 'embargo' | 'released_at'>, now: Date): boolean =>
  !embargo || (released_at !== null && released_at <= now)

/** A closed vote with all that its result follows from. */
export interface Closed {
  vote: VoteRow
  evaluation: VoteCount
}

/**
 * The result of a vote, by the clock that judged its ballots, after those still being written.
 * @throws Problem not-closed, whoever asks; vote-cancelled; embargo before the instant at which it becomes public
 */
export const resultOf = (ctx: { db: Db }, voteId: string): Promise<Closed> =>
  inTx(ctx, async ({ db }) => {
    // Waits for a ballot that was accepted just before the close and is not yet committed.
    const row = await db.selectFrom('vote').selectAll().where('id', '=', voteId).forShare().executeTakeFirstOrThrow()
    const vote = asVote(row)
    if (vote.cancelled_at) throw new Problem('vote-cancelled')
    const now = await databaseClock(db)
    const { evaluation } = await standingOf(db, vote, now)
    if (!evaluation) throw new Problem('not-closed')
    if (!isReleased(vote, now)) throw new Problem('embargo')
    return { vote, evaluation }
  })

/** Status and, once closed, count of one vote at an instant. */
export const standingOf = async (db: Db, vote: VoteRow, now: Date): Promise<Standing> =>
  (await standingsOf(db, [vote], now)).get(vote.id) as Standing

/** The same of several votes: of those that are open nothing is read, and of those that are settled what was written then. */
export async function knownStandings(db: Db, votes: VoteRow[], now: Date): Promise<Map<string, Standing>> {
  const isKept = (vote: VoteRow): boolean => vote.counted !== null && phaseOf(vote, now) === 'closed'
  const counted = await standingsOf(
    db,
    votes.filter((vote) => !isKept(vote)),
    now,
  )
  for (const { id, counted: evaluation } of votes.filter(isKept))
    if (evaluation) counted.set(id, { status: 'closed', evaluation })
  return counted
}

/** The same of several votes, counted from their ballots; of those that are open nothing is read. */
export async function standingsOf(db: Db, votes: VoteRow[], now: Date): Promise<Map<string, Standing>> {
  const closed = votes.filter((vote) => phaseOf(vote, now) === 'closed')
  const ballots = await countable(db, closed)
  const heads = await closingHeads(
    db,
    closed.map(({ id }) => id),
  )
  const secrets = await secretInputs(db, closed)
  return new Map(
    votes.map((vote) => {
      const secret = secrets.get(vote.id)
      const head = secret?.head ?? heads.get(vote.id) ?? ''
      return [vote.id, statusOf(vote, secret?.ballots ?? ballots.get(vote.id) ?? [], now, head)]
    }),
  )
}

/** Current ballots in the order of the roll. */
export async function ballotsOf(db: Db, voteId: string): Promise<BallotRow[]> {
  const rows = await db.selectFrom('ballot').selectAll().where('vote_id', '=', voteId).orderBy('number').execute()
  return rows as BallotRow[]
}

/** The ballots of some votes, as they are counted. */
export async function countable(db: Db, votes: Pick<VoteRow, 'id'>[]): Promise<Map<string, VoteBallot[]>> {
  if (votes.length === 0) return new Map()
  const ids = votes.map(({ id }) => id)
  const rows = await db
    .selectFrom('ballot as b')
    .innerJoin('vote_roll as r', (join) => join.onRef('r.vote_id', '=', 'b.vote_id').onRef('r.number', '=', 'b.number'))
    .leftJoin('vote_recusal as x', (join) =>
      join.onRef('x.vote_id', '=', 'b.vote_id').onRef('x.number', '=', 'b.number'),
    )
    .select(['b.vote_id', 'b.choice', 'b.value', LAPSED_AT.as('lapsed_at'), 'x.options as excused'])
    .where('b.vote_id', 'in', ids)
    .orderBy('b.number')
    .execute()
  const byVote = Map.groupBy(rows, ({ vote_id }) => vote_id)
  return new Map(
    [...byVote].map(([id, ballots]) => [
      id,
      (ballots as unknown as (BallotRow & { excused: string[] | null })[]).map(asBallot),
    ]),
  )
}

/** A vote's times, and its count once it has closed. */
export interface VoteStanding {
  rules: FrozenRules
  opensAt: Date
  closesAt: Date
  /** Null while it is open, and for ever when it was cancelled. */
  evaluation: VoteCount | null
  cancelled: boolean
  drawNonce: string
  /** Hash of the last event before the close. */
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
  // Read for a list, what was written at the close will do; what cannot be undone is counted again from the ballots.
  const again = now ? votes.filter(({ counted }) => counted === null) : votes
  const [ballots, heads] = [await countable(db, again), await closingHeads(db, ids)]
  return new Map(
    votes.map((vote) => {
      const head = heads.get(vote.id) ?? ''
      const kept = now && phaseOf(vote, at) === 'closed' ? vote.counted : null
      const evaluation = kept ?? statusOf(vote, ballots.get(vote.id) ?? [], at, head).evaluation
      const times = { opensAt: vote.opens_at, closesAt: vote.closes_at }
      const cancelled = vote.cancelled_at !== null
      return [vote.id, { ...times, rules: vote.rules, evaluation, cancelled, drawNonce: vote.draw_nonce, head }]
    }),
  )
}
