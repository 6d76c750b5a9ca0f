import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deliberationFault, medalsOf } from '../src/medals.ts'

const medals = ['or', 'argent', 'bronze']
const none = { ties: [], withheld: [] }
const given = (ranking: string[][], deliberation: Parameters<typeof medalsOf>[2] = none) =>
  medalsOf(ranking, medals, deliberation).map(({ winners }) => winners.join('+'))

describe('medals by level', () => {
  it('go down the ranking, and stop with it', () => {
    assert.deepEqual(given([['a'], ['b'], ['c'], ['d']]), ['a', 'b', 'c'])
    assert.deepEqual(given([['a']]), ['a', '', ''])
    assert.deepEqual(given([]), ['', '', ''])
  })
  it('are shared by those exactly level, and the next level is skipped', () => {
    assert.deepEqual(given([['a', 'b'], ['c'], ['d']]), ['a+b', '', 'c'])
    assert.deepEqual(given([['a'], ['b', 'c', 'd']]), ['a', 'b+c+d', ''])
    assert.deepEqual(given([['a', 'b', 'c', 'd']]), ['a+b+c+d', '', ''])
  })
  it('follow an order that the deliberation gave a tie', () => {
    assert.deepEqual(given([['a', 'b'], ['c']], { ties: [{ order: ['b', 'a'] }], withheld: [] }), ['b', 'a', 'c'])
  })
  it('are withheld without anybody moving up', () => {
    assert.deepEqual(given([['a'], ['b'], ['c']], { ties: [], withheld: ['argent'] }), ['a', '', 'c'])
    assert.deepEqual(
      medalsOf([['a']], medals, { ties: [], withheld: ['or'] }).map(({ withheld }) => withheld),
      [true, false, false],
    )
  })
})

describe('a deliberation may only break an exact tie or withhold a medal', () => {
  const ranking = [['a', 'b'], ['c'], ['d', 'e']]
  const fault = (ties: string[][], withheld: string[] = []) =>
    deliberationFault(ranking, medals, { ties: ties.map((order) => ({ order })), withheld })
  it('accepts that', () => {
    assert.equal(fault([]), null)
    assert.equal(
      fault(
        [
          ['e', 'd'],
          ['b', 'a'],
        ],
        ['or', 'bronze'],
      ),
      null,
    )
  })
  it('refuses everything else', () => {
    for (const order of [['c', 'a'], ['a'], ['c'], ['a', 'b', 'c'], ['a', 'a'], ['b', 'd'], []])
      assert.deepEqual(fault([order]), { kind: 'tie', index: 0 }, order.join())
    const twice = [
      ['a', 'b'],
      ['b', 'a'],
    ]
    assert.deepEqual(fault(twice), { kind: 'tie', index: 1 })
    assert.deepEqual(fault([], ['or', 'platine']), { kind: 'medal', index: 1 })
    assert.deepEqual(fault([], ['or', 'or']), { kind: 'medal', index: 1 })
    assert.throws(() => given([['a'], ['b']], { ties: [{ order: ['b', 'a'] }], withheld: [] }), RangeError)
  })
})
