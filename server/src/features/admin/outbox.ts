import type { OutboxAnswer } from '@cenacle/contract/admin'
import type { PersonContext } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/person.ts'

const MOST = 50

/**
 * The last mails that stayed on the server because no mail server is configured, newest first, so that an administrator can hand
 * over their links. Some of those links open somebody's account: that they were read is written down.
 */
export async function readOutbox(ctx: PersonContext): Promise<OutboxAnswer> {
  allow(policy.administer(ctx.viewer))
  const undelivered = await listUndelivered(ctx)
  if (!ctx.mail.kept) return { mail: 'smtp', items: [], undelivered }
  const mails = await ctx.mail.kept(MOST)
  if (mails.length > 0) {
    const detail = JSON.stringify({ mails: mails.length, newest: mails[0]?.id })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type: 'outbox.read', detail, at: ctx.now() })
      .execute()
  }
  return { mail: 'outbox', items: mails.map(({ at, ...mail }) => ({ ...mail, at: at.toISOString() })), undelivered }
}

/** The last mails that were given up, newest first. */
async function listUndelivered({ db }: PersonContext): Promise<OutboxAnswer['undelivered']> {
  const rows = await db
    .selectFrom('undelivered_mail')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ recipient, at, ...mail }) => ({ ...mail, to: recipient, at: at.toISOString() }))
}
