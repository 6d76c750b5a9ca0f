import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { approval } from '../src/approval.ts'
import { schulze } from '../src/schulze.ts'
import { ballot, S1, S2 } from './ballots.ts'

const order = (options: string, ballots: readonly string[]) =>
  schulze(options.split(''), ballots.map(ballot))
    .ranking.map((group) => group.join(''))
    .join('>')

describe('vote criterion 1: Schulze vectors (voting.md section 4)', () => {
  it('S1 Wikipedia, 45 ballots: order and both matrices', () => {
    assert.equal(order('ABCDE', S1), 'E>A>C>B>D')
    const { details } = schulze([...'ABCDE'], S1.map(ballot))
    assert.deepEqual(details.preferences, [
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ])
    assert.deepEqual(details.paths, [
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ])
  })
  it('S2 Tennessee, 100 ballots', () => {
    assert.equal(order('MNCK', S2), 'N>C>K>M')
    const { preferences } = schulze([...'MNCK'], S2.map(ballot)).details
    assert.deepEqual(preferences, [
      [0, 42, 42, 42],
      [58, 0, 68, 68],
      [58, 32, 0, 83],
      [58, 32, 17, 0],
    ])
  })
  it('S4 cycle, 30 ballots', () => {
    assert.equal(order('ABCD', ['3 A>C>D>B', '9 B>A>C>D', '8 C>D>A>B', '5 D>A>B>C', '5 D>B>C>A']), 'C>D>B>A')
  })
  it('S5 ties, 9 ballots', () => {
    assert.equal(order('ABCD', ['3 A>B>C>D', '2 C>B>D>A', '2 D>A>B>C', '2 D>B>C>A']), 'BD>AC')
  })
  it('S6 tiny, equal ranks', () => {
    assert.equal(order('ABC', ['1 A>(BC)', '1 B>A>C']), 'AB>C')
  })
  it('S8 Belenios, 60 ballots', () => {
    assert.equal(order('ABC', ['23 A>B>C', '2 B>A>C', '17 B>C>A', '10 C>A>B', '8 C>B>A']), 'B>C>A')
  })
})

describe('vote criterion 1: unranked options, edge profiles', () => {
  it('unranked options are tied last', () => {
    assert.equal(order('ABCD', ['3 A>B', '1 B>A']), 'A>B>CD')
    assert.equal(order('ABCD', ['3 A>B>(CD)', '1 B>A>(CD)']), 'A>B>CD')
  })
  it('the strength of a win is its winning votes: by margins C would win', () => {
    const ballots = ['2 A>B>C', '4 C>A>B', '3 B>(AC)']
    assert.equal(order('ABC', ballots), 'A>B>C')
    assert.deepEqual(schulze([...'ABC'], ballots.map(ballot)).details.preferences, [
      [0, 6, 2],
      [3, 0, 5],
      [4, 4, 0],
    ])
  })
  it('vote criterion 4: Schulze with no ballot, one, all blank, all identical', () => {
    assert.deepEqual(schulze(['A', 'B'], []).status, 'no_ballot')
    assert.equal(order('AB', []), 'AB')
    assert.equal(order('AB', ['1 B>A']), 'B>A')
    assert.deepEqual(schulze(['A', 'B'], [{ ranking: [], count: 9 }]).ranking, [['A', 'B']])
    assert.equal(order('ABC', ['7 C>B>A', '2 C>B>A']), 'C>B>A')
    assert.deepEqual(schulze([], []).ranking, [])
  })
  it('refuses unknown and repeated options', () => {
    assert.throws(() => order('AB', ['1 A>C']), RangeError)
    assert.throws(() => order('AB', ['1 A>A']), RangeError)
    assert.throws(() => schulze(['A'], [{ ranking: [['A']], count: 1.5 }]), RangeError)
  })
  it('a Condorcet winner comes first, alone', () => {
    const ballots = fc.array(fc.shuffledSubarray([...'ABCDE'], { minLength: 5 }), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(ballots, (orders) => {
        const { ranking, details } = schulze(
          [...'ABCDE'],
          orders.map((ids) => ({ ranking: ids.map((id) => [id]) })),
        )
        const d = details.preferences
        const winner = d.findIndex((row, i) => row.every((votes, j) => i === j || votes > (d[j]?.[i] ?? 0)))
        if (winner !== -1) assert.deepEqual(ranking[0], ['ABCDE'[winner]])
        assert.deepEqual(ranking.flat().toSorted(), [...'ABCDE'])
      }),
      { numRuns: 1000 },
    )
  })
})

