import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messages as fr } from './fr.ts'
import { messages as en } from './en.ts'
import type { Locale, Say } from './i18n.tsx'
import { format } from './message.ts'
import { sayDeadlineHour } from './paris.ts'
import { sayLeft, sayTime, sayToday } from './time.ts'

const say =
  (locale: Locale): Say =>
  (key, ...[values]) =>
    format((locale === 'en' ? en : fr)[key], values ?? {}, locale)
const now = new Date(2026, 10, 21, 14, 30)
const at = (...parts: [number, number, number, number, number]): string =>
  plain(sayTime(new Date(...parts), now, 'fr', say('fr')))
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

test('time is said as one says it', () => {
  assert.equal(at(2026, 10, 21, 14, 30), 'à l’instant')
  assert.equal(at(2026, 10, 21, 14, 26), 'il y a 4 min')
  assert.equal(at(2026, 10, 21, 9, 0), 'à 9 h')
  assert.equal(at(2026, 10, 20, 18, 12), 'hier à 18 h 12')
  assert.equal(at(2026, 10, 22, 18, 0), 'demain à 18 h')
  assert.equal(at(2026, 10, 17, 8, 5), 'mardi à 8 h 05')
  assert.equal(at(2026, 11, 4, 11, 0), 'le 4 déc. à 11 h')
  assert.equal(at(2025, 11, 4, 11, 0), 'le 4 déc. 2025')
  assert.equal(at(2026, 11, 1, 11, 0), 'le 1er déc. à 11 h')
  assert.equal(at(2026, 6, 11, 11, 0), 'le 11 juil. à 11 h')
  assert.equal(sayTime(new Date(2026, 10, 20, 18, 12), now, 'en', say('en')), 'yesterday at 18:12')
})

test('yesterday is a day of the calendar, not 24 hours', () => {
  const early = new Date(2026, 10, 21, 0, 10)
  assert.equal(plain(sayTime(new Date(2026, 10, 20, 22, 0), early, 'fr', say('fr'))), 'hier à 22 h')
})

test('what is left of a vote', () => {
  assert.equal(sayLeft(new Date(2026, 10, 24, 18, 0), now, say('fr')), 'encore 3 jours')
  assert.equal(plain(sayLeft(new Date(2026, 10, 21, 16, 30), now, say('fr')) ?? ''), 'encore 2 h')
  assert.equal(sayLeft(new Date(2026, 10, 21, 14, 0), now, say('fr')), undefined)
  assert.equal(sayToday(now, 'fr'), 'Samedi 21\u00a0novembre')
})

test('a deadline says the hour of Paris where the device has another', () => {
  const zone = process.env['TZ']
  const closes = new Date('2026-11-24T22:59:00Z')
  const saidIn = (place: string, when = closes, locale: Locale = 'fr'): string => {
    process.env['TZ'] = place
    return plain(sayDeadlineHour(when, locale))
  }
  try {
    assert.equal(saidIn('Europe/Paris'), '23 h 59')
    // Another zone with the same hour: nothing to say.
    assert.equal(saidIn('Europe/Brussels'), '23 h 59')
    assert.equal(saidIn('Indian/Reunion'), '2 h 59 (le 24 nov. à 23 h 59, heure de Paris)')
    assert.equal(saidIn('America/Guadeloupe'), '18 h 59 (23 h 59, heure de Paris)')
    assert.equal(saidIn('Indian/Reunion', new Date('2026-07-01T10:00:00Z')), '14 h (12 h, heure de Paris)')
    assert.equal(
      saidIn('Indian/Reunion', new Date('2026-12-01T21:30:00Z'), 'en'),
      '1:30 (on 1 Dec at 22:30, Paris time)',
    )
    // The first of a month.
    assert.equal(
      saidIn('Indian/Reunion', new Date('2026-12-01T21:30:00Z')),
      '1 h 30 (le 1er déc. à 22 h 30, heure de Paris)',
    )
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
