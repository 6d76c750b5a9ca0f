import type { VoteAnswer } from '@cenacle/contract/vote'

type Rules = VoteAnswer['rules']
export type Majority = 'simple' | 'twoThirds' | 'percent'
export type Quorum = 'none' | 'third' | 'half' | 'twoThirds'

export const quorums: Record<Quorum, Rules['quorum']> = {
  none: { numerator: 0, denominator: 1 },
  third: { numerator: 1, denominator: 3 },
  half: { numerator: 1, denominator: 2 },
  twoThirds: { numerator: 2, denominator: 3 },
}

/** The majority that was chosen, as exact numbers. @param percent a whole number, for `percent` alone */
export const thresholdOf = (majority: Majority, percent: number): Pick<Rules, 'threshold' | 'comparator'> => {
  if (majority === 'simple') return { threshold: { numerator: 1, denominator: 2 }, comparator: '>' }
  if (majority === 'twoThirds') return { threshold: { numerator: 2, denominator: 3 }, comparator: '>=' }
  return { threshold: { numerator: percent, denominator: 100 }, comparator: '>=' }
}
