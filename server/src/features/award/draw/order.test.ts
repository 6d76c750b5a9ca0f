import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passedOver, teamOf } from './order.ts'

describe('going down a drawn order', () => {
  it('names nobody further down than the last who is needed, and takes nobody back', () => {
    const order = ['a', 'b', 'c', 'd', 'e', 'f']
    const gone = passedOver(order, { before: ['b'], places: 2, mayJudge: new Set(['b', 'c', 'd']) })
    assert.deepEqual(gone, ['a', 'b'])
    assert.deepEqual(teamOf(order, gone, 2), ['c', 'd'])
  })
})
