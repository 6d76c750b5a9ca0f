import { sql } from 'kysely'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/vote.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { after, DAY_MS, instantOf, latest } from '../../../time.ts'
import { earliestClose, isOwn, MOST_EXTENSIONS } from '../present.ts'
import { halt } from '../queries/rules.ts'
import { getVote, lockVote, type SeenVote } from '../queries/rows.ts'
import type { VoteRow } from '../queries/types.ts'
import { forgetLines } from '../secret/lines.ts'
import { appendEvent, audienceOf, forgetBodies, type LogEntry } from './log.ts'
import { announce } from './mails.ts'
import { ADMIT_JOB, SETTLE_JOB } from './open.ts'
import { remindAgain } from './reminders.ts'
import { endRevision, tellPages } from './revision.ts'

export type Managing = Omit<PersonContext, 'db'> & { db: Tx }
type Rule = (viewer: PersonContext['viewer'], facts: Parameters<typeof policy.move>[1]) => boolean

/** An open vote that the viewer may change, with its lock held. */
export interface Hold {
  vote: VoteRow
  now: Date
  actor: LogEntry['actor']
}

/**
 * Locks an open vote for somebody who may act on it.
 * @throws Problem not-found, forbidden, vote-not-open, vote-closed, vote-cancelled
 */
export async function hold(ctx: Managing, voteId: string, may: Rule): Promise<Hold> {
  const seen = await getVote(ctx, voteId)
  allow(may(ctx.viewer, { ...seen, own: isOwn(ctx.viewer, seen) }))
  const { vote, now } = await lockVote(ctx.db, voteId)
  const stop = halt(vote, now)
  if (stop) throw new Problem(stop)
  return { vote, now, actor: actorOf(seen) }
}

/** Who acts, as the log says it: a place on the roll, or the bureau. */
const actorOf = ({ number }: SeenVote): LogEntry['actor'] => number ?? 'bureau'

/**
 * Moves the close later, with a reason that everybody on the roll is told. Ballots stay.
 * @throws Problem not-found, forbidden, vote-closed, extensions-used; invalid for a close that is not later
 */
export const extendVote = (
  ctx: PersonContext,
  voteId: string,
  { closesAt: to, reason }: { closesAt: string; reason: string },
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await extendHeld(ctx, await hold(ctx, voteId, policy.move), { closesAt: to, reason })
  })

/** The same, by whom a rule of their own allows it. @param held with the vote's lock, and open */
export async function extendHeld(
  ctx: Managing,
  { vote, now, actor }: Hold,
  { closesAt: to, reason }: { closesAt: string; reason: string },
): Promise<void> {
  const voteId = vote.id
  if (vote.extensions.length >= MOST_EXTENSIONS) throw new Problem('extensions-used')
  const closesAt = instantOf(to)
  if (closesAt <= vote.closes_at) throw invalidField('/closesAt', 'date-too-soon')
  const { maxDays } = vote.rules
  if (maxDays !== undefined && closesAt > after(now, maxDays * DAY_MS)) throw invalidField('/closesAt', 'out-of-range')
  const times = { from: vote.closes_at.toISOString(), to: closesAt.toISOString() }
  const extensions = [...vote.extensions, { ...times, reason, at: now.toISOString() }]
  await ctx.db
    .updateTable('vote')
    .set({ closes_at: closesAt, extensions: JSON.stringify(extensions) })
    .where('id', '=', voteId)
    .execute()
  const body = { old: times.from, new: times.to, reason }
  const { seq } = await appendEvent(ctx.db, voteId, { type: 'close.extended', actor, body }, now)
  await enqueue(ctx, SETTLE_JOB, { voteId }, closesAt)
  await announce(ctx, voteId, 'extended', seq)
  await remindAgain(ctx, { id: voteId, closes_at: closesAt }, vote.closes_at)
  await tell(ctx, vote)
}

/**
 * Closes a vote before its time: only when everybody on the roll has voted, and never before the shortest time that its rules
 * name, whoever asks.
 * @throws Problem not-found, forbidden, vote-closed, minimum-window, voters-missing
 */
export const closeEarly = (ctx: PersonContext, voteId: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { vote, now, actor } = await hold(ctx, voteId, policy.move)
    if (now < earliestClose(vote)) throw new Problem('minimum-window')
    if ((await countVoters(ctx.db, vote)) < vote.roll_size) throw new Problem('voters-missing')
    // A vote closes after it opened, be it by a millisecond.
    const closesAt = latest(now, after(vote.opens_at, 1))
    await ctx.db.updateTable('vote').set({ closes_at: closesAt }).where('id', '=', voteId).execute()
    const body = { old: vote.closes_at.toISOString(), new: closesAt.toISOString() }
    await appendEvent(ctx.db, voteId, { type: 'close.early', actor, body }, now)
    await enqueue(ctx, SETTLE_JOB, { voteId })
    if (vote.kind === 'candidacy') await enqueue(ctx, ADMIT_JOB, { voteId })
    await tell(ctx, vote)
  })

/** In a named vote those with a ballot, in a secret one those whose place on the roll is marked. */
async function countVoters(db: Tx, { id }: VoteRow): Promise<number> {
  const { rows } = await sql<{ count: number }>`select (select count(*) from ballot where vote_id = ${id}::uuid)::int
    + (select count(*) from vote_roll where vote_id = ${id}::uuid and has_voted)::int as count`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Cancels a decision before its close, with a reason. Ballots and what the log held of them are gone for everybody; their hashes
 * stay in the chain, which so remains whole.
 * @throws Problem not-found, forbidden, vote-closed, vote-cancelled
 */
export const cancelVote = (ctx: PersonContext, voteId: string, reason: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { vote, now, actor } = await hold(ctx, voteId, policy.cancel)
    await cancelHeld(ctx, { vote, now, actor }, reason)
  })

/** The same, by whom a rule of their own allows it. @param held with the vote's lock, and open */
export async function cancelHeld(
  ctx: Parameters<typeof announce>[0] & { db: Tx },
  { vote, now, actor }: Hold,
  reason: string,
): Promise<void> {
  const { id } = vote
  await ctx.db.updateTable('vote').set({ cancelled_at: now, cancel_reason: reason }).where('id', '=', id).execute()
  await ctx.db.deleteFrom('ballot').where('vote_id', '=', id).execute()
  if (vote.secret) await forgetLines(ctx.db, id)
  await forgetBodies(ctx.db, id, TELLING)
  const { seq } = await appendEvent(ctx.db, id, { type: 'vote.cancelled', actor, body: { reason } }, now)
  await announce(ctx, id, 'cancelled', seq)
  await endRevision(ctx, id)
  await tell(ctx, vote)
  await tellPages(ctx, vote)
}

/** Events whose content tells of ballots; a vote that was reopened has a first count too. */
const TELLING = [
  'ballot.cast',
  'veto.filed',
  'veto.lifted',
  'veto.lapsed',
  'veto.withdrawn',
  'ballot.closed',
  'ballot.tallied',
] as const

/** Screens that show the vote look again. */
export const tell = (ctx: { db: Tx; now(): Date }, vote: Pick<VoteRow, 'id' | 'space_id' | 'kind'>): Promise<void> =>
  record(ctx, {
    type: 'vote.changed',
    spaceId: vote.space_id,
    ids: { voteId: vote.id },
    audience: audienceOf(vote.kind),
  })