/** The strongest path as its definition has it: of all simple paths, the one whose weakest win is the strongest. */
function widest(wins: readonly (readonly number[])[], from: number, to: number, seen: readonly number[] = []): number {
  const steps = [...wins.keys()].filter((next) => next !== from && !seen.includes(next))
  return Math.max(
    0,
    ...steps.map((next) => {
      const step = wins[from]?.[next] ?? 0
      return next === to ? step : Math.min(step, widest(wins, next, to, [...seen, from]))
    }),
  )
}

describe('vote criterion 1: Schulze and a naive oracle', () => {
  it('agree on 2 000 random profiles with ties and unranked options', () => {
    const ids = [...'ABCD']
    const weak = fc
      .tuple(fc.shuffledSubarray(ids), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
      .map(([order, joins]) => {
        const ranking: string[][] = []
        for (const [index, id] of order.entries()) {
          const last = ranking.at(-1)
          if (last && joins[index]) last.push(id)
          else ranking.push([id])
        }
        return ranking
      })
    const ballots = fc.array(fc.record({ ranking: weak, count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(ballots, (ballots) => {
        const { preferences, paths } = schulze(ids, ballots).details
        const rank = (ranking: string[][], id: string) => ranking.findIndex((group) => group.includes(id)) >>> 0
        const naive = ids.map((x) =>
          ids.map((y) =>
            ballots.reduce((sum, { ranking, count }) => sum + (rank(ranking, x) < rank(ranking, y) ? count : 0), 0),
          ),
        )
        assert.deepEqual(preferences, naive)
        const wins = naive.map((row, x) => row.map((votes, y) => (votes > (naive[y]?.[x] ?? 0) ? votes : 0)))
        assert.deepEqual(
          paths,
          wins.map((row, x) => row.map((_, y) => (x === y ? 0 : widest(wins, x, y)))),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

describe('vote criterion 1: approval', () => {
  it('S2 approval of the top two: N 68, C 58, M 42, K 32', () => {
    const ballots = S2.map(ballot).map(({ ranking, count }) => ({
      approved: ranking.slice(0, 2).flat(),
      count: count ?? 1,
    }))
    const { ranking, details } = approval([...'MNCK'], ballots)
    assert.deepEqual(details.scores, { M: 42, N: 68, C: 58, K: 32 })
    assert.deepEqual(ranking, [['N'], ['C'], ['M'], ['K']])
  })
  it('vote criterion 4: no ballot, blank, ties', () => {
    assert.deepEqual(approval(['A', 'B'], []), {
      status: 'no_ballot',
      ranking: [['A', 'B']],
      details: { scores: { A: 0, B: 0 }, ballots: 0, blank: 0 },
    })
    assert.deepEqual(approval(['A', 'B'], [{ approved: [] }]).details, { scores: { A: 0, B: 0 }, ballots: 1, blank: 1 })
    assert.deepEqual(approval(['A', 'B', 'C'], [{ approved: ['C', 'B'] }]).ranking, [['B', 'C'], ['A']])
  })
  it('holds to its limits', () => {
    const limits = { min: 1, max: 2 }
    assert.throws(() => approval(['A', 'B', 'C'], [{ approved: ['A', 'B', 'C'] }], limits), RangeError)
    assert.throws(() => approval(['A', 'B'], [{ approved: ['A', 'A'] }], limits), RangeError)
    assert.throws(() => approval(['A', 'B'], [{ approved: ['Z'] }], limits), RangeError)
    assert.equal(approval(['A', 'B', 'C'], [{ approved: [] }], limits).details.blank, 1)
  })
})
