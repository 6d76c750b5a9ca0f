import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { typedText } from './typed-text.ts'

const recorded = () => {
  const doc = new Y.Doc()
  const text = doc.getText('title')
  text.insert(0, 'Ce qui était là. Et la suite.')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  return { text, updates }
}

test('gives back what was typed letter by letter, one line per place', () => {
  const { text, updates } = recorded()
  for (const [i, letter] of [...'Été'].entries()) text.insert(16 + i, letter)
  text.insert(0, 'Début ')
  assert.equal(typedText(updates), 'Été\nDébut')
})

test('leaves out what was deleted again, and what was there before', () => {
  const { text, updates } = recorded()
  text.insert(3, 'faux')
  text.delete(3, 4)
  text.delete(0, 2)
  assert.equal(typedText(updates), '')
})
