import type { Locale } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate, sayHour } from '../../../i18n/time.ts'
import type { SayHere } from './texts/say.ts'

/** An instant in a sentence: « 12 décembre à 18 h »; the year where it is another one. @param at ISO */
export const sayInstant = (at: string, now: Date, locale: Locale, t: SayHere): string => {
  const date = new Date(at)
  return t('when.at', { date: sayDate(date, now, locale, 'long'), hour: sayHour(date, locale) })
}

/** The same of a deadline, which is the same instant for everybody: with the hour of Paris where the device has another. */
export const sayDeadline = (at: string, now: Date, locale: Locale, t: SayHere): string => {
  const date = new Date(at)
  return t('when.at', { date: sayDate(date, now, locale, 'long'), hour: sayDeadlineHour(date, locale) })
}

/** The same in a narrow place: « 12 déc., 18 h ». */
export const sayInstantShort = (at: string, now: Date, locale: Locale, t: SayHere): string => {
  const date = new Date(at)
  return t('when.short', { date: sayDate(date, now, locale), hour: sayHour(date, locale) })
}
