import type { Selectable } from 'kysely'
import type { Schema } from '../../../database/types.ts'

type Ratio = { numerator: number; denominator: number }

/** The rules as they are frozen with a vote. */
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
}

export type VoteRow = Omit<Selectable<Schema['vote']>, 'rules'> & { rules: FrozenRules }
export type BallotRow = Selectable<Schema['ballot']>
