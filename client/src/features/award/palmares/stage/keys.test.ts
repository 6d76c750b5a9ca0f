import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actOf } from './keys.ts'

test('a keyboard and a presenter’s remote go on, back, and to a category', () => {
  for (const key of [' ', 'ArrowRight', 'PageDown', 'Enter']) assert.equal(actOf(key), 'next')
  for (const key of ['ArrowLeft', 'PageUp', 'Backspace']) assert.equal(actOf(key), 'back')
  assert.deepEqual([actOf('Home'), actOf('End'), actOf('C'), actOf('?')], ['first', 'last', 'list', 'help'])
  assert.deepEqual([actOf('1'), actOf('9'), actOf('0')], [{ category: 0 }, { category: 8 }, undefined])
  // « Start » and « black screen » of a remote; anything else is the browser's.
  assert.deepEqual([actOf('F5'), actOf('.'), actOf('Escape'), actOf('Tab')], ['full', 'dark', undefined, undefined])
})
