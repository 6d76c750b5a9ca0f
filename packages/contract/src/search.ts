import { z } from 'zod'
import { pageState } from './publication.ts'
import { id, lineText } from './text.ts'

export const searchKind = z.enum(['topic', 'post', 'page', 'candidacy', 'decision'])
export const searchQuery = z.strictObject({
  q: lineText(200),
  kind: searchKind.optional(),
  spaceId: id().optional(),
  /** Who wrote: a page, also together with others; a topic, a reply. */
  authorId: id().optional(),
  /** Pages of that state only. */
  state: pageState.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
/** `excerpt` marks what was found with U+E000 … U+E001, private characters that no text of ours contains. */
export const searchItem = z.object({
  kind: searchKind,
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  /** Where a topic or a post is read: the topic, and the post's number in it. Null for all other kinds. */
  topicId: z.string().nullable(),
  number: z.number().int().nullable(),
  /** A page that proposes the next text of another. */
  revision: z.boolean(),
  space: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
})
export const searchAnswer = z.object({
  items: z.array(searchItem),
  total: z.number().int(),
  next: z.string().nullable(),
})
export type SearchAnswer = z.infer<typeof searchAnswer>
