import { z } from 'zod'
import { listOf, pageQuery } from './paging.ts'
import { author } from './person.ts'
import { comparison } from './revision.ts'
import { id } from './text.ts'
import { voteOutcome, voteStatus } from './vote-status.ts'

export const voteKind = z.enum(['candidacy', 'decision', 'award'])
/** How ballots are counted; what each takes is in `ballot.ts`, what comes out in `vote-result.ts`. */
export const voteMethod = z.enum([
  'threshold',
  'majority-judgment',
  'schulze',
  'irv',
  'approval',
  'score',
  'median',
  'grid',
])
export type VoteMethod = z.infer<typeof voteMethod>
/** `blank`: takes part and chooses none of the options; `cast`: the ballot's value says what. */
export const choice = z.enum(['yes', 'no', 'abstain', 'veto', 'blank', 'cast'])
export type Choice = z.infer<typeof choice>
export const ratio = z.object({ numerator: z.number().int(), denominator: z.number().int() })

/** Labels of grades, worst first: majority judgment as the French public knows it (Mieux Voter), seven mentions. */
export const MENTIONS = [
  'À rejeter',
  'Insuffisant',
  'Passable',
  'Assez bien',
  'Bien',
  'Très bien',
  'Excellent',
] as const
export const MOST_OPTIONS = 50

/** How a vote is counted, frozen at its opening. What a method does not ask for is absent. */
export const rules = z.object({
  base: z.enum(['expressed', 'voters', 'roll']),
  threshold: ratio,
  comparator: z.enum(['>', '>=']),
  quorum: ratio,
  veto: z.boolean(),
  /** majority-judgment: labels, worst first. */
  grades: z.array(z.string()).optional(),
  /** approval: how many options a ballot that is not blank approves of. */
  approvals: z.object({ min: z.number().int(), max: z.number().int() }).optional(),
  /** score: whole points from 0 to `max` for each option. */
  points: z.object({ max: z.number().int() }).optional(),
  /** median: which whole numbers may be proposed, and of what. */
  number: z.object({ min: z.number().int(), max: z.number().int(), unit: z.string() }).optional(),
  /** grid: what each option is judged by, and with which weight; points go from 0 to `points.max`. */
  criteria: z.array(z.object({ id: z.string(), label: z.string(), weight: z.number().int() })).optional(),
  /** majority-judgment, grid: options that fewer ballots judge are not ranked. */
  leastJudges: z.number().int().optional(),
  /** Of a vote that takes vetoes: who reads why, everybody where it is absent; and how a late one moves the close. */
  vetoReaders: z.enum(['committee', 'bureau']).optional(),
  lateVeto: z.object({ windowHours: z.number(), remainHours: z.number() }).optional(),
})
export type Rules = z.infer<typeof rules>

export const option = z.object({ id: z.string(), label: z.string() })
export type VoteOption = z.infer<typeof option>

/** From where a question was put to the vote, with the title of then; of a topic, from when the text was that was frozen. */
export const voteSource = z.object({
  kind: z.enum(['topic', 'page']),
  id: z.string(),
  title: z.string(),
  at: z.string().nullable(),
})

export const veto = z.object({
  id: z.string(),
  person: author.nullable(),
  /** Null for who does not read it, by the rules that the vote was opened with. */
  reason: z.string().nullable(),
  at: z.string(),
  mine: z.boolean(),
})

/** What a ballot says beyond its choice, by method. Ids are those of the vote's options. */
export const ballotValue = z.union([
  z.object({ grades: z.record(z.string(), z.number().int()) }),
  z.object({ ranking: z.array(z.array(z.string())) }),
  z.object({ approved: z.array(z.string()) }),
  z.object({ number: z.number().int() }),
  /** Points by option and criterion. */
  z.object({ grid: z.record(z.string(), z.record(z.string(), z.number().int())) }),
])
export type BallotValue = z.infer<typeof ballotValue>

