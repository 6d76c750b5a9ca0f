import { z } from 'zod'
import type { Locale } from '../../../i18n/i18n.tsx'
import { sayDate, sayHour } from '../../../i18n/time.ts'
import type { Done } from './api.ts'
import { fr } from './texts/fr.ts'
import type { JournalText, SayJournal } from './texts/say.ts'

const has = (key: string): key is JournalText => key in fr

/** What was done, in a sentence. */
export function sayDone({ type }: Done, t: SayJournal): string {
  const key = `done.${type}`
  return has(key) ? t(key as 'done.edition.call') : t('done.other', { type })
}

const changes = z.record(z.string(), z.object({ from: z.json(), to: z.json() }))
const criterion = z.object({ label: z.string(), weight: z.number() })
const VALUES = ['category', 'entry', 'majority-judgment', 'grid'] as const

/** An instant, names of medals, criteria: as one reads it. */
function sayValue(field: string, value: unknown, t: SayJournal, locale: Locale): string {
  if (field === 'team' && Array.isArray(value)) return t('value.people', { count: value.length })
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('value.none')
  if (field.endsWith('At') && typeof value === 'string') return sayAt(value, t, locale)
  const known = VALUES.find((one) => (field === 'scope' || field === 'method') && one === value)
  if (known) return t(`value.${known}`)
  if (Array.isArray(value)) return new Intl.ListFormat(locale).format(value.map((one) => sayItem(one, t)))
  return `« ${typeof value === 'string' ? value : JSON.stringify(value)} »`
}

function sayItem(item: unknown, t: SayJournal): string {
  const found = criterion.safeParse(item)
  if (found.success) return t('value.criterion', found.data)
  return typeof item === 'string' ? item : JSON.stringify(item)
}

/** An instant with its year, since a journal is read years later. */
export const sayAt = (at: string, t: SayJournal, locale: Locale): string =>
  t('when', { date: sayDate(new Date(at), new Date(0), locale, 'long'), hour: sayHour(new Date(at), locale) })

/** What exactly, as far as the viewer may know it: one line each. */
export function sayDetails({ body, category, entry, person }: Done, t: SayJournal, locale: Locale): string[] {
  if (!body) return []
  const about = [
    category && t('about.category', category),
    entry && t('about.entry', entry),
    person && t('about.person', person),
    body['verdict'] === 'eligible' && t('verdict.eligible'),
    body['verdict'] === 'rejected' && t('verdict.rejected'),
    typeof body['places'] === 'number' && t('places', { count: body['places'] }),
    typeof body['entries'] === 'number' && t('entries', { count: body['entries'] }),
    Array.isArray(body['entryIds']) && t('entries', { count: body['entryIds'].length }),
    typeof body['reason'] === 'string' && t('reason', { text: body['reason'] }),
  ].filter((line) => typeof line === 'string')
  const changed = changes.safeParse(body['changes'])
  const lines = Object.entries(changed.success ? changed.data : {}).map(([field, { from, to }]) =>
    t('field', {
      field: t(has(`field.${field}`) ? (`field.${field}` as 'field.name') : 'field.other'),
      from: sayValue(field, from, t, locale),
      to: sayValue(field, to, t, locale),
    }),
  )
  return [...about, ...lines]
}

const HASHES = {
  rulesHash: 'hash.rules',
  entriesHash: 'hash.entries',
  hash: 'hash.palmares',
  nonce: 'hash.nonce',
  head: 'hash.head',
  seed: 'hash.seed',
} as const

/** The fingerprints that belong to an event, its own last. */
export function hashesOf({ type, body, hash }: Done, t: SayJournal): { label: string; hash: string }[] {
  const told = Object.entries(HASHES).flatMap(([member, label]) => {
    const value = body?.[member]
    return typeof value === 'string' && (member !== 'hash' || type.startsWith('palmares.'))
      ? [{ label: t(label), hash: value }]
      : []
  })
  return [...told, { label: t('hash.own'), hash }]
}
