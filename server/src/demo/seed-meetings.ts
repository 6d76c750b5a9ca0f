import type { AttendanceChoice } from '@cenacle/contract/meeting'
import { createMeeting } from '../features/committee/meetings/commands.ts'
import { after, DAY_MS, HOUR_MS } from '../time.ts'
import type { DemoContent, DemoMeeting } from './content.ts'
import type { Ids, Seeding } from './seed-people.ts'
import { viewersOf } from './seed-topics.ts'

const NOTICE_DAYS = 21

/** Meetings to come and over, called by the ordinary command some weeks before, each with who answered. */
export async function seedMeetings(
  ctx: Seeding,
  { meetings }: DemoContent,
  { people, spaces, pageIds }: { people: Ids; spaces: Ids; pageIds: Ids },
): Promise<void> {
  const viewers = await viewersOf(ctx, people)
  for (const meeting of meetings) {
    const { title, place, link = '', agenda, minutes } = meeting
    const viewer = viewers.get(meeting.author)
    if (!viewer) throw new Error(`the demonstration has no ${meeting.author}`)
    const start = startOf(ctx.now(), meeting)
    const called = after(ctx.now(), Math.min(0, meeting.inDays) * DAY_MS - NOTICE_DAYS * DAY_MS)
    const times = { startsAt: start.toISOString(), endsAt: after(start, meeting.hours * HOUR_MS).toISOString() }
    const asCaller = { ...ctx, viewer, now: () => called }
    const id = await createMeeting(asCaller, spaces.get(meeting.space) ?? meeting.space, {
      ...times,
      title,
      place,
      link,
      agenda,
    })
    await seedAttendance(ctx, id, meeting, people)
    if (minutes) {
      const minutes_page_id = pageIds.get(minutes) ?? null
      await ctx.db.updateTable('meeting').set({ minutes_page_id }).where('id', '=', id).execute()
    }
  }
}

/** The day, at a whole hour. */
function startOf(now: Date, { inDays, hour }: DemoMeeting): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + inDays, hour))
}

/** Who said what; of a meeting that is over, those who said that they would come were there. */
async function seedAttendance(ctx: Seeding, meetingId: string, meeting: DemoMeeting, people: Ids): Promise<void> {
  const isOver = meeting.inDays < 0
  const rows = (['present', 'remote', 'excused'] as const satisfies AttendanceChoice[]).flatMap((said) =>
    meeting[said].map((key) => {
      const person_id = people.get(key)
      if (!person_id) throw new Error(`the demonstration names ${key}, which it does not have`)
      return { meeting_id: meetingId, person_id, said, was_there: isOver ? said !== 'excused' : null }
    }),
  )
  if (rows.length > 0) await ctx.db.insertInto('meeting_person').values(rows).execute()
}
