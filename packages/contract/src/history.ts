import { z } from 'zod'
import { author } from './person.ts'
import { lineText } from './text.ts'

/** A version that has a name. */
export const versionNameBody = z.strictObject({ name: lineText(120) })
export const versionName = z.object({
  seq: z.number().int(),
  name: z.string(),
  /** Who named it; null where they are gone. */
  by: author.nullable(),
  at: z.string(),
})
export type VersionName = z.infer<typeof versionName>

/** A moment at which a page can be looked at: somebody's last edit in a stretch of work, or a version that has a name. */
export const moment = z.object({
  seq: z.number().int(),
  at: z.string(),
  /** Place in `people`; null where the person is gone. */
  by: z.number().int().nullable(),
  edits: z.number().int(),
})
export type Moment = z.infer<typeof moment>

/** Everything that a slider over the log needs, the oldest first. */
export const timelineAnswer = z.object({
  /** The page as it is. */
  seq: z.number().int(),
  moments: z.array(moment),
  /** There are older ones: the list of versions has them, by pages. */
  more: z.boolean(),
  people: z.array(author),
  names: z.array(versionName),
  can: z.object({ name: z.boolean(), restore: z.boolean() }),
})
export type TimelineAnswer = z.infer<typeof timelineAnswer>

/** A page as it was. */
export const versionAnswer = z.object({
  seq: z.number().int(),
  at: z.string(),
  author: author.nullable(),
  name: versionName.nullable(),
  title: z.string(),
  html: z.string(),
  words: z.number().int(),
})
export type VersionAnswer = z.infer<typeof versionAnswer>

const seq = z.coerce.number().int().max(Number.MAX_SAFE_INTEGER)
/** From one version to a later one; 0 is the page before anything was written. */
export const diffQuery = z
  .strictObject({ from: seq.min(0), to: seq.min(1) })
  .refine(({ from, to }) => from < to, { path: ['from'], message: 'out-of-range' })

export const diffChange = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved', 'look']),
  /** The block's name in the schema: paragraph, heading, tableRow… */
  block: z.string(),
  removed: z.string(),
  added: z.string(),
})
export type DiffChange = z.infer<typeof diffChange>

export const diffAnswer = z.object({
  from: z.number().int(),
  to: z.number().int(),
  /** Where the title changed. */
  title: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Safe. `ins` and `del` around words, `data-diff` on blocks, `data-change` names a change of the list. */
  html: z.string(),
  changes: z.array(diffChange),
  summary: z.object({
    wordsAdded: z.number().int(),
    wordsRemoved: z.number().int(),
    blocksAdded: z.number().int(),
    blocksRemoved: z.number().int(),
    blocksMoved: z.number().int(),
    blocksChanged: z.number().int(),
    looksChanged: z.number().int(),
  }),
})
export type DiffAnswer = z.infer<typeof diffAnswer>

/** A passage that one person wrote, within one block, as the server stamped it. */
export const authoredRun = z.object({
  /** Place in `people`; null where the person is gone, or for text that the log does not know. */
  by: z.number().int().nullable(),
  at: z.string().nullable(),
  /** Handed in by this person under the mark of somebody who was away: « transmis par ». */
  transmitted: z.boolean(),
  /** Which line of the page it is in, from 0. */
  block: z.number().int(),
  /** UTF-16 units. */
  length: z.number().int(),
  text: z.string(),
})
export type AuthoredRun = z.infer<typeof authoredRun>
export const authorsAnswer = z.object({
  seq: z.number().int(),
  /** Safe. `data-run` names a run of the list. */
  html: z.string(),
  people: z.array(author),
  runs: z.array(authoredRun),
})
export type AuthorsAnswer = z.infer<typeof authorsAnswer>

/** Takes one change between two versions back. */
export const restorePassageBody = z
  .strictObject({
    from: z.number().int().min(0),
    to: z.number().int().min(1),
    change: z.number().int().min(0).max(1_000_000),
  })
  .refine(({ from, to }) => from < to, { path: ['from'], message: 'out-of-range' })

/** `seq` is the version that the restore made, to be undone; null where the page already was like that. */
export const restoredAnswer = z.object({ seq: z.number().int().nullable() })
export type RestoredAnswer = z.infer<typeof restoredAnswer>
