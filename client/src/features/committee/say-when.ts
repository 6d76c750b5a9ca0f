import type { Locale } from '../../i18n/i18n.tsx'
import { sayHour } from '../../i18n/time.ts'
import type { SayHere } from './texts/say.ts'

/** A day in words, as a sentence goes on: « lundi 24 novembre »; the year only where it is another one. */
export const sayDay = (at: Date, now: Date, locale: Locale): string => {
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year,
  }).format(at)
  const first = locale === 'fr' ? day.replace(/\b1 (?=\p{L})/u, '1er ') : day
  return first.replace(/(\d\S*) (?=\p{L})/u, '$1\u00a0')
}

/** A day with its hour. */
export const sayDayHour = (at: Date, now: Date, locale: Locale, t: SayHere): string =>
  t('meeting.dayAt', { day: sayDay(at, now, locale), hour: sayHour(at, locale) })

/** From when to when: « Lundi 24 novembre, de 14 h à 16 h ». */
export const sayWhen = (start: Date, end: Date, now: Date, locale: Locale, t: SayHere): string => {
  const isOneDay = start.toDateString() === end.toDateString()
  const said = isOneDay
    ? t('meeting.hours', {
        day: sayDay(start, now, locale),
        from: sayHour(start, locale),
        to: sayHour(end, locale),
      })
    : t('meeting.days', { from: sayDayHour(start, now, locale, t), to: sayDayHour(end, now, locale, t) })
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1)
}

/** A day so many days ahead, at an hour. */
export const daysAhead = (days: number, hour: number, from: Date): Date =>
  new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, hour)

/** What a date and time field gave as an instant; empty where it is none. */
export const instantOf = (value: string): string => {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
