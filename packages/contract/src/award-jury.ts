import { z } from 'zod'
import { categoryMethod } from './award.ts'
import { author } from './person.ts'
import { id, lineText } from './text.ts'
import { tallyAnswer } from './vote-result.ts'

/** Conflicts of interest, the duty board, the deliberation and the palmarès of an award. */

const reason = lineText(500)

/**
 * `organisation`: found, since the juror is employed there; `contact`: found, since the entry names the juror's own address as whom to
 * write to; `declared` by the juror; `pinned` by those who run the award.
 */
export const conflictOrigin = z.enum(['organisation', 'contact', 'declared', 'pinned'])
export const conflictAnswer = z.object({
  id: z.string(),
  categoryId: z.string(),
  entryId: z.string().nullable(),
  person: author,
  origin: conflictOrigin,
  reason: z.string(),
  at: z.string(),
  /** The viewer may take it back. */
  can: z.object({ lift: z.boolean() }),
})
/** What a juror said of their ties to the entries that they judge: nothing is not the same as that there are none. */
export const tiesSaid = z.enum(['nothing', 'none', 'declared'])
export type TiesSaid = z.infer<typeof tiesSaid>
/** What the jury of one category said. */
const saidInCategory = z.object({
  categoryId: z.string(),
  /** By the viewer; null for whoever does not judge there. */
  own: tiesSaid.nullable(),
  /** Everybody who judges there, in the order of names, to those who run the award; else null. */
  jurors: z.array(z.object({ person: author, said: tiesSaid })).nullable(),
  /** The viewer may say that there are none. */
  can: z.object({ sayNone: z.boolean() }),
})
/** One's own; of everybody, to those who run the award. `said`: of each category whose jury was opened. */
export const conflictsAnswer = z.object({ items: z.array(conflictAnswer), said: z.array(saidInCategory) })
export type ConflictsAnswer = z.infer<typeof conflictsAnswer>
/** Without an entry, or where the edition recuses from categories: the whole category. */
export const declareBody = z.strictObject({ entryId: id().nullable().default(null), reason })
export const pinBody = z.strictObject({ personId: id(), entryId: id().nullable().default(null), reason })
export const conflictParams = z.strictObject({ conflictId: id() })
/** Why those who run the award set a conflict aside. */
export const liftBody = z.strictObject({ reason: reason.optional() }).default({})

/** Who has done their duty, never how. A blank ballot does it. */
export const dutyAnswer = z.object({
  closesAt: z.string().nullable(),
  categories: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      done: z.number().int(),
      jurors: z.number().int(),
      /** Of this jury: it may have been given more time than the others. */
      closesAt: z.string(),
      can: z.object({ extend: z.boolean() }),
      people: z.array(z.object({ person: author.nullable(), state: z.enum(['done', 'waiting']) })),
    }),
  ),
})
export type DutyAnswer = z.infer<typeof dutyAnswer>

/** A group of the ranking that is exactly level, in the order that the deliberation gives it. */
export const tieBody = z.strictObject({ order: z.array(id()).min(2).max(50), reason })
export const withholdBody = z.strictObject({ medal: lineText(40), reason })
/** What a deliberation may decide, and nothing else; it replaces what was decided before. */
export const deliberateBody = z.strictObject({
  ties: z.array(tieBody).max(25).default([]),
  withheld: z.array(withholdBody).max(10).default([]),
})

const nominee = z.object({ id: z.string(), title: z.string(), organisation: z.string() })
/** One category as it is published: all that its medals follow from. */
export const categoryPalmares = z.object({
  id: z.string(),
  name: z.string(),
  question: z.string(),
  method: categoryMethod,
  voteId: z.string(),
  roll: z.number().int(),
  voters: z.number().int(),
  blank: z.number().int(),
  /** Conflicts of interest found after the close of the jury, each of which took a ballot out; absent from what was sealed before this was counted. */
  lateConflicts: z.number().int().optional(),
  /** `id` of an entry by that of its option in the tally. */
  options: z.record(z.string(), z.string()),
  nominees: z.array(nominee),
  tally: tallyAnswer,
  ties: z.array(z.object({ order: z.array(z.string()), reason: z.string() })),
  withheld: z.array(z.object({ medal: z.string(), reason: z.string() })),
  /** The highest first; several winners are ex æquo. */
  levels: z.array(z.object({ medal: z.string(), winners: z.array(nominee), withheld: z.boolean() })),
})
export type CategoryPalmares = z.infer<typeof categoryPalmares>
export const palmaresContent = z.object({
  edition: z.object({ id: z.string(), name: z.string(), year: z.number().int(), partner: z.string() }),
  embargoAt: z.string(),
  categories: z.array(categoryPalmares),
  /** Absent from the palmarès as it was sealed. `replaces`: hash of the version before. */
  erratum: z.object({ version: z.number().int(), reason: z.string(), replaces: z.string() }).optional(),
})
export type PalmaresContent = z.infer<typeof palmaresContent>

