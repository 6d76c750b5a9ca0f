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

const isShare = (a: Rules['threshold'], numerator: number, denominator: number): boolean =>
  a.numerator * denominator === numerator * a.denominator

/** The same backwards, for a draft that is opened again. */
export const majorityOf = ({
  threshold,
  comparator,
}: Pick<Rules, 'threshold' | 'comparator'>): { majority: Majority; percent: string } => {
  const percent = String(Math.round((100 * threshold.numerator) / threshold.denominator))
  if (comparator === '>' && isShare(threshold, 1, 2)) return { majority: 'simple', percent: '70' }
  if (comparator === '>=' && isShare(threshold, 2, 3)) return { majority: 'twoThirds', percent: '70' }
  return { majority: 'percent', percent }
}

export const quorumOf = (quorum: Rules['quorum']): Quorum => {
  const found = (['third', 'half', 'twoThirds'] as const).find((name) =>
    isShare(quorum, quorums[name].numerator, quorums[name].denominator),
  )
  return found ?? 'none'
}
