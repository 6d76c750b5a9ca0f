import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arrivals } from './arrivals.ts'
import { stack } from './stack.ts'

const spot = { least: 0, gap: 8 }

test('cards stand beside their words where there is room, and below one another where there is none', () => {
  const cards = [
    { id: 'a', top: 10, height: 50 },
    { id: 'b', top: 20, height: 30 },
    { id: 'c', top: 300, height: 30 },
  ]
  assert.deepEqual(
    [...stack(cards, undefined, spot)],
    [
      ['a', 10],
      ['b', 68],
      ['c', 300],
    ],
  )
})

test('the card that is looked at stands at its words; those above make way', () => {
  const cards = [
    { id: 'a', top: 100, height: 50 },
    { id: 'b', top: 110, height: 30 },
  ]
  assert.deepEqual(
    [...stack(cards, 'b', spot)],
    [
      ['a', 52],
      ['b', 110],
    ],
  )
  assert.deepEqual(
    [...stack(cards, 'b', { least: 90, gap: 8 })],
    [
      ['a', 90],
      ['b', 148],
    ],
  )
})

test('whatever the wishes, no card covers another and none stands above the first line', () => {
  const card = fc.record({ top: fc.integer({ min: -50, max: 2_000 }), height: fc.integer({ min: 10, max: 300 }) })
  fc.assert(
    fc.property(fc.array(card, { maxLength: 12 }), fc.nat(), (wishes, pick) => {
      const cards = wishes.map((wish, i) => ({ id: String(i), ...wish }))
      const places = stack(cards, cards.length > 0 ? String(pick % cards.length) : undefined, spot)
      const placed = cards.map(({ id, height }) => ({ y: places.get(id) ?? -1, height })).sort((a, b) => a.y - b.y)
      for (const [i, { y }] of placed.entries()) {
        assert.ok(y >= 0)
        const above = placed[i - 1]
        if (above) assert.ok(y >= above.y + above.height + spot.gap)
      }
    }),
  )
})

test('what others have said since is told, one’s own words and what was there are not', () => {
  const thread = (id: string, ...comments: [string, string][]) => ({
    id,
    comments: comments.map(([comment, author]) => ({
      id: comment,
      author: { id: author, name: author },
      deletedAt: null,
    })),
  })
  const before = [thread('t', ['1', 'Anne'])]
  assert.deepEqual(arrivals(undefined, before, 'me'), [])
  assert.deepEqual(arrivals(before, [thread('t', ['1', 'Anne'], ['2', 'me'])], 'me'), [])
  assert.deepEqual(arrivals(before, [thread('t', ['1', 'Anne'], ['2', 'Bob']), thread('u', ['3', 'Bob'])], 'me'), [
    'Bob',
  ])
})
