import type { Locale } from './i18n.tsx'
import { bind, sayClock, sayHour } from './time.ts'

const ZONE = 'Europe/Paris'
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
})

const texts = {
  fr: { sameDay: ', heure de\u00a0Paris', otherDay: ['le ', ' à '] },
  en: { sameDay: ', Paris\u00a0time', otherDay: ['on ', ' at '] },
} as const

/**
 * The hour of a deadline on this device, and where Paris reads another one at that instant, the hour of Paris, which mails and
 * colleagues say: « 23 h 59 », on Réunion « 2 h 59 (le 24 nov. à 23 h 59, heure de Paris) ».
 */
export const sayDeadlineHour = (at: Date, locale: Locale): string => {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { day, hour = 0, minute = 0 } = parts
  const isSameDay = day === at.getDate()
  const here = sayHour(at, locale)
  if (isSameDay && hour === at.getHours() && minute === at.getMinutes()) return here
  const { sameDay, otherDay } = texts[locale]
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr', {
    timeZone: ZONE,
    day: 'numeric',
    month: 'short',
  }).format(at)
  const onDay = isSameDay ? '' : `${otherDay[0]}${bind(date, locale)}${otherDay[1]}`
  return `${here} (${onDay}${sayClock(hour, minute, locale)}${sameDay})`
}
