import { z } from 'zod'
import { listOf } from './paging.ts'
import { author } from './person.ts'
import { bodyText, optionalBody } from './text.ts'

/** Limits of comments; texts in code points. */
export const commentLimits = {
  body: 5_000,
  quote: 4_000,
  context: 200,
  position: 500,
  threads: 500,
  comments: 200,
} as const

const commentBodyText = () => bodyText(commentLimits.body)
export const commentBody = z.strictObject({ body: commentBodyText() })

/** The passage as it was seen, and a little of what stands around it. Spaces do not count. */
const quoted = {
  quote: bodyText(commentLimits.quote),
  before: optionalBody(commentLimits.context).default(''),
  after: optionalBody(commentLimits.context).default(''),
}
/** An encoded Yjs relative position. */
const position = () => z.base64().max(commentLimits.position)

/**
 * Where a thread shall stand: positions of an editor that has the page open; or about how many characters that are no space stand
 * before the passage, to choose among passages whose surroundings are alike.
 */
const place = z.union([
  z.strictObject({ ...quoted, start: position(), end: position() }),
  z.strictObject({ ...quoted, near: z.number().int().min(0).max(2_000_000) }),
])
export type NewPlace = z.input<typeof place>
/** A new thread with its first comment; without a place it is about the page as a whole. */
export const createThreadBody = z.strictObject({ body: commentBodyText(), place: place.nullable() })
export const updateThreadBody = z.strictObject({ resolved: z.boolean() })
/** Threads are shown together with their page: they are read to the end. */
export const threadsQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})

export const comment = z.object({
  id: z.string(),
  threadId: z.string(),
  author: author.nullable(),
  /** Markdown; empty once it is deleted. */
  body: z.string(),
  html: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  can: z.object({ edit: z.boolean(), remove: z.boolean() }),
})
export type Comment = z.infer<typeof comment>

export const thread = z.object({
  id: z.string(),
  pageId: z.string(),
  author: author.nullable(),
  /** What was commented; empty for the page as a whole. */
  quote: z.string(),
  /** Whether these words, or what became of them, are still in the page. */
  anchored: z.boolean(),
  createdAt: z.string(),
  resolved: z.object({ at: z.string(), by: author.nullable() }).nullable(),
  /** From the first on. */
  comments: z.array(comment),
  can: z.object({ reply: z.boolean(), resolve: z.boolean(), remove: z.boolean() }),
})
export type Thread = z.infer<typeof thread>
export const threadsAnswer = listOf(thread)
