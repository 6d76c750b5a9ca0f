import { z } from 'zod'

/** Hints of what changed; the client fetches again with its own rights. Names are in the past tense. */
export const eventType = z.enum([
  'access.changed',
  'person.changed',
  'space.changed',
  'topic.created',
  'topic.changed',
  'post.created',
  'post.changed',
  'poll.changed',
  'page.created',
  'page.changed',
  'page.presence',
  'page.recovered',
  'comment.changed',
  'candidacy.changed',
  'vote.opened',
  'vote.changed',
  'ballot.cast',
  'meeting.changed',
  'renewal.changed',
  'award.changed',
])
export type EventType = z.infer<typeof eventType>

/** A hint on the events socket. */
export const eventHint = z.object({ seq: z.number().int(), type: eventType, ids: z.record(z.string(), z.string()) })
export type EventHint = z.infer<typeof eventHint>

/** What the server sends on /ws/events: hello with the newest seq, hints, or `resync` when the gap is too old. */
export const eventFrame = z.union([
  z.object({ hello: z.object({ seq: z.number().int() }) }),
  z.object({ hint: eventHint }),
  z.object({ resync: z.object({ seq: z.number().int() }) }),
])
export type EventFrame = z.infer<typeof eventFrame>
