import { canonical, type Json } from '@cenacle/tally/canonical'
import { phaseAt } from '@cenacle/tally/status'
import type { Evaluation } from '@cenacle/tally/threshold'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue, type Handler } from '../../../jobs/jobs.ts'
import { logLapses } from './lapse.ts'
import { appendEvent } from './log.ts'
import { SETTLE_JOB } from './open.ts'
import { frozen, statusOf } from '../queries/rules.ts'
import { lockVote } from '../queries/rows.ts'
import { ballotsOf } from '../queries/standing.ts'
import type { VoteRow } from '../queries/types.ts'
import { after, latest, SECOND_MS } from '../../../time.ts'

/**
 * Writes close and result into the log once a vote has ended. It decides nothing: the result follows from times and ballots,
 * whether this runs late, twice or never.
 */
export const settleVote: Handler = (world, { voteId }) =>
  inTx(world, async (ctx) => {
    const { vote, now } = await lockVote(ctx.db, String(voteId))
    if (vote.settled_at) return
    if (phaseAt(frozen(vote), now.toISOString()) !== 'closed') {
      const again = latest(vote.closes_at, after(ctx.now(), SECOND_MS))
      await enqueue(ctx, SETTLE_JOB, { voteId: vote.id }, again)
      return
    }
    await logClose(ctx.db, vote, now)
    await record(ctx, { type: 'vote.changed', spaceId: vote.space_id, ids: { voteId: vote.id } })
  })

/** Writes the last events of a closed vote. @param vote locked by the caller @param now at its close or later */
export async function logClose(db: Tx, vote: VoteRow, now: Date): Promise<void> {
  await logLapses(db, vote, now)
  const ballots = await ballotsOf(db, vote.id)
  const { evaluation } = statusOf(vote, ballots, now)
  if (!evaluation) return
  const closed = { voters: ballots.length, closesAt: vote.closes_at.toISOString() }
  await appendEvent(db, vote.id, { type: 'ballot.closed', actor: 'system', body: closed }, now)
  const tallied = { result: sha256(canonical(asJson(evaluation))), ...asJson(evaluation) }
  await appendEvent(db, vote.id, { type: 'ballot.tallied', actor: 'system', body: tallied }, now)
  await db.updateTable('vote').set({ settled_at: now }).where('id', '=', vote.id).execute()
}

const asJson = ({
  outcome,
  numerator,
  denominator,
  base,
  participation,
  expressed,
  quorate,
  counts,
}: Evaluation): { [key: string]: Json } => ({
  outcome,
  numerator,
  denominator,
  base,
  participation: { n: participation.n, d: participation.d },
  expressed,
  quorate,
  counts: { ...counts },
})
