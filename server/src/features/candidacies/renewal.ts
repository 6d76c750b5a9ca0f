import { sql } from 'kysely'
import { enqueue } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { type Held, holdCandidacy, logStep, tellChange } from './hold.ts'
import type { InTx } from './rows.ts'
import { TEND_JOB } from './job-names.ts'
import { followLink } from './links.ts'
import * as mails from './mails.ts'
import { listWaiting } from './waiting.ts'

/**
 * The yearly round asks who waits for a seat whether they still do, as it asks who has one: without an answer by its close their
 * wait ends there, as after twelve months. Whom that question has reached already, or whose wait ends before, keeps their own date.
 * The caller holds the seats' lock.
 */
export async function askWaiting(ctx: InTx, closesAt: Date): Promise<void> {
  for (const { id } of await listWaiting(ctx.db, ctx.now())) {
    const held = await holdCandidacy(ctx.db, id)
    const { waiting_until: until, asked_to_stay_at: asked } = held.candidacy
    if (until && until > closesAt && !asked) await ask(ctx, held, closesAt)
  }
}

async function ask(ctx: InTx, { candidacy, status }: Held, until: Date): Promise<void> {
  await ctx.db
    .updateTable('candidacy')
    .set({ asked_to_stay_at: ctx.now(), waiting_before: candidacy.waiting_until, waiting_until: until })
    .where('id', '=', candidacy.id)
    .execute()
  const more = { renewal: true, until: until.toISOString() }
  await logStep(ctx, candidacy, { type: 'candidacy.waiting', actor: 'system', from: status, to: status, more })
  await enqueue(ctx, TEND_JOB, { candidacyId: candidacy.id, due: more.until }, until)
  await queueMail(ctx, mails.stillThereThisYear(candidacy, until, await followLink(ctx, candidacy.id)))
  await tellChange(ctx, candidacy)
}

/** A round that is given up has asked nobody: who waits does so until the date that they had. The caller holds the seats' lock. */
export async function forgetAsking(ctx: InTx, closesAt: Date): Promise<void> {
  await ctx.db
    .updateTable('candidacy')
    .set({ asked_to_stay_at: null, waiting_until: sql`waiting_before`, waiting_before: null })
    .where('waiting_before', 'is not', null)
    .where('waiting_until', '=', closesAt)
    .where('admitted_at', 'is', null)
    .where('ended', 'is', null)
    .execute()
}
