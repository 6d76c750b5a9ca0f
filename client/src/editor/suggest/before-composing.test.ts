import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EditorState } from '@tiptap/pm/state'
import { beforeComposing, beforeKey } from './before-composing.ts'
import { Desk, pageOf, show } from './workbench.ts'

const desk = (): Desk => new Desk(pageOf('abcdef\n\nghi'), '0190a0b0-0000-7000-8000-00000000000a')

test('what a composed letter replaces is struck behind it, and the caret stays where the browser counts it', () => {
  const one = desk().at(3, 10)
  one.run((state) => beforeComposing(state) ?? state.tr)
  assert.equal(one.state.selection.from, 3)
  assert.equal(show(one.type('x').state.doc), '(ab+x+-cdef-¦) (-g-hi)')
  assert.equal(beforeComposing(one.at(2).state), undefined)
})

test('a caret within struck words stands behind them before a letter is composed, and stays for any other key', () => {
  const one = desk().at(3, 7).backspace().at(5)
  const key = (name: string) => (state: EditorState) => beforeKey(state, { key: name }) ?? state.tr
  one.run(key('a'))
  assert.equal(one.state.selection.from, 5)
  one.run(key('Dead'))
  assert.equal(show(one.type('ê').state.doc), '(ab-cdef-+ê+) (ghi)')
})
