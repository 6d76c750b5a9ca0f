import { sql } from 'kysely'
import type { RenewalChoice } from '@cenacle/contract/renewal'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { queueMail } from '../../../jobs/mail-job.ts'
import { allow, hidden } from '../../../policy/allow.ts'
import * as policy from '../../../policy/renewal.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { after, DAY_MS, instantOf } from '../../../time.ts'
import { askWaiting, forgetAsking } from '../../candidacies/commands.ts'
import { lockSeats } from '../../candidacies/queries.ts'
import { mails } from './mails.ts'
import { committeeId, committeeRole, holdRenewal, statusAt } from './rows.ts'

export const SETTLE_JOB = 'renewal.settle'
export const REMIND_JOB = 'renewal.remind'
/** Days before the close on which those who have not answered are reminded. */
export const REMINDERS = [14, 7, 2] as const

type Acting = Omit<PersonContext, 'db'> & { db: Tx }

/** Tells the committee that something changed, and nothing of what. */
export async function tellCommittee(ctx: Pick<Acting, 'db' | 'now'>, renewalId: string): Promise<void> {
  const spaceId = await committeeId(ctx.db)
  if (spaceId) await record(ctx, { type: 'renewal.changed', spaceId, ids: { renewalId } })
}

/** Whoever may not see the renewal learns nothing of it; whoever sees it and does not run the committee is refused. */
async function allowRunning(ctx: PersonContext): Promise<void> {
  allow(policy.read(ctx.viewer), 'not-found')
  allow(policy.run(ctx.viewer, await committeeRole(ctx)))
}

/**
 * Asks everybody who has a seat whether they keep it, and who waits for one whether they still do. One round at a time.
 * @returns its id
 * @throws Problem not-found, forbidden, renewal-open; invalid when the close is past or less than a day ahead
 */
export async function openRenewal(
  ctx: PersonContext,
  { closesAt, silence }: { closesAt: string; silence: RenewalChoice },
): Promise<string> {
  await allowRunning(ctx)
  return inTx(ctx, async (ctx) => {
    const closes_at = instantOf(closesAt)
    if (closes_at <= ctx.now()) throw invalidField('/closesAt', 'date-past')
    if (closes_at < after(ctx.now(), DAY_MS)) throw invalidField('/closesAt', 'date-too-soon')
    await lockSeats(ctx.db)
    const id = ctx.newId()
    const row = { id, opened_by: ctx.viewer.id, opened_at: ctx.now(), closes_at, silence }
    const made = await ctx.db
      .insertInto('renewal')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Problem('renewal-open')
    await askMembers(ctx, id, closes_at)
    await askWaiting(ctx, closes_at)
    await enqueue(ctx, SETTLE_JOB, { renewalId: id }, closes_at)
    for (const days of REMINDERS) {
      const at = after(closes_at, -days * DAY_MS)
      if (at > ctx.now()) await enqueue(ctx, REMIND_JOB, { renewalId: id, days }, at)
    }
    await audit(ctx, 'renewal.opened', { renewalId: id, closesAt, silence })
    await tellCommittee(ctx, id)
    return id
  })
}

/** A suspended account cannot answer, so that its silence must mean nothing: it is not asked. */
async function askMembers(ctx: Acting, renewalId: string, closesAt: Date): Promise<void> {
  await sql`insert into renewal_person (renewal_id, person_id)
    select ${renewalId}::uuid, id from person where role = 'member' and suspended_at is null`.execute(ctx.db)
  const people = await ctx.db
    .selectFrom('renewal_person as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.name', 'p.email'])
    .where('r.renewal_id', '=', renewalId)
    .execute()
  for (const person of people) await queueMail(ctx, mails.opened(person, linkOf(ctx), closesAt))
}

export const linkOf = ({ baseUrl }: { baseUrl: string }): string => `${baseUrl}/comite/renouvellement`

/**
 * The viewer's answer, until the close; the last one counts.
 * @throws Problem not-found, forbidden (no seat, or not asked), renewal-closed
 */
export async function answerRenewal(ctx: PersonContext, id: string, answer: RenewalChoice): Promise<void> {
  allow(policy.read(ctx.viewer), 'not-found')
  await inTx(ctx, async (ctx) => {
    const { renewal, now } = await holdRenewal(ctx.db, id, 'share')
    if (!renewal) throw hidden(ctx.viewer)
    allow(policy.answer(ctx.viewer))
    allow(statusAt(renewal, now) === 'open', 'renewal-closed')
    const row = await ctx.db
      .updateTable('renewal_person')
      .set({ answer, answered_at: now })
      .where('renewal_id', '=', id)
      .where('person_id', '=', ctx.viewer.id)
      .returning('person_id')
      .executeTakeFirst()
    allow(row !== undefined)
    await tellCommittee(ctx, id)
  })
}

/** Gives a round up before its close, with every answer to it. @throws Problem not-found, forbidden, renewal-closed */
export async function abandonRenewal(ctx: PersonContext, id: string): Promise<void> {
  await allowRunning(ctx)
  await inTx(ctx, async (ctx) => {
    // In the order in which the close takes both.
    await lockSeats(ctx.db)
    const { renewal, now } = await holdRenewal(ctx.db, id, 'update')
    if (!renewal) throw hidden(ctx.viewer)
    allow(statusAt(renewal, now) === 'open', 'renewal-closed')
    await ctx.db.deleteFrom('renewal').where('id', '=', id).execute()
    await forgetAsking(ctx, renewal.closes_at)
    await audit(ctx, 'renewal.abandoned', { renewalId: id })
    await tellCommittee(ctx, id)
  })
}

async function audit(ctx: Acting, type: string, detail: object): Promise<void> {
  await ctx.db
    .insertInto('audit')
    .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type, detail: JSON.stringify(detail), at: ctx.now() })
    .execute()
}
