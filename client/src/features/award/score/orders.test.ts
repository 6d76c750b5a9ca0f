import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rankings } from './api.ts'
import { sayExact } from './exact.ts'
import { idsOf, mostOf, ordersOf, placesOf } from './orders.ts'

const score: Rankings['score'] = {
  version: {
    id: 'v1',
    number: 1,
    version: '2026-1',
    formula: 'a',
    decimals: 2,
    entries: 4,
    hash: '',
    fileHash: '',
    by: null,
    at: '',
  },
  ranking: [
    [{ entryId: 'b', value: '9.00' }],
    [
      { entryId: 'a', value: '7.10' },
      { entryId: 'c', value: '7.10' },
    ],
    [{ entryId: 'd', value: '1.00' }],
  ],
  unranked: ['e'],
}
const vote: NonNullable<Rankings['vote']> = {
  id: 'w1',
  method: 'approval',
  most: 2,
  status: 'closed',
  closesAt: '',
  roll: 5,
  voters: 3,
  ranking: [[{ entryId: 'a', sum: 2, of: 3 }]],
  recused: false,
  unranked: [],
}
const can = { openVote: true, cancelVote: false }

test('a vote is an order once it has one: not while it is open, not for who is concerned, not without a ballot', () => {
  const kinds = (own: Partial<Rankings>): string[] =>
    ordersOf({ score: null, vote: null, can, ...own }).map(({ kind }) => kind)
  assert.deepEqual(kinds({}), [])
  assert.deepEqual(kinds({ score, vote }), ['score', 'vote'])
  assert.deepEqual(kinds({ vote: { ...vote, ranking: null } }), [])
  assert.deepEqual(kinds({ score, vote: { ...vote, ranking: [] } }), ['score'])
})

test('those exactly level share a place, and the next one is counted after all of them', () => {
  const [order] = ordersOf({ score, vote: null, can })
  assert.ok(order)
  assert.deepEqual(idsOf(order), [['b'], ['a', 'c'], ['d']])
  assert.deepEqual(Object.fromEntries(placesOf(order)), {
    b: { place: 1, shared: false },
    a: { place: 2, shared: true },
    c: { place: 2, shared: true },
    d: { place: 4, shared: false },
  })
})

test('a number of places is a whole one, from 1 to 50', () => {
  assert.deepEqual(['1', ' 50 ', '07'].map(mostOf), [1, 50, 7])
  assert.deepEqual(['', '0', '51', '1,5', '-1', '1e1', 'cinq', '100'].map(mostOf), Array(8).fill(null))
})

test('a score is said digit for digit, also where a floating point number has no more digits', () => {
  assert.equal(sayExact('1012.50', 'fr').replaceAll(/\s/gu, ' '), '1 012,50')
  assert.equal(sayExact('-3', 'fr'), '-3')
  assert.equal(sayExact('999999999.123457', 'en'), '999,999,999.123457')
  assert.equal(sayExact('0.10', 'fr'), '0,10')
})
