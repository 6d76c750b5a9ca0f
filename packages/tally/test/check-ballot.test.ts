import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { checkBallot } from '../src/check-ballot.ts'
import { countVote } from '../src/count.ts'
import { METHODS, type Method, type VoteRules } from '../src/vote.ts'
import { aVote, rules, sha256 } from './ballots.ts'

const grades = ['À rejeter', 'Passable', 'Bien']
const all: VoteRules = rules({
  grades,
  approvals: { min: 1, max: 2 },
  points: { max: 6 },
  number: { min: 0, max: 150, unit: 'sièges' },
  criteria: [
    { id: 'c1', label: 'Utilité', weight: 2 },
    { id: 'c2', label: 'Audace', weight: 1 },
  ],
})
const options = ['a', 'b', 'c/~']
const check = (method: Method, value: unknown, choice = 'cast') =>
  checkBallot({ method, options, rules: all }, { choice, value })
const fault = (method: Method, value: unknown) => {
  const found = check(method, value)
  return found && `${found.pointer} ${found.code}`
}

describe('what a ballot may say', () => {
  it('fits each method', () => {
    assert.equal(check('majority-judgment', { grades: { a: 0, b: 2, 'c/~': 1 } }), null)
    assert.equal(check('score', { grades: { a: 0, b: 6, 'c/~': 3 } }), null)
    assert.equal(check('schulze', { ranking: [['a', 'c/~'], ['b']] }), null)
    assert.equal(check('irv', { ranking: [['b'], ['a']] }), null)
    assert.equal(check('approval', { approved: ['a', 'c/~'] }), null)
    assert.equal(check('median', { number: 150 }), null)
    for (const choice of ['yes', 'no', 'abstain', 'blank']) assert.equal(check('threshold', null, choice), null, choice)
    for (const method of METHODS) assert.equal(check(method, undefined, 'blank'), null, method)
  })
  it('choices of another method', () => {
    const refused = { pointer: '/choice', code: 'not-allowed' }
    assert.deepEqual(check('threshold', { number: 1 }), refused)
    for (const choice of ['yes', 'no', 'veto', 'peut-être']) assert.deepEqual(check('schulze', null, choice), refused)
    const withVeto = { method: 'schulze', options, rules: rules({ veto: true }) } as const
    assert.equal(checkBallot(withVeto, { choice: 'veto' }), null)
    assert.deepEqual(check('approval', { approved: ['a'] }, 'blank'), { pointer: '/value', code: 'not-allowed' })
  })
  it('values of another method', () => {
    for (const value of [{ number: 1 }, { ranking: [] }, { grades: {}, ranking: [] }, [], 'a', 7, {}])
      assert.equal(fault('approval', value), '/value not-allowed', JSON.stringify(value))
    assert.equal(fault('approval', null), '/value required')
  })
  it('unknown and repeated options', () => {
    assert.equal(fault('schulze', { ranking: [['a'], ['z']] }), '/value/ranking/1/0 not-found')
    assert.equal(fault('schulze', { ranking: [['a'], ['b', 'a']] }), '/value/ranking/1/1 duplicate')
    assert.equal(fault('approval', { approved: ['a', 'a'] }), '/value/approved/1 duplicate')
    assert.equal(fault('approval', { approved: ['__proto__'] }), '/value/approved/0 not-found')
    assert.equal(fault('score', { grades: { a: 1, b: 1, 'c/~': 1, 'z/~': 1 } }), '/value/grades/z~1~0 not-found')
    assert.equal(
      fault('schulze', { ranking: Array.from({ length: 10_000 }, (_, i) => [`o${i}`]) }),
      '/value/ranking/0/0 not-found',
    )
  })
  it('grades missing or out of the scale', () => {
    assert.equal(fault('majority-judgment', { grades: { a: 1, b: 1 } }), '/value/grades/c~1~0 required')
    assert.equal(fault('majority-judgment', { grades: { a: 3, b: 1, 'c/~': 1 } }), '/value/grades/a out-of-range')
    assert.equal(fault('score', { grades: { a: 7, b: 1, 'c/~': 1 } }), '/value/grades/a out-of-range')
    assert.equal(fault('score', { grades: { a: -1, b: 1, 'c/~': 1 } }), '/value/grades/a out-of-range')
    assert.equal(fault('score', { grades: { a: 1.5, b: 1, 'c/~': 1 } }), '/value/grades/a wrong-type')
    assert.equal(fault('score', { grades: { a: '1', b: 1, 'c/~': 1 } }), '/value/grades/a wrong-type')
    assert.equal(fault('score', { grades: [1, 2, 3] }), '/value/grades wrong-type')
  })
  it('a grid that is not whole', () => {
    const row = { c1: 6, c2: 0 }
    assert.equal(fault('grid', { grid: { a: row, b: row, 'c/~': row } }), null)
    assert.equal(fault('grid', { grid: { a: row, b: row } }), '/value/grid/c~1~0 required')
    assert.equal(fault('grid', { grid: { a: row, b: { c1: 6 }, 'c/~': row } }), '/value/grid/b/c2 required')
    assert.equal(fault('grid', { grid: { a: { ...row, c3: 1 } } }), '/value/grid/a/c3 not-found')
    assert.equal(fault('grid', { grid: { a: { c1: 7, c2: 0 } } }), '/value/grid/a/c1 out-of-range')
    assert.equal(fault('grid', { grid: { a: { c1: 0.5, c2: 0 } } }), '/value/grid/a/c1 wrong-type')
    assert.equal(fault('grid', { grid: { a: [6, 0] } }), '/value/grid/a wrong-type')
  })
  it('too many, too few, equal ranks, numbers beyond the limits', () => {
    assert.deepEqual(check('approval', { approved: ['a', 'b', 'c/~'] }), {
      pointer: '/value/approved',
      code: 'too-many-options',
      values: { max: 2 },
    })
    assert.equal(fault('approval', { approved: [] }), '/value/approved too-few-options')
    assert.equal(fault('schulze', { ranking: [] }), '/value/ranking too-few-options')
    assert.equal(fault('schulze', { ranking: [['a'], []] }), '/value/ranking/1 too-few-options')
    assert.equal(fault('irv', { ranking: [['a', 'b']] }), '/value/ranking/0 equal-ranks')
    assert.equal(fault('median', { number: 151 }), '/value/number out-of-range')
    assert.equal(fault('median', { number: -1 }), '/value/number out-of-range')
    assert.equal(fault('median', { number: 0.5 }), '/value/number wrong-type')
  })
})

