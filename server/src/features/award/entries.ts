import type { z } from 'zod'
import type { applyEntryBody, enterBody } from '@cenacle/contract/award'
import { emailKey } from '@cenacle/contract/text'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { invalidField, Problem } from '../../problem.ts'
import { after, DAY_MS, HOUR_MS, instantOf } from '../../time.ts'
import { findConflicts } from './conflicts-found.ts'
import { refuseCrowd, refuseFull } from './crowd.ts'
import { FORGET_ENTRIES_JOB } from './forget.ts'
import { mails } from './mails.ts'
import { getEdition, type InTx, lockEdition, noteDone } from './rows.ts'

const LIFE_MS = 7 * DAY_MS
/** Mails an hour for one address; more are swallowed, so that nobody's letter box is flooded. */
const PER_HOUR = 5

/** The secret is a fragment: a browser sends it to nobody, so that no proxy between here and a town hall writes it down. */
const confirmUrl = (baseUrl: string, secret: string): string => `${baseUrl}/prix/dossier#${secret}`

type Application = z.output<typeof applyEntryBody>
type Kept = Omit<Application, 'consent'> & { html: string; consentedAt: string }

/**
 * Takes what the public form says, and asks by mail whether it was really them.
 * @throws Problem call-closed, entries-full, entries-waiting; invalid for another edition's category
 */
export async function applyEntry(ctx: Context, editionId: string, body: Application): Promise<void> {
  const html = await ctx.renderPost(body.summary)
  await inTx(ctx, async (ctx) => {
    const { edition, phase } = await lockEdition(ctx.db, editionId)
    if (phase !== 'call') throw new Problem('call-closed')
    await refuseStranger(ctx, editionId, body.categoryId)
    await refuseCrowd(ctx, editionId)
    const now = ctx.now()
    const email_key = emailKey(body.contactEmail)
    const recent = await ctx.db
      .selectFrom('award_entry_request')
      .select('token_hash')
      .where('email_key', '=', email_key)
      .where('created_at', '>', after(now, -HOUR_MS))
      .execute()
    if (recent.length >= PER_HOUR) return
    const { consent: _, ...said } = body
    const kept: Kept = { ...said, html, consentedAt: now.toISOString() }
    const secret = newSecret()
    const expires_at = after(now, LIFE_MS)
    await ctx.db
      .insertInto('award_entry_request')
      .values({
        token_hash: sha256(secret),
        edition_id: editionId,
        email_key,
        body: JSON.stringify(kept),
        created_at: now,
        expires_at,
      })
      .execute()
    await enqueue(ctx, FORGET_ENTRIES_JOB, {}, expires_at)
    await queueMail(ctx, mails.confirm(body, edition.name, confirmUrl(ctx.baseUrl, secret)))
  })
}

/**
 * Files the entry that was asked for: one use, settled by the database. A mail that was sent before the call closed may be
 * confirmed after it, as long as eligibility is being looked at. Refused, the link serves again.
 * @throws Problem link-used, call-closed, entries-full
 */
export const confirmEntry = (ctx: Context, token: string): Promise<{ title: string; edition: string }> =>
  inTx(ctx, async (ctx) => {
    const request = await ctx.db
      .deleteFrom('award_entry_request')
      .where('token_hash', '=', sha256(token))
      .where('expires_at', '>', ctx.now())
      .returning(['body', 'edition_id'])
      .executeTakeFirst()
    if (!request) throw new Problem('link-used')
    const { edition, phase } = await lockEdition(ctx.db, request.edition_id)
    if (phase !== 'call' && phase !== 'eligibility') throw new Problem('call-closed')
    await refuseFull(ctx, edition.id)
    const { consentedAt, ...kept } = request.body as Kept
    await refuseStranger(ctx, edition.id, kept.categoryId)
    await file(ctx, edition, { ...kept, submittedBy: null, consentedAt: instantOf(consentedAt) })
    return { title: kept.title, edition: edition.name }
  })

/** Files an entry from inside the committee. @throws Problem not-found, forbidden, call-closed */
export async function enterEntry(
  ctx: PersonContext,
  editionId: string,
  body: z.output<typeof enterBody>,
): Promise<void> {
  await getEdition(ctx, editionId)
  allow(policy.enter(ctx.viewer, { phase: 'call' }))
  const html = await ctx.renderPost(body.summary)
  await inTx(ctx, async (ctx) => {
    const { edition, phase } = await lockEdition(ctx.db, editionId)
    if (phase !== 'call') throw new Problem('call-closed')
    await refuseStranger(ctx, editionId, body.categoryId)
    const contact = { contactName: '', contactEmail: '' }
    await file(ctx, edition, { ...body, ...contact, html, submittedBy: ctx.viewer.id, consentedAt: null })
  })
}

/** @throws Problem invalid for a category of another edition */
export async function refuseStranger({ db }: Pick<InTx, 'db'>, editionId: string, categoryId: string): Promise<void> {
  const row = await db
    .selectFrom('award_category')
    .select('id')
    .where('id', '=', categoryId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst()
  if (!row) throw invalidField('/categoryId', 'not-found')
}

type Filed = Omit<Kept, 'consentedAt'> & { submittedBy: string | null; consentedAt: Date | null }

/** Files it, and finds at once who is employed where it comes from: a later change of employer gives no voice back. */
async function file(ctx: InTx, edition: { id: string; space_id: string }, entry: Filed): Promise<void> {
  const id = ctx.newId()
  const { categoryId, title, organisation, summary, html, link, contactName, contactEmail } = entry
  await ctx.db
    .insertInto('award_entry')
    .values({
      id,
      edition_id: edition.id,
      category_id: categoryId,
      title,
      organisation,
      summary,
      html,
      link,
      contact_name: contactName,
      contact_email: contactEmail,
      submitted_by: entry.submittedBy,
      submitted_at: ctx.now(),
      consented_at: entry.consentedAt,
    })
    .execute()
  await findConflicts(ctx, edition.id)
  await noteDone(ctx, edition, 'entry.filed', { entryId: id })
}
