import { sql } from 'kysely'
import type { AttendanceChoice } from '@cenacle/contract/meeting'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Db } from '../../../database/types.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/meeting.ts'
import { readersOf } from '../../../policy/readers.ts'
import { invalidField } from '../../../problem.ts'
import { getSpace } from '../../spaces/queries.ts'
import { tellOthers } from './commands.ts'
import { lockMeeting } from './rows.ts'

/**
 * Says whether the viewer comes; null takes it back.
 * @throws Problem not-found, forbidden, meeting-over
 */
export async function answerMeeting(ctx: PersonContext, id: string, said: AttendanceChoice | null): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { row, facts } = await lockMeeting(ctx, id)
    allow(policy.answer(ctx.viewer, facts))
    allow(!facts.over && !facts.cancelled, 'meeting-over')
    await ctx.db
      .insertInto('meeting_person')
      .values({ meeting_id: id, person_id: ctx.viewer.id, said })
      .onConflict((oc) => oc.columns(['meeting_id', 'person_id']).doUpdateSet({ said }))
      .execute()
    await forgetEmpty(ctx.db, id)
    await tellOthers(ctx, row)
  })
}

/**
 * Writes down who was there. Only those may have been who see the space, or who said beforehand that they would.
 * @param present ids of all of them
 * @throws Problem not-found, forbidden; invalid when somebody has nothing to do with the space
 */
export async function setAttendance(ctx: PersonContext, id: string, present: readonly string[]): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { row, facts } = await lockMeeting(ctx, id)
    allow(policy.setAttendance(ctx.viewer, facts))
    const ids = [...new Set(present)]
    const space = await getSpace(ctx, row.space_id)
    const { rows } = await sql<{ id: string }>`select p.id from person p where p.id = any(${ids}::uuid[])
      and (${readersOf(space, ctx.now())} or exists (
        select from meeting_person a where a.meeting_id = ${id}::uuid and a.person_id = p.id))`.execute(ctx.db)
    if (rows.length < ids.length) throw invalidField('/present', 'not-found')
    await ctx.db.updateTable('meeting_person').set({ was_there: false }).where('meeting_id', '=', id).execute()
    for (const person_id of ids)
      await ctx.db
        .insertInto('meeting_person')
        .values({ meeting_id: id, person_id, was_there: true })
        .onConflict((oc) => oc.columns(['meeting_id', 'person_id']).doUpdateSet({ was_there: true }))
        .execute()
    await sql`delete from meeting_person where meeting_id = ${id}::uuid and said is null and was_there = false`.execute(
      ctx.db,
    )
    await tellOthers(ctx, row)
  })
}

/** Who takes an answer back, and was not written down, is in no list. */
const forgetEmpty = (db: Db, meetingId: string): Promise<unknown> =>
  db
    .deleteFrom('meeting_person')
    .where('meeting_id', '=', meetingId)
    .where('said', 'is', null)
    .where('was_there', 'is', null)
    .execute()
