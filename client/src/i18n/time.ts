import type { Locale, Say } from './i18n.tsx'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Hours and minutes as one says them: « 18 h 12 », « 9 h », 18:12. */
export const sayClock = (hour: number, minute: number, locale: Locale): string => {
  const minutes = String(minute).padStart(2, '0')
  if (locale === 'en') return `${hour}:${minutes}`
  return `${hour}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}

/** The hour of an instant on this device. */
export const sayHour = (at: Date, locale: Locale): string => sayClock(at.getHours(), at.getMinutes(), locale)

/** The first of a month is « 1er » in French, and a day never leaves its month. */
export const bind = (date: string, locale: Locale): string =>
  (locale === 'fr' ? date.replace(/\b1 (?=\p{L})/u, '1er ') : date).replace(/(\d\S*) (?=\p{L})/u, '$1\u00a0')

/** A date in words; the year only where it is another one. */
export const sayDate = (at: Date, now: Date, locale: Locale, month: 'short' | 'long' = 'short'): string => {
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return bind(
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr', { day: 'numeric', month, year }).format(at),
    locale,
  )
}

/** The day of the calendar, as a sentence starts: « Samedi 21 novembre ». */
export const sayToday = (now: Date, locale: Locale): string => {
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(now)
  return bind(day.charAt(0).toLocaleUpperCase(locale) + day.slice(1), locale)
}

const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
/** Days of the calendar between two instants; Math.round because some days have 23 or 25 hours. */
const daysBetween = (from: Date, to: Date): number => Math.round((startOfDay(to) - startOfDay(from)) / DAY)

/**
 * An instant as one says it in a sentence: « à l'instant », « il y a 4 min », « à 14 h », « hier à 18 h 12 »,
 * « samedi à 9 h », « le 4 déc. à 11 h », « le 4 déc. 2025 ». Also for what is to come.
 */
export const sayTime = (at: Date, now: Date, locale: Locale, t: Say): string => {
  const ago = now.getTime() - at.getTime()
  if (Math.abs(ago) < MINUTE) return t('time.now')
  if (ago > 0 && ago < 60 * MINUTE) return t('time.minutesAgo', { count: Math.floor(ago / MINUTE) })
  if (ago < 0 && ago > -60 * MINUTE) return t('time.inMinutes', { count: Math.ceil(-ago / MINUTE) })
  const hour = sayHour(at, locale)
  const days = daysBetween(at, now)
  if (days === 0) return t('time.atHour', { hour })
  if (days === 1) return t('time.yesterday', { hour })
  if (days === -1) return t('time.tomorrow', { hour })
  if (Math.abs(days) < 7) {
    const day = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(at)
    return t('time.onDay', { day, hour })
  }
  const date = sayDate(at, now, locale)
  return at.getFullYear() === now.getFullYear() ? t('time.onDate', { date, hour }) : t('time.onOldDate', { date })
}

/** How long until an end: « encore 3 jours », « encore 2 h », « encore 12 min »; undefined once it has passed. */
export const sayLeft = (end: Date, now: Date, t: Say): string | undefined => {
  const left = end.getTime() - now.getTime()
  if (left <= 0) return undefined
  if (left < 60 * MINUTE) return t('time.leftMinutes', { count: Math.ceil(left / MINUTE) })
  if (left < DAY) return t('time.leftHours', { count: Math.round(left / 60 / MINUTE) })
  return t('time.leftDays', { count: Math.round(left / DAY) })
}
