import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOf, pairOf, placeOf, readCompared } from './moments.ts'

const at = (seq: number, day: number) => ({ seq, at: new Date(2026, 10, day, 9).toISOString(), by: 0, edits: 1 })
const moments = [at(3, 1), at(7, 1), at(12, 4)]

test('a version is found on the timeline, also when writing has moved it on', () => {
  assert.equal(placeOf(moments, null), 2)
  assert.equal(placeOf(moments, 7), 1)
  assert.equal(placeOf(moments, 10), 2)
  assert.equal(placeOf(moments, 99), 2)
  assert.equal(placeOf([], null), -1)
})

test('two versions are compared, the older one first', () => {
  assert.deepEqual(pairOf(moments, 1, 'previous'), { from: 3, to: 7 })
  assert.deepEqual(pairOf(moments, 0, 'previous'), { from: 0, to: 3 })
  assert.deepEqual(pairOf(moments, 1, 'now'), { from: 7, to: 12 })
  assert.deepEqual(pairOf(moments, 1, 12), { from: 7, to: 12 })
  assert.equal(pairOf(moments, 2, 'now'), null)
  assert.equal(pairOf(moments, 1, 'none'), null)
  assert.deepEqual(['now', 'none', '7', 'x', '-1', null].map(readCompared), [
    'now',
    'none',
    7,
    'previous',
    'previous',
    'previous',
  ])
})

test('days come newest first, and not all at once', () => {
  const days = daysOf(moments, 2, new Date(2027, 0, 1), 'fr')
  assert.deepEqual(
    days.map(({ title, moments }) => [title.replaceAll('\u00a0', ' '), moments.map(({ place }) => place)]),
    [
      ['Mercredi 4 novembre 2026', [2]],
      ['Dimanche 1er novembre 2026', [1]],
    ],
  )
})
