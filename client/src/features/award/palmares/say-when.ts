import type { Locale } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate, sayHour } from '../../../i18n/time.ts'
import type { SayPalmares } from './texts/say.ts'

/** An instant as a document says it, with its year, whenever it is read: « le 12 décembre 2026 à 11 h ». @param at ISO */
export const sayWhen = (at: string, t: SayPalmares, locale: Locale): string => {
  const date = new Date(at)
  return t('when.at', { date: sayDate(date, new Date(0), locale, 'long'), hour: sayHour(date, locale) })
}

/** The same of what is to come, for everybody at one instant: with the hour of Paris where the device has another. */
export const sayOpening = (at: string, t: SayPalmares, locale: Locale): string => {
  const date = new Date(at)
  return t('when.at', { date: sayDate(date, new Date(0), locale, 'long'), hour: sayDeadlineHour(date, locale) })
}

/** « Un, Deux et Trois ». */
export const sayAll = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
