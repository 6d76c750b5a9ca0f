import { z } from 'zod'
import { author } from './person.ts'
import { bodyText, id, instant, lineText } from './text.ts'

/** Automatic scores of the entries of an edition: a CSV with its formula and a version. And the orders, by score or by vote, from which shortlists are taken. */

/** What a file of scores may hold, before and after it is read. */
export const scoreLimits = {
  bytes: 10 * 1024 * 1024,
  /** Lines, the head included; what is beyond is counted and not read. */
  lines: 2_000,
  /** Characters of one line, and of one cell. */
  line: 4_000,
  cell: 500,
  columns: 20,
  decimals: 6,
  /** Digits before the decimal mark: with six decimals a score stays a number that is counted exactly. */
  digits: 9,
  /** Faults that are told one by one; of the others, how many. */
  faults: 100,
} as const

/** What may be wrong with a file of scores; the last ones are about a line. */
export const scoreFaultCode = z.enum([
  'not-csv',
  'empty',
  'too-many-lines',
  'line-too-long',
  'quotes',
  'column-missing',
  'column-unknown',
  'column-twice',
  'entry-missing',
  'column-count',
  'cell-too-long',
  'control-characters',
  'formula',
  'id-missing',
  'id-unknown',
  'id-twice',
  'title-differs',
  'score-missing',
  'score-not-a-number',
  'score-decimals',
  'score-mixed-marks',
  'score-out-of-range',
])
export type ScoreFaultCode = z.infer<typeof scoreFaultCode>
export const scoreFault = z.object({
  /** Of the file, from 1; null for what is missing from all of it. */
  line: z.number().int().nullable(),
  /** As it is called in the template. */
  column: z.enum(['id', 'titre', 'organisation', 'categorie', 'score']).nullable(),
  code: scoreFaultCode,
  /** What stands there, cut; a number where the code speaks of one. */
  value: z.string().nullable(),
})
export type ScoreFault = z.infer<typeof scoreFault>

/** A score as text: digits, and after a point the decimals that its version declared. */
const exact = z.string()
export const entryScore = z.object({ entryId: z.string(), value: exact })
export type EntryScore = z.infer<typeof entryScore>

/** What would be imported of a file, or why nothing is. */
export const scoreReport = z.object({
  ok: z.boolean(),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']).nullable(),
  separator: z.enum([';', ',', 'tab']).nullable(),
  /** Lines with a score, the head and empty ones left out. */
  lines: z.number().int(),
  faults: z.array(scoreFault),
  /** Of all faults, those told and the others. */
  faultCount: z.number().int(),
  /** In the order of the file; empty unless all is well. */
  scores: z.array(entryScore),
})
export type ScoreReport = z.infer<typeof scoreReport>

/** A number as a form sends it; nothing is not 0. */
const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'wrong-type')
    .transform(Number)
    .pipe(z.number().max(max))
const decimals = whole(scoreLimits.decimals)
/** The fields of a form beside its file. */
export const checkScoresForm = z.strictObject({ decimals })
export const importScoresForm = z.strictObject({
  decimals,
  version: lineText(60),
  /** In the words and signs of whoever computed it; shown, never run. */
  formula: bodyText(4_000),
  /** Number of the version that held when the file was looked at; 0 before the first one. */
  after: whole(999_999),
})

export const scoreVersion = z.object({
  id: z.string(),
  number: z.number().int(),
  version: z.string(),
  formula: z.string(),
  decimals: z.number().int(),
  entries: z.number().int(),
  /** SHA-256 of the canonical `{edition, version, formula, decimals, scores}`, scores by entry; and of the file as it came. */
  hash: z.string(),
  fileHash: z.string(),
  by: author.nullable(),
  at: z.string(),
})
export type ScoreVersion = z.infer<typeof scoreVersion>

export const scoresQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() })
/** `scores`: of the version asked for, else of the current one; null for who may not read them before the palmarès is public. */
export const scoresAnswer = z.object({
  /** The last one is the current one. */
  versions: z.array(scoreVersion),
  scores: z.array(entryScore).nullable(),
  can: z.object({ import: z.boolean() }),
})
export type ScoresAnswer = z.infer<typeof scoresAnswer>

/** A vote that proposes a shortlist: how many entries a ballot may approve of, or the most points for one. */
export const openShortlistVoteBody = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('approval'), most: z.number().int().min(1).max(50), closesAt: instant() }),
  z.strictObject({ method: z.literal('score'), most: z.number().int().min(1).max(100), closesAt: instant() }),
])
export type OpenShortlistVoteBody = z.output<typeof openShortlistVoteBody>
export const cancelShortlistVoteBody = z.strictObject({ reason: lineText(500) })

/** Upon what a shortlist rests: so many of the order that a version of the score, or a vote, gives. */
export const shortlistBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), versionId: id(), most: z.number().int().min(1).max(50) }),
  z.strictObject({ kind: z.literal('vote'), voteId: id(), most: z.number().int().min(1).max(50) }),
])
export type ShortlistBy = z.infer<typeof shortlistBy>

/** Best first, those of a group exactly level. `of`: how many ballots judged it. */
const orderOf = <T extends z.ZodType>(item: T) => z.array(z.array(item))
const unranked = z.array(z.string())
export const shortlistVote = z.object({
  id: z.string(),
  method: z.enum(['approval', 'score']),
  most: z.number().int(),
  status: z.enum(['open', 'closed']),
  closesAt: z.string(),
  roll: z.number().int(),
  voters: z.number().int(),
  /** Once it has closed, to those who run the award without a conflict of interest in the category; else null. */
  ranking: orderOf(z.object({ entryId: z.string(), sum: z.number().int(), of: z.number().int() })).nullable(),
  /** The viewer has a conflict of interest here. */
  recused: z.boolean(),
  /** Eligible entries that it does not rank. */
  unranked,
})
export type ShortlistVote = z.infer<typeof shortlistVote>
/** The orders of one category from which a shortlist can be taken. */
export const rankingsAnswer = z.object({
  score: z.object({ version: scoreVersion, ranking: orderOf(entryScore), unranked }).nullable(),
  vote: shortlistVote.nullable(),
  can: z.object({ openVote: z.boolean(), cancelVote: z.boolean() }),
})
export type RankingsAnswer = z.infer<typeof rankingsAnswer>
