import { z } from 'zod'
import { meetingItem } from './meeting.ts'
import { author } from './person.ts'

/** Something that waits for the viewer: a vote without their voice, a mention not answered. */
export const waitingItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('vote'),
    id: z.string(),
    question: z.string(),
    voteKind: z.enum(['candidacy', 'decision', 'award']),
    sponsor: z.string().nullable(),
    closesAt: z.string(),
    voters: z.number().int(),
    roll: z.number().int(),
  }),
  z.object({
    kind: z.literal('mention'),
    topicId: z.string(),
    number: z.number().int(),
    title: z.string(),
    spaceName: z.string(),
    author: author.nullable(),
    at: z.string(),
  }),
  z.object({ kind: z.literal('candidacy'), id: z.string(), name: z.string(), at: z.string() }),
  /** A decision whose outcome is looked at again from today on. */
  z.object({ kind: z.literal('review'), id: z.string(), question: z.string(), reviewOn: z.string() }),
  /** A question to a candidate, or of one, that waits to be passed on or answered. */
  z.object({ kind: z.literal('question'), id: z.string(), name: z.string(), at: z.string() }),
  z.object({ kind: z.literal('renewal'), id: z.string(), closesAt: z.string() }),
])
export type WaitingItem = z.infer<typeof waitingItem>

export const movingItem = z.object({
  kind: z.enum(['topic', 'page']),
  id: z.string(),
  title: z.string(),
  spaceName: z.string(),
  spaceSlug: z.string(),
  excerpt: z.string(),
  author: author.nullable(),
  at: z.string(),
  unread: z.number().int(),
})
export type MovingItem = z.infer<typeof movingItem>
export const writingItem = z.object({
  pageId: z.string(),
  title: z.string(),
  spaceName: z.string(),
  spaceSlug: z.string(),
  people: z.array(author),
})
export type WritingItem = z.infer<typeof writingItem>

export const homeAnswer = z.object({
  /** The viewer took a seat not long ago: the first page to read is shown. */
  isNew: z.boolean(),
  waiting: z.array(waitingItem),
  moving: z.array(movingItem),
  writing: z.array(writingItem),
  /** Of the viewer's own spaces. */
  nextMeeting: meetingItem.nullable(),
  committee: z
    .object({
      name: z.string(),
      seats: z.number().int(),
      cap: z.number().int(),
      women: z.number().int(),
      men: z.number().int(),
      undeclared: z.number().int(),
    })
    .nullable(),
})
export type HomeAnswer = z.infer<typeof homeAnswer>
