import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { criteriaGrid } from '@cenacle/tally/grid'
import type { Vote } from '../api.ts'
import {
  type BallotDraft,
  draftOf,
  faultsOf,
  fieldsOf,
  isSame,
  judgedPart,
  typedPoints,
  valueOf,
} from './ballot-draft.ts'
import { compareMeans, marksOf, missingCriteria, weightedMean } from './grid-points.ts'
import { parseDraft } from './kept-draft.ts'
import { missingOf } from './missing.ts'

const criteria = [
  { id: 'c1', label: 'Effet', weight: 2 },
  { id: 'c2', label: 'Clarté', weight: 1 },
  { id: 'c3', label: 'Reprise', weight: 1 },
]
const vote = {
  kind: 'award',
  method: 'grid',
  options: [
    { id: 'o1', label: 'Sept mots' },
    { id: 'o2', label: 'Voisins de chaleur' },
  ],
  rules: { criteria, points: { max: 20 } },
  myBallot: null,
} as unknown as Vote
const empty: BallotDraft = draftOf(vote)
const full = { o1: { c1: 16, c2: 14, c3: 12 }, o2: { c1: 0, c2: 0, c3: 20 } }

test('the mean of one’s points is weighted, and there is none while a criterion has none', () => {
  assert.deepEqual(weightedMean(criteria, full.o1), { n: 58, d: 4 })
  assert.equal(weightedMean(criteria, { c1: 16, c2: 14 }), undefined)
  assert.equal(weightedMean(criteria, undefined), undefined)
  assert.deepEqual(
    missingCriteria(criteria, { c2: 0 }).map(({ id }) => id),
    ['c1', 'c3'],
  )
})

test('it is the mean that the count gives a jury of one', () => {
  const points = fc.integer({ min: 0, max: 20 })
  fc.assert(
    fc.property(fc.record({ c1: points, c2: points, c3: points }), (grades) => {
      const own = weightedMean(criteria, grades)
      const [counted] = criteriaGrid(criteria, ['o1'], [{ nominee: 'o1', grades }]).details.nominees
      assert.ok(own && counted?.score)
      assert.equal(compareMeans(own, counted.score), 0)
    }),
  )
})

test('means are compared exactly, the higher first', () => {
  assert.ok(compareMeans({ n: 73, d: 5 }, { n: 235, d: 16 }) > 0)
  assert.ok(compareMeans({ n: 1, d: 2 }, { n: 1, d: 3 }) < 0)
})

test('points that one presses go from none to the most', () => {
  assert.deepEqual(marksOf(20), [0, 5, 10, 15, 20])
  assert.deepEqual(marksOf(10), [0, 3, 5, 8, 10])
  assert.deepEqual(marksOf(3), [0, 1, 2, 3])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (max) => {
      const marks = marksOf(max)
      assert.deepEqual([marks[0], marks.at(-1)], [0, max])
      assert.equal(new Set(marks).size, marks.length)
    }),
  )
})

test('a grid is complete once every nominee has points by every criterion, zero included', () => {
  const draft = { ...empty, grid: { ...full, o2: { c1: 0 } } }
  assert.deepEqual(faultsOf(vote, draft), { 'o2/c2': 'criterion', 'o2/c3': 'criterion' })
  assert.deepEqual(faultsOf(vote, { ...empty, grid: full }), {})
  assert.deepEqual(faultsOf(vote, { ...empty, kind: 'blank' }), {})
  assert.deepEqual(fieldsOf(vote), ['o1/c1', 'o1/c2', 'o1/c3', 'o2/c1', 'o2/c2', 'o2/c3'])
})

test('what is missing is said by name: single criteria, or the nominee where all are', () => {
  const messages = Object.fromEntries(['o1/c1', 'o1/c2', 'o1/c3', 'o2/c3'].map((field) => [field, '…']))
  assert.deepEqual(missingOf(vote, messages), [
    { id: 'o1', label: 'Sept mots', criteria: [], field: 'o1/c1' },
    { id: 'o2', label: 'Voisins de chaleur', criteria: ['Reprise'], field: 'o2/c3' },
  ])
  assert.deepEqual(missingOf(vote, {}), [])
})

test('who is recused from a nominee neither judges nor sends it', () => {
  const own = judgedPart({ ...vote, recused: ['o1'] })
  assert.deepEqual(faultsOf(own, { ...empty, grid: { o2: full.o2 } }), {})
  assert.deepEqual(valueOf(own, { ...empty, grid: full }), { grid: { o2: full.o2 } })
})

test('points that are not given are not points of zero', () => {
  const zero = { c1: 0, c2: 0, c3: 0 }
  assert.equal(isSame(vote, empty, { ...empty, grid: { o1: zero } }), false)
  const graded = { ...vote, method: 'majority-judgment' } as Vote
  assert.equal(isSame(graded, empty, { ...empty, grades: { o1: 0 } }), false)
})

test('a ballot that was kept on the device comes back, and nothing else that lies there does', () => {
  const draft = { ...empty, grades: { o1: 3 }, grid: full }
  assert.deepEqual(parseDraft(JSON.stringify(draft)), draft)
  for (const other of ['', 'null', '{}', '{"kind":"value","grades":{"o1":"x"},"grid":{}}', '[1]'])
    assert.equal(parseDraft(other), undefined, other)
})

test('points count as they are typed, and only while they are points', () => {
  assert.equal(typedPoints('14', 20), 14)
  assert.equal(typedPoints('0', 20), 0)
  assert.ok(Number.isNaN(typedPoints(' ', 20)))
  for (const typed of ['21', '-1', '1,5', 'x']) assert.equal(typedPoints(typed, 20), undefined, typed)
})
