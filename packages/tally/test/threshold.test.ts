import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { ABSOLUTE_MAJORITY, evaluate, SIMPLE_MAJORITY, type ThresholdRule } from '../src/threshold.ts'

const half = { n: 1, d: 2 }
const twoThirds = { n: 2, d: 3 }
const rule = (changes: Partial<ThresholdRule> = {}): ThresholdRule => ({ ...SIMPLE_MAJORITY, quorum: half, ...changes })
const votes = (roll: number, yes: number, no: number, abstain: number, veto = 0) => ({ roll, yes, no, abstain, veto })

describe('vote criterion 3: D decision vectors (voting.md section 4, quorum 1/2)', () => {
  it('D1 100;70,30,0: adopted at 2/3 on X, V and E', () => {
    for (const base of ['expressed', 'voters', 'roll'] as const) {
      const result = evaluate(votes(100, 70, 30, 0), rule({ base, threshold: twoThirds, comparator: '>=' }))
      assert.equal(result.outcome, 'adopted', base)
      assert.equal(result.numerator, 70)
      assert.equal(result.denominator, 100)
    }
  })
  it('D2 100;35,15,0: 70 % of X adopted, 35 % of E rejected', () => {
    const onX = evaluate(votes(100, 35, 15, 0), rule({ threshold: twoThirds, comparator: '>=' }))
    assert.deepEqual([onX.outcome, onX.numerator, onX.denominator], ['adopted', 35, 50])
    assert.deepEqual(onX.participation, { n: 50, d: 100 })
    const onE = evaluate(votes(100, 35, 15, 0), rule({ base: 'roll' }))
    assert.deepEqual([onE.outcome, onE.denominator], ['rejected', 100])
    assert.equal(evaluate(votes(100, 35, 15, 0), ABSOLUTE_MAJORITY).outcome, 'rejected')
  })
  it('D3 50;12,12,1: a tie is rejected', () => {
    assert.equal(evaluate(votes(50, 12, 12, 1), rule()).outcome, 'rejected')
    assert.equal(evaluate(votes(50, 12, 12, 1), rule({ comparator: '>=' })).outcome, 'rejected')
  })
  it('D4 150;50,25,0 at >= 2/3 of X: adopted, exactly two thirds', () => {
    const result = evaluate(votes(150, 50, 25, 0), rule({ threshold: twoThirds, comparator: '>=' }))
    assert.equal(result.outcome, 'adopted')
    assert.equal(evaluate(votes(150, 50, 25, 0), rule({ threshold: twoThirds })).outcome, 'rejected')
  })
  it('D5 150;49,25,1: 66.2 % is rejected', () => {
    const result = evaluate(votes(150, 49, 25, 1), rule({ threshold: twoThirds, comparator: '>=' }))
    assert.deepEqual([result.outcome, result.numerator, result.denominator], ['rejected', 49, 74])
  })
  it('D6 150;40,0,0: quorum_failed', () => {
    assert.equal(evaluate(votes(150, 40, 0, 0), rule()).outcome, 'quorum_failed')
  })
})

describe('order of evaluation (voting.md 2.1)', () => {
  it('an active veto comes first and needs no quorum', () => {
    assert.equal(evaluate(votes(150, 0, 0, 0, 1), rule()).outcome, 'vetoed')
    assert.equal(evaluate(votes(150, 149, 0, 0, 1), rule()).outcome, 'vetoed')
  })
  it('no ballot comes before the quorum, abstentions are ballots', () => {
    assert.equal(evaluate(votes(150, 0, 0, 0), rule()).outcome, 'no_ballot')
    assert.equal(evaluate(votes(0, 0, 0, 0), rule()).outcome, 'no_ballot')
    assert.equal(evaluate(votes(10, 0, 0, 10), rule()).outcome, 'rejected')
    assert.equal(
      evaluate(votes(10, 0, 0, 10), rule({ comparator: '>=', threshold: { n: 0, d: 1 } })).outcome,
      'rejected',
    )
  })
  it('refuses impossible counts and rules', () => {
    assert.throws(() => evaluate(votes(2, 2, 1, 0), rule()), RangeError)
    assert.throws(() => evaluate(votes(2, 0.5, 1, 0), rule()), RangeError)
    assert.throws(() => evaluate(votes(2, 1, -1, 0), rule()), RangeError)
    assert.throws(() => evaluate(votes(2, 1, 1, 0), rule({ threshold: { n: 3, d: 2 } })), RangeError)
    assert.throws(() => evaluate(votes(2, 1, 1, 0), rule({ quorum: { n: 1, d: 0 } })), RangeError)
  })
})

describe('exactness', () => {
  it('is right on either side of every threshold, where floating point is not', () => {
    const cases = fc.record({
      d: fc.integer({ min: 1, max: 1000 }),
      n: fc.nat(1000),
      k: fc.integer({ min: 1, max: 10 ** 9 }),
    })
    fc.assert(
      fc.property(cases, ({ d, n, k }) => {
        fc.pre(n <= d && n * 2 > d)
        const at = votes(d * k, n * k, (d - n) * k, 0)
        const exact = rule({ threshold: { n, d }, comparator: '>=', quorum: null })
        assert.equal(evaluate(at, exact).outcome, 'adopted')
        assert.equal(evaluate(at, { ...exact, comparator: '>' }).outcome, 'rejected')
        const below = votes(d * k, n * k - 1, (d - n) * k + 1, 0)
        assert.equal(evaluate(below, exact).outcome, 'rejected')
      }),
      { numRuns: 2000 },
    )
  })
})
