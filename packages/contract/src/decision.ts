import { z } from 'zod'
import { listOf, pageQuery } from './paging.ts'
import { author } from './person.ts'
import { comparison } from './revision.ts'
import { bodyText, id, instant, lineText, optionalBody, reasonText } from './text.ts'
import { MOST_OPTIONS, rules, voteMethod, voteSource } from './vote.ts'

/** A share as somebody writes it; that it is no more than the whole is asked where it is used. */
export const shareBody = z.strictObject({
  numerator: z.number().int().min(0).max(10_000),
  denominator: z.number().int().min(1).max(10_000),
})
const whole = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

export const rulesBody = z.strictObject({
  base: rules.shape.base.default('expressed'),
  threshold: shareBody.default({ numerator: 1, denominator: 2 }),
  comparator: rules.shape.comparator.default('>'),
  quorum: shareBody.default({ numerator: 0, denominator: 1 }),
  /** Whether one active veto blocks the decision. */
  veto: z.boolean().default(false),
  grades: z.array(lineText(40)).min(2).max(11).optional(),
  approvals: z
    .strictObject({ min: z.number().int().min(1), max: z.number().int().min(1).max(MOST_OPTIONS) })
    .optional(),
  points: z.strictObject({ max: z.number().int().min(1).max(100) }).optional(),
  number: z.strictObject({ min: whole, max: whole, unit: z.string().max(40) }).optional(),
})

const source = z.strictObject({ kind: z.enum(['topic', 'page']), id: id() })

const fields = {
  question: lineText(300),
  text: optionalBody(),
  // A grid of weighted criteria is a jury's, whose categories name them.
  method: voteMethod.exclude(['grid']),
  options: z.array(lineText(200)).max(MOST_OPTIONS),
  rules: rulesBody,
  secret: z.boolean(),
  /** Null: when somebody opens it. */
  opensAt: instant().nullable(),
  closesAt: instant().nullable(),
}

/** A question on its way to a vote. What is missing is asked for when it opens. */
export const draftBody = z.strictObject({
  spaceId: id(),
  question: fields.question,
  text: fields.text.default(''),
  method: fields.method.default('threshold'),
  options: fields.options.default([]),
  rules: fields.rules.prefault({}),
  secret: fields.secret.default(false),
  opensAt: fields.opensAt.default(null),
  closesAt: fields.closesAt.default(null),
  source: source.nullable().default(null),
})
/** What is not said stays as it is; one that opens by itself no longer does, until it is scheduled again. */
export const draftChanges = z.strictObject(fields).partial()

/** Opened in one go. */
export const createDecisionBody = draftBody.omit({ opensAt: true }).extend({ closesAt: instant() })

export const draftAnswer = z.object({
  id: z.string(),
  spaceId: z.string(),
  author: author.nullable(),
  question: z.string(),
  text: z.string(),
  html: z.string(),
  method: fields.method,
  options: z.array(z.string()),
  rules,
  secret: z.boolean(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  /** `scheduled`: opens by itself at `opensAt`. */
  status: z.enum(['draft', 'scheduled']),
  scheduledBy: author.nullable(),
  source: voteSource.nullable(),
  /** What a proposed revision would change; null in lists, and for other questions. */
  comparison: comparison.nullable(),
  changedAt: z.string(),
  can: z.object({ change: z.boolean(), open: z.boolean(), remove: z.boolean() }),
})
export type DraftAnswer = z.infer<typeof draftAnswer>
export const draftsAnswer = listOf(draftAnswer)
export const draftsQuery = pageQuery.extend({ spaceId: id().optional() })

/** Only while open, only later, at most twice. */
export const extendBody = z.strictObject({ closesAt: instant(), reason: reasonText(10) })
/** While open alone, for good, and never the last but one option. */
export const withdrawBody = z.strictObject({ optionId: z.string().max(40), reason: reasonText(10) })
export const cancelBody = z.strictObject({ reason: reasonText(10) })
/** What one found when one looked at an outcome again. */
export const reviewBody = z.strictObject({ text: reasonText(10) })
/** In words what follows; it cannot contradict the computed outcome, which stands above it. */
export const outcomeBody = z.strictObject({ text: bodyText(), reviewOn: z.iso.date().nullable().default(null) })
