import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterEvent, isAtRisk, REST_MS, restsIn, type SaveEvent, untouched, wordFor } from './saved-state.ts'

const after = (...events: SaveEvent[]) => events.reduce(afterEvent, untouched)
const opened: SaveEvent = { type: 'opened' }
const handIn: SaveEvent = { type: 'sent', handsIn: true }
const update: SaveEvent = { type: 'sent', handsIn: false }
const typed: SaveEvent = { type: 'typed', at: 1_000 }
const heard = (acknowledged: number, state: 'saved' | 'unsaved' | 'refused' = 'saved'): SaveEvent => ({
  type: 'heard',
  acknowledged,
  state,
})
/** Once the keys rest, and before a silence is too long. */
const word = (...events: SaveEvent[]) => wordFor(after(...events), 1_000 + REST_MS)

test('says « Enregistré » only when each message of this line is acknowledged', () => {
  assert.equal(word(opened, handIn, heard(1)), 'saved')
  assert.equal(word(opened, handIn, heard(1), typed, update), 'saving')
  assert.equal(word(opened, handIn, heard(1), typed, update, update, heard(2)), 'saving')
  assert.equal(word(opened, handIn, heard(1), typed, update, heard(2)), 'saved')
})

test('text typed without a line stays unsaved until it is handed in and acknowledged', () => {
  const cut: SaveEvent[] = [opened, handIn, heard(1), { type: 'closed' }, typed]
  assert.equal(word(...cut), 'unsaved')
  assert.equal(word(...cut, opened, heard(0)), 'saving')
  assert.equal(word(...cut, opened, handIn), 'saving')
  assert.equal(word(...cut, opened, handIn, heard(1)), 'saved')
})

test('what was sent on a line that broke is not saved by the next line’s first answer', () => {
  assert.equal(isAtRisk(after(opened, handIn, heard(1), typed, update, { type: 'closed' }, opened, heard(9))), true)
})

test('a silent database, a silent line and a refusal are said', () => {
  assert.equal(word(opened, handIn, heard(1, 'unsaved')), 'unsaved')
  assert.equal(word(opened, handIn, typed, update, heard(1, 'refused')), 'refused')
  assert.equal(wordFor(after(opened, handIn, typed, update), 4_000), 'unsaved')
})

test('without text of one’s own: connecting at first, offline after a cut, and the reason once it has stopped', () => {
  assert.equal(word(), 'connecting')
  assert.equal(word(opened, { type: 'closed' }), 'offline')
  assert.equal(word(opened, { type: 'stopped', reason: 'read-only' }), 'read-only')
  assert.equal(isAtRisk(after(opened, typed, { type: 'stopped', reason: 'gone' })), true)
})

test('answers that cross do not take an acknowledgement back', () => {
  assert.equal(word(opened, handIn, typed, update, update, heard(3), heard(2)), 'saved')
})

test('while one writes the word does not turn over with each letter: all is stored, and it is said once the keys rest', () => {
  const facts = after(opened, handIn, heard(1), typed, update, heard(2))
  assert.equal(isAtRisk(facts), false)
  assert.equal(wordFor(facts, 1_100), 'saving')
  assert.equal(restsIn(facts, 1_100), REST_MS - 100)
  assert.equal(wordFor(facts, 1_000 + REST_MS), 'saved')
  assert.equal(restsIn(facts, 9_000), 0)
})