/** A conflict of interest that was found when the jury had closed, for those who sign. */
const lateConflict = z.object({
  categoryId: z.string(),
  category: z.string(),
  person: author,
  by: author.nullable(),
  origin: conflictOrigin,
  reason: z.string(),
  at: z.string(),
})
export type LateConflict = z.infer<typeof lateConflict>

/**
 * `lapsed`: whoever gave it does not run the award any more, or has a conflict of interest by now. It counts for nothing while that is
 * so, and goes with the next signature.
 */
const signature = z.object({ person: author, at: z.string(), lapsed: z.boolean() })
/**
 * What those who run the award see between the close and the seal. `hash`: SHA-256 of the canonical JSON of `palmares`; whoever signs
 * says which one they sign.
 */
export const deliberationAnswer = z.object({
  palmares: palmaresContent,
  hash: z.string(),
  lateConflicts: z.array(lateConflict),
  /** `current`: of this very palmarès, and not lapsed. */
  signatures: z.array(signature.extend({ current: z.boolean() })),
  can: z.object({ decide: z.boolean(), sign: z.boolean() }),
})
export type DeliberationAnswer = z.infer<typeof deliberationAnswer>
export const signBody = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'not-allowed') })

/** One version of a published palmarès: the one that was sealed, or an erratum with its reason. */
const palmaresVersion = z.object({
  version: z.number().int(),
  hash: z.string(),
  publishedAt: z.string(),
  reason: z.string().nullable(),
  /** Names of the two who signed. */
  signedBy: z.array(z.string()),
})
export type PalmaresVersion = z.infer<typeof palmaresVersion>
/** The palmarès, from the embargo's instant on, to anybody; `version` is the one that was asked for, else the last. */
export const palmaresAnswer = palmaresVersion.omit({ reason: true }).extend({
  palmares: palmaresContent,
  /** All of them, the newest first. */
  versions: z.array(palmaresVersion),
  can: z.object({ correct: z.boolean() }),
})
export type PalmaresAnswer = z.infer<typeof palmaresAnswer>
export const palmaresQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(1_000).optional() })

/** What anybody may know before: when it opens, by the server's clock, which says what time it is. */
export const announcementAnswer = z.object({
  id: z.string(),
  name: z.string(),
  year: z.number().int(),
  partner: z.string(),
  /** Null while no instant is set. It is past where the palmarès is not signed yet. */
  opensAt: z.string().nullable(),
  isPublic: z.boolean(),
  now: z.string(),
})
export type AnnouncementAnswer = z.infer<typeof announcementAnswer>
export const archiveAnswer = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), year: z.number().int(), publishedAt: z.string() })),
  /** Editions that are known of and not public yet. */
  coming: z.array(
    z.object({ id: z.string(), name: z.string(), year: z.number().int(), opensAt: z.string().nullable() }),
  ),
})
export type ArchiveAnswer = z.infer<typeof archiveAnswer>
/** The counts of one published category, with which anybody recounts it. */
export const palmaresExportQuery = z.strictObject({ format: z.enum(['options', 'summary']).default('options') })

/**
 * What an erratum corrects: names, and what the deliberation decided of a category, which replaces what it had decided before. Never a
 * ballot: levels follow anew from the same tallies.
 */
export const erratumBody = z.strictObject({
  /** Everybody reads it. */
  reason,
  nominees: z
    .array(z.strictObject({ id: id(), title: lineText(120), organisation: lineText(160) }))
    .max(500)
    .default([]),
  categories: z
    .array(deliberateBody.extend({ id: id() }))
    .max(40)
    .default([]),
})
export type ErratumBody = z.input<typeof erratumBody>
/** What those who run the award see of it. `hash`: of the proposal, which two people sign. */
export const erratumAnswer = z.object({
  current: z.object({ palmares: palmaresContent, hash: z.string(), version: z.number().int() }),
  proposal: z
    .object({
      palmares: palmaresContent,
      hash: z.string(),
      version: z.number().int(),
      reason: z.string(),
      proposedBy: author.nullable(),
      proposedAt: z.string(),
      signatures: z.array(signature),
    })
    .nullable(),
  can: z.object({ propose: z.boolean(), sign: z.boolean(), withdraw: z.boolean() }),
})
export type ErratumAnswer = z.infer<typeof erratumAnswer>
