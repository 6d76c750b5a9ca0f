import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from '../texts/en.ts'
import { fr } from '../texts/fr.ts'
import { insertions, insertionsFor } from './insertions.ts'

const found = (wanted: string, texts: Record<string, unknown> = fr): string[] =>
  insertionsFor(wanted, (name) => String(texts[name])).map(({ name }) => name)

test('one finds what one looks for in French and in English, with or without accents', () => {
  assert.equal(found('tab')[0], 'table')
  assert.equal(found('Tableau', en)[0], 'table')
  assert.equal(found('note')[0], 'footnote')
  assert.equal(found('todo')[0], 'taskList')
  assert.equal(found('encadré').length, 5)
  assert.deepEqual(found('liste tâches'), ['taskList'])
  assert.equal(found('heading')[0], 'style.heading2')
  assert.equal(found('sous-titre')[0], 'style.heading3')
  assert.deepEqual(found('zzz'), [])
  assert.equal(found('').length, insertions.length)
})
