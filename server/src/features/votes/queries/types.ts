import type { Selectable } from 'kysely'
import type { VoteCount } from '@cenacle/tally/count'
import type { Comparison } from '@cenacle/contract/revision'
import type { BallotValue, Choice, VoteMethod, VoteOption } from '@cenacle/contract/vote'
import type { Schema } from '../../../database/types.ts'

type Ratio = { numerator: number; denominator: number }

/** The rules as they are frozen with a vote; what its method does not ask for is absent. */
export type FrozenRules = {
  base: 'expressed' | 'voters' | 'roll'
  threshold: Ratio
  comparator: '>' | '>='
  quorum: Ratio
  veto: boolean
  /** A veto lapses when its author loses the seat. */
  vetoLapses: boolean
  /** A veto in the last `windowHours` moves the close, once, so that `remainHours` remain. */
  lateVeto: { windowHours: number; remainHours: number }
  /** Who reads the reasons of vetoes: who reads the vote when absent, else only those who run its space. */
  vetoReaders?: 'committee' | 'bureau'
  /** Of a candidacy: what may follow its close, in days; absent in votes of before it was frozen. */
  after?: { prolonged: number; secondReadingWithin: number; secondReading: number }
  /** The shortest time that it stays open, in days, whoever wants to close it. */
  minDays?: number
  /** The longest time that its close may lie ahead, in days. */
  maxDays?: number
  grades?: string[]
  approvals?: { min: number; max: number }
  points?: { max: number }
  number?: { min: number; max: number; unit: string }
  criteria?: { id: string; label: string; weight: number }[]
  leastJudges?: number
}

/** A close that was moved by somebody: an entry of `vote.extensions`. */
export type Extension = { from: string; to: string; reason: string; at: string }

/** An option that was withdrawn while the vote was open: an entry of `vote.withdrawn`. @property seq its event in the log */
export type Withdrawal = { option: string; reason: string; at: string; seq: number }

/** A comparison as it is frozen: with the hash of the text that the page had. */
export type FrozenComparison = Comparison & { base: string }
export type VoteOutcome = VoteCount['outcome']

type Columns = Selectable<Schema['vote']>
export type VoteRow = Omit<
  Columns,
  'rules' | 'options' | 'withdrawn' | 'extensions' | 'method' | 'comparison' | 'counted'
> & {
  comparison: FrozenComparison | null
  rules: FrozenRules
  /** As they were at the opening; `leftOf` says which are left. */
  options: VoteOption[]
  withdrawn: Withdrawal[]
  extensions: Extension[]
  method: VoteMethod
  /** What came out, as it was written at the close; null before, and for votes of before it was kept. */
  counted: VoteCount | null
}
export type BallotRow = Omit<Selectable<Schema['ballot']>, 'value' | 'choice'> & {
  choice: Choice
  value: BallotValue | null
}
