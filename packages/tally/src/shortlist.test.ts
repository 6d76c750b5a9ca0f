import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isShortlist, shortlistOf } from './shortlist.ts'

test('the first so many, and those exactly level at the border are named, never drawn', () => {
  const ranking = [['a'], ['b', 'c'], ['d']]
  assert.deepEqual(shortlistOf(ranking, 1), { inside: ['a'], tied: [], places: 0 })
  assert.deepEqual(shortlistOf(ranking, 2), { inside: ['a'], tied: ['b', 'c'], places: 1 })
  assert.deepEqual(shortlistOf(ranking, 3), { inside: ['a', 'b', 'c'], tied: [], places: 0 })
  assert.deepEqual(shortlistOf(ranking, 9), { inside: ['a', 'b', 'c', 'd'], tied: [], places: 0 })
  assert.deepEqual(shortlistOf([], 3), { inside: [], tied: [], places: 0 })
  assert.deepEqual(shortlistOf([['a', 'b']], 1), { inside: [], tied: ['a', 'b'], places: 1 })
})

test('who decides at the border takes any of those tied, and nothing else', () => {
  const ranking = [['a'], ['b', 'c'], ['d']]
  for (const chosen of [['a'], ['a', 'b'], ['c', 'a'], ['a', 'b', 'c']]) assert.ok(isShortlist(ranking, 2, chosen))
  for (const chosen of [[], ['b'], ['a', 'd'], ['a', 'x'], ['b', 'c']]) assert.ok(!isShortlist(ranking, 2, chosen))
})

test('whatever the ranking, nobody outside is level with or above somebody inside', () => {
  const rankings = fc.array(fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }), { maxLength: 6 })
  fc.assert(
    fc.property(rankings, fc.integer({ min: 1, max: 12 }), (ranking, most) => {
      const { inside, tied, places } = shortlistOf(ranking, most)
      const all = ranking.flat()
      assert.deepEqual([...inside, ...tied], all.slice(0, inside.length + tied.length))
      assert.ok(inside.length <= most)
      assert.equal(inside.length + places, tied.length > 0 ? most : inside.length)
      assert.ok(places === 0 || places < tied.length)
      if (tied.length === 0) assert.equal(inside.length, Math.min(most, all.length))
    }),
  )
})
