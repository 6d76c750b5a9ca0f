import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Vote } from '../api.ts'
import {
  type BallotDraft,
  draftOf,
  faultsOf,
  faultyOption,
  isSame,
  leftDraft,
  valueOf,
  wholeOf,
} from './ballot-draft.ts'
import { placeOf, rankHigher, type Ranking, rankLower, rankNext, toggleTie, unrank } from './ranking-moves.ts'

const options = ['rennes', 'nantes', 'brest'].map((id) => ({ id, label: id }))
const rules: Vote['rules'] = {
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 0, denominator: 1 },
  veto: false,
  approvals: { min: 2, max: 2 },
  number: { min: 0, max: 50_000, unit: '€' },
  criteria: [
    { id: 'c1', label: 'Effet', weight: 3 },
    { id: 'c2', label: 'Clarté', weight: 1 },
  ],
  points: { max: 20 },
}
const empty: BallotDraft = { kind: 'value', grades: {}, ranking: [], approved: [], number: '', grid: {} }
const ask = (method: Vote['method']) => ({ method, options, rules })

test('an option goes up past the group above, or out of its own', () => {
  assert.deepEqual(rankHigher([['a'], ['b']], 'b'), [['b'], ['a']])
  assert.deepEqual(rankHigher([['a', 'b'], ['c']], 'c'), [['c'], ['a', 'b']])
  assert.deepEqual(rankHigher([['a', 'b'], ['c']], 'b'), [['b'], ['a'], ['c']])
  assert.deepEqual(rankHigher([['a'], ['b']], 'a'), [['a'], ['b']])
})

test('an option goes down past the group below, or out of its own', () => {
  assert.deepEqual(rankLower([['a'], ['b']], 'a'), [['b'], ['a']])
  assert.deepEqual(rankLower([['a'], ['b', 'c']], 'a'), [['b', 'c'], ['a']])
  assert.deepEqual(rankLower([['a', 'b'], ['c']], 'a'), [['b'], ['a'], ['c']])
  assert.deepEqual(rankLower([['a'], ['b']], 'b'), [['a'], ['b']])
})

test('two become equal, and no longer', () => {
  assert.deepEqual(toggleTie([['a'], ['b'], ['c']], 'b'), [['a', 'b'], ['c']])
  assert.deepEqual(toggleTie([['a', 'b'], ['c']], 'b'), [['a'], ['b'], ['c']])
  assert.deepEqual(toggleTie([['a', 'b', 'c']], 'b'), [['a'], ['b', 'c']])
  assert.deepEqual(toggleTie([['a'], ['b']], 'a'), [['a'], ['b']])
})

test('a place is said as in a race: after two firsts comes the third', () => {
  const ranking = [['a', 'b'], ['c']]
  assert.deepEqual(placeOf(ranking, 'b'), { place: 1, tied: ['a'] })
  assert.deepEqual(placeOf(ranking, 'c'), { place: 3, tied: [] })
  assert.equal(placeOf(ranking, 'd'), undefined)
})

test('whatever is pressed, each option stands in the ranking once, and no group is empty', () => {
  const moves = { rankNext, unrank, rankHigher, rankLower, toggleTie }
  const act = fc.tuple(fc.constantFrom(...Object.values(moves)), fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const ranked = new Set<string>()
      let ranking: Ranking = []
      for (const [move, id] of acts) {
        ranking = move(ranking, id)
        if (move === rankNext) ranked.add(id)
        if (move === unrank) ranked.delete(id)
        assert.deepEqual(ranking.flat().toSorted(), [...ranked].toSorted())
        assert.ok(ranking.every((group) => group.length > 0))
      }
    }),
  )
})

test('every option must be graded; the first that is not comes first', () => {
  const faults = faultsOf(ask('majority-judgment'), { ...empty, grades: { rennes: 0 } })
  assert.deepEqual(Object.entries(faults), [
    ['nantes', 'grade'],
    ['brest', 'grade'],
  ])
  assert.deepEqual(faultsOf(ask('score'), { ...empty, grades: { rennes: 0, nantes: 5, brest: 2 } }), {})
})

test('as many options are approved of as the rules say', () => {
  const approve = (...approved: string[]) => faultsOf(ask('approval'), { ...empty, approved })['']
  assert.equal(approve(), 'approve')
  assert.equal(approve('rennes'), 'approveMore')
  assert.equal(approve('rennes', 'nantes'), undefined)
  assert.equal(approve('rennes', 'nantes', 'brest'), 'approveFewer')
})

