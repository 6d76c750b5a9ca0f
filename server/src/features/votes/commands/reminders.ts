import type { World } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { enqueue, type Handler } from '../../../jobs/jobs.ts'
import { queueMails } from '../../../jobs/mail-job.ts'
import { after, DAY_MS, HOUR_MS, morningOf } from '../../../time.ts'
import { reminder } from '../letters.ts'
import { lockVote } from '../queries/rows.ts'
import { listVoters } from '../queries/voters.ts'
import { linkTo, noteSent } from './mails.ts'

export const REMIND_JOB = 'vote.remind'

/** When those who have not voted are reminded, in the order in which these moments come. */
export const MOMENTS = ['week', 'two-days', 'day'] as const
type Moment = (typeof MOMENTS)[number]

/** At eight in the morning of its last day; the evening before, at six, for a vote that closes with the morning. */
function lastDay(closesAt: Date): Date {
  const morning = morningOf(closesAt, 8)
  return morning < after(closesAt, -3 * HOUR_MS) ? morning : after(morning, -14 * HOUR_MS)
}

const timeOf = (moment: Moment, closesAt: Date): Date =>
  moment === 'day' ? lastDay(closesAt) : after(closesAt, (moment === 'week' ? -7 : -2) * DAY_MS)

type Queueing = Omit<World, 'db'> & { db: Tx }
type Closing = { id: string; closes_at: Date }

const LEAST_EXTENSION_MS = 2 * DAY_MS
/** What goes again after an extension; who was reminded a week before is not, a second time. */
const AGAIN = ['two-days', 'day'] as const

/**
 * After an extension of two days or more the last reminders go again, before the new close: who was told that the vote ended
 * has days left. A shorter one repeats nothing.
 * @param was the close before
 */
export async function remindAgain(ctx: Queueing, vote: Closing, was: Date): Promise<void> {
  if (vote.closes_at >= after(was, LEAST_EXTENSION_MS)) await forgetReminders(ctx.db, vote.id, AGAIN)
  await enqueueReminders(ctx, vote)
}

/** What was sent counts for the close of then; before another one it is sent again. */
export async function forgetReminders(db: Tx, voteId: string, moments: readonly Moment[]): Promise<void> {
  await db
    .deleteFrom('vote_notice')
    .where('vote_id', '=', voteId)
    .where('what', 'in', [...moments])
    .execute()
}

/** Queues the reminders that are still to come before a close; those that went out are not sent again. */
export async function enqueueReminders(ctx: Queueing, { id, closes_at }: Closing): Promise<void> {
  for (const moment of MOMENTS) {
    const at = timeOf(moment, closes_at)
    if (at > ctx.now()) await enqueue(ctx, REMIND_JOB, { voteId: id, moment }, at)
  }
}

/**
 * Reminds those on the roll who have not voted, once for each moment: a row says that it was done. A job that comes before its
 * time, since the close has moved, waits for it; one that comes when the next is due as well leaves it to that one.
 */
export const remindVoters: Handler = (world, { voteId, moment }) =>
  inTx(world, async (ctx) => {
    const { vote, now } = await lockVote(ctx.db, String(voteId))
    const index = MOMENTS.indexOf(moment as Moment)
    const own = MOMENTS[index]
    if (!own || vote.cancelled_at || vote.closes_at <= now) return
    const at = timeOf(own, vote.closes_at)
    if (at > ctx.now()) return enqueue(ctx, REMIND_JOB, { voteId, moment }, at)
    const next = MOMENTS[index + 1]
    if (next && timeOf(next, vote.closes_at) <= ctx.now()) return
    if (!(await noteSent(ctx.db, vote.id, own, now))) return
    const voters = await listVoters(ctx.db, vote, ctx.now())
    const link = linkTo(ctx, vote.id)
    await queueMails(
      ctx,
      voters.filter(({ has_voted }) => !has_voted).map((voter) => reminder({ voter, vote, head: '', link, seq: 0 })),
    )
  })
