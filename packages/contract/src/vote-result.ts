import { z } from 'zod'
import { author } from './person.ts'
import { voteOutcome } from './vote-status.ts'
import { ballotValue, choice, ratio, rules } from './vote.ts'

const count = z.number().int()
/** Best first; options of one group are ex æquo. */
const ranking = z.array(z.array(z.string()))
const fraction = z.object({ n: count, d: count })
const matrix = z.array(z.array(count))

/** What a method over several options, or over numbers, found. */
export const tallyAnswer = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('majority-judgment'),
    ranking,
    grades: z.array(z.string()),
    /** Counts by grade, worst first; `median` is the index of the majority mention. */
    options: z.array(z.object({ id: z.string(), counts: z.array(count), judges: count, median: count.nullable() })),
    unranked: z.array(z.string()),
  }),
  z.object({
    method: z.literal('schulze'),
    ranking,
    /** Rows and columns of both matrices. */
    options: z.array(z.string()),
    preferences: matrix,
    paths: matrix,
  }),
  z.object({
    method: z.literal('irv'),
    ranking,
    rounds: z.array(
      z.object({
        counts: z.array(z.object({ id: z.string(), votes: count })),
        exhausted: count,
        eliminated: z.string().nullable(),
        /** The last place was tied: settled by an earlier round, or drawn. */
        tie: z.enum(['none', 'earlier-round', 'draw']),
      }),
    ),
  }),
  z.object({
    method: z.literal('approval'),
    ranking,
    scores: z.array(z.object({ id: z.string(), votes: count })),
    ballots: count,
    blank: count,
  }),
  z.object({
    method: z.literal('score'),
    ranking,
    max: count,
    scores: z.array(z.object({ id: z.string(), sum: count, ballots: count })),
  }),
  z.object({
    method: z.literal('grid'),
    ranking,
    criteria: z.array(z.object({ id: z.string(), label: z.string(), weight: count })),
    max: count,
    /** `sums`: points by criterion, of all jurors; `score`: the weighted mean; `lowest`, `highest`: of single jurors. */
    options: z.array(
      z.object({
        id: z.string(),
        jurors: count,
        sums: z.array(count),
        score: fraction.nullable(),
        lowest: fraction.nullable(),
        highest: fraction.nullable(),
      }),
    ),
    unranked: z.array(z.string()),
  }),
  z.object({
    method: z.literal('median'),
    value: count.nullable(),
    unit: z.string(),
    values: z.array(z.object({ value: count, votes: count })),
  }),
])
export type TallyAnswer = z.infer<typeof tallyAnswer>

/** Files that a closed vote may be had as: see `voteExportQuery`. */
const voteFormat = z.enum(['json', 'csv', 'summary', 'options', 'preflib', 'blt'])

export const resultAnswer = z.object({
  voteId: z.string(),
  outcome: voteOutcome,
  roll: count,
  voters: count,
  expressed: count,
  yes: count,
  no: count,
  abstain: count,
  blank: count,
  vetoes: count,
  /** Of a threshold; 0 of 0 elsewhere. */
  numerator: count,
  denominator: count,
  base: rules.shape.base,
  threshold: ratio,
  comparator: rules.shape.comparator,
  quorum: ratio,
  quorumMet: z.boolean(),
  /** Null for yes or no, and when withheld. */
  tally: tallyAnswer.nullable(),
  /** The option that won; null for a tie. */
  winner: z.string().nullable(),
  /** A secret vote of fewer than five ballots publishes its outcome alone: all counts above are 0 but the roll. */
  withheld: z.boolean(),
  /** Empty in a secret vote. */
  ballots: z.array(
    z.object({ person: author.nullable(), choice, value: ballotValue.nullable(), reason: z.string().nullable() }),
  ),
  /** The files that this vote can be had as; none of a secret one, which has its published list. */
  exports: z.array(voteFormat),
})
export type ResultAnswer = z.infer<typeof resultAnswer>

/** What a secret vote publishes at its close, by receipt; `root` is in the log's `ballot.closed`. */
export const publishedAnswer = z.object({
  voteId: z.string(),
  root: z.string(),
  lines: z.array(z.object({ receipt: z.string(), content: z.record(z.string(), z.json()) })),
})
export type PublishedAnswer = z.infer<typeof publishedAnswer>

/**
 * A closed vote as a file: `json` is what `cenacle tally` counts again; `csv` has a ballot a line, `summary` the figures,
 * `options` the options by rank; `preflib` and `blt` are what other programs read. Not every method has them all.
 */
export const voteExportQuery = z.strictObject({
  format: voteFormat.default('json'),
})
export type VoteExportFormat = z.infer<typeof voteExportQuery>['format']