test('a number is read as one writes it, within its limits', () => {
  assert.equal(wholeOf('12 000'), 12_000)
  assert.equal(wholeOf('12\u202f000'), 12_000)
  assert.equal(wholeOf('-3'), -3)
  assert.equal(wholeOf('12,5'), undefined)
  assert.equal(wholeOf(''), undefined)
  assert.equal(faultsOf(ask('median'), { ...empty, number: 'beaucoup' })[''], 'number')
  assert.equal(faultsOf(ask('median'), { ...empty, number: '50 001' })[''], 'bounds')
  assert.deepEqual(faultsOf(ask('median'), { ...empty, number: '50 000' }), {})
})

test('a blank ballot and an abstention lack nothing', () => {
  for (const kind of ['blank', 'abstain'] as const)
    assert.deepEqual(faultsOf(ask('majority-judgment'), { ...empty, kind }), {})
})

test('a kept ballot is shown again, and is the same until something changes', () => {
  const ballots = {
    'majority-judgment': { grades: { rennes: 6, nantes: 3, brest: 0 } },
    schulze: { ranking: [['nantes', 'rennes'], ['brest']] },
    approval: { approved: ['brest', 'rennes'] },
    median: { number: 12_000 },
    grid: { grid: { rennes: { c1: 20, c2: 0 }, nantes: { c1: 3, c2: 4 }, brest: { c1: 0, c2: 0 } } },
  } as const
  for (const [method, value] of Object.entries(ballots)) {
    const vote = ask(method as Vote['method'])
    const kept = draftOf({
      myBallot: { choice: 'cast', value: structuredClone(value) as never, at: '', lapsed: false, proposed: false },
    })
    assert.deepEqual(valueOf(vote, kept), value)
    assert.equal(isSame(vote, kept, kept), true)
    assert.equal(isSame(vote, kept, { ...kept, kind: 'blank' }), false)
  }
  const { ranking } = ballots.schulze
  const other = ranking.map((group) => group.toReversed())
  assert.equal(isSame(ask('schulze'), { ...empty, ranking }, { ...empty, ranking: other }), true)
})

test('an error of the server lands at its option', () => {
  const draft = { ...empty, ranking: [['rennes'], ['brest', 'nantes']], approved: ['brest', 'rennes'] }
  assert.equal(faultyOption('value.grades.nantes', draft), 'nantes')
  assert.equal(faultyOption('value.ranking.1.1', draft), 'nantes')
  assert.equal(faultyOption('value.approved.1', draft), 'rennes')
  assert.equal(faultyOption('value.number', draft), '')
  assert.equal(faultyOption('value.grid.nantes.c2', draft), 'nantes/c2')
  assert.equal(faultyOption('value.grid.nantes', draft), 'nantes')
})

test('an option that is withdrawn leaves a ballot that is half filled in; the rest stays', () => {
  const left = (method: Vote['method']) => ({ ...ask(method), options: options.slice(0, 2), myBallot: null })
  const ranked = leftDraft(left('schulze'), { ...empty, ranking: [['brest'], ['nantes', 'brest'], ['rennes']] })
  assert.deepEqual(ranked.ranking, [['nantes'], ['rennes']])
  const approved = leftDraft(left('approval'), { ...empty, approved: ['brest', 'nantes'] })
  assert.deepEqual(approved.approved, ['nantes'])
  const graded = { ...empty, grades: { rennes: 1, nantes: 2, brest: 3 } }
  assert.equal(leftDraft(left('score'), graded), graded)
  assert.deepEqual(valueOf(left('score'), graded), { grades: { rennes: 1, nantes: 2 } })
  assert.deepEqual(faultsOf(left('score'), graded), {})
})

test('who had named nothing else sees the blank ballot that theirs counts as', () => {
  const blank = { choice: 'blank', value: null, at: '', lapsed: false, proposed: false } as const
  const vote = { ...ask('schulze'), options: options.slice(0, 2), myBallot: blank }
  assert.equal(leftDraft(vote, { ...empty, ranking: [['brest']] }).kind, 'blank')
  assert.deepEqual(leftDraft({ ...vote, myBallot: null }, { ...empty, ranking: [['brest']] }), empty)
})

test('no more approvals are asked for than options are left', () => {
  const one = { ...ask('approval'), options: options.slice(0, 1) }
  assert.deepEqual(faultsOf(one, { ...empty, approved: ['rennes'] }), {})
})
