import { emailKey } from '@cenacle/contract/text'
import type { Context } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db, Tx } from '../../database/types.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { enqueue, type Handler } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { Problem } from '../../problem.ts'
import { after, HOUR_MS } from '../../time.ts'
import { LOST_LINK_JOB } from './job-names.ts'
import * as mails from './mails.ts'

interface Linking {
  db: Tx
  now(): Date
  baseUrl: string
}

/** A secret of the follow-up page. Each mail brings its own, since only hashes are kept; none ends before the file does. */
export async function newFollowSecret(ctx: Linking, candidacyId: string): Promise<string> {
  const secret = newSecret()
  const row = { token_hash: sha256(secret), candidacy_id: candidacyId, created_at: ctx.now() }
  await ctx.db.insertInto('candidacy_link').values(row).execute()
  return secret
}

/** The secret is a fragment: a browser sends it to nobody, so that no proxy between here and a town hall writes it down. */
export const followUrl = (baseUrl: string, secret: string): string => `${baseUrl}/candidature/suivi#${secret}`

/** The same of the link that confirms an application. */
export const confirmUrl = (baseUrl: string, secret: string): string => `${baseUrl}/candidature/confirmer#${secret}`

/** The address of the follow-up page, for a mail to the candidate. */
export const followLink = async (ctx: Linking, candidacyId: string): Promise<string> =>
  followUrl(ctx.baseUrl, await newFollowSecret(ctx, candidacyId))

/** New links an hour for one candidacy; more are swallowed, so that nobody's letter box is flooded. */
const PER_HOUR = 3

/** Sends another link to who lost theirs. Says nothing of whether somebody applied with the address, nor by how long it takes. */
export const sendLostLink = (ctx: Context, email: string): Promise<void> =>
  inTx(ctx, (ctx) => enqueue(ctx, LOST_LINK_JOB, { emailKey: emailKey(email) }))

/** The job: a mail for every candidacy of the address that is not forgotten. */
export const mailLostLinks: Handler = (world, { emailKey: key }) =>
  inTx(world, async (ctx) => {
    const candidacies = await ctx.db
      .selectFrom('candidacy')
      .select(['id', 'name', 'email'])
      .where('email_key', '=', String(key))
      .orderBy('id')
      .forUpdate()
      .execute()
    for (const candidacy of candidacies) {
      const recent = await ctx.db
        .selectFrom('candidacy_link')
        .select('token_hash')
        .where('candidacy_id', '=', candidacy.id)
        .where('created_at', '>', after(ctx.now(), -HOUR_MS))
        .execute()
      if (recent.length < PER_HOUR) await queueMail(ctx, mails.lostLink(candidacy, await followLink(ctx, candidacy.id)))
    }
  })

/** Whose link this is. @throws Problem link-used, the same for a link that never was as for one whose file is gone */
export async function candidacyOfLink(db: Db, secret: string): Promise<string> {
  const link = await db
    .selectFrom('candidacy_link')
    .select('candidacy_id')
    .where('token_hash', '=', sha256(secret))
    .executeTakeFirst()
  if (!link) throw new Problem('link-used')
  return link.candidacy_id
}
