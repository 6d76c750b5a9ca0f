import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { owedBy } from './owed.ts'

describe('what a juror owes', () => {
  it('is the ballots of the categories that they judge and have not voted in', () => {
    const person = (id: string, state: 'done' | 'waiting') => ({ person: { id, name: id, portraitUrl: null }, state })
    const of = (id: string, ...people: ReturnType<typeof person>[]) => ({
      id,
      name: id,
      done: 0,
      jurors: 0,
      closesAt: '2026-12-01T12:00:00Z',
      can: { extend: false },
      people,
    })
    const duty = {
      closesAt: null,
      categories: [of('a', person('me', 'done')), of('b', person('me', 'waiting')), of('c', person('you', 'waiting'))],
    }
    assert.deepEqual(owedBy('me', duty), { judges: ['a', 'b'], owes: ['b'] })
    assert.deepEqual(owedBy('me', undefined), { judges: [], owes: [] })
  })
})
