import { z } from 'zod'
import { listOf } from './paging.ts'
import { author } from './person.ts'

/** Limits of what is shown of a suggestion, in UTF-16 units, and of how many are. */
export const suggestionLimits = { text: 400, most: 500 } as const

export const suggestion = z.object({
  /** The first of its ids in the text. */
  id: z.string(),
  ids: z.array(z.string()),
  /** Who proposed it, as the server stamped it; null when nobody is known any more. */
  author: author.nullable(),
  /** Who else has a hand in it: wrote into it, or moved it. */
  others: z.array(author),
  at: z.string().nullable(),
  added: z.string(),
  removed: z.string(),
  isSplit: z.boolean(),
  isJoin: z.boolean(),
  /** Whole blocks that come or go, by their texts. */
  adds: z.array(z.string()),
  removes: z.array(z.string()),
})
export type SuggestionItem = z.infer<typeof suggestion>
export const suggestionsAnswer = listOf(suggestion)
