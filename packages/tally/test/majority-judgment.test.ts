import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { fillMissing, type GradeCounts, majorityJudgment } from '../src/majority-judgment.ts'
import { lowerMedian } from '../src/median.ts'

/** Ranks as the references print them: 1 for the best, equals share one, the next is skipped. */
function ranks(tallies: readonly GradeCounts[]): number[] {
  const { ranking } = majorityJudgment(Object.fromEntries(tallies.map((counts, index) => [`n${index}`, counts])))
  return tallies.map((_, index) => {
    const group = ranking.findIndex((ids) => ids.includes(`n${index}`))
    return 1 + ranking.slice(0, group).flat().length
  })
}

/** The same by the vectors, for equal numbers of judges. */
function ranksByVector(tallies: readonly GradeCounts[]): number[] {
  const vectors = tallies.map(medianVector)
  return vectors.map((mine) => 1 + vectors.filter((other) => compareVectors(other, mine) < 0).length)
}

/** What both algorithms say. */
function bothRanks(tallies: readonly GradeCounts[]): number[] {
  const expected = ranks(tallies)
  assert.deepEqual(ranksByVector(tallies), expected)
  return expected
}

/** The definition, as the second, independent algorithm: take the lower median away, again and again. */
function medianVector(counts: GradeCounts): number[] {
  const grades = counts.flatMap((count, grade) => Array<number>(count).fill(grade))
  const vector: number[] = []
  while (grades.length > 0) vector.push(...grades.splice((grades.length - 1) >> 1, 1))
  return vector
}

function compareVectors(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((grade, index) => grade !== b[index])
  return at === -1 ? 0 : (b[at] ?? 0) - (a[at] ?? 0)
}

describe('vote criterion 2: majority judgment vectors (voting.md section 4)', () => {
  it('M1 3 judges', () => {
    const tallies = [
      [1, 1, 1],
      [1, 0, 2],
      [3, 0, 0],
      [2, 0, 1],
      [0, 3, 0],
    ]
    assert.deepEqual(bothRanks(tallies), [3, 1, 5, 4, 2])
    assert.deepEqual(tallies.map(medianVector), [
      [1, 0, 2],
      [2, 0, 2],
      [0, 0, 0],
      [0, 0, 2],
      [1, 1, 1],
    ])
  })
  it('M2 37 000 judges', () => {
    const tallies = [
      [11142, 6970, 4040, 1968, 9888, 2992],
      [10141, 8971, 4043, 1965, 8884, 2996],
      [14141, 8971, 1043, 1965, 7884, 2996],
    ]
    assert.deepEqual(ranks(tallies), [1, 2, 3])
  })
  it('M3 10 judges, missing grade = worst, or = grade 2', () => {
    const tallies = [
      [2, 2, 2, 2, 2],
      [1, 2, 2, 2, 2],
      [0, 0, 4, 0, 0],
      [0, 0, 0, 0, 2],
      [0, 0, 0, 1, 1],
    ]
    assert.deepEqual(bothRanks(tallies.map((counts) => fillMissing(counts, 10))), [1, 1, 3, 4, 5])
    const second = tallies.with(1, [2, 2, 1, 2, 2])
    assert.deepEqual(bothRanks(second.map((counts) => fillMissing(counts, 10, 2))), [4, 4, 3, 1, 2])
    assert.throws(() => fillMissing([6, 5], 10), RangeError)
  })
  it('M5 Belenios demo-mj, given best to worst', () => {
    const tallies = [
      [30, 25, 20, 15, 10],
      [25, 30, 20, 14, 11],
      [6, 24, 40, 24, 6],
      [10, 15, 20, 25, 30],
    ]
    assert.deepEqual(bothRanks(tallies.map((counts) => counts.toReversed())), [1, 2, 3, 4])
    // What one step sees, the median and the larger group beside it, is the same for the first two: 45 below.
    const [first = [], second = []] = tallies.map((counts) => counts.toReversed())
    const { details } = majorityJudgment({ first, second })
    assert.deepEqual([details.options['first']?.median, details.options['second']?.median], [3, 3])
    const below = (counts: readonly number[]) => counts.slice(0, 3).reduce((sum, count) => sum + count, 0)
    assert.deepEqual([below(first), below(second)], [45, 45])
    assert.ok((first[4] ?? 0) < 45 && (second[4] ?? 0) < 45)
  })
  it('M6 the book: 7,11,9,9,11 beats 8,11,9,9,10', () => {
    const tally = (grades: readonly number[]) =>
      Array.from({ length: 12 }, (_, grade) => grades.filter((g) => g === grade).length)
    const first = tally([7, 11, 9, 9, 11])
    const second = tally([8, 11, 9, 9, 10])
    assert.deepEqual(medianVector(first), [9, 9, 11, 7, 11])
    assert.deepEqual(medianVector(second), [9, 9, 10, 8, 11])
    assert.deepEqual(bothRanks([second, first]), [2, 1])
  })
  it('M8 the same tally twice is an exact tie, ex æquo', () => {
    assert.deepEqual(
      bothRanks([
        [0, 0, 1, 2, 3, 4, 2],
        [0, 0, 1, 2, 3, 4, 2],
      ]),
      [1, 1],
    )
  })
})

