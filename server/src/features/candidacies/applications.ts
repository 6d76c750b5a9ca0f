import type { z } from 'zod'
import type { applicationBody } from '@cenacle/contract/application'
import { emailKey } from '@cenacle/contract/text'
import type { Context, World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { enqueue, type Handler } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { Problem } from '../../problem.ts'
import { after, DAY_MS, HOUR_MS, instantOf } from '../../time.ts'
import { fileCandidacy } from './commands.ts'
import { agreeTo } from './charter.ts'
import { FORGET_REQUESTS_JOB } from './job-names.ts'
import { confirmUrl, followUrl, newFollowSecret } from './links.ts'
import * as mails from './mails.ts'

const LIFE_MS = 7 * DAY_MS
/** Mails an hour for one address; more are swallowed, so that nobody's letter box is flooded. */
const PER_HOUR = 5

type Application = z.output<typeof applicationBody>
/** What waits for its confirmation, as it is stored. */
type Kept = Pick<Application, 'name' | 'email' | 'college' | 'employer' | 'motivation' | 'sponsorNamed'> & {
  html: string
  consentedAt: string
  charterHash: string
}

/**
 * Takes what the public form says, and asks by mail whether it was really them. Says nothing of whether the address is known.
 * @throws Problem conflict when the charter is another than the one that was read
 */
export async function apply(ctx: Context, body: Application): Promise<void> {
  const html = await ctx.renderPost(body.motivation)
  await agreeTo(ctx.db, body.charter)
  await inTx(ctx, async (ctx) => {
    const now = ctx.now()
    const email_key = emailKey(body.email)
    const recent = await ctx.db
      .selectFrom('candidacy_request')
      .select('token_hash')
      .where('email_key', '=', email_key)
      .where('created_at', '>', after(now, -HOUR_MS))
      .execute()
    if (recent.length >= PER_HOUR) return
    const { name, email, college, employer, motivation, sponsorNamed } = body
    const kept: Kept = {
      name,
      email,
      college,
      employer,
      motivation,
      sponsorNamed,
      html,
      consentedAt: now.toISOString(),
      charterHash: body.charter,
    }
    const secret = newSecret()
    const expires_at = after(now, LIFE_MS)
    await ctx.db
      .insertInto('candidacy_request')
      .values({ token_hash: sha256(secret), email_key, body: JSON.stringify(kept), created_at: now, expires_at })
      .execute()
    await enqueue(ctx, FORGET_REQUESTS_JOB, {}, expires_at)
    await queueMail(ctx, mails.confirm(body, confirmUrl(ctx.baseUrl, secret)))
  })
}

/**
 * Files the candidacy that was asked for. One use, settled by the database: who takes the row files it.
 * @returns the secret of the follow-up page, which the mail that follows brings too
 * @throws Problem link-used
 */
export const confirmApplication = (ctx: Context, token: string): Promise<string> =>
  inTx(ctx, async (ctx) => {
    const request = await ctx.db
      .deleteFrom('candidacy_request')
      .where('token_hash', '=', sha256(token))
      .where('expires_at', '>', ctx.now())
      .returning('body')
      .executeTakeFirst()
    if (!request) throw new Problem('link-used')
    const { consentedAt, charterHash, ...kept } = request.body as Kept
    const id = await fileCandidacy(ctx, {
      ...kept,
      sponsorId: null,
      submittedBy: null,
      consent: { at: instantOf(consentedAt), charterHash },
    })
    const secret = await newFollowSecret(ctx, id)
    await queueMail(ctx, mails.received(kept, followUrl(ctx.baseUrl, secret)))
    return secret
  })

/** Forgets what nobody confirmed in time. */
export const forgetRequests: Handler = async (world: World) => {
  await world.db.deleteFrom('candidacy_request').where('expires_at', '<=', world.now()).execute()
}
