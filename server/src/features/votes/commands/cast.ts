import { randomBytes } from 'node:crypto'
import type { Choice } from '@cenacle/contract/vote'
import { closeAfterVeto, phaseAt } from '@cenacle/tally/status'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/vote.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { logLapses } from './lapse.ts'
import { appendEvent, forgetBody } from './log.ts'
import { SETTLE_JOB } from './open.ts'
import { frozen } from '../queries/rules.ts'
import { getVote, lockVote } from '../queries/rows.ts'
import type { BallotRow, VoteRow } from '../queries/types.ts'
import { instantOf } from '../../../time.ts'

export interface NewBallot {
  choice: Choice
  /** Never null with a veto. */
  reason: string | null
}

/** A voter who holds the vote's lock, at the instant that decides whether the ballot counts. */
interface Hold {
  db: Tx
  vote: VoteRow
  number: number
  now: Date
  current: BallotRow | undefined
}

/**
 * Casts or changes the viewer's ballot. The last one wins; each is an event of the log.
 * @returns `created`: it is the first one; `receipt`: hash of the event that the voter finds in the log
 * @throws Problem not-found, not-on-roll, vote-not-open, vote-closed; invalid for a veto where none is foreseen
 */
export const castBallot = (
  ctx: PersonContext,
  voteId: string,
  ballot: NewBallot,
): Promise<{ created: boolean; receipt: string }> =>
  inTx(ctx, async (ctx) => {
    const hold = await holdVote(ctx, voteId)
    if (ballot.choice === 'veto' && !hold.vote.rules.veto) throw invalidField('/choice', 'not-allowed')
    const wasVeto = hold.current?.choice === 'veto'
    if (wasVeto && ballot.choice !== 'veto') await logLift(hold)
    const receipt = await storeBallot(hold, ballot)
    if (ballot.choice === 'veto' && !wasVeto) await moveClose(ctx, hold)
    await tellOthers(ctx, hold.vote, wasVeto || ballot.choice === 'veto')
    return { created: !hold.current, receipt }
  })

/**
 * Lifts the viewer's veto: what remains is another choice, or no ballot at all.
 * @throws Problem not-found when there is no veto of theirs, not-on-roll, vote-closed
 */
export const liftVeto = (ctx: PersonContext, voteId: string, choice?: Exclude<Choice, 'veto'>): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const hold = await holdVote(ctx, voteId)
    if (hold.current?.choice !== 'veto') throw new Problem('not-found')
    await logLift(hold)
    if (choice) await storeBallot(hold, { choice, reason: null })
    else await ctx.db.deleteFrom('ballot').where('vote_id', '=', voteId).where('number', '=', hold.number).execute()
    await tellOthers(ctx, hold.vote, true)
  })

async function holdVote(ctx: Omit<PersonContext, 'db'> & { db: Tx }, voteId: string): Promise<Hold> {
  const seen = await getVote(ctx, voteId)
  const facts = {
    ...seen,
    onRoll: seen.number !== null,
    open: true,
    closed: false,
    allowsVeto: seen.rules.veto,
    hasVeto: true,
  }
  allow(policy.vote(ctx.viewer, facts) && seen.number !== null, 'not-on-roll')
  const { vote, now } = await lockVote(ctx.db, voteId)
  const phase = phaseAt(frozen(vote), now.toISOString())
  if (phase === 'closed') throw new Problem('vote-closed', { detail: 'Scrutin clos.' })
  allow(phase === 'open', 'vote-not-open')
  await logLapses(ctx.db, vote, now)
  const current = await ctx.db
    .selectFrom('ballot')
    .selectAll()
    .where('vote_id', '=', voteId)
    .where('number', '=', seen.number)
    .executeTakeFirst()
  return { db: ctx.db, vote, number: seen.number, now, current }
}

/** What the log holds the hash of: salted, so that nobody finds a choice out by hashing all four. */
function ballotBody(choice: Choice, reason: string | null): { [key: string]: string } {
  const salt = randomBytes(16).toString('hex')
  return reason === null ? { choice, salt } : { choice, salt, reason: sha256(`${salt}|${reason}`) }
}

/**
 * Writes a ballot and its event.
 * @returns the event's hash
 */
export async function storeBallot(
  hold: Omit<Hold, 'vote'> & { vote: { id: string } },
  { choice, reason }: NewBallot,
): Promise<string> {
  const { db, vote, number, now, current } = hold
  const isVeto = choice === 'veto'
  const body = ballotBody(choice, reason)
  const type = isVeto ? 'veto.filed' : 'ballot.cast'
  const { seq, hash } = await appendEvent(db, vote.id, { type, actor: number, body, sealed: !isVeto }, now)
  const values = { choice, reason, cast_at: now, event_seq: seq, lapsed_at: null, lapse_logged: false }
  await db
    .insertInto('ballot')
    .values({ vote_id: vote.id, number, ...values })
    .onConflict((oc) => oc.columns(['vote_id', 'number']).doUpdateSet(values))
    .execute()
  if (current && current.choice !== 'veto') await forgetBody(db, vote.id, current.event_seq)
  return hash
}

async function logLift({ db, vote, number, now, current }: Hold): Promise<void> {
  await appendEvent(db, vote.id, { type: 'veto.lifted', actor: number, body: { veto: current?.event_seq ?? 0 } }, now)
}

/** A veto in the last hours leaves time to speak about it: the close moves, once. */
async function moveClose(ctx: Omit<PersonContext, 'db'> & { db: Tx }, { db, vote, now }: Hold): Promise<void> {
  if (vote.moved_at) return
  const closesAt = closeAfterVeto(vote.closes_at.toISOString(), now.toISOString(), vote.rules.lateVeto)
  if (!closesAt) return
  await db.updateTable('vote').set({ closes_at: closesAt, moved_at: now }).where('id', '=', vote.id).execute()
  const body = { old: vote.closes_at.toISOString(), new: closesAt, reason: 'late-veto' }
  await appendEvent(db, vote.id, { type: 'close.moved', actor: 'system', body }, now)
  await enqueue(ctx, SETTLE_JOB, { voteId: vote.id }, instantOf(closesAt))
}

const tellOthers = (
  ctx: Omit<PersonContext, 'db'> & { db: Tx },
  vote: VoteRow,
  changesVetoes: boolean,
): Promise<void> =>
  record(ctx, {
    type: changesVetoes ? 'vote.changed' : 'ballot.cast',
    spaceId: vote.space_id,
    ids: { voteId: vote.id },
  })
