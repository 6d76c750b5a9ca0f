import { z } from 'zod'
import { listOf, pageQuery } from './paging.ts'
import { author } from './person.ts'
import { id, instant, lineText, optionalBody, optionalLine } from './text.ts'

/** The meetings of a space: when, where, about what, who comes, and what was written down. */

export const meetingParams = z.strictObject({ meetingId: id() })
/** What somebody says beforehand. */
export const attendanceChoice = z.enum(['present', 'remote', 'excused'])
export type AttendanceChoice = z.infer<typeof attendanceChoice>

/** Where a video meeting takes place; nothing but a web address, since it becomes a link. */
const webLink = () =>
  optionalLine(500).refine((text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)), 'not-allowed')

const fields = {
  title: lineText(),
  startsAt: instant(),
  endsAt: instant(),
  place: optionalLine(300),
  link: webLink(),
  /** Markdown. */
  agenda: optionalBody(),
}
export const createMeetingBody = z.strictObject({
  ...fields,
  place: fields.place.default(''),
  link: fields.link.default(''),
  agenda: fields.agenda.default(''),
})
export type CreateMeetingBody = z.input<typeof createMeetingBody>
export const updateMeetingBody = z.strictObject({ ...fields, cancelled: z.boolean() }).partial()
export type UpdateMeetingBody = z.input<typeof updateMeetingBody>

export const meetingsQuery = pageQuery.extend({ when: z.enum(['coming', 'past']).default('coming') })
export type MeetingsQuery = z.infer<typeof meetingsQuery>

/** A meeting in a list. */
export const meetingItem = z.object({
  id: z.string(),
  space: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  link: z.string(),
  cancelled: z.boolean(),
  /** How many said what. */
  counts: z.object({ present: z.number().int(), remote: z.number().int(), excused: z.number().int() }),
  mine: attendanceChoice.nullable(),
  /** The wiki page of the minutes, where there is one that the viewer may read. */
  minutes: z.object({ pageId: z.string(), title: z.string() }).nullable(),
})
export type MeetingItem = z.infer<typeof meetingItem>
export const meetingsAnswer = listOf(meetingItem)

export const attendanceLine = z.object({
  person: author,
  said: attendanceChoice.nullable(),
  /** Set afterwards by who runs the meeting; null until then. */
  wasThere: z.boolean().nullable(),
})
export type AttendanceLine = z.infer<typeof attendanceLine>
export const meetingAnswer = meetingItem.extend({
  agenda: z.string(),
  html: z.string(),
  createdBy: author.nullable(),
  /** Whoever said something or was written down, by name. */
  attendance: z.array(attendanceLine),
  can: z.object({
    change: z.boolean(),
    answer: z.boolean(),
    /** Writing down who was there: once it has begun. */
    setAttendance: z.boolean(),
    writeMinutes: z.boolean(),
  }),
})
export type MeetingAnswer = z.infer<typeof meetingAnswer>

/** Null takes it back. */
export const meetingReplyBody = z.strictObject({ answer: attendanceChoice.nullable() })
/** Everybody who was there; whoever is not in it was not. */
export const attendanceBody = z.strictObject({ present: z.array(id()).max(500) })
export const minutesAnswer = z.object({ pageId: z.string() })

/** One's own calendar by a secret address: shown once, since only its hash is kept. */
export const feedAnswer = z.object({ createdAt: z.string().nullable() })
export type FeedAnswer = z.infer<typeof feedAnswer>
export const newFeedAnswer = z.object({ url: z.string(), createdAt: z.string() })
export type NewFeedAnswer = z.infer<typeof newFeedAnswer>
export const feedParams = z.strictObject({ secret: z.string().min(20).max(120) })
