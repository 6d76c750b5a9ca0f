import { useSyncExternalStore } from 'react'
import { useI18n } from '../i18n/i18n.tsx'
import { sayDate, sayHour, sayLeft, sayTime } from '../i18n/time.ts'

const TICK_MS = 30_000
let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  now = Date.now()
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present, which moves on every half minute; one timer for all. */
export const useNow = (): Date => new Date(useSyncExternalStore(subscribe, () => now))

/** An instant as one says it, « hier à 18 h 12 », exact when pointed at. @param at ISO */
export function TimeAgo({ at }: { at: string }) {
  const { locale, t } = useI18n()
  const present = useNow()
  const date = new Date(at)
  const exact = `${sayDate(date, new Date(0), locale, 'long')}, ${sayHour(date, locale)}`
  return (
    <time dateTime={at} title={exact}>
      {sayTime(date, present, locale, t)}
    </time>
  )
}

/** How long until an end, « encore 3 jours », or `ended` once it has passed. @param until ISO */
export function TimeLeft({ until, ended }: { until: string; ended: string }) {
  const { t } = useI18n()
  const present = useNow()
  return <time dateTime={until}>{sayLeft(new Date(until), present, t) ?? ended}</time>
}
