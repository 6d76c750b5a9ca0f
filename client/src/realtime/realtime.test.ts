import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backOff } from './event-stream.ts'
import { staleAfter, staleSoon } from './stale.ts'

test('waits double, never all at the same moment, never more than half a minute', () => {
  assert.equal(backOff(0, 1), 500)
  assert.equal(backOff(0, 0), 250)
  assert.equal(backOff(3, 1), 4000)
  assert.equal(backOff(40, 1), 30_000)
})

test('a post refreshes its topic, and only that one', () => {
  const stale = staleAfter({ seq: 7, type: 'post.created', ids: { spaceId: 's1', topicId: 't1', postId: 'p1' } })
  assert.deepEqual(stale, [['home'], ['topics', 's1'], ['topic', 't1']])
})

test('an answer to a poll refreshes that poll alone', () => {
  const ids = { spaceId: 's1', topicId: 't1', pollId: 'k1' }
  assert.deepEqual(staleAfter({ seq: 8, type: 'poll.changed', ids }), [['topic', 't1', 'poll', 'k1']])
})

test('a hint without an id refreshes lists alone', () => {
  assert.deepEqual(staleAfter({ seq: 1, type: 'ballot.cast', ids: {} }), [['votes'], ['home']])
  assert.deepEqual(staleAfter({ seq: 1, type: 'page.created', ids: { pageId: 'p1' } }), [
    ['home'],
    ['pages'],
    ['page', 'p1'],
    ['page-part', 'p1'],
  ])
})

test('a word in a page fetches its text at once, and what is told beside it a little later', () => {
  const hint = { seq: 1, type: 'page.changed' as const, ids: { pageId: 'p1', spaceId: 's1' } }
  const word = { ...hint, ids: { ...hint.ids, text: 'true' } }
  assert.deepEqual(staleAfter(word), [['page', 'p1']])
  assert.deepEqual(staleSoon(word), [['home'], ['pages', 's1'], ['page-part', 'p1']])
  assert.deepEqual(staleSoon(hint), [])
  assert.deepEqual(
    new Set(staleAfter(hint).map(String)),
    new Set([...staleAfter(word), ...staleSoon(word)].map(String)),
  )
})
