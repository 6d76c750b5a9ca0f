import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { sha256 } from '../../ids.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { invalidField, Problem } from '../../problem.ts'
import { after } from '../../time.ts'
import { logLapses } from '../votes/commands/lapse.ts'
import { appendEvent } from '../votes/commands/log.ts'
import { announce } from '../votes/commands/mails.ts'
import { ADMIT_JOB, SETTLE_JOB } from '../votes/commands/open.ts'
import { enqueueReminders, forgetReminders, MOMENTS } from '../votes/commands/reminders.ts'
import { settleHeld } from '../votes/commands/settle.ts'
import { lockVote } from '../votes/queries/rows.ts'
import type { FrozenRules } from '../votes/queries/types.ts'
import { refuseDuplicate } from './commands.ts'
import { actorOf, type Held, holdCandidacy, logStep, tellChange } from './hold.ts'
import { getCandidacy, type InTx } from './rows.ts'

/** A veto that stands. `isTakenBack`: its author said so after the close, or has no seat any more and the vote's rules let it lapse. */
export interface StandingVeto {
  voteId: string
  number: number
  seq: number
  personId: string | null
  isWithdrawn: boolean
  isTakenBack: boolean
}

/** The active vetoes of some votes. */
export async function standingVetoes(db: Db, voteIds: string[]): Promise<StandingVeto[]> {
  if (voteIds.length === 0) return []
  const rows = await db
    .selectFrom('ballot as b')
    .innerJoin('vote_roll as r', (join) => join.onRef('r.vote_id', '=', 'b.vote_id').onRef('r.number', '=', 'b.number'))
    .innerJoin('vote as v', 'v.id', 'b.vote_id')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .select([
      'v.rules',
      'b.vote_id',
      'b.number',
      'b.event_seq',
      'b.veto_withdrawn_at',
      'p.id',
      'p.role',
      'p.suspended_at',
    ])
    .where('b.vote_id', 'in', voteIds)
    .where('b.choice', '=', 'veto')
    .where('b.lapsed_at', 'is', null)
    .orderBy('b.number')
    .execute()
  return rows.map((row) => {
    const isWithdrawn = row.veto_withdrawn_at !== null
    const isSeated = row.role === 'member' && row.suspended_at === null
    const isLeft = !isSeated && (row.rules as FrozenRules).vetoLapses
    const { vote_id: voteId, number, event_seq: seq, id: personId } = row
    return { voteId, number, seq, personId, isWithdrawn, isTakenBack: isWithdrawn || isLeft }
  })
}

/** Opens once more, by itself, a vote in which too few took part: seven days, with the ballots that there are. */
export async function prolong(ctx: InTx, held: Held): Promise<void> {
  const { candidacy, status, now, delays } = held
  const closesAt = after(now, delays.prolonged)
  const more = { reading: 'prolonged', closesAt: closesAt.toISOString() }
  const step = await logStep(ctx, candidacy, {
    type: 'candidacy.reopened',
    actor: 'system',
    from: status,
    to: 'open',
    more,
  })
  await ctx.db.updateTable('candidacy').set({ prolonged_at: now }).where('id', '=', candidacy.id).execute()
  await openAgain(ctx, held, closesAt, 'prolonged', step?.seq ?? 0)
}

/**
 * Says, after the close, that one's veto is no longer meant. The result stays what it was: that opens the way to a second
 * reading, in which this veto does not count any more.
 * @throws Problem not-found, forbidden, not-on-roll; conflict where no veto of one's own stands
 */
export const takeVetoBack = (ctx: PersonContext, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { own } = await getCandidacy(ctx, id)
    allow(policy.vote(ctx.viewer, own))
    const { candidacy, status, now } = await holdCandidacy(ctx.db, id)
    const voteId = candidacy.vote_id
    if (status !== 'vetoed' || !voteId) throw new Problem('conflict', { detail: NO_VETO })
    const mine = (await standingVetoes(ctx.db, [voteId])).find(({ personId }) => personId === ctx.viewer.id)
    if (!mine || mine.isWithdrawn) throw new Problem('conflict', { detail: NO_VETO })
    const { vote } = await lockVote(ctx.db, voteId)
    await settleHeld(ctx, vote, now)
    await appendEvent(ctx.db, voteId, { type: 'veto.withdrawn', actor: mine.number, body: { veto: mine.seq } }, now)
    await ctx.db
      .updateTable('ballot')
      .set({ veto_withdrawn_at: now })
      .where('vote_id', '=', voteId)
      .where('number', '=', mine.number)
      .execute()
    await tellChange(ctx, candidacy)
  })

const NO_VETO = 'Aucun veto de votre part n’est maintenu ici.'

