import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pollBody } from '@cenacle/contract/poll'
import { askingOf, bodyOf, emptyPoll, keepAsking, readAsking } from './asking.ts'

const asking = { question: 'Quel soir ?', options: ['Mardi', ' ', 'Jeudi '], multiple: true, closesAt: '' }

test('what is written becomes a body that the contract takes, without the lines that say nothing', () => {
  const body = bodyOf(asking)
  assert.deepEqual(body, { question: 'Quel soir ?', options: ['Mardi', 'Jeudi'], multiple: true, closesAt: null })
  assert.ok(pollBody.safeParse(body).success)
  assert.ok(pollBody.safeParse(bodyOf({ ...asking, closesAt: '2026-12-04T18:30' })).success)
  assert.ok(!pollBody.safeParse(bodyOf(readAsking(emptyPoll))).success)
})

test('a draft keeps a poll as it was written, and survives what is none of ours', () => {
  assert.deepEqual(readAsking(keepAsking(asking)), asking)
  assert.deepEqual(readAsking('{'), readAsking(emptyPoll))
  assert.deepEqual(readAsking('null').options, ['', ''])
})

test('a poll that is corrected starts with what it asks, its end to the minute', () => {
  const closesAt = new Date(2026, 11, 4, 18, 30).toISOString()
  const options = ['Mardi', 'Jeudi'].map((label, i) => ({ number: i + 1, label, count: 0 }))
  const can = { vote: true, change: true, close: true, remove: true, decide: true }
  const place = { id: 'k', topicId: 't', postId: 'p', spaceSlug: 's', voters: 0, mine: null, closed: false, can }
  const poll = { ...place, question: 'Quel soir ?', multiple: false, options, closesAt }
  assert.deepEqual(bodyOf(askingOf(poll)), {
    question: 'Quel soir ?',
    options: ['Mardi', 'Jeudi'],
    multiple: false,
    closesAt,
  })
})
