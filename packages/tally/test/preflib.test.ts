import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parsePreferences } from '../src/preflib.ts'
import { schulze } from '../src/schulze.ts'

describe('PrefLib orders', () => {
  it('reads metadata, ties and incomplete orders', () => {
    const text =
      '# TITLE: essai\n# NUMBER ALTERNATIVES: 4\n# ALTERNATIVE NAME 1: Mémoire\n# ALTERNATIVE NAME 10: Numérique\n\n3: 1,{2, 3}\r\n2: {1,10},2\n1:\n'
    const { options, names, ballots } = parsePreferences(text)
    assert.deepEqual(options, ['1', '2', '3', '10'])
    assert.deepEqual(names, { 1: 'Mémoire', 10: 'Numérique' })
    assert.deepEqual(ballots, [
      { count: 3, ranking: [['1'], ['2', '3']] },
      { count: 2, ranking: [['1', '10'], ['2']] },
      { count: 1, ranking: [] },
    ])
  })
  it('S1 from a file', () => {
    const text = [
      '5: A,C,B,E,D',
      '5: A,D,E,C,B',
      '8: B,E,D,A,C',
      '3: C,A,B,E,D',
      '7: C,A,E,B,D',
      '2: C,B,A,D,E',
      '7: D,C,E,B,A',
      '8: E,B,A,D,C',
    ].join('\n')
    const { options, ballots } = parsePreferences(text)
    assert.deepEqual(schulze(options, ballots).ranking.flat(), [...'EACBD'])
  })
  it('names the line that it cannot read', () => {
    for (const line of ['A,B', '1: {1,2', '1: 1,,2', '1: 1,1', '1: {1}2', '-1: 1', '1: {},2'])
      assert.throws(() => parsePreferences(`# x\n${line}`), /line 2/u, line)
  })
})
