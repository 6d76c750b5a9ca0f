import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { BallotValue, Choice } from '@cenacle/contract/vote'
import type { Json } from '@cenacle/tally/canonical'
import { checkBallot } from '@cenacle/tally/check-ballot'
import { closeAfterVeto } from '@cenacle/tally/status'
import { optionsIn } from '@cenacle/tally/withdraw'
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
import { appendEvent, audienceOf, forgetBody } from './log.ts'
import { asJson } from './freeze.ts'
import { SETTLE_JOB } from './open.ts'
import { tellingRefusal } from './refuse.ts'
import { recusedFrom } from '../queries/recusals.ts'
import { halt, leftOf, withdrawnIds } from '../queries/rules.ts'
import { getVote, lockVote, type SeenVote } from '../queries/rows.ts'
import type { BallotRow, VoteRow } from '../queries/types.ts'
import { castSecret } from '../secret/cast.ts'
import { instantOf } from '../../../time.ts'

export interface NewBallot {
  choice: Choice
  /** What is cast, where the choice alone does not say it. */
  value?: BallotValue | null
  /** Never null with a veto. */
  reason: string | null
  /** The yes of a sponsor, cast by the opening. */
  proposed?: true
  /** Of a secret ballot, by the names of its lines. */
  receipts?: Record<string, string> | undefined
}

/** A voter who holds the vote's lock, at the instant that decides whether the ballot counts. */
interface Hold {
  db: Tx
  vote: VoteRow
  number: number
  now: Date
  current: BallotRow | undefined
  /** Options that this voter does not judge. */
  excused: string[]
}

/**
 * Casts or changes the viewer's ballot. The last one wins; each is an event of the log.
 * @returns `created`: it is the first one; `receipt`: hash of the event that the voter finds in the log, null for a secret one
 * @throws Problem not-found, not-on-roll, vote-not-open, vote-closed, vote-cancelled, already-voted; option-withdrawn for one that
 * names what was withdrawn; invalid for what does not fit the vote
 */
export const castBallot = (ctx: PersonContext, voteId: string, ballot: NewBallot): Promise<Kept> =>
  tellingRefusal(ctx, voteId, () => keepBallot(ctx, voteId, ballot))

interface Kept {
  created: boolean
  receipt: string | null
}

const keepBallot = (ctx: PersonContext, voteId: string, ballot: NewBallot): Promise<Kept> =>
  inTx(ctx, async (ctx) => {
    const hold = await holdVote(ctx, voteId)
    refuseUnfit(hold, ballot)
    if (hold.vote.secret) {
      await castSecret(hold, ballot)
      return { created: true, receipt: null }
    }
    if (ballot.receipts) throw invalidField('/receipts', 'not-allowed')
    const wasVeto = standsAsVeto(hold.current)
    if (wasVeto && ballot.choice !== 'veto') await logLift(hold)
    const receipt = await storeBallot(hold, ballot)
    // One that lapsed with its author's seat stood no more: filed anew, it leaves time to speak about it like any other.
    if (ballot.choice === 'veto' && !wasVeto) await moveClose(ctx, hold)
    await tellOthers(ctx, hold.vote, wasVeto || ballot.choice === 'veto')
    return { created: !hold.current, receipt }
  })

/**
 * Lifts the viewer's veto: what remains is another choice, or no ballot at all.
 * @throws Problem not-found when there is no veto of theirs, not-on-roll, vote-closed; invalid for what does not fit the vote
 */
export const liftVeto = (
  ctx: PersonContext,
  voteId: string,
  choice?: Exclude<Choice, 'veto' | 'cast'>,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const hold = await holdVote(ctx, voteId)
    if (!standsAsVeto(hold.current)) throw new Problem('not-found')
    if (choice) refuseUnfit(hold, { choice })
    await logLift(hold)
    if (choice) await storeBallot(hold, { choice, reason: null })
    else await ctx.db.deleteFrom('ballot').where('vote_id', '=', voteId).where('number', '=', hold.number).execute()
    await tellOthers(ctx, hold.vote, true)
  })

/** One that lapsed stands no more: it is not lifted, and whoever filed it votes again. */
const standsAsVeto = (ballot: BallotRow | undefined): boolean => ballot?.choice === 'veto' && ballot.lapsed_at === null

