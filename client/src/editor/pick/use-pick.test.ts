import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, matching } from '../behaviour/fold.ts'
import { indexAfter } from './use-pick.ts'

test('the arrows go round, the pages stop at the ends, other keys are not the list’s', () => {
  assert.equal(indexAfter('ArrowDown', 2, 3), 0)
  assert.equal(indexAfter('ArrowUp', 0, 3), 2)
  assert.equal(indexAfter('PageDown', 1, 5), 4)
  assert.equal(indexAfter('PageUp', 4, 5), 0)
  assert.equal(indexAfter('a', 1, 5), undefined)
  assert.equal(indexAfter('ArrowDown', -1, 0), undefined)
})

test('names are found without accents, by the start of any of their words, the first word first', () => {
  const people = ['Léa Marchand', 'Inès Caradec', 'Karim Léandri']
  assert.deepEqual(
    matching(people, 'lea', (name) => name),
    ['Léa Marchand', 'Karim Léandri'],
  )
  assert.deepEqual(
    matching(people, 'car in', (name) => name),
    ['Inès Caradec'],
  )
  assert.deepEqual(
    matching(people, 'zoé', (name) => name),
    [],
  )
  assert.equal(fold('L’Été'), 'l ete')
})
