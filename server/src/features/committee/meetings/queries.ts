import { sql } from 'kysely'
import type { AttendanceLine, MeetingAnswer, MeetingItem, MeetingsQuery } from '@cenacle/contract/meeting'
import type { List } from '@cenacle/contract/paging'
import type { CalendarEntry } from '../../../calendar/ics.ts'
import type { Context, PersonContext } from '../../../context.ts'
import { cut, decodeCursor } from '../../../database/paging.ts'
import type { Db } from '../../../database/types.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/meeting.ts'
import { followedBy } from '../../../policy/visible.ts'
import { after, DAY_MS } from '../../../time.ts'
import { presentAuthor } from '../../accounts/present.ts'
import { factsOf, getSpace } from '../../spaces/queries.ts'
import { meetingEntry, presentMeeting, presentWhole } from './present.ts'
import { getMeeting, type MeetingRow, selectMeetings } from './rows.ts'

const FEED_PAST_DAYS = 90

/**
 * The meetings of a space: those to come, the next one first, or those that are over, the last one first.
 * @throws Problem not-found, forbidden
 */
export async function listMeetings(
  ctx: Context,
  idOrSlug: string,
  { when, cursor, limit }: MeetingsQuery,
): Promise<List<MeetingItem>> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.read(factsOf(space)))
  const isComing = when === 'coming'
  const key = cursor ? decodeCursor(cursor, ['time', 'id']) : undefined
  const beyond = isComing ? sql`>` : sql`<`
  const order = isComing ? sql`asc` : sql`desc`
  const { rows } = await sql<MeetingRow>`${selectMeetings(ctx.viewer)}
    where m.space_id = ${space.id}::uuid and m.ends_at ${isComing ? sql`>` : sql`<=`} ${ctx.now()}::timestamptz
      ${key ? sql`and (m.starts_at, m.id) ${beyond} (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql``}
    order by m.starts_at ${order}, m.id ${order} limit ${limit + 1}`.execute(ctx.db)
  return cut(rows, limit, presentMeeting, (row) => [row.starts_at.toISOString(), row.id])
}

/** One meeting, with its agenda and who comes. @throws Problem not-found, forbidden */
export async function readMeeting(ctx: Context, id: string): Promise<MeetingAnswer> {
  const meeting = await getMeeting(ctx, id)
  const creator = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'portrait_key'])
    .where('id', '=', meeting.row.created_by)
    .executeTakeFirst()
  return presentWhole(ctx.viewer, meeting, creator ? presentAuthor(creator) : null, await listAttendance(ctx.db, id))
}

/** Who said what and who was there, by name. */
export async function listAttendance(db: Db, meetingId: string): Promise<AttendanceLine[]> {
  const rows = await db
    .selectFrom('meeting_person as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.id', 'p.name', 'p.portrait_key', 'a.said', 'a.was_there'])
    .where('a.meeting_id', '=', meetingId)
    .orderBy(sql`unaccent(lower(p.name))`)
    .orderBy('p.id')
    .execute()
  return rows.map(({ said, was_there, ...person }) => ({
    person: presentAuthor(person),
    said,
    wasThere: was_there,
  }))
}

/** Of the viewer's own spaces, the committee's included. */
const own = (ctx: PersonContext) =>
  sql`(exists (select from space_person n where n.space_id = m.space_id and n.person_id = ${ctx.viewer.id}::uuid) or s.kind = 'committee')
    and ${followedBy(ctx.viewer, ctx.now(), 'm.space_id')}`

/** The next meeting of the viewer's own spaces, or the one that is going on. */
export async function findNextMeeting(ctx: PersonContext): Promise<MeetingItem | null> {
  const { rows } = await sql<MeetingRow>`${selectMeetings(ctx.viewer)}
    where ${own(ctx)} and m.ends_at > ${ctx.now()}::timestamptz and m.cancelled_at is null
    order by m.starts_at, m.id limit 1`.execute(ctx.db)
  return rows[0] ? presentMeeting(rows[0]) : null
}

/** The meetings of the viewer's own spaces as entries of a calendar; those long over are left out. */
export async function listOwnMeetings(ctx: PersonContext): Promise<CalendarEntry[]> {
  const { rows } = await sql<MeetingRow>`${selectMeetings(ctx.viewer)}
    where ${own(ctx)} and m.ends_at > ${after(ctx.now(), -FEED_PAST_DAYS * DAY_MS)}::timestamptz
    order by m.starts_at, m.id`.execute(ctx.db)
  return rows.map((row) => meetingEntry(ctx.baseUrl, row))
}
