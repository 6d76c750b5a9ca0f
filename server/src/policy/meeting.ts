import type { Viewer } from '../context.ts'
import * as space from './space.ts'

/** What the rules need to know of a meeting: its space as the viewer stands in it, who called it, and when it is. */
export interface MeetingFacts {
  space: space.SpaceFacts
  createdBy: string | null
  begun: boolean
  over: boolean
  cancelled: boolean
}

/** Whoever reads along in the space; the public space's visitors have no business with who comes. */
export const read = (facts: space.SpaceFacts): boolean => space.follow(facts)
export const create = (facts: space.SpaceFacts): boolean => space.write(facts)
/** Whoever runs the space, and whoever called the meeting while they write there. */
export const change = (viewer: Viewer, meeting: MeetingFacts): boolean =>
  !meeting.space.closed &&
  (space.manage(meeting.space) ||
    (space.write(meeting.space) && viewer.kind === 'person' && viewer.id === meeting.createdBy))
/** Saying whether one comes. */
export const answer = (viewer: Viewer, meeting: MeetingFacts): boolean =>
  viewer.kind === 'person' && read(meeting.space) && !meeting.space.closed
/** Writing down who was there: not before it has begun. */
export const setAttendance = (viewer: Viewer, meeting: MeetingFacts): boolean =>
  change(viewer, meeting) && meeting.begun && !meeting.cancelled
export const writeMinutes = (meeting: MeetingFacts): boolean => space.write(meeting.space) && !meeting.cancelled
