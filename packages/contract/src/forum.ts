import { z } from 'zod'
import { bodyText, lineText } from './text.ts'
import { listOf } from './paging.ts'
import { author } from './person.ts'
import { pollBody } from './poll.ts'

export const createTopicBody = z.strictObject({ title: lineText(), body: bodyText(), poll: pollBody.optional() })
export const updateTopicBody = z.strictObject({ title: lineText(), closed: z.boolean() }).partial()
export const createPostBody = z.strictObject({ body: bodyText(), poll: pollBody.optional() })
export const postBody = z.strictObject({ body: bodyText() })
/** `number` of the last post that was on screen for a second with the tab focused; it never goes back. */
export const readBody = z.strictObject({ number: z.number().int().min(0).max(1_000_000) })

const topicFields = {
  id: z.string(),
  spaceId: z.string(),
  spaceSlug: z.string(),
  spaceName: z.string(),
  title: z.string(),
  author: author.nullable(),
  createdAt: z.string(),
  lastPostAt: z.string(),
  lastAuthor: author.nullable(),
  /** Posts in the topic, the opening one included. */
  postCount: z.number().int(),
  readNumber: z.number().int(),
  unread: z.number().int(),
  closedAt: z.string().nullable(),
}
export const topicItem = z.object({ ...topicFields, excerpt: z.string() })
export type TopicItem = z.infer<typeof topicItem>
export const topicsAnswer = listOf(topicItem)

export const post = z.object({
  id: z.string(),
  topicId: z.string(),
  /** 1 is the opening post. Stable: a deleted post keeps its number and loses its text. */
  number: z.number().int(),
  author: author.nullable(),
  body: z.string(),
  html: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  /** The poll that stands below it. */
  pollId: z.string().nullable(),
  can: z.object({ edit: z.boolean(), remove: z.boolean() }),
})
export type Post = z.infer<typeof post>
export const postsAnswer = listOf(post)

/** A topic with its opening post's text. */
export const topicAnswer = z.object({
  ...topicFields,
  body: z.string(),
  html: z.string(),
  can: z.object({ reply: z.boolean(), edit: z.boolean(), close: z.boolean() }),
})
export type TopicAnswer = z.infer<typeof topicAnswer>

/**
 * Where to read: from the beginning, `after` a number, or the last posts `before` a number; both are a window. Items always
 * ascend by number, and `next` goes on in the direction of the question: backwards for `before` alone.
 */
export const postsQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  after: z.coerce.number().int().min(0).max(1_000_000).optional(),
  before: z.coerce.number().int().min(0).max(1_000_001).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
/** What a post said from `at` on, newest first, the present text included. */
export const revision = z.object({ at: z.string(), editor: author.nullable(), body: z.string() })
export const revisionsAnswer = z.object({ items: z.array(revision), next: z.null() })