export const voteAnswer = z.object({
  id: z.string(),
  kind: voteKind,
  spaceId: z.string(),
  question: z.string(),
  /** What is put to the vote, where the question alone does not say it. */
  html: z.string().nullable(),
  method: voteMethod,
  /** Those that are left; empty for yes or no, and for a number. */
  options: z.array(option),
  /** Options that were withdrawn while it was open, the first one first: no ballot names them here any more. */
  withdrawn: z.array(option.extend({ reason: z.string(), at: z.string() })),
  rules,
  /** Ballots that nobody can attach to a voter; cast once. */
  secret: z.boolean(),
  status: voteStatus,
  outcome: voteOutcome.nullable(),
  opensAt: z.string(),
  closesAt: z.string(),
  roll: z.number().int(),
  /** How many have a value, before the close too: participation is no result. In a secret vote too, without who. */
  voters: z.number().int(),
  /** The viewer has voted; in a secret vote that is all that is known. */
  hasVoted: z.boolean(),
  myBallot: z
    .object({
      choice,
      value: ballotValue.nullable(),
      at: z.string(),
      /** A veto that stands no more, since its author had lost the voice for a while: they may vote again. */
      lapsed: z.boolean(),
      /** The yes that the sponsor's proposal counts as; it may be changed like any other. */
      proposed: z.boolean(),
    })
    .nullable(),
  vetoes: z.array(veto),
  candidacyId: z.string().nullable(),
  /** It was about the viewer's own admission: they read its totals, no name, no reason and no log; absent elsewhere. */
  aboutYou: z.boolean().optional(),
  /** Of a jury: options that the viewer does not judge, being recused from them; absent when there are none. */
  recused: z.array(z.string()).optional(),
  /** Of a jury: closed, and its result not public yet; nobody reads it here before the award is published. */
  embargoed: z.boolean().optional(),
  source: voteSource.nullable(),
  /** Of a vote on a proposed revision: the page that it would change, null once that is gone, and what it would change. */
  revises: z
    .object({
      pageId: z.string().nullable(),
      /** Null in lists: it may be as long as a page. */
      comparison: comparison.nullable(),
      /** When the page took the text. */
      adoptedAt: z.string().nullable(),
    })
    .nullable(),
  extensions: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string(), at: z.string() })),
  cancelled: z.object({ reason: z.string(), at: z.string() }).nullable(),
  /** What follows from the result, in words, and when it is looked at again. */
  written: z
    .object({
      text: z.string(),
      html: z.string(),
      person: author.nullable(),
      at: z.string(),
      reviewOn: z.string().nullable(),
      /** The day has come, and nobody has said yet what one found. */
      reviewDue: z.boolean(),
      review: z.object({ text: z.string(), person: author.nullable(), at: z.string() }).nullable(),
    })
    .nullable(),
  can: z.object({
    vote: z.boolean(),
    veto: z.boolean(),
    liftVeto: z.boolean(),
    readResult: z.boolean(),
    extend: z.boolean(),
    /** Withdrawing an option. */
    withdraw: z.boolean(),
    closeEarly: z.boolean(),
    cancel: z.boolean(),
    writeOutcome: z.boolean(),
    review: z.boolean(),
  }),
})
export type VoteAnswer = z.infer<typeof voteAnswer>
export const votesAnswer = listOf(voteAnswer)

/** `waiting`: open, and without the viewer's ballot; `review`: closed, with a day on which its outcome is looked at again. */
export const votesQuery = pageQuery.extend({
  state: z.enum(['waiting', 'open', 'closed', 'review']).optional(),
  spaceId: id().optional(),
})
export type VotesQuery = z.infer<typeof votesQuery>

/** The log of a vote, as `cenacle verify-log` reads it. A ballot's `body` appears at the close. */
export const voteLogAnswer = z.object({
  voteId: z.string(),
  head: z.string(),
  rulesHash: z.string(),
  rollHash: z.string(),
  roll: z.array(z.object({ actor: z.string(), person: author.nullable() })),
  /** Fingerprints alone: for whoever is on the roll and has no seat any more. */
  bare: z.boolean().optional(),
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
