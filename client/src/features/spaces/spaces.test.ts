import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Space } from '@cenacle/contract/space'
import { dayOf, daysAhead, endOfDay } from './end-date.ts'
import { groupsOf } from './groups.ts'

test('a last day includes its evening', () => {
  const end = endOfDay('2026-12-04')
  assert.ok(end)
  assert.equal(dayOf(new Date(end)), '2026-12-04')
  assert.equal(new Date(end).getHours(), 23)
  assert.equal(endOfDay(''), undefined)
  assert.equal(endOfDay('2026-13-45'), undefined)
})

test('days ahead pass the end of a month and of a year', () => {
  assert.equal(daysAhead(30, new Date(2026, 11, 15)), '2027-01-14')
})

const space = (name: string, kind: Space['kind'], closedAt: string | null = null): Space => ({
  id: name,
  slug: name,
  kind,
  name,
  purpose: '',
  open: false,
  role: 'writer',
  until: null,
  joined: true,
  peopleCount: 1,
  closedAt,
  can: { talk: true, write: true, manage: false, close: false, join: false, leave: true },
})

test('spaces stand by kind, then as a reader counts, the closed ones last', () => {
  const groups = groupsOf([
    space('Atelier 10', 'workshop'),
    space('Atelier 1', 'workshop', '2026-01-01T00:00:00Z'),
    space('Atelier 2', 'workshop'),
    space('Comité', 'committee'),
  ])
  assert.deepEqual(
    groups.map(({ kind, spaces }) => [kind, spaces.map(({ name }) => name)]),
    [
      ['committee', ['Comité']],
      ['workshop', ['Atelier 2', 'Atelier 10', 'Atelier 1']],
    ],
  )
})
