import * as fc from 'fast-check'
import { voteFile, type VoteFile } from '../src/vote-file.ts'
import { type BallotValue, METHODS, type Method, type VoteBallot } from '../src/vote.ts'
import { aVote, rules, S1, sha256, spread } from './ballots.ts'

export const all = rules({
  grades: ['À rejeter', 'Passable', 'Bien'],
  approvals: { min: 1, max: 3 },
  points: { max: 6 },
  number: { min: -10, max: 150, unit: 'sièges' },
  criteria: [
    { id: 'c1', label: 'Clarté', weight: 2 },
    { id: 'c2', label: 'Portée', weight: 1 },
  ],
  leastJudges: 1,
  veto: true,
})
export const labels = [
  { id: 'a', label: 'Rue « Haute », 3' },
  { id: 'b', label: '=SOMME(A1)' },
  { id: 'c', label: 'Le "Phare"\nouest' },
]
export const published = (method: Method, ballots: VoteBallot[], options = labels): VoteFile =>
  voteFile(sha256, {
    ...aVote({ method, ballots, rules: all }),
    id: 'v-1',
    question: 'Où se réunir ?',
    closedAt: '2026-03-11T09:00:00.000Z',
    options,
  })
export const s1 = (method: Method) =>
  published(
    method,
    [...spread(S1), { choice: 'blank' }],
    [...'ABCDE'].map((id) => ({ id, label: id })),
  )
export const cast = (value: BallotValue): VoteBallot => ({ choice: 'cast', value })

export const ids = ['a', 'b', 'c']
const grades = (max: number) =>
  fc.record({ a: fc.nat(max), b: fc.nat(max), c: fc.nat(max) }).map((grades) => cast({ grades }))
const strict = fc.shuffledSubarray(ids, { minLength: 1 }).map((order) => cast({ ranking: order.map((id) => [id]) }))
const tied = fc.constantFrom([['a', 'b'], ['c']], [['c'], ['a', 'b']], [['b', 'c']]).map((ranking) => cast({ ranking }))
const said: Record<Method, fc.Arbitrary<VoteBallot>> = {
  threshold: fc.constantFrom('yes', 'no').map((choice): VoteBallot => ({ choice })),
  'majority-judgment': grades(2),
  score: grades(6),
  schulze: fc.oneof(strict, tied),
  irv: strict,
  approval: fc.shuffledSubarray(ids, { minLength: 1 }).map((approved) => cast({ approved })),
  grid: fc
    .array(fc.record({ c1: fc.nat(6), c2: fc.nat(6) }), { minLength: 3, maxLength: 3 })
    .map(([a = {}, b = {}, c = {}]) => cast({ grid: { a, b, c } })),
  median: fc.integer({ min: -10, max: 150 }).map((number) => cast({ number })),
}
const others = fc.constantFrom<VoteBallot>({ choice: 'blank' }, { choice: 'abstain' }, { choice: 'veto', lapsed: true })
export const anyVote = fc
  .constantFrom(...METHODS)
  .chain((method) =>
    fc
      .array(fc.oneof({ weight: 5, arbitrary: said[method] }, others), { maxLength: 12 })
      .map((ballots) => published(method, ballots)),
  )