describe('unequal juror counts (voting.md 2.3)', () => {
  it('one juror less can move the median', () => {
    const { details } = majorityJudgment({ all: [0, 0, 1, 2, 3, 4, 2], less: [0, 0, 1, 2, 2, 4, 2] })
    assert.equal(details.options['all']?.median, 4)
    assert.equal(details.options['less']?.median, 5)
  })
  it('proportional tallies are tied after scaling to the lcm', () => {
    assert.deepEqual(
      ranks([
        [1, 2, 4],
        [3, 6, 12],
      ]),
      [1, 1],
    )
  })
  it('too few judges: unranked', () => {
    const { ranking, details } = majorityJudgment({ a: [1, 2], b: [0, 2] }, 3)
    assert.deepEqual(ranking, [['a']])
    assert.deepEqual(details.unranked, ['b'])
  })
})

describe('vote criterion 2: two independent algorithms', () => {
  it('agree on 12 000 random profiles', () => {
    const profile = fc
      .integer({ min: 1, max: 30 })
      .chain((judges) =>
        fc.array(fc.array(fc.nat(6), { minLength: judges, maxLength: judges }), { minLength: 2, maxLength: 5 }),
      )
    fc.assert(
      fc.property(profile, (options) => {
        const tallies = options.map((grades) =>
          Array.from({ length: 7 }, (_, g) => grades.filter((x) => x === g).length),
        )
        assert.deepEqual(ranks(tallies), ranksByVector(tallies))
      }),
      { numRuns: 12_000 },
    )
  })
})

describe('vote criterion 4: edge profiles', () => {
  it('no ballot: all tied', () => {
    const result = majorityJudgment({ a: [0, 0], b: [0, 0] })
    assert.deepEqual([result.status, result.ranking], ['no_ballot', [['a', 'b']]])
    assert.deepEqual(majorityJudgment({}).ranking, [])
  })
  it('one ballot, all identical', () => {
    assert.deepEqual(
      ranks([
        [0, 1],
        [1, 0],
      ]),
      [1, 2],
    )
    assert.deepEqual(
      ranks([
        [0, 5],
        [0, 5],
        [5, 0],
      ]),
      [1, 1, 3],
    )
  })
  it('refuses different scales and fractions', () => {
    assert.throws(() => majorityJudgment({ a: [1, 0], b: [1] }), RangeError)
    assert.throws(() => majorityJudgment({ a: [0.5, 1] }), RangeError)
  })
})

describe('lower median of numbers', () => {
  it('takes the lower middle, which an outlier cannot pull', () => {
    assert.equal(lowerMedian([]), undefined)
    assert.equal(lowerMedian([7]), 7)
    assert.equal(lowerMedian([10, 2]), 2)
    assert.equal(lowerMedian([120, 50, 1_000_000]), 120)
    assert.equal(lowerMedian([4, 1, 3, 2]), 2)
    assert.throws(() => lowerMedian([1.5]), RangeError)
  })
})
