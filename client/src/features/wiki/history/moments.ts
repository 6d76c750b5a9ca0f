import type { Moment, TimelineAnswer } from '@cenacle/contract/history'
import type { Author } from '@cenacle/contract/person'
import type { Locale } from '../../../i18n/i18n.tsx'
import { sayDate, sayHour, sayToday } from '../../../i18n/time.ts'
import type { SayHere } from './texts/say.ts'

/** What the text of a moment is compared with. */
export type Compared = 'previous' | 'now' | 'none' | number

/** Reads `?avec=`; the version before where it says nothing that makes sense. */
export function readCompared(value: string | null): Compared {
  if (value === 'now' || value === 'none') return value
  const seq = Number(value)
  return value !== null && Number.isInteger(seq) && seq > 0 ? seq : 'previous'
}

/**
 * Where a version stands on the timeline. While somebody writes, their last moment moves on: the next one is then where it went.
 * @param seq null for the newest
 */
export function placeOf(moments: readonly Moment[], seq: number | null): number {
  if (seq === null) return moments.length - 1
  const at = moments.findIndex((moment) => moment.seq >= seq)
  return at < 0 ? moments.length - 1 : at
}

/** The two versions that are compared, the older one first; null where there is nothing to compare. */
export function pairOf(
  moments: readonly Moment[],
  place: number,
  compared: Compared,
): { from: number; to: number } | null {
  const moment = moments[place]
  if (!moment || compared === 'none') return null
  const other =
    compared === 'previous'
      ? (moments[place - 1]?.seq ?? 0)
      : compared === 'now'
        ? (moments.at(-1)?.seq ?? 0)
        : compared
  if (other === moment.seq) return null
  return { from: Math.min(other, moment.seq), to: Math.max(other, moment.seq) }
}

/** A date and hour in full: « 21 novembre 2026 à 14 h 30 ». */
export const sayMoment = (at: string, locale: Locale): string => {
  const date = new Date(at)
  return `${sayDate(date, new Date(0), locale, 'long')}, ${sayHour(date, locale)}`
}

export const authorOf = ({ people }: TimelineAnswer, { by }: Moment): Author | null =>
  by === null ? null : (people[by] ?? null)

/** A moment in words, as the slider says it. */
export function describe(timeline: TimelineAnswer, moment: Moment, locale: Locale, t: SayHere): string {
  const date = sayMoment(moment.at, locale)
  const name = authorOf(timeline, moment)?.name ?? t('history.gone')
  const version = timeline.names.find(({ seq }) => seq === moment.seq)?.name
  return version === undefined ? t('history.moment', { date, name }) : t('history.momentNamed', { date, name, version })
}

export interface Day {
  title: string
  moments: { moment: Moment; place: number }[]
}

/** The moments by day of the calendar, the newest first. @param most how many moments */
export function daysOf(moments: readonly Moment[], most: number, now: Date, locale: Locale): Day[] {
  const days: Day[] = []
  for (let place = moments.length - 1; place >= Math.max(0, moments.length - most); place--) {
    const moment = moments[place]
    if (!moment) continue
    const date = new Date(moment.at)
    const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`
    const title = sayToday(date, locale) + year
    if (days.at(-1)?.title !== title) days.push({ title, moments: [] })
    days.at(-1)?.moments.push({ moment, place })
  }
  return days
}
