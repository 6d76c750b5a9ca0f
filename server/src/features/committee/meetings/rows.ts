import { sql, type RawBuilder } from 'kysely'
import type { AttendanceChoice } from '@cenacle/contract/meeting'
import type { Context, PersonContext, Viewer } from '../../../context.ts'
import type { Db, Tx } from '../../../database/types.ts'
import { allow, hidden } from '../../../policy/allow.ts'
import * as policy from '../../../policy/meeting.ts'
import { factsOf, getSpace } from '../../spaces/queries.ts'

/** A meeting in a list, as the viewer stands to it. */
export interface MeetingRow {
  id: string
  space_id: string
  space_slug: string
  space_name: string
  title: string
  starts_at: Date
  ends_at: Date
  place: string
  link: string
  agenda: string
  html: string
  created_by: string | null
  changed_at: Date
  sequence: number
  cancelled_at: Date | null
  page_id: string | null
  page_title: string | null
  mine: AttendanceChoice | null
  present: number
  remote: number
  excused: number
}
export interface SeenMeeting {
  row: MeetingRow
  facts: policy.MeetingFacts
}

/** `select …` of meetings `m` in their spaces `s`; add conditions. A page that is in the trash is no minutes. */
export const selectMeetings = (viewer: Viewer): RawBuilder<MeetingRow> => sql`
  select m.*, s.slug as space_slug, s.name as space_name, g.id as page_id, g.title as page_title, mine.said as mine,
    c.present, c.remote, c.excused
  from meeting m
  join space s on s.id = m.space_id
  left join page g on g.id = m.minutes_page_id and g.deleted_at is null
  left join meeting_person mine on mine.meeting_id = m.id
    and mine.person_id = ${viewer.kind === 'person' ? viewer.id : null}::uuid
  left join lateral (
    select count(*) filter (where a.said = 'present')::int as present, count(*) filter (where a.said = 'remote')::int as remote,
      count(*) filter (where a.said = 'excused')::int as excused
    from meeting_person a where a.meeting_id = m.id
  ) c on true`

/** A meeting that the viewer may see. @throws Problem not-found, or sign-in-required for a visitor; forbidden in the public space */
export async function getMeeting(ctx: Pick<Context, 'db' | 'viewer' | 'now'>, id: string): Promise<SeenMeeting> {
  const { rows } = await sql<MeetingRow>`${selectMeetings(ctx.viewer)} where m.id = ${id}::uuid`.execute(ctx.db)
  const [row] = rows
  if (!row) throw hidden(ctx.viewer)
  const space = factsOf(await getSpace(ctx, row.space_id))
  allow(policy.read(space))
  return { row, facts: meetingFacts(row, space, ctx.now()) }
}

/** The same, held against every other change. */
export async function lockMeeting(ctx: Omit<PersonContext, 'db'> & { db: Tx }, id: string): Promise<SeenMeeting> {
  await lockRow(ctx.db, id)
  return getMeeting(ctx, id)
}

const lockRow = (db: Db, id: string): Promise<unknown> =>
  db.selectFrom('meeting').select('id').where('id', '=', id).forUpdate().execute()

const meetingFacts = (row: MeetingRow, space: policy.MeetingFacts['space'], now: Date): policy.MeetingFacts => ({
  space,
  createdBy: row.created_by,
  begun: row.starts_at <= now,
  over: row.ends_at <= now,
  cancelled: row.cancelled_at !== null,
})
