import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdmissionsAnswer } from '@cenacle/contract/admissions'
import { bodyOf, draftOf, shareDraftOf, shareOf } from './admission-draft.ts'

const held: AdmissionsAnswer = {
  days: 10,
  minDays: 7,
  maxDays: 60,
  rules: {
    base: 'expressed',
    threshold: { numerator: 1, denominator: 2 },
    comparator: '>',
    quorum: { numerator: 50, denominator: 100 },
    vetoLapses: true,
    lateVeto: { windowHours: 48, remainHours: 72 },
    vetoReaders: 'committee',
  },
  sponsorRequired: false,
  delays: { secondReadingWithin: 30, secondReading: 3, offer: 14, waiting: 180 },
}

test('what nobody touched is sent as it was, and a share by the shortest fraction that is the same', () => {
  const { maxDays: _most, ...same } = held
  const quorum = { numerator: 1, denominator: 2 }
  assert.deepEqual(bodyOf(draftOf(held), held), { ...same, rules: { ...same.rules, quorum } })
})

test('months become days, and a share that has no name a percentage', () => {
  assert.equal(bodyOf({ ...draftOf(held), months: '12' }, held).delays.waiting, 365)
  assert.deepEqual(shareDraftOf({ numerator: 70, denominator: 100 }), { name: 'percent', percent: '70' })
  assert.deepEqual(shareOf({ name: 'percent', percent: '70' }), { numerator: 70, denominator: 100 })
  assert.deepEqual(shareDraftOf({ numerator: 4, denominator: 6 }).name, 'twoThirds')
})