async function holdVote(ctx: Omit<PersonContext, 'db'> & { db: Tx }, voteId: string): Promise<Hold> {
  const seen = await getVote(ctx, voteId)
  allow(policy.vote(ctx.viewer, seen) && seen.number !== null, 'not-on-roll')
  const { vote, now } = await lockVote(ctx.db, voteId)
  const stop = halt(vote, now)
  if (stop) throw new Problem(stop)
  allow(await isStillEntitled(ctx, seen), 'not-on-roll')
  const excused = await excusedOf(ctx.db, voteId, seen.number)
  await logLapses(ctx.db, vote, now)
  const current = await ctx.db
    .selectFrom('ballot')
    .selectAll()
    .where('vote_id', '=', voteId)
    .where('number', '=', seen.number)
    .executeTakeFirst()
  return { db: ctx.db, vote, number: seen.number, now, current: current as BallotRow | undefined, excused }
}

/**
 * Whoever loses the voice at this moment, with the seat, by a suspension or with the access to the space, waits for this ballot,
 * or this ballot for them: a veto then lapses with the voice.
 */
async function isStillEntitled(
  { db, viewer }: { db: Tx; viewer: { id: string } },
  { id, space_id }: SeenVote,
): Promise<boolean> {
  await db.selectFrom('person').select('id').where('id', '=', viewer.id).forShare().execute()
  await db.selectFrom('space').select('id').where('id', '=', space_id).forShare().execute()
  const own = db.selectFrom('space_person').select('role').where('space_id', '=', space_id)
  await own.where('person_id', '=', viewer.id).forShare().execute()
  const { rows } = await sql<{ has: boolean }>`select has_voice(${viewer.id}::uuid, ${id}::uuid) as has`.execute(db)
  return rows[0]?.has === true
}

/** Who is recused at this very moment held the vote's lock first, or waits for this ballot and takes it out again. */
async function excusedOf(db: Tx, voteId: string, number: number): Promise<string[]> {
  const excused = await recusedFrom(db, voteId, number)
  allow(excused !== null, 'not-on-roll')
  return excused
}

/** @throws Problem option-withdrawn; invalid, which names what does not fit the vote's method, options and limits */
function refuseUnfit({ vote, excused }: Hold, ballot: Pick<NewBallot, 'choice' | 'value'>): void {
  const { method, rules } = vote
  refuseWithdrawn(vote, ballot)
  const options = leftOf(vote).map(({ id }) => id)
  const fault = checkBallot({ method, rules, options }, { ...ballot, recused: excused })
  if (fault) throw invalidField(fault.pointer, fault.code, fault.values)
}

/** Whoever had the ballot before them when an option was withdrawn is told which one, and looks again. */
function refuseWithdrawn(vote: VoteRow, { value }: Pick<NewBallot, 'value'>): void {
  const gone = withdrawnIds(vote)
  const named = value ? optionsIn(value).find((id) => gone.includes(id)) : undefined
  if (named === undefined) return
  const label = vote.options.find(({ id }) => id === named)?.label ?? ''
  throw new Problem('option-withdrawn', { detail: `« ${label} » a été retiré : relisez votre bulletin.` })
}

/** What the log holds the hash of: salted, so that nobody finds a choice out by hashing all that there are. */
function ballotBody(
  { choice, value, reason, proposed }: NewBallot,
  excused: readonly string[],
): { [key: string]: Json } {
  const salt = randomBytes(16).toString('hex')
  return {
    choice,
    salt,
    ...(value && { value: asJson(value) }),
    ...(excused.length > 0 && { recused: [...excused] }),
    ...(proposed && { proposed }),
    ...(reason !== null && { reason: sha256(`${salt}|${reason}`) }),
  }
}

/**
 * Writes a ballot and its event.
 * @returns the event's hash
 */
export async function storeBallot(
  hold: Omit<Hold, 'vote' | 'excused'> & { vote: { id: string }; excused?: string[] },
  ballot: NewBallot,
): Promise<string> {
  const { db, vote, number, now, current } = hold
  const { choice, reason } = ballot
  const isVeto = choice === 'veto'
  const body = ballotBody(ballot, hold.excused ?? [])
  const type = isVeto ? 'veto.filed' : 'ballot.cast'
  const { seq, hash } = await appendEvent(db, vote.id, { type, actor: number, body, sealed: !isVeto }, now)
  const value = ballot.value ? JSON.stringify(ballot.value) : null
  const fresh = { lapsed_at: null, lapse_logged: false, proposed: ballot.proposed ?? false }
  const values = { choice, reason, value, cast_at: now, event_seq: seq, ...fresh }
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
    audience: audienceOf(vote.kind),
  })