describe('whatever is sent', () => {
  const id = fc.constantFrom('a', 'b', 'c/~', 'z')
  const row = fc.record({ c1: fc.integer({ min: -1, max: 7 }), c2: fc.nat(6) })
  const near = fc.oneof(
    fc.record({ grades: fc.dictionary(id, fc.oneof(fc.integer({ min: -1, max: 7 }), fc.anything())) }),
    fc.record({ ranking: fc.array(fc.array(id, { maxLength: 3 }), { maxLength: 4 }) }),
    fc.record({ approved: fc.array(id, { maxLength: 4 }) }),
    fc.record({ number: fc.oneof(fc.integer(), fc.double()) }),
    fc.record({ grades: fc.record({ a: fc.nat(2), b: fc.nat(2), 'c/~': fc.nat(2) }) }),
    fc.record({ grid: fc.record({ a: row, b: row, 'c/~': row }) }),
    fc.record({ grid: fc.dictionary(id, fc.oneof(row, fc.anything())) }),
    fc.constant(null),
  )
  it('it never throws, and what it accepts is counted', () => {
    const choice = fc.constantFrom('yes', 'no', 'abstain', 'veto', 'blank', 'cast', 'cast', 'cast', 'x')
    const value = fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: fc.anything() })
    let accepted = 0
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), choice, value, (method, choice, value) => {
        if (checkBallot({ method, options, rules: all }, { choice, value }) !== null) return
        accepted += 1
        const ballot = { choice, value } as never
        assert.equal(countVote(sha256, aVote({ method, options, rules: all, ballots: [ballot] })).participation.n, 1)
      }),
      { numRuns: 10_000 },
    )
    assert.ok(accepted > 300, `${accepted} accepted`)
  })
})
