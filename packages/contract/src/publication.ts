import { z } from 'zod'
import { author } from './person.ts'
import { limits, reasonText } from './text.ts'

/** `draft` was never published; `changed` reads otherwise now than its published version. */
export const pageState = z.enum(['draft', 'published', 'changed'])
export type PageState = z.infer<typeof pageState>

/** What is published is what one has read: `seq` of the page's last answer. */
export const publishBody = z.strictObject({ seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
export const freezeBody = z.strictObject({ reason: reasonText(3, limits.line) })

/** The published version of a page. */
export const publication = z.object({ seq: z.number().int(), at: z.string(), by: author.nullable() })
/** Why nobody writes in a page now. */
export const freezing = z.object({ reason: z.string(), at: z.string(), by: author.nullable() })
