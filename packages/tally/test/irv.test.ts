import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { irv } from '../src/irv.ts'
import type { RankedBallot } from '../src/schulze.ts'
import { ballot, S1, S2 } from './ballots.ts'

const noDraw = (tied: readonly string[]): string => assert.fail(`no draw expected among ${tied.join(', ')}`)
const run = (options: string, ballots: readonly string[], drawOut = noDraw) =>
  irv([...options], ballots.map(ballot), drawOut)

describe('vote criterion 1: IRV on the vectors of voting.md section 4', () => {
  it('S1 IRV: D out, B and E tied at 8: whichever goes, exactly one does, and C wins', () => {
    for (const goes of ['B', 'E']) {
      const asked: string[][] = []
      const { ranking, details } = run('ABCDE', S1, (tied) => {
        asked.push([...tied])
        return goes
      })
      assert.deepEqual(asked, [['B', 'E']])
      assert.deepEqual(ranking[0], ['C'])
      const [first, second, , last] = details.rounds
      assert.deepEqual(
        first?.counts.map(({ id, votes }) => `${id}${votes}`),
        ['A10', 'B8', 'C12', 'D7', 'E8'],
      )
      assert.deepEqual([first?.eliminated, first?.tie], ['D', 'none'])
      assert.deepEqual([second?.eliminated, second?.tie], [goes, 'draw'])
      assert.deepEqual(last?.counts.map(({ votes }) => votes).toSorted(), { B: [21, 24], E: [16, 29] }[goes])
    }
  })
  it('S2 Tennessee IRV: C out, N out, K wins 58 to 42', () => {
    const { ranking, details } = run('MNCK', S2)
    assert.deepEqual(ranking, [['K'], ['M'], ['N'], ['C']])
    assert.deepEqual(
      details.rounds.map(({ counts, eliminated }) => [
        counts.map(({ id, votes }) => `${id}${votes}`).join(' '),
        eliminated,
      ]),
      [
        ['M42 N26 C15 K17', 'C'],
        ['M42 N26 K32', 'N'],
        ['M42 K58', null],
      ],
    )
  })
})

describe('IRV, its rules', () => {
  it('a tie for the last place is settled by the latest earlier round that tells them apart', () => {
    // D goes first; then B and C are level at 4, and C had fewer before.
    const { details, ranking } = run('ABCD', ['6 A', '4 B', '3 C', '1 D>C'])
    assert.deepEqual(
      details.rounds.map(({ eliminated, tie }) => [eliminated, tie]),
      [
        ['D', 'none'],
        ['C', 'earlier-round'],
        [null, 'none'],
      ],
    )
    assert.deepEqual(ranking, [['A'], ['B'], ['C'], ['D']])
  })
  it('exhausted ballots leave the base', () => {
    const { details } = run('ABC', ['4 A', '3 B', '2 C'])
    assert.deepEqual(details.rounds.at(-1), {
      counts: [
        { id: 'A', votes: 4 },
        { id: 'B', votes: 3 },
      ],
      exhausted: 2,
      eliminated: null,
      tie: 'none',
    })
  })
  it('two that are level to the end are ex æquo: no draw elects', () => {
    assert.deepEqual(run('AB', ['5 A>B', '5 B>A']).ranking, [['A', 'B']])
    assert.deepEqual(run('ABC', ['5 A>C', '5 B>A', '1 C']).ranking, [['A', 'B'], ['C']])
  })
  it('refuses equal ranks, unknown and repeated options', () => {
    for (const text of ['1 (AB)', '1 A>Z', '1 A>B>A']) assert.throws(() => run('ABC', [text]), RangeError, text)
    assert.throws(() => irv(['A'], [{ ranking: [['A']], count: 0.5 }], noDraw), RangeError)
  })
  it('vote criterion 4: IRV with no ballot, one, all blank, all identical', () => {
    const none = run('ABC', [])
    assert.deepEqual([none.status, none.ranking], ['no_ballot', [['A', 'B', 'C']]])
    assert.deepEqual(run('', []).ranking, [])
    assert.deepEqual(run('ABC', ['1 B>A>C']).ranking[0], ['B'])
    const blank = irv(['A', 'B'], [{ ranking: [], count: 9 }], noDraw)
    assert.deepEqual([blank.status, blank.ranking], ['counted', [['A', 'B']]])
    assert.deepEqual(run('ABC', ['9 C>B>A']).ranking, [['C'], ['A', 'B']])
  })
})

/** The same from the words of the rule, ballot by ballot, on ballots that shrink. */
function naive(
  options: readonly string[],
  ballots: readonly RankedBallot[],
  drawOut: (tied: string[]) => string,
): string {
  let papers = ballots.flatMap(({ ranking, count = 1 }) => Array<string[]>(count).fill(ranking.flat()))
  let left = [...options]
  const history: Record<string, number>[] = []
  for (;;) {
    const votes: Record<string, number> = Object.fromEntries(left.map((id) => [id, 0]))
    for (const [first] of papers) if (first !== undefined) votes[first] = (votes[first] ?? 0) + 1
    history.unshift(votes)
    const continuing = papers.filter((paper) => paper.length > 0).length
    const winner = left.find((id) => (votes[id] ?? 0) > continuing - (votes[id] ?? 0))
    if (winner !== undefined) return winner
    if (continuing === 0) return '='
    const sorted = left.toSorted((a, b) => {
      const apart = history.find((round) => round[a] !== round[b])
      return apart === undefined ? 0 : (apart[a] ?? 0) - (apart[b] ?? 0)
    })
    const [worst = ''] = sorted
    const level = left.filter((id) => history.every((round) => round[id] === round[worst]))
    if (level.length === 2 && left.length === 2) return '='
    const out = level.length === 1 ? worst : drawOut(level)
    left = left.filter((id) => id !== out)
    papers = papers.map((paper) => paper.filter((id) => id !== out))
  }
}

describe('vote criterion 1: IRV and a naive oracle', () => {
  it('agree on 5 000 random profiles', () => {
    const options = [...'ABCDE']
    const profile = fc.array(fc.shuffledSubarray(options), { maxLength: 20 })
    fc.assert(
      fc.property(profile, fc.shuffledSubarray(options, { minLength: 5 }), (orders, drawn) => {
        const ballots = orders.map((ids) => ({ ranking: ids.map((id) => [id]) }))
        const drawOut = (tied: readonly string[]) => drawn.findLast((id) => tied.includes(id)) ?? ''
        const { ranking, details } = irv(options, ballots, drawOut)
        const expected = naive(options, ballots, drawOut)
        const [top = []] = ranking
        assert.equal(top.length === 1 ? top[0] : '=', expected)
        assert.deepEqual(ranking.flat().toSorted(), options)
        for (const { counts, exhausted } of details.rounds)
          assert.equal(
            counts.reduce((sum, { votes }) => sum + votes, exhausted),
            orders.length,
          )
      }),
      { numRuns: 5000 },
    )
  })
})
