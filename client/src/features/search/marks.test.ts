import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutMarks } from './marks.ts'

test('what was found is told apart, whatever surrounds it', () => {
  assert.deepEqual(cutMarks('le \ue000rythme\ue001 de la <b>lettre'), [
    { text: 'le ', found: false },
    { text: 'rythme', found: true },
    { text: ' de la <b>lettre', found: false },
  ])
  assert.deepEqual(cutMarks('rien'), [{ text: 'rien', found: false }])
  assert.equal(
    cutMarks('coupé\ue001 net')
      .map(({ text }) => text)
      .join(''),
    'coupé net',
  )
})
