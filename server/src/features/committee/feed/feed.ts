import type { FeedAnswer, NewFeedAnswer } from '@cenacle/contract/meeting'
import { calendarOf } from '../../../calendar/ics.ts'
import type { Context, PersonContext, SignedIn } from '../../../context.ts'
import { newSecret, sha256 } from '../../../ids.ts'
import { Problem } from '../../../problem.ts'
import { listOwnCloses } from '../../votes/queries/close-entry.ts'
import { listOwnMeetings } from '../meetings/queries.ts'

/** Whether the viewer has a calendar by a secret address. The address itself is not known any more. */
export async function readFeed(ctx: PersonContext): Promise<FeedAnswer> {
  const row = await ctx.db
    .selectFrom('calendar_feed')
    .select('created_at')
    .where('person_id', '=', ctx.viewer.id)
    .executeTakeFirst()
  return { createdAt: row?.created_at.toISOString() ?? null }
}

/** Makes the address, or another one: the one before ends with it. */
export async function renewFeed(ctx: PersonContext): Promise<NewFeedAnswer> {
  const secret = newSecret()
  const row = { token_hash: sha256(secret), created_at: ctx.now() }
  await ctx.db
    .insertInto('calendar_feed')
    .values({ person_id: ctx.viewer.id, ...row })
    .onConflict((oc) => oc.column('person_id').doUpdateSet(row))
    .execute()
  return { url: `${ctx.baseUrl}/api/calendar/${secret}.ics`, createdAt: row.created_at.toISOString() }
}

export async function dropFeed(ctx: PersonContext): Promise<void> {
  await ctx.db.deleteFrom('calendar_feed').where('person_id', '=', ctx.viewer.id).execute()
}

/**
 * The calendar of whoever the address was made for, with the rights that this person has now, whoever asks.
 * @throws Problem not-found, the same for an address that never was and one that has ended
 */
export async function readCalendar(ctx: Context, secret: string): Promise<string> {
  const viewer = await findOwner(ctx, secret.replace(/\.ics$/, ''))
  if (!viewer) throw new Problem('not-found')
  const own: PersonContext = { ...ctx, viewer }
  const entries = [...(await listOwnMeetings(own)), ...(await listOwnCloses(own))]
  return calendarOf('Cénacle', entries)
}

async function findOwner(ctx: Context, secret: string): Promise<SignedIn | undefined> {
  const row = await ctx.db
    .selectFrom('calendar_feed as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .select(['p.id', 'p.name', 'p.role', 'p.is_administrator', 'f.created_at'])
    .where('f.token_hash', '=', sha256(secret))
    .where('p.suspended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      kind: 'person',
      id: row.id,
      name: row.name,
      role: row.role,
      administrator: row.is_administrator,
      sessionId: '',
      confirmedAt: row.created_at,
    }
  )
}
