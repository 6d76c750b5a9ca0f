import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCopy } from './open-note.ts'

test('T16: a note that was made anew is known by its words, but for what was just typed', () => {
  assert.ok(isCopy('le texte', 'le texte'))
  assert.ok(isCopy('le texte', 'le te un deuxxte'))
  assert.ok(isCopy('', 'un'))
  assert.ok(!isCopy('autre note', 'le texte'))
  assert.ok(!isCopy('le texte et plus', 'le texte'))
})
