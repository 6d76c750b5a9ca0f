import type { Context } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { sha256 } from '../../ids.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { Problem } from '../../problem.ts'
import { openSession, passwordLink, type OpenedSession } from './commands.ts'
import { mails } from './mails.ts'
import { hashPassword, refuseWeak } from './passwords.ts'
import { findPersonByEmail } from './queries.ts'
import { countFailure, refuseThrottled } from './throttle.ts'
import { after, HOUR_MS } from '../../time.ts'

const LIFE_MS = HOUR_MS
const PER_HOUR = 5

/**
 * Sends a link for a new password. The answer never tells whether the address has an account: the mail does. Five mails an
 * hour for one address; more are swallowed, so that nobody's letter box is flooded.
 */
export async function requestReset(ctx: Context, email: string): Promise<void> {
  const since = after(ctx.now(), -LIFE_MS)
  await inTx(ctx, async (ctx) => {
    const person = await findPersonByEmail(ctx.db, email)
    if (!person || person.suspended_at) {
      const failures = await countFailure(ctx, [`reset ${email.toLowerCase()}`])
      if (failures <= PER_HOUR) await queueMail(ctx, mails.noAccount(email, ctx.baseUrl))
      return
    }
    const recent = await ctx.db
      .selectFrom('password_reset')
      .select('token_hash')
      .where('person_id', '=', person.id)
      .where('created_at', '>', since)
      .execute()
    if (recent.length >= PER_HOUR) return
    await queueMail(ctx, mails.reset(person, await passwordLink(ctx, person.id, LIFE_MS)))
  })
}

/** Sets a new password by a link. One use, settled by the database; every session of the person ends. @throws Problem link-used, weak-password */
export async function redeemReset(
  ctx: Context,
  body: { token: string; password: string },
  ip: string,
  device: string,
): Promise<OpenedSession> {
  await refuseThrottled(ctx, [`reset-token ${ip}`])
  const token_hash = sha256(body.token)
  const open = await ctx.db
    .selectFrom('password_reset')
    .innerJoin('person', 'person.id', 'password_reset.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('token_hash', '=', token_hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .where('person.suspended_at', 'is', null)
    .executeTakeFirst()
  if (!open) {
    await countFailure(ctx, [`reset-token ${ip}`])
    throw new Problem('link-used')
  }
  refuseWeak(body.password, [open.name, open.email], '/password')
  const password_hash = await hashPassword(body.password)
  return inTx(ctx, async (ctx) => {
    const claimed = await ctx.db
      .updateTable('password_reset')
      .set({ used_at: ctx.now() })
      .where('token_hash', '=', token_hash)
      .where('used_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (!claimed) throw new Problem('link-used')
    const person = await ctx.db
      .updateTable('person')
      .set({ password_hash })
      .where('id', '=', claimed.person_id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await ctx.db.deleteFrom('session').where('person_id', '=', person.id).execute()
    const opened = await openSession(ctx, person, device)
    await record(ctx, { type: 'access.changed', personId: person.id })
    return opened
  })
}
