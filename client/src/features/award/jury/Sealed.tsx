import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Edition } from './api.ts'
import { useSay } from './texts/say.ts'

/** Between the close of a jury and the palmarès: when it will be public, and that nobody reads it before. */
export function Sealed({ edition: { publishedAt, embargoAt } }: { edition: Edition }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const at = publishedAt ?? embargoAt
  const date = at === null ? undefined : new Date(at)
  const title =
    date && date > now
      ? t('jury.sealed', { date: sayDate(date, now, locale, 'long'), hour: sayDeadlineHour(date, locale) })
      : t('jury.sealedSoon')
  return (
    <Notice tone="live" title={`${title}.`}>
      <p>{t('jury.sealedHelp')}</p>
    </Notice>
  )
}
