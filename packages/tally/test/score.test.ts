import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { compareFractions, criteriaGrid, type Grid } from '../src/grid.ts'
import { score, type ScoreBallot } from '../src/score.ts'

describe('score voting', () => {
  it('compares means without ever forming one', () => {
    const { ranking, details } = score(
      ['a', 'b'],
      [{ grades: { a: 3, b: 4 }, count: 2 }, { grades: { a: 5, b: 3 } }],
      5,
    )
    assert.deepEqual(details.scores, [
      { id: 'a', sum: 11, ballots: 3 },
      { id: 'b', sum: 11, ballots: 3 },
    ])
    assert.deepEqual(ranking, [['a', 'b']])
  })
  it('recused voters leave the denominator', () => {
    const ballots: ScoreBallot[] = [
      { grades: { a: 4, b: 5 } },
      { grades: { b: 4 }, recused: ['a'] },
      { grades: { a: 4, b: 4 } },
    ]
    const { ranking, details } = score(['a', 'b'], ballots, 6)
    assert.deepEqual(
      details.scores.map(({ sum, ballots }) => [sum, ballots]),
      [
        [8, 2],
        [13, 3],
      ],
    )
    assert.deepEqual(ranking, [['b'], ['a']])
    assert.deepEqual(score(['a', 'b'], [{ grades: { b: 0 }, recused: ['a'] }], 6).ranking, [['b'], ['a']])
  })
  it('refuses a ballot that does not grade all options, in whole points within the scale', () => {
    const refused: Record<string, number>[] = [
      { a: 1 },
      { a: 1, b: 7 },
      { a: 1, b: -1 },
      { a: 1, b: 0.5 },
      { a: 1, b: 1, z: 1 },
    ]
    for (const grades of refused)
      assert.throws(() => score(['a', 'b'], [{ grades }], 6), RangeError, JSON.stringify(grades))
    assert.throws(() => score(['a'], [{ grades: { a: 1 }, recused: ['a'] }], 6), RangeError)
    assert.throws(() => score(['constructor'], [{ grades: {} }], 6), RangeError)
  })
  it('vote criterion 4: score with no ballot, one, all zero, all identical', () => {
    const none = score(['a', 'b'], [], 6)
    assert.deepEqual([none.status, none.ranking], ['no_ballot', [['a', 'b']]])
    assert.deepEqual(score(['a', 'b'], [{ grades: { a: 0, b: 1 } }], 6).ranking, [['b'], ['a']])
    assert.deepEqual(score(['a', 'b'], [{ grades: { a: 0, b: 0 }, count: 9 }], 6).ranking, [['a', 'b']])
    assert.deepEqual(score(['a', 'b'], [{ grades: { a: 6, b: 2 }, count: 9 }], 6).ranking, [['a'], ['b']])
  })
  it('is exact where floating point is not', () => {
    const points = fc.nat(2 ** 20)
    const times = fc.integer({ min: 1, max: 2 ** 14 })
    const ballot = (of: 'a' | 'b', points: number, count: number) => ({
      grades: { [of]: points },
      recused: [of === 'a' ? 'b' : 'a'],
      count,
    })
    fc.assert(
      fc.property(points, points, times, times, fc.integer({ min: 2, max: 4096 }), (p, q, n, m, k) => {
        const level = [ballot('a', p, n), ballot('a', q, m), ballot('b', p, n * k), ballot('b', q, m * k)]
        assert.deepEqual(score(['a', 'b'], level, 2 ** 21).ranking, [['a', 'b']])
        const more = [...level, ballot('b', Math.max(p, q) + 1, 1)]
        assert.deepEqual(score(['a', 'b'], more, 2 ** 21).ranking, [['b'], ['a']])
      }),
      { numRuns: 2000 },
    )
  })
})

const criteria = [
  { id: 'x', weight: 2 },
  { id: 'y', weight: 1 },
  { id: 'z', weight: 1 },
]
const grids = (nominee: string, rows: readonly (readonly [number, number, number])[]): Grid[] =>
  rows.map(([x, y, z]) => ({ nominee, grades: { x, y, z } }))
const n1 = grids('n1', [
  [16, 14, 12],
  [15, 15, 13],
  [17, 12, 14],
  [14, 14, 14],
  [16, 13, 15],
])
const n2 = grids('n2', [
  [18, 12, 11],
  [15, 16, 14],
  [16, 14, 12],
  [15, 15, 13],
])

describe('criteria grid (voting.md 2.3)', () => {
  it('the example: 73/5 and, one juror recused, 235/16, which is more', () => {
    const { ranking, details } = criteriaGrid(criteria, ['n1', 'n2'], [...n1, ...n2])
    assert.deepEqual(ranking, [['n2'], ['n1']])
    assert.deepEqual(
      details.nominees.map(({ score, jurors }) => [score, jurors]),
      [
        [{ n: 73, d: 5 }, 5],
        [{ n: 235, d: 16 }, 4],
      ],
    )
    assert.deepEqual(details.nominees[1]?.lowest, { n: 29, d: 2 })
    assert.deepEqual(details.nominees[1]?.highest, { n: 15, d: 1 })
  })
  it('a grid counts only if complete', () => {
    const partial = [...n1, { nominee: 'n1', grades: { x: 20, y: 20 } }]
    const { details } = criteriaGrid(criteria, ['n1'], partial)
    assert.deepEqual(details.nominees[0]?.score, { n: 73, d: 5 })
    assert.equal(details.nominees[0]?.incomplete, 1)
  })
  it('too few jurors: not ranked', () => {
    const { ranking, details } = criteriaGrid(criteria, ['n1', 'n2'], [...n1, ...n2.slice(0, 2)], 3)
    assert.deepEqual([ranking, details.unranked], [[['n1']], ['n2']])
  })
  it('vote criterion 4: a grid with no ballot, one, all identical', () => {
    const none = criteriaGrid(criteria, ['n1', 'n2'], [])
    assert.deepEqual([none.status, none.ranking], ['no_ballot', [['n1', 'n2']]])
    assert.equal(none.details.nominees[0]?.score, null)
    const one = criteriaGrid(criteria, ['n1', 'n2'], n2.slice(0, 1))
    assert.deepEqual([one.ranking, one.details.unranked], [[['n2']], ['n1']])
    const same = n1.map(({ grades }) => ({ nominee: 'n2', grades }))
    assert.deepEqual(criteriaGrid(criteria, ['n1', 'n2'], [...n1, ...same]).ranking, [['n1', 'n2']])
    assert.deepEqual(criteriaGrid(criteria, [], []).ranking, [])
  })
  it('refuses what is no grid', () => {
    assert.throws(() => criteriaGrid([{ id: 'x', weight: 0 }], ['n1'], []), RangeError)
    assert.throws(() => criteriaGrid(criteria, ['n1'], [{ nominee: 'n9', grades: {} }]), RangeError)
    assert.throws(() => criteriaGrid(criteria, ['n1'], [{ nominee: 'n1', grades: { q: 1 } }]), RangeError)
    assert.throws(() => criteriaGrid(criteria, ['n1'], [{ nominee: 'n1', grades: { x: 0.5 } }]), RangeError)
  })
  it('is the mean of the means by criterion, exactly', () => {
    const row = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const { score } = criteriaGrid(criteria, ['n'], grids('n', rows)).details.nominees[0] ?? {}
        const sum = rows.reduce((total, [x, y, z]) => total + 2 * x + y + z, 0)
        assert.equal(compareFractions(score ?? null, { n: sum, d: 4 * rows.length }), 0)
      }),
      { numRuns: 2000 },
    )
  })
})
