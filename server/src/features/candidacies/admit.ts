import { drawOrder } from '@cenacle/tally/draw'
import { replayWaiting, type Waiting } from '@cenacle/tally/seats'
import type { World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { sha256 } from '../../ids.ts'
import { enqueue, type Handler } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { createAccount, passwordLink } from '../accounts/commands.ts'
import { findPersonByEmail } from '../accounts/queries.ts'
import { appendEvent } from '../votes/commands/log.ts'
import { lockVote } from '../votes/queries/rows.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { welcome } from './mails.ts'
import type { CandidacyRow } from './rows.ts'
import { lockSeats, readSeats } from './seats.ts'
import { after, DAY_MS, latest, SECOND_MS } from '../../time.ts'

export const ADMIT_JOB = 'candidacy.admit'
const LINK_MS = 7 * DAY_MS

type Admitting = Omit<World, 'db'> & { db: Tx }

/**
 * Seats everybody who is admissible and for whom a seat is free, in the order of the waiting list. Run at each close, and
 * whenever seats may have become free. All in one transaction, which looks at every vote again: who is vetoed is not on the
 * list, and the database refuses them once more.
 * @returns ids of the candidacies that were admitted
 */
export const admitCandidates = (world: World): Promise<string[]> =>
  inTx(world, async (ctx) => {
    await lockSeats(ctx.db)
    const admissible = await listAdmissible(ctx)
    const { seats, parity } = await readSeats(ctx.db)
    const admitted = replayWaiting(
      seats,
      admissible.map(({ place }) => place),
      parity,
    )
    for (const { id } of admitted) {
      const found = admissible.find(({ place }) => place.id === id)
      if (found) await seat(ctx, found.candidacy)
    }
    return admitted.map(({ id }) => id)
  })

/**
 * The job: of one vote, whose close it waits for, wherever a late veto has moved it; or of a seat that became free (the
 * database queues that one, on whatever path the seat was left).
 */
export const admitWhenDue: Handler = async (world, { voteId }) => {
  const votes = typeof voteId === 'string' ? await votesWithStatus(world.db, [voteId], world.now()) : undefined
  const [vote] = votes?.values() ?? []
  if (vote && !vote.evaluation) {
    const again = latest(vote.closesAt, after(world.now(), SECOND_MS))
    return enqueue(world, ADMIT_JOB, { voteId }, again)
  }
  await admitCandidates(world)
}

async function listAdmissible(ctx: Admitting): Promise<{ candidacy: CandidacyRow; place: Waiting }[]> {
  const candidacies = await ctx.db
    .selectFrom('candidacy')
    .selectAll()
    .where('admitted_at', 'is', null)
    .where('vote_id', 'is not', null)
    .forUpdate()
    .execute()
  const votes = await votesWithStatus(
    ctx.db,
    candidacies.flatMap(({ vote_id }) => vote_id ?? []),
  )
  return candidacies.flatMap((candidacy) => {
    const vote = votes.get(candidacy.vote_id ?? '')
    if (vote?.evaluation?.outcome !== 'adopted') return []
    const place: Waiting = {
      id: candidacy.id,
      college: candidacy.college,
      admissibleAt: vote.closesAt.toISOString(),
      submittedAt: candidacy.submitted_at.toISOString(),
      draw: sha256(`${drawOrder(sha256, vote.drawNonce, vote.head, []).seed}:${candidacy.id}`),
    }
    return [{ candidacy, place }]
  })
}

async function seat(ctx: Admitting, candidacy: CandidacyRow): Promise<void> {
  const before = await readSeats(ctx.db)
  const { id: personId, hasPassword } = await takeSeat(ctx, candidacy)
  await ctx.db
    .updateTable('candidacy')
    .set({ person_id: personId, admitted_at: ctx.now() })
    .where('id', '=', candidacy.id)
    .execute()
  const after = await readSeats(ctx.db)
  const { vote, now } = await lockVote(ctx.db, candidacy.vote_id ?? '')
  const body = { before: { ...before.seats }, after: { ...after.seats } }
  await appendEvent(ctx.db, vote.id, { type: 'candidacy.admitted', actor: 'system', body }, now)
  const entrance = hasPassword
    ? { link: ctx.baseUrl, again: undefined }
    : { link: await passwordLink(ctx, personId, LINK_MS), again: `${ctx.baseUrl}/mot-de-passe-oublie` }
  await queueMail(ctx, welcome(candidacy, entrance))
  await record(ctx, {
    type: 'candidacy.changed',
    spaceId: vote.space_id,
    ids: { candidacyId: candidacy.id, voteId: vote.id },
  })
  await record(ctx, { type: 'access.changed', personId })
}

/** The candidate's account becomes a member's, or is made, without a password until the candidate chooses one. */
async function takeSeat(
  ctx: Admitting,
  { name, email, college, employer }: CandidacyRow,
): Promise<{ id: string; hasPassword: boolean }> {
  const known = await findPersonByEmail(ctx.db, email)
  if (!known) {
    const person = await createAccount(ctx, { name, email, college, role: 'member', passwordHash: null })
    await ctx.db.updateTable('person').set({ employer }).where('id', '=', person.id).execute()
    return { id: person.id, hasPassword: false }
  }
  await ctx.db.updateTable('person').set({ role: 'member', college }).where('id', '=', known.id).execute()
  return { id: known.id, hasPassword: known.password_hash !== null }
}
