import type { Base } from './threshold.ts'

/** How a vote may be counted. */
export type Method = 'threshold' | 'majority-judgment' | 'schulze' | 'irv' | 'approval' | 'score' | 'median' | 'grid'

export const METHODS: readonly Method[] = [
  'threshold',
  'majority-judgment',
  'schulze',
  'irv',
  'approval',
  'score',
  'median',
  'grid',
]

type Ratio = { readonly numerator: number; readonly denominator: number }

/** What a vote froze when it opened; what its method does not ask for is absent. */
export type VoteRules = {
  readonly base: Base
  readonly threshold: Ratio
  readonly comparator: '>' | '>='
  readonly quorum: Ratio
  readonly veto: boolean
  /** majority-judgment: labels, worst first. */
  readonly grades?: readonly string[] | undefined
  /** approval: how many options a ballot that is not blank approves of. */
  readonly approvals?: { readonly min: number; readonly max: number } | undefined
  /** score: whole points from 0 to `max` for each option; grid: for each option and criterion. */
  readonly points?: { readonly max: number } | undefined
  /** median: which whole numbers may be proposed, and of what. */
  readonly number?: { readonly min: number; readonly max: number; readonly unit: string } | undefined
  /** grid: what each option is judged by. */
  readonly criteria?: readonly NamedCriterion[] | undefined
  /** majority-judgment, grid: options that fewer ballots judge are not ranked. 1 when absent. */
  readonly leastJudges?: number | undefined
}

/** A criterion with the words that jurors see. */
export type NamedCriterion = { readonly id: string; readonly label: string; readonly weight: number }

export type Choice = 'yes' | 'no' | 'abstain' | 'veto' | 'blank' | 'cast'

/** What a ballot says beyond its choice, by method. */
export type BallotValue =
  | { readonly grades: Readonly<Record<string, number>> }
  | { readonly ranking: readonly (readonly string[])[] }
  | { readonly approved: readonly string[] }
  | { readonly number: number }
  | { readonly grid: Readonly<Record<string, Readonly<Record<string, number>>>> }

/** One current ballot. `lapsed`: its author lost the right to veto; the ballot stays, its force does not. */
export type VoteBallot = {
  readonly choice: Choice
  readonly value?: BallotValue | null | undefined
  readonly lapsed?: boolean | undefined
  /** Options that its author does not judge, being recused from them: they leave the denominators of these. */
  readonly recused?: readonly string[] | undefined
}

/** A vote as it can be counted by anybody. `options`: ids; `roll`: E; `draw`: what breaks ties in public (`draw.ts`). */
export type CountableVote = {
  readonly method: Method
  readonly rules: VoteRules
  readonly options: readonly string[]
  readonly ballots: readonly VoteBallot[]
  /** Options withdrawn while it was open, the first one first (`withdraw.ts`): counted as if nobody had named them. */
  readonly withdrawn?: readonly string[] | undefined
  readonly roll: number
  readonly draw: { readonly nonce: string; readonly head: string }
}
