import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { caretAfter, changeBetween, oneLine } from './text-diff.ts'

const apply = (text: string, caret: number, after: string): string => {
  const change = changeBetween(text, after, caret)
  return change ? text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove) : text
}

test('the change makes the new text of the old one, wherever the caret is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '🙂', 'é', ' '), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(24), (before, after, caret) => {
      assert.equal(apply(before, Math.min(caret, after.length), after), after)
    }),
  )
})

test('a change never cuts an emoji in two', () => {
  assert.deepEqual(changeBetween('a🙂', 'a🙃', 3), { index: 1, remove: 2, insert: '🙃' })
  assert.deepEqual(changeBetween('👍a', '😍a', 2), { index: 0, remove: 2, insert: '😍' })
})

test('a letter typed among the same letters stands where the caret is', () => {
  assert.deepEqual(changeBetween('aa', 'aaa', 1), { index: 0, remove: 0, insert: 'a' })
  assert.deepEqual(changeBetween('aa', 'aaa', 3), { index: 2, remove: 0, insert: 'a' })
})

test('only what changed is touched, so that two people in one title both keep their words', () => {
  assert.deepEqual(changeBetween('Livrable du jour', 'Livrable final du jour', 15), {
    index: 9,
    remove: 0,
    insert: 'final ',
  })
})

test('somebody else’s change moves the caret with its letter', () => {
  assert.equal(caretAfter(5, { index: 0, remove: 0, insert: 'ab' }), 7)
  assert.equal(caretAfter(5, { index: 5, remove: 0, insert: 'ab' }), 5)
  assert.equal(caretAfter(5, { index: 2, remove: 2, insert: '' }), 3)
})

test('a title is one line', () => {
  assert.equal(oneLine('Un\r\n  titre\tici'), 'Un titre ici')
})
