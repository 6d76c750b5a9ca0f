import { drawOrder } from '@cenacle/tally/draw'
import { type Waiting, waitingOrder } from '@cenacle/tally/seats'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { after } from '../../time.ts'
import { type VoteStanding, votesWithStatus } from '../votes/queries/standing.ts'
import type { CandidacyRow, InTx } from './rows.ts'
import type { Delays } from './rules.ts'
import { readSituation } from './situation.ts'
import { TEND_JOB } from './job-names.ts'
import { candidacyStatus } from './status.ts'

/** The place of an accepted candidacy in the documented order: first accepted, first submitted, then the public draw. */
export const placeOf = (candidacy: CandidacyRow, vote: VoteStanding): Waiting => ({
  id: candidacy.id,
  college: candidacy.college,
  admissibleAt: vote.closesAt.toISOString(),
  submittedAt: candidacy.submitted_at.toISOString(),
  draw: sha256(`${drawOrder(sha256, vote.drawNonce, vote.head, []).seed}:${candidacy.id}`),
})

/** Somebody whom the committee has admitted and for whom there is no seat yet. */
export type Waiter = Waiting & {
  name: string
  /**
   * From 1: in the college, since a seat goes to one; among all where parity does not bind. Null for who declared none and so
   * stands in neither line.
   */
  rank: number | null
}

/** All who wait, in the order in which they take a seat. */
export async function listWaiting(db: Db, now: Date): Promise<Waiter[]> {
  const candidacies = await db
    .selectFrom('candidacy')
    .selectAll()
    .where('admitted_at', 'is', null)
    .where('ended', 'is', null)
    .where('vote_id', 'is not', null)
    .execute()
  if (candidacies.length === 0) return []
  const votes = await votesWithStatus(
    db,
    candidacies.flatMap(({ vote_id }) => vote_id ?? []),
    now,
  )
  const situation = await readSituation(db, now)
  const waiting = candidacies.flatMap((candidacy) => {
    const vote = votes.get(candidacy.vote_id ?? '')
    const waits = vote && candidacyStatus(candidacy, vote, situation, now).startsWith('waiting')
    return waits ? [{ ...placeOf(candidacy, vote), name: candidacy.name }] : []
  })
  const binds = situation.parity.mode !== 'shown'
  const lengths = new Map<string, number>()
  return waiting.toSorted(waitingOrder).map((one): Waiter => {
    if (binds && one.college === 'undeclared') return { ...one, rank: null }
    const line = binds ? one.college : 'all'
    const rank = (lengths.get(line) ?? 0) + 1
    lengths.set(line, rank)
    return { ...one, rank }
  })
}

/** Rank of everybody who stands in a line, by candidacy. */
export async function waitingRanks(db: Db, now: Date): Promise<Map<string, number>> {
  const waiting = await listWaiting(db, now)
  return new Map(waiting.flatMap(({ id, rank }) => (rank === null ? [] : [[id, rank]])))
}

/** Has the end written down of a candidacy that nobody opens. */
export async function planEndOfSubmission(
  ctx: InTx,
  candidacy: Pick<CandidacyRow, 'id' | 'submitted_at'>,
  { opening }: Delays,
): Promise<void> {
  const due = after(candidacy.submitted_at, opening)
  await enqueue(ctx, TEND_JOB, { candidacyId: candidacy.id, due: due.toISOString() }, due)
}

/** Has the candidate asked before the end, and the end written down. */
export async function planEndOfWaiting(
  ctx: InTx,
  candidacyId: string,
  until: Date,
  { askBefore }: Delays,
): Promise<void> {
  for (const due of [after(until, -askBefore), until])
    await enqueue(ctx, TEND_JOB, { candidacyId, due: due.toISOString() }, due)
}
