import { createHash } from 'node:crypto'
import type { RankedBallot } from '../src/schulze.ts'
import type { CountableVote, VoteBallot, VoteRules } from '../src/vote.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** `5 A>C>B` as a ballot; `(BC)` is a group of equals. */
export function ballot(text: string): RankedBallot {
  const [count, order = ''] = text.split(' ')
  const groups = order.split('>').map((group) => group.replace(/[()]/gu, '').split(''))
  return { count: Number(count), ranking: groups }
}

/** Section 4 of voting.md. */
export const S1 = [
  '5 A>C>B>E>D',
  '5 A>D>E>C>B',
  '8 B>E>D>A>C',
  '3 C>A>B>E>D',
  '7 C>A>E>B>D',
  '2 C>B>A>D>E',
  '7 D>C>E>B>A',
  '8 E>B>A>D>C',
]
export const S2 = ['42 M>N>C>K', '26 N>C>K>M', '15 C>K>N>M', '17 K>C>N>M']

/** Each ballot as often as it was cast. */
export const spread = (texts: readonly string[]): VoteBallot[] =>
  texts
    .map(ballot)
    .flatMap(({ ranking, count = 1 }) =>
      Array.from({ length: count }, (): VoteBallot => ({ choice: 'cast', value: { ranking } })),
    )

export const rules = (changes: Partial<VoteRules> = {}): VoteRules => ({
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 0, denominator: 1 },
  veto: false,
  ...changes,
})

export const aVote = (changes: Partial<CountableVote> & Pick<CountableVote, 'method'>): CountableVote => ({
  rules: rules(),
  options: ['a', 'b', 'c'],
  ballots: [],
  roll: 150,
  draw: { nonce: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', head: '0'.repeat(64) },
  ...changes,
})