/**
 * Opens the second reading: seventy-two hours, the same roll, once. Vetoes that were taken back are gone, any other stands
 * until its author lifts it, and every member may veto again.
 * @param mediation what it came to; needed while a veto stands, and then for who runs the committee to say. The committee reads
 *   it until the file is forgotten; the log has its salted hash
 * @throws Problem not-found, forbidden; conflict unless vetoed and within thirty days; invalid without a mediation
 */
export const openSecondReading = (ctx: PersonContext, id: string, mediation?: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { own } = await getCandidacy(ctx, id)
    allow(policy.open(ctx.viewer, own))
    const held = await holdCandidacy(ctx.db, id)
    const { candidacy, status, now, delays } = held
    const voteId = candidacy.vote_id
    if (status !== 'vetoed' || !voteId)
      throw new Problem('conflict', { detail: 'Cette candidature n’attend pas de seconde lecture.' })
    const vetoes = await standingVetoes(ctx.db, [voteId])
    if (vetoes.some(({ isTakenBack }) => !isTakenBack)) {
      allow(policy.run(ctx.viewer, own))
      if (mediation === undefined) throw invalidField('/mediation', 'required')
    }
    await refuseDuplicate(ctx.db, candidacy)
    await liftVetoes(ctx, voteId, vetoes, now)
    const closesAt = after(now, delays.secondReading)
    const lifted = vetoes.filter(({ isTakenBack }) => isTakenBack).map(({ seq }) => seq)
    const step = await logStep(ctx, candidacy, {
      type: 'candidacy.reopened',
      actor: await actorOf(ctx.db, voteId, ctx.viewer.id),
      from: 'vetoed',
      to: 'open',
      reason: mediation,
      more: {
        reading: 'second',
        closesAt: closesAt.toISOString(),
        lifted,
        // A new one may have been written since the first reading.
        ...(candidacy.presentation !== null && { presentation: sha256(candidacy.presentation) }),
      },
    })
    const kept = mediation === undefined ? {} : { mediation, mediated_by: ctx.viewer.id }
    await ctx.db
      .updateTable('candidacy')
      .set({ second_reading_at: now, ...kept })
      .where('id', '=', id)
      .execute()
    await openAgain(ctx, held, closesAt, 'secondReading', step?.seq ?? 0)
  })

/** What was taken back leaves no ballot; what was left by somebody without a seat lapses, where the frozen rules say so. */
async function liftVetoes(ctx: InTx, voteId: string, vetoes: StandingVeto[], now: Date): Promise<void> {
  const { db } = ctx
  const { vote } = await lockVote(db, voteId)
  await settleHeld(ctx, vote, now)
  for (const { number, seq, isWithdrawn, isTakenBack } of vetoes) {
    if (isWithdrawn) {
      await appendEvent(db, voteId, { type: 'veto.lifted', actor: number, body: { veto: seq } }, now)
      await db.deleteFrom('ballot').where('vote_id', '=', voteId).where('number', '=', number).execute()
    } else if (isTakenBack && vote.rules.vetoLapses) {
      const own = db.updateTable('ballot').set({ lapsed_at: now }).where('vote_id', '=', voteId)
      await own.where('number', '=', number).execute()
    }
  }
  await logLapses(db, vote, now)
}

/**
 * The vote takes ballots again; what its close does follows again.
 * @param what the letter that everybody on the roll gets
 * @param seq number of the event that they are told of
 */
async function openAgain(
  ctx: InTx,
  { candidacy, now }: Held,
  closesAt: Date,
  what: 'prolonged' | 'secondReading',
  seq: number,
): Promise<void> {
  const voteId = candidacy.vote_id ?? ''
  await ctx.db
    .updateTable('vote')
    // A late veto may move this close too, as it might have moved the first.
    .set({ closes_at: closesAt, settled_at: null, counted: null, reopened_at: now, moved_at: null })
    .where('id', '=', voteId)
    .execute()
  await enqueue(ctx, SETTLE_JOB, { voteId }, closesAt)
  // Those who have not voted are reminded of this close as of the first.
  await forgetReminders(ctx.db, voteId, MOMENTS)
  await enqueueReminders(ctx, { id: voteId, closes_at: closesAt })
  await enqueue(ctx, ADMIT_JOB, { voteId }, closesAt)
  await announce(ctx, voteId, what, seq)
  await tellChange(ctx, candidacy)
  const { space_id: spaceId } = await ctx.db
    .selectFrom('vote')
    .select('space_id')
    .where('id', '=', voteId)
    .executeTakeFirstOrThrow()
  await record(ctx, { type: 'vote.opened', spaceId, ids: { voteId }, audience: 'seated' })
}
