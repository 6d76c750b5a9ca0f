import { useI18n } from '../i18n/i18n.tsx'
import { sayDate, sayHour, sayLeft, sayTime } from '../i18n/time.ts'
import { useNow } from './use-now.ts'

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
