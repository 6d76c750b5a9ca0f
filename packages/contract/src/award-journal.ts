import { z } from 'zod'
import { author } from './person.ts'

/** The journal of an edition: what was done, by whom, in the order in which it was done; a hash chain, as the log of a vote. */

const chained = z.object({
  seq: z.number().int(),
  prev: z.string(),
  ts: z.string(),
  type: z.string(),
  /** `bureau`, `member`, `public` or `system`: who it was is in `body`. */
  actor: z.string(),
  payload: z.string(),
  hash: z.string(),
  /** What was done, as it is hashed into `payload`; absent where the viewer may not know it, or it was erased. */
  body: z.record(z.string(), z.json()).optional(),
})
const named = z.object({ id: z.string(), name: z.string() }).nullable()

/** An event with the names that a sentence about it needs. */
export const journalEvent = chained.extend({
  by: author.nullable(),
  category: named,
  entry: named,
  person: author.nullable(),
})
export type JournalEvent = z.infer<typeof journalEvent>
/** The newest first. */
export const journalAnswer = z.object({ items: z.array(journalEvent), next: z.string().nullable() })
export type JournalAnswer = z.infer<typeof journalAnswer>

/** The whole chain, which `cenacle verify-log` checks offline. */
export const journalExport = z.object({ editionId: z.string(), head: z.string(), events: z.array(chained) })
export type JournalExport = z.infer<typeof journalExport>
