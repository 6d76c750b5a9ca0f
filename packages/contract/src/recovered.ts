import { z } from 'zod'
import { listOf } from './paging.ts'
import { author } from './person.ts'

/** Names a piece of recovered text: a Yjs client and its clocks. */
export const recoveredKey = z.string().regex(/^\d{1,16}-\d{1,10}-\d{1,10}$/)

/** Text that was saved, and that a merge of two people's changes took away. */
export const recoveredItem = z.object({
  key: recoveredKey,
  text: z.string(),
  /** What stood before and after it in its paragraph, and the heading above; '' where that is not known. */
  before: z.string(),
  after: z.string(),
  heading: z.string(),
  /** Who wrote it, as the server knows; null when they are no more. */
  author: author.nullable(),
  at: z.string(),
})
export type RecoveredItem = z.infer<typeof recoveredItem>
export const recoveredAnswer = listOf(recoveredItem)
