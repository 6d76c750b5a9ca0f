import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locale } from '../../i18n/i18n.tsx'
import { type Dictionary, format } from '../../i18n/message.ts'
import { typesetAll } from '../../i18n/typeset.ts'
import type { Result } from './api.ts'
import { dayAfter, hourAfter, instantOf } from '../../i18n/field-date.ts'
import { thresholdOf } from './deciding/decision-rules.ts'
import { sayPercent } from '../../i18n/percent.ts'
import { quorumCount, sayBlank, sayResult, sayRule, sayShare } from './sentences.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import type { SayHere } from './texts/say.ts'
import { charactersMissing, isCloseNear } from './veto-rules.ts'

const texts: Record<Locale, Dictionary> = { fr: typesetAll(fr), en }
const say =
  (locale: Locale): SayHere =>
  (key: string, ...[values]: [Record<string, string | number>?]) =>
    format(texts[locale][key] ?? key, values ?? {}, locale)
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const t = say('fr')

const result: Result = {
  voteId: 'v1',
  outcome: 'rejected',
  roll: 48,
  voters: 40,
  expressed: 36,
  yes: 24,
  no: 12,
  abstain: 4,
  blank: 0,
  vetoes: 0,
  numerator: 24,
  denominator: 36,
  base: 'expressed',
  threshold: { numerator: 70, denominator: 100 },
  comparator: '>=',
  quorum: { numerator: 1, denominator: 2 },
  quorumMet: true,
  tally: null,
  winner: null,
  withheld: false,
  ballots: [],
  exports: [],
}

test('a result is said with its numerator, its denominator and its base', () => {
  assert.deepEqual(sayResult(result, t, 'fr').map(plain), [
    '24 oui sur 36 suffrages exprimés, soit 66,6 %.',
    '40 personnes sur 48 ont voté, soit 83,3 %, dont 4 abstentions.',
    'Il fallait au moins 70 % des suffrages exprimés.',
    'Le quorum de 24 voix est atteint.',
  ])
  assert.equal(sayResult(result, say('en'), 'en')[0], '24 yes of 36 votes for or against, that is 66.6%.')
})

test('who took part without choosing is said, abstentions and blank votes apart', () => {
  const turnout = (part: Partial<Result>): string => plain(sayResult({ ...result, ...part }, t, 'fr')[1] ?? '')
  assert.match(turnout({ abstain: 4, blank: 2 }), /, dont 4 abstentions et 2 votes blancs\.$/)
  assert.match(turnout({ abstain: 0, blank: 1 }), /, dont 1 vote blanc\.$/)
})

test('a blank vote says what it counts for, by the rules of the vote', () => {
  const half = { numerator: 1, denominator: 2 }
  const none = { numerator: 0, denominator: 1 }
  const said = (base: Result['base'], quorum = half): string => plain(sayBlank({ base, quorum }, t))
  assert.match(said('expressed'), /dans la participation et dans le quorum, pas dans la majorité\.$/)
  assert.match(said('expressed', none), /dans la participation, pas dans la majorité\.$/)
  assert.match(said('voters'), /et parmi les votes sur lesquels se calcule la majorité\.$/)
  assert.match(said('roll'), /la majorité se calcule sur toutes les personnes inscrites\.$/)
})

test('one vote, nobody, and no quorum are said in their own words', () => {
  const alone: Result = {
    ...result,
    voters: 1,
    expressed: 1,
    yes: 1,
    no: 0,
    abstain: 0,
    numerator: 1,
    denominator: 1,
    quorum: { numerator: 0, denominator: 1 },
  }
  assert.deepEqual(sayResult(alone, t, 'fr').map(plain).slice(0, 2), [
    '1 oui sur 1 suffrage exprimé, soit 100 %.',
    '1 personne sur 48 a voté, soit 2 %.',
  ])
  assert.equal(sayResult(alone, t, 'fr').length, 3)
  const nobody: Result = { ...alone, voters: 0, expressed: 0, yes: 0, numerator: 0, denominator: 0 }
  assert.equal(plain(sayResult(nobody, t, 'fr')[0] ?? ''), '0 oui sur 0 suffrage exprimé, soit 0 %.')
})

test('a percentage is never rounded up to the threshold that it missed', () => {
  assert.equal(plain(sayPercent(6_999, 10_000, 'fr')), '69,9 %')
  assert.equal(plain(sayPercent(7, 10, 'fr')), '70 %')
  assert.equal(plain(sayPercent(57, 100, 'fr')), '57 %')
})

test('a share has its name, and its comparator', () => {
  assert.equal(sayShare({ numerator: 1, denominator: 2 }, '>', t), 'plus de la moitié')
  assert.equal(sayShare({ numerator: 2, denominator: 3 }, '>=', t), 'au moins les deux tiers')
  assert.equal(plain(sayShare({ numerator: 70, denominator: 100 }, '>=', t)), 'au moins 70 %')
  assert.equal(sayShare({ numerator: 5, denominator: 7 }, '>', t), 'plus de 5/7')
  assert.equal(
    sayRule({ threshold: { numerator: 1, denominator: 2 }, comparator: '>', base: 'roll' }, t),
    'plus de la moitié des voix de toutes les personnes inscrites',
  )
})

test('a quorum is the smallest number of people that reaches it', () => {
  assert.equal(quorumCount({ numerator: 1, denominator: 2 }, 48), 24)
  assert.equal(quorumCount({ numerator: 1, denominator: 2 }, 49), 25)
  assert.equal(quorumCount({ numerator: 2, denominator: 3 }, 48), 32)
  assert.equal(quorumCount({ numerator: 0, denominator: 1 }, 48), 0)
})

test('the chosen majority becomes exact numbers', () => {
  assert.deepEqual(thresholdOf('simple', 70), { threshold: { numerator: 1, denominator: 2 }, comparator: '>' })
  assert.deepEqual(thresholdOf('percent', 57), { threshold: { numerator: 57, denominator: 100 }, comparator: '>=' })
})

test('a reason is counted as a reader counts it', () => {
  assert.equal(charactersMissing('  '), 30)
  assert.equal(charactersMissing('👍'.repeat(29)), 1)
  assert.equal(charactersMissing(`  ${'é'.repeat(30)}\n`), 0)
})

test('a veto in the last 48 hours moves the close', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  assert.equal(isCloseNear('2026-11-23T11:59:59Z', now, 48), true)
  assert.equal(isCloseNear('2026-11-23T12:00:00Z', now, 48), false)
})

test('days and hours are those of the reader', () => {
  const from = new Date(2026, 11, 28, 23, 30)
  assert.equal(dayAfter(7, from), '2027-01-04')
  assert.equal(hourAfter(0, 18, from), '2026-12-28T18:00')
  assert.equal(instantOf('2026-12-28'), new Date(2026, 11, 28, 23, 59, 59).toISOString())
  assert.equal(instantOf('2026-12-28T18:00'), new Date(2026, 11, 28, 18).toISOString())
  assert.equal(instantOf(''), undefined)
  assert.equal(instantOf('demain'), undefined)
})
