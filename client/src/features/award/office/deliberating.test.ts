import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Deliberated } from './api.ts'
import { isSkipped, levelsOf, moved, namesOf, tieOf, withMedal, withTie } from './deliberating.ts'

describe('a deliberation', () => {
  const of = (ranking: string[][], rest: Partial<Deliberated> = {}): Deliberated => ({
    id: 'a',
    name: 'A',
    question: '?',
    method: 'majority-judgment',
    voteId: 'v',
    roll: 3,
    voters: 3,
    blank: 0,
    options: { o1: 'x', o2: 'y', o3: 'z', o4: 'w' },
    nominees: [{ id: 'x', title: 'Titre X', organisation: '' }],
    tally: { method: 'majority-judgment', ranking, grades: [], options: [], unranked: [] },
    ties: [],
    withheld: [],
    levels: [
      { medal: 'Or', winners: [], withheld: false },
      { medal: 'Argent', winners: [], withheld: false },
    ],
    ...rest,
  })
  it('orders the levels that share a medal, and no others', () => {
    assert.deepEqual(
      levelsOf(
        of([
          ['o1', 'o2'],
          ['o3', 'o4'],
        ]),
      ),
      [{ place: 1, entryIds: ['x', 'y'] }],
    )
    assert.deepEqual(levelsOf(of([['o1'], ['o2', 'o3'], ['o4']])), [{ place: 2, entryIds: ['y', 'z'] }])
    assert.deepEqual(levelsOf(of([['o1'], ['o2'], ['o3', 'o4']])), [])
  })
  it('replaces what was decided of one level or medal, and keeps the rest', () => {
    const level = { place: 1, entryIds: ['x', 'y'] }
    const other = { order: ['w', 'z'], reason: 'Autre.' }
    const decided = of([], { ties: [other, { order: ['x', 'y'], reason: 'Avant.' }], withheld: [] })
    assert.equal(tieOf(decided, level)?.reason, 'Avant.')
    const tie = { order: ['y', 'x'], reason: 'Après.' }
    assert.deepEqual(withTie(decided, level, tie), { ties: [other, tie], withheld: [] })
    assert.deepEqual(withTie(decided, level, undefined).ties, [other])
    const withheld = withMedal(decided, 'Or', 'Aucun.')
    assert.deepEqual(withheld, { ties: decided.ties, withheld: [{ medal: 'Or', reason: 'Aucun.' }] })
    assert.deepEqual(withMedal(withheld, 'Or', undefined).withheld, [])
  })
  it('says of a medal that nobody gets whether those level above take its place', () => {
    const level = (count: number) => ({
      medal: 'M',
      winners: Array.from({ length: count }, () => ({ id: '', title: '', organisation: '' })),
      withheld: false,
    })
    assert.equal(isSkipped([level(2), level(0), level(0)], 1), true)
    assert.equal(isSkipped([level(2), level(0), level(0)], 2), false)
    assert.equal(isSkipped([level(3), level(0), level(0)], 2), true)
    assert.equal(isSkipped([level(1), level(0)], 1), false)
  })
  it('moves by one, and not past the ends', () => {
    assert.deepEqual(moved(['x', 'y', 'z'], 'z', -1), ['x', 'z', 'y'])
    assert.deepEqual(moved(['x', 'y', 'z'], 'x', 1), ['y', 'x', 'z'])
    assert.deepEqual(moved(['x', 'y'], 'x', -1), ['x', 'y'])
    assert.deepEqual(moved(['x', 'y'], 'none', 1), ['x', 'y'])
  })
  it('names the options of the tally by the titles of their entries', () => {
    assert.equal(namesOf(of([])).get('o1'), 'Titre X')
  })
})
