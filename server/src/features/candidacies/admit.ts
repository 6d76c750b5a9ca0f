import { replayWaiting, type Waiting } from '@cenacle/tally/seats'
import { sql } from 'kysely'
import type { World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { enqueue, type Handler } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { databaseClock } from '../votes/queries/rows.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { after, latest, SECOND_MS } from '../../time.ts'
import { logStep, tellChange } from './hold.ts'
import { type CandidacyRow, type InTx, isSuspended } from './rows.ts'
import { ADMIT_JOB } from '../votes/commands/open.ts'
import { TEND_JOB } from './job-names.ts'
import { followLink } from './links.ts'
import * as mails from './mails.ts'
import type { Delays } from './rules.ts'
import { lockSeats } from './seats.ts'
import { readSituation } from './situation.ts'
import { seat } from './seat.ts'
import { candidacyStatus } from './status.ts'
import { tendCandidacy } from './tend.ts'
import { placeOf, planEndOfWaiting, waitingRanks } from './waiting.ts'

/** Ids of candidacies whose people took a seat, and of those to whom one is offered, in the order of the waiting list. */
export interface Admissions {
  admitted: string[]
  offered: string[]
}

interface Admissible {
  candidacy: CandidacyRow
  status: 'admissible' | 'waiting_parity' | 'waiting_seats'
  place: Waiting
}

/**
 * Gives the free seats in the order of the waiting list: who has just been accepted sits at once, who has waited is offered the
 * seat; the others wait. Run at each close, and whenever seats may have become free. All in one transaction, which looks at
 * every vote again: who is vetoed is not on the list, and the database refuses them once more.
 */
export const admitCandidates = (world: World): Promise<Admissions> =>
  inTx(world, async (ctx) => {
    await lockSeats(ctx.db)
    const now = await databaseClock(ctx.db)
    const admissible = await listAdmissible(ctx, now)
    const { seats, parity, delays } = await readSituation(ctx.db, now)
    const places = admissible.map(({ place }) => place)
    const done: Admissions = { admitted: [], offered: [] }
    for (const { id } of replayWaiting(seats, places, parity)) {
      const index = admissible.findIndex(({ place }) => place.id === id)
      const [found] = admissible.splice(index, 1)
      if (!found) continue
      const hasWaited = found.candidacy.waiting_since !== null
      if (hasWaited) await offer(ctx, found, now, after(now, delays.offer))
      else await seat(ctx, found.candidacy, found.status)
      done[hasWaited ? 'offered' : 'admitted'].push(id)
    }
    for (const found of admissible) if (!found.candidacy.waiting_since) await putOnList(ctx, found, now, delays)
    return done
  })

/**
 * The job: of one vote, whose close it waits for, wherever a late veto has moved it; or of a seat that became free (the
 * database queues that one, on whatever path the seat was left).
 */
export const admitWhenDue: Handler = async (world, { voteId }) => {
  if (typeof voteId === 'string') {
    // By the clock that judges: one that is ahead of it would find the vote closed here, and open where the seats are given.
    const vote = (await votesWithStatus(world.db, [voteId], await databaseClock(world.db))).get(voteId)
    if (vote && !vote.evaluation && !vote.cancelled) {
      const again = latest(vote.closesAt, after(world.now(), SECOND_MS))
      return enqueue(world, ADMIT_JOB, { voteId }, again)
    }
    const candidacy = await world.db
      .selectFrom('candidacy')
      .select('id')
      .where('vote_id', '=', voteId)
      .executeTakeFirst()
    if (candidacy) await tendCandidacy(world, { candidacyId: candidacy.id })
  }
  await admitCandidates(world)
}

/** Who is accepted and has neither a seat nor an offer of one. */
async function listAdmissible(ctx: InTx, now: Date): Promise<Admissible[]> {
  const candidacies = await ctx.db
    .selectFrom('candidacy')
    .selectAll()
    .where('admitted_at', 'is', null)
    .where('ended', 'is', null)
    .where('offer_until', 'is', null)
    .where('vote_id', 'is not', null)
    // Whose account is suspended could not come in: the seat waits, and is given when the account is restored.
    .where(sql<boolean>`not ${isSuspended}`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const votes = await votesWithStatus(
    ctx.db,
    candidacies.flatMap(({ vote_id }) => vote_id ?? []),
  )
  const seating = await readSituation(ctx.db, now)
  return candidacies.flatMap((candidacy) => {
    const vote = votes.get(candidacy.vote_id ?? '')
    if (!vote) return []
    const status = candidacyStatus(candidacy, vote, seating, now)
    if (status !== 'admissible' && status !== 'waiting_parity' && status !== 'waiting_seats') return []
    return [{ candidacy, status, place: placeOf(candidacy, vote) }]
  })
}

async function putOnList(ctx: InTx, { candidacy, status }: Admissible, now: Date, delays: Delays): Promise<void> {
  const until = after(now, delays.waiting)
  await ctx.db
    .updateTable('candidacy')
    .set({ waiting_since: now, waiting_until: until })
    .where('id', '=', candidacy.id)
    .execute()
  const rank = (await waitingRanks(ctx.db, now)).get(candidacy.id) ?? null
  // Who lost the last seat to somebody before them in this very run waits for seats, whatever was free before it.
  const to = status === 'admissible' ? 'waiting_seats' : status
  await logStep(ctx, candidacy, { type: 'candidacy.waiting', actor: 'system', from: 'admissible', to, more: { rank } })
  await planEndOfWaiting(ctx, candidacy.id, until, delays)
  const link = await followLink(ctx, candidacy.id)
  const lacksCollege = candidacy.college === 'undeclared' && to === 'waiting_parity'
  await queueMail(ctx, lacksCollege ? mails.lacksCollege(candidacy, link) : mails.waiting(candidacy, rank, link))
  await tellChange(ctx, candidacy)
}

async function offer(ctx: InTx, { candidacy, status }: Admissible, now: Date, until: Date): Promise<void> {
  await ctx.db
    .updateTable('candidacy')
    .set({ offered_at: now, offer_until: until })
    .where('id', '=', candidacy.id)
    .execute()
  const more = { until: until.toISOString() }
  await logStep(ctx, candidacy, { type: 'candidacy.offered', actor: 'system', from: status, to: 'offered', more })
  await enqueue(ctx, TEND_JOB, { candidacyId: candidacy.id, due: more.until }, until)
  await queueMail(ctx, mails.offered(candidacy, until, await followLink(ctx, candidacy.id)))
  await tellChange(ctx, candidacy)
}
