import type { z } from 'zod'
import type { createMeetingBody, updateMeetingBody } from '@cenacle/contract/meeting'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/meeting.ts'
import { invalidField } from '../../../problem.ts'
import { instantOf } from '../../../time.ts'
import { factsOf, getSpace } from '../../spaces/queries.ts'
import { lockMeeting, type MeetingRow } from './rows.ts'

type TxContext = Omit<PersonContext, 'db'> & { db: Tx }

/** Tells whoever looks at the meetings of the space. */
export const tellOthers = (ctx: TxContext, meeting: Pick<MeetingRow, 'id' | 'space_id'>): Promise<void> =>
  record(ctx, {
    type: 'meeting.changed',
    spaceId: meeting.space_id,
    ids: { meetingId: meeting.id, spaceId: meeting.space_id },
  })

/**
 * Calls a meeting in a space.
 * @returns its id
 * @throws Problem not-found, forbidden, text-too-costly; invalid when it ends before it begins
 */
export async function createMeeting(
  ctx: PersonContext,
  idOrSlug: string,
  body: z.output<typeof createMeetingBody>,
): Promise<string> {
  allow(policy.create(factsOf(await getSpace(ctx, idOrSlug))))
  const html = body.agenda && (await ctx.renderPost(body.agenda))
  return inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    allow(policy.create(factsOf(space)))
    const { title, place, link, agenda } = body
    const [starts_at, ends_at] = [instantOf(body.startsAt), instantOf(body.endsAt)]
    if (ends_at <= starts_at) throw invalidField('/endsAt', 'out-of-range')
    const id = ctx.newId()
    const made = { id, space_id: space.id, created_by: ctx.viewer.id, changed_at: ctx.now() }
    await ctx.db
      .insertInto('meeting')
      .values({ ...made, title, place, link, agenda, html, starts_at, ends_at })
      .execute()
    await tellOthers(ctx, made)
    return id
  })
}

/**
 * Changes a meeting, calls it off, or on again. Each change is a version for the calendars that have noted it.
 * @throws Problem not-found, forbidden, text-too-costly; invalid when it would end before it begins
 */
export async function updateMeeting(
  ctx: PersonContext,
  id: string,
  { cancelled, startsAt, endsAt, ...texts }: z.output<typeof updateMeetingBody>,
): Promise<void> {
  const html = texts.agenda === undefined ? undefined : texts.agenda && (await ctx.renderPost(texts.agenda))
  await inTx(ctx, async (ctx) => {
    const { row, facts } = await lockMeeting(ctx, id)
    allow(policy.change(ctx.viewer, facts))
    const starts_at = startsAt === undefined ? row.starts_at : instantOf(startsAt)
    const ends_at = endsAt === undefined ? row.ends_at : instantOf(endsAt)
    if (ends_at <= starts_at) throw invalidField('/endsAt', 'out-of-range')
    const cancelled_at = cancelled === undefined ? row.cancelled_at : cancelled ? (row.cancelled_at ?? ctx.now()) : null
    await ctx.db
      .updateTable('meeting')
      .set({ ...texts, ...(html !== undefined && { html }), starts_at, ends_at, cancelled_at })
      .set((eb) => ({ sequence: eb('sequence', '+', 1), changed_at: ctx.now() }))
      .where('id', '=', id)
      .execute()
    await tellOthers(ctx, row)
  })
}
