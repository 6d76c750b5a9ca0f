import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { type College, replayWaiting, seatFor, type Waiting } from '../src/seats.ts'

const seats = (cap: number, women: number, men: number) => ({ cap, women, men })

describe('seats and parity (voting.md 2.5)', () => {
  const vectors = [
    ['50,25,24,F', seats(50, 25, 24), 'woman', 'waiting_parity'],
    ['50,25,24,H', seats(50, 25, 24), 'man', 'admitted'],
    ['50,25,25,F', seats(50, 25, 25), 'woman', 'waiting_seats'],
    ['50,20,25,H', seats(50, 20, 25), 'man', 'waiting_parity'],
    ['35,17,17,F', seats(35, 17, 17), 'woman', 'waiting_seats'],
    ['cap 150 with 50/50: F', seats(150, 50, 50), 'woman', 'admitted'],
  ] as const
  for (const [name, before, college, expected] of vectors)
    it(`${name} → ${expected}`, () => assert.equal(seatFor(before, college), expected))

  it('people without a college take seats of the cap', () => {
    assert.equal(seatFor({ cap: 10, women: 4, men: 4, undeclared: 2 }, 'woman'), 'waiting_seats')
    assert.equal(seatFor({ cap: 10, women: 4, men: 4, undeclared: 1 }, 'woman'), 'admitted')
    assert.equal(seatFor(seats(10, 4, 4), 'undeclared'), 'waiting_parity')
    assert.equal(seatFor(seats(10, 9, 0), 'woman', { mode: 'shown' }), 'admitted')
  })
  it('a tolerance of d keeps |F − H| ≤ d', () => {
    assert.equal(seatFor(seats(50, 10, 10), 'woman', { mode: 'tolerance', difference: 0 }), 'waiting_parity')
    assert.equal(seatFor(seats(50, 9, 10), 'woman', { mode: 'tolerance', difference: 0 }), 'admitted')
    assert.equal(seatFor(seats(50, 12, 10), 'woman', { mode: 'tolerance', difference: 2 }), 'waiting_parity')
    assert.equal(seatFor(seats(50, 11, 10), 'woman', { mode: 'tolerance', difference: 2 }), 'admitted')
  })
  it('never seats beyond the quota or the cap', () => {
    const state = fc.record({ cap: fc.nat(160), women: fc.nat(80), men: fc.nat(80) })
    fc.assert(
      fc.property(state, fc.constantFrom<College>('woman', 'man'), (before, college) => {
        if (seatFor(before, college) !== 'admitted') return
        const own = (college === 'woman' ? before.women : before.men) + 1
        assert.ok(own * 2 <= before.cap)
        assert.ok(before.women + before.men + 1 <= before.cap)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('vote criterion 9: the waiting list', () => {
  const person = (id: string, college: College, day: number, draw = id): Waiting => ({
    id,
    college,
    admissibleAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
    submittedAt: '2025-12-01T00:00:00Z',
    draw,
  })
  it('is replayed in its order until both quotas are met', () => {
    const list = [
      person('w3', 'woman', 3),
      person('m1', 'man', 1),
      person('w1', 'woman', 1, 'zz'),
      person('w2', 'woman', 2),
      person('m4', 'man', 4),
    ]
    const ids = replayWaiting(seats(6, 1, 2), list).map(({ id }) => id)
    assert.deepEqual(ids, ['m1', 'w1', 'w2'])
    assert.deepEqual(
      replayWaiting(seats(6, 1, 2), list.toReversed()).map(({ id }) => id),
      ids,
    )
  })
  it('seats pairs under a tolerance of one', () => {
    const list = [person('w1', 'woman', 1), person('w2', 'woman', 2), person('m3', 'man', 3)]
    assert.deepEqual(
      replayWaiting(seats(50, 10, 10), list, { mode: 'tolerance', difference: 1 }).map(({ id }) => id),
      ['w1', 'm3', 'w2'],
    )
  })
})
