import { randomBytes } from 'node:crypto'
import type { CandidacyStatus } from '@cenacle/contract/candidacy'
import type { Json } from '@cenacle/tally/canonical'
import type { World } from '../../context.ts'
import type { Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { sha256 } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { appendEvent, type LogEntry } from '../votes/commands/log.ts'
import { settleHeld } from '../votes/commands/settle.ts'
import { phaseOf } from '../votes/queries/rules.ts'
import { databaseClock, lockVote } from '../votes/queries/rows.ts'
import { type VoteStanding, votesWithStatus } from '../votes/queries/standing.ts'
import { auditStep } from './audit.ts'
import type { CandidacyRow, InTx } from './rows.ts'
import { type Delays, delaysOf } from './rules.ts'
import { lockSeats } from './seats.ts'
import { readSituation } from './situation.ts'
import { candidacyStatus } from './status.ts'

/** A candidacy that nobody else changes meanwhile, and where it stands by the clock that judges deadlines. */
export interface Held {
  candidacy: CandidacyRow
  vote: VoteStanding | undefined
  status: CandidacyStatus
  now: Date
  delays: Delays
}

/** Locks the seats, then the candidacy, then reads its vote and the clock: always in that order. Undefined when it is gone. */
export async function findHeld(db: Tx, id: string): Promise<Held | undefined> {
  await lockSeats(db)
  const candidacy = await db.selectFrom('candidacy').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!candidacy) return undefined
  const votes = await votesWithStatus(db, candidacy.vote_id ? [candidacy.vote_id] : [])
  const now = await databaseClock(db)
  const vote = candidacy.vote_id ? votes.get(candidacy.vote_id) : undefined
  const situation = await readSituation(db, now)
  const status = candidacyStatus(candidacy, vote, situation, now)
  return { candidacy, vote, now, status, delays: delaysOf(vote, situation.delays) }
}

/** @throws Problem not-found */
export async function holdCandidacy(db: Tx, id: string): Promise<Held> {
  const held = await findHeld(db, id)
  if (!held) throw new Problem('not-found')
  return held
}

type Step = Pick<LogEntry, 'type' | 'actor'> & {
  from: CandidacyStatus
  to: CandidacyStatus
  /** Whose account acts, for the audit; the log knows places on the roll. */
  by?: string | undefined
  /** Kept outside of the chain, which has its salted hash alone. */
  reason?: string | undefined
  more?: { [key: string]: Json }
}

/** Writes a transition into the log of the candidacy's vote, after the close where that is not there yet; into the audit before there is one. */
export async function logStep(
  ctx: InTx,
  candidacy: Pick<CandidacyRow, 'id' | 'vote_id' | 'filing_salt'>,
  step: Step,
): Promise<{ voteId: string; seq: number } | undefined> {
  if (!candidacy.vote_id) {
    await auditStep(ctx, candidacy, step)
    return undefined
  }
  const { vote, now } = await lockVote(ctx.db, candidacy.vote_id)
  if (phaseOf(vote, now) === 'closed') await settleHeld(ctx, vote, now)
  const salt = randomBytes(16).toString('hex')
  const reason: { [key: string]: Json } =
    step.reason === undefined ? {} : { salt, reason: sha256(`${salt}|${step.reason}`) }
  const body = { from: step.from, to: step.to, ...reason, ...step.more }
  const { seq } = await appendEvent(ctx.db, vote.id, { type: step.type, actor: step.actor, body }, now)
  return { voteId: vote.id, seq }
}

/** Who acts, as the log names them: a place on the roll, else the committee's bureau. */
export async function actorOf(db: Tx, voteId: string | null, personId: string): Promise<number | 'bureau'> {
  if (!voteId) return 'bureau'
  const place = await db
    .selectFrom('vote_roll')
    .select('number')
    .where('vote_id', '=', voteId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return place?.number ?? 'bureau'
}

/** Tells the committee's screens that a candidacy is another one now. Written last. */
export async function tellChange(ctx: InTx, { id, vote_id }: Pick<CandidacyRow, 'id' | 'vote_id'>): Promise<void> {
  const spaceId = await committeeId(ctx.db)
  await record(ctx, {
    type: 'candidacy.changed',
    spaceId,
    ids: { candidacyId: id, ...(vote_id && { voteId: vote_id }) },
    audience: 'seated',
  })
}

/** The one space in which admissions are voted. */
export async function committeeId(db: World['db']): Promise<string> {
  const { id } = await db.selectFrom('space').select('id').where('kind', '=', 'committee').executeTakeFirstOrThrow()
  return id
}
