import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarOf, type CalendarEntry } from './ics.ts'

const entry: CalendarEntry = {
  uid: 'vote-1@comite.example.fr',
  sequence: 2,
  changedAt: new Date('2026-11-20T08:30:15.250Z'),
  startsAt: new Date('2026-12-01T17:00:00Z'),
  title: 'Clôture : « Faut-il 1, 2 ; ou 3 ? »',
  description: 'Première ligne\nSeconde \\ ligne',
}
/** As a reader does: RFC 5545, 3.1 and 3.3.11. */
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
const read = (text: string, name: string): string | undefined =>
  unfold(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))

test('an entry says when, in UTC, what, and which of its versions it is', () => {
  const text = calendarOf('Comité', [entry])
  const lines = unfold(text)
  for (const line of [
    'UID:vote-1@comite.example.fr',
    'SEQUENCE:2',
    'DTSTAMP:20261120T083015Z',
    'DTSTART:20261201T170000Z',
    'SUMMARY:Clôture : « Faut-il 1\\, 2 \\; ou 3 ? »',
    'DESCRIPTION:Première ligne\\nSeconde \\\\ ligne',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
  ])
    assert.ok(lines.includes(line), line)
  assert.ok(!text.includes('DTEND'), 'an instant has no end')
  assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && text.endsWith('END:VCALENDAR\r\n'))
})

test('what has a length, a place and a reminder says so; what is called off reminds nobody', () => {
  const meeting = {
    ...entry,
    endsAt: new Date('2026-12-01T19:00:00Z'),
    place: 'Salle 4, Rennes',
    url: 'https://comite.example.fr/reunions/1',
    remindMinutes: 30,
  }
  const lines = unfold(calendarOf('Comité', [meeting]))
  for (const line of [
    'DTEND:20261201T190000Z',
    'LOCATION:Salle 4\\, Rennes',
    'URL:https://comite.example.fr/reunions/1',
    'TRIGGER:-PT30M',
    'TRANSP:OPAQUE',
  ])
    assert.ok(lines.includes(line), line)
  const off = calendarOf('Comité', [{ ...meeting, cancelled: true }])
  assert.ok(off.includes('STATUS:CANCELLED') && !off.includes('VALARM'))
})

test('any text comes back as it was, on lines of 75 octets at most, each of whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
      // What cannot be stored never comes here; of line ends there is one kind, and control characters are left out.
      // oxlint-disable-next-line no-control-regex
      const title = raw.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      const text = calendarOf('', [{ ...entry, title }])
      for (const line of text.split('\r\n')) {
        assert.ok(new TextEncoder().encode(line).length <= 75, line)
        assert.ok(line.isWellFormed(), line)
      }
      assert.equal(read(text, 'SUMMARY'), title)
    }),
  )
})
