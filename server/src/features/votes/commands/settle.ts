import { randomBytes } from 'node:crypto'
import type { Json } from '@cenacle/tally/canonical'
import { talliedBody } from '@cenacle/tally/tallied'
import type { World } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue, type Handler } from '../../../jobs/jobs.ts'
import { asJson } from './freeze.ts'
import { logLapses } from './lapse.ts'
import { appendEvent, audienceOf } from './log.ts'
import { announce } from './mails.ts'
import { SETTLE_JOB } from './open.ts'
import { phaseOf } from '../queries/rules.ts'
import { lockVote } from '../queries/rows.ts'
import { standingOf } from '../queries/standing.ts'
import type { VoteOutcome, VoteRow } from '../queries/types.ts'
import { followRevision } from './revision.ts'
import { isWithheld, withheld } from '../secret/withhold.ts'
import { sealLines } from '../secret/seal.ts'
import { after, latest, SECOND_MS } from '../../../time.ts'

/**
 * Writes close and result into the log once a vote has ended. It decides nothing: the result follows from times and ballots,
 * whether this runs late, twice or never.
 */
export const settleVote: Handler = (world, { voteId, quiet }) =>
  inTx(world, async (ctx) => {
    const { vote, now } = await lockVote(ctx.db, String(voteId))
    if (vote.settled_at || vote.cancelled_at) return
    if (phaseOf(vote, now) !== 'closed') {
      const again = latest(vote.closes_at, after(ctx.now(), SECOND_MS))
      await enqueue(ctx, SETTLE_JOB, { voteId: vote.id }, again)
      return
    }
    const { seq, outcome } = await logClose(ctx.db, vote, now)
    if (!quiet) await announce(ctx, vote.id, 'closed', seq)
    await followRevision(ctx, vote, outcome)
    const audience = audienceOf(vote.kind)
    await record(ctx, { type: 'vote.changed', spaceId: vote.space_id, ids: { voteId: vote.id }, audience })
  })

/** Writes the close before what follows it, where the job has not yet. @param vote locked by the caller, and closed */
export async function settleHeld(ctx: Omit<World, 'db'> & { db: Tx }, vote: VoteRow, now: Date): Promise<void> {
  if (vote.settled_at) return
  const { seq, outcome } = await logClose(ctx.db, vote, now)
  await announce(ctx, vote.id, 'closed', seq)
  await followRevision(ctx, vote, outcome)
}

/**
 * Writes the last events of a closed vote.
 * @param vote locked by the caller
 * @param now at its close or later
 * @returns number of the last one, and what came out
 */
export async function logClose(db: Tx, vote: VoteRow, now: Date): Promise<{ seq: number; outcome: VoteOutcome }> {
  await logLapses(db, vote, now)
  const { evaluation } = await standingOf(db, vote, now)
  if (!evaluation) throw new Error(`vote ${vote.id} is not closed`)
  const voters = evaluation.participation.n
  const times = { voters, closesAt: vote.closes_at.toISOString(), nonce: vote.draw_nonce }
  const closed = { ...times, ...(vote.secret && (await sealLines(db, vote))) }
  await appendEvent(db, vote.id, { type: 'ballot.closed', actor: 'system', body: closed }, now)
  // Under an embargo the chain has the result's hash, and nobody the result.
  const sealed = vote.embargo
  const told = isWithheld(vote, voters) ? withheld(evaluation) : evaluation
  const result = asJson(told) as { [key: string]: Json }
  const tallied = talliedBody(sha256, result, randomBytes(16).toString('hex'))
  const { seq } = await appendEvent(
    db,
    vote.id,
    { type: 'ballot.tallied', actor: 'system', body: tallied, sealed },
    now,
  )
  await db
    .updateTable('vote')
    .set({ settled_at: now, counted: JSON.stringify(evaluation) })
    .where('id', '=', vote.id)
    .execute()
  return { seq, outcome: evaluation.outcome }
}
