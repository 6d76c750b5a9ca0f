import type { AttendanceLine, MeetingAnswer, MeetingItem } from '@cenacle/contract/meeting'
import type { Author } from '@cenacle/contract/person'
import type { CalendarEntry } from '../../../calendar/ics.ts'
import type { Viewer } from '../../../context.ts'
import * as policy from '../../../policy/meeting.ts'
import type { MeetingRow, SeenMeeting } from './rows.ts'

const REMIND_MINUTES = 30

export const presentMeeting = (row: MeetingRow): MeetingItem => ({
  id: row.id,
  space: { id: row.space_id, slug: row.space_slug, name: row.space_name },
  title: row.title,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  place: row.place,
  link: row.link,
  cancelled: row.cancelled_at !== null,
  counts: { present: row.present, remote: row.remote, excused: row.excused },
  mine: row.mine,
  minutes: row.page_id !== null ? { pageId: row.page_id, title: row.page_title ?? '' } : null,
})

/** A meeting with its agenda, who comes, and what the viewer may do about it. */
export const presentWhole = (
  viewer: Viewer,
  { row, facts }: SeenMeeting,
  createdBy: Author | null,
  attendance: AttendanceLine[],
): MeetingAnswer => ({
  ...presentMeeting(row),
  agenda: row.agenda,
  html: row.html,
  createdBy,
  attendance,
  can: {
    change: policy.change(viewer, facts),
    answer: policy.answer(viewer, facts) && !facts.over && !facts.cancelled,
    setAttendance: policy.setAttendance(viewer, facts),
    writeMinutes: policy.writeMinutes(facts) && row.page_id === null,
  },
})

/** A meeting as an entry of a calendar; of the agenda, the text as it was typed. */
export const meetingEntry = (baseUrl: string, row: MeetingRow): CalendarEntry => ({
  uid: `reunion-${row.id}@${new URL(baseUrl).hostname}`,
  sequence: row.sequence,
  changedAt: row.changed_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  title: row.title,
  description: [row.link, row.agenda, `${baseUrl}/reunions/${row.id}`].filter(Boolean).join('\n\n'),
  place: row.place || row.link,
  url: `${baseUrl}/reunions/${row.id}`,
  cancelled: row.cancelled_at !== null,
  remindMinutes: REMIND_MINUTES,
})
