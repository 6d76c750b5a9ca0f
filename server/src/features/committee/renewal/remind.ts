import { inTx } from '../../../database/transaction.ts'
import type { Handler } from '../../../jobs/jobs.ts'
import { queueMail } from '../../../jobs/mail-job.ts'
import { after, DAY_MS } from '../../../time.ts'
import { linkOf, REMINDERS } from './commands.ts'
import { mails } from './mails.ts'
import { holdRenewal, statusAt } from './rows.ts'

/**
 * Reminds those who have a seat and have not answered, once per date. A server that was away sends the newest of the reminders
 * that it missed, not all of them at once.
 */
export const remindSilent: Handler = (world, { renewalId, days }) =>
  inTx(world, async (ctx) => {
    const { renewal, now } = await holdRenewal(ctx.db, String(renewalId), 'share')
    if (!renewal || statusAt(renewal, now) !== 'open') return
    const before = Number(days)
    if (REMINDERS.some((later) => later < before && after(renewal.closes_at, -later * DAY_MS) <= ctx.now())) return
    const first = await ctx.db
      .insertInto('renewal_reminder')
      .values({ renewal_id: renewal.id, days: before })
      .onConflict((oc) => oc.doNothing())
      .returning('days')
      .executeTakeFirst()
    if (!first) return
    const silent = await ctx.db
      .selectFrom('renewal_person as r')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .select(['p.name', 'p.email'])
      .where('r.renewal_id', '=', renewal.id)
      .where('r.answer', 'is', null)
      .where('p.role', '=', 'member')
      .where('p.suspended_at', 'is', null)
      .execute()
    for (const person of silent) await queueMail(ctx, mails.reminder(person, linkOf(ctx), renewal.closes_at, before))
  })
