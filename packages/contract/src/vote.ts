import { z } from 'zod'
import {
  bodyText,
  email,
  id,
  instant,
  limits,
  lineText,
  optionalBody,
  optionalLine,
  personName,
  reasonText,
} from './text.ts'
import { listOf, pageQuery } from './paging.ts'
import { author, college } from './person.ts'

export const voteKind = z.enum(['candidacy', 'decision'])
export const voteStatus = z.enum(['scheduled', 'open', 'closed'])
/** Outcome at the close, in the order in which it is evaluated. */
export const voteOutcome = z.enum(['vetoed', 'no_ballot', 'quorum_failed', 'adopted', 'rejected'])
export const choice = z.enum(['yes', 'no', 'abstain', 'veto'])
export type Choice = z.infer<typeof choice>
const ratio = z.object({ numerator: z.number().int(), denominator: z.number().int() })

export const rules = z.object({
  base: z.enum(['expressed', 'voters', 'roll']),
  threshold: ratio,
  comparator: z.enum(['>', '>=']),
  quorum: ratio,
  veto: z.boolean(),
})
export const rulesBody = z.strictObject({
  base: z.enum(['expressed', 'voters', 'roll']).default('expressed'),
  threshold: z
    .strictObject({ numerator: z.number().int().min(0).max(10_000), denominator: z.number().int().min(1).max(10_000) })
    .default({ numerator: 1, denominator: 2 }),
  comparator: z.enum(['>', '>=']).default('>'),
  quorum: z
    .strictObject({ numerator: z.number().int().min(0).max(10_000), denominator: z.number().int().min(1).max(10_000) })
    .default({ numerator: 0, denominator: 1 }),
  /** Whether one active veto blocks the decision. */
  veto: z.boolean().default(false),
})

export const createCandidacyBody = z.strictObject({
  name: personName(),
  email: email(),
  college,
  employer: optionalLine(),
  motivation: bodyText(),
  sponsorId: id().nullable().default(null),
})
export const openCandidacyBody = z.strictObject({ closesAt: instant().optional() }).default({})
export const createDecisionBody = z.strictObject({
  spaceId: id(),
  question: lineText(300),
  method: z.enum(['threshold', 'majority-judgment', 'schulze', 'approval']).default('threshold'),
  options: z.array(lineText(200)).max(50).default([]),
  rules: rulesBody.default({
    base: 'expressed',
    threshold: { numerator: 1, denominator: 2 },
    comparator: '>',
    quorum: { numerator: 0, denominator: 1 },
    veto: false,
  }),
  closesAt: instant(),
})
/** A veto is refused without a reason; any other choice may have one, which is read with the result. */
export const ballotBody = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.enum(['yes', 'no', 'abstain']), reason: optionalBody(limits.reason).nullish() }),
  z.strictObject({ choice: z.literal('veto'), reason: reasonText() }),
])
/** What remains when a veto is lifted: another choice, or nothing. */
export const liftVetoBody = z.strictObject({ choice: z.enum(['yes', 'no', 'abstain']).optional() }).default({})

export const veto = z.object({
  id: z.string(),
  person: author.nullable(),
  reason: z.string(),
  at: z.string(),
  mine: z.boolean(),
})

export const voteAnswer = z.object({
  id: z.string(),
  kind: voteKind,
  spaceId: z.string(),
  question: z.string(),
  method: z.string(),
  rules,
  status: voteStatus,
  outcome: voteOutcome.nullable(),
  opensAt: z.string(),
  closesAt: z.string(),
  roll: z.number().int(),
  /** How many have a value, before the close too: participation is no result. */
  voters: z.number().int(),
  myBallot: z.object({ choice, at: z.string() }).nullable(),
  vetoes: z.array(veto),
  candidacyId: z.string().nullable(),
  can: z.object({ vote: z.boolean(), veto: z.boolean(), liftVeto: z.boolean(), readResult: z.boolean() }),
})
export type VoteAnswer = z.infer<typeof voteAnswer>
export const votesAnswer = listOf(voteAnswer)

/** `waiting`: open, and without the viewer's ballot. */
export const votesQuery = pageQuery.extend({
  state: z.enum(['waiting', 'open', 'closed']).optional(),
  spaceId: id().optional(),
})
export type VotesQuery = z.infer<typeof votesQuery>

/** The vote as it is with one's ballot; `receipt` is the hash of the ballot's event, to be found in the log. */
export const ballotAnswer = voteAnswer.extend({ receipt: z.string() })

/** The log of a vote, as `cenacle verify-log` reads it. A ballot's `body` appears at the close. */
export const voteLogAnswer = z.object({
  voteId: z.string(),
  head: z.string(),
  rulesHash: z.string(),
  rollHash: z.string(),
  roll: z.array(z.object({ actor: z.string(), person: author.nullable() })),
  events: z.array(
    z.object({
      seq: z.number().int(),
      prev: z.string(),
      ts: z.string(),
      type: z.string(),
      actor: z.string(),
      payload: z.string(),
      hash: z.string(),
      body: z.record(z.string(), z.json()).optional(),
    }),
  ),
})
export type VoteLogAnswer = z.infer<typeof voteLogAnswer>

export const resultAnswer = z.object({
  voteId: z.string(),
  outcome: voteOutcome,
  roll: z.number().int(),
  voters: z.number().int(),
  expressed: z.number().int(),
  yes: z.number().int(),
  no: z.number().int(),
  abstain: z.number().int(),
  vetoes: z.number().int(),
  numerator: z.number().int(),
  denominator: z.number().int(),
  base: rules.shape.base,
  threshold: ratio,
  comparator: rules.shape.comparator,
  quorum: ratio,
  quorumMet: z.boolean(),
  ballots: z.array(z.object({ person: author.nullable(), choice, reason: z.string().nullable() })),
})
export type ResultAnswer = z.infer<typeof resultAnswer>

export const candidacyStatus = z.enum([
  'submitted',
  'open',
  'vetoed',
  'not_adopted',
  'quorum_failed',
  'no_ballot',
  'admissible',
  'waiting_parity',
  'waiting_seats',
  'admitted',
])
export const candidacyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  college,
  employer: z.string(),
  motivation: z.string(),
  html: z.string(),
  sponsor: author.nullable(),
  status: candidacyStatus,
  submittedAt: z.string(),
  openedAt: z.string().nullable(),
  voteId: z.string().nullable(),
  can: z.object({ open: z.boolean() }),
})
export type CandidacyAnswer = z.infer<typeof candidacyAnswer>
export const candidaciesAnswer = listOf(candidacyAnswer)
