// What other features ask of the committee: the door of a feature that lies in several folders.
export { findNextMeeting } from './meetings/queries.ts'
export { findUnanswered } from './renewal/queries.ts'
