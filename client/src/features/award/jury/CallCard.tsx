import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate } from '../../../i18n/time.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Call } from './api.ts'
import { editionName } from './edition-name.ts'
import styles from './Jury.module.css'
import { useSay } from './texts/say.ts'

/** One open call: whose it is, until when, for what. */
export function CallCard({ call }: { call: Call }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const closes = new Date(call.closesAt)
  const name = editionName(call)
  return (
    <li className={styles['call']}>
      <div className="row">
        <Badge tone="live">{t('calls.open')}</Badge>
        <span className="small">
          {t('calls.until', { date: sayDate(closes, now, locale, 'long'), hour: sayDeadlineHour(closes, locale) })}
        </span>
      </div>
      <h2>{name}</h2>
      {call.partner && <p className="muted">{t('calls.with', { partner: call.partner })}</p>}
      {call.html && <Prose html={call.html} />}
      <h3 className="caption">{t('calls.categories')}</h3>
      <ul className={styles['categories']}>
        {call.categories.map((category) => (
          <li key={category.id}>
            <p className="strong">{category.name}</p>
            <p className="muted">{category.question}</p>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton to={paths.call(call.id)} variant="primary" wide="phone" aria-label={t('calls.actFor', { name })}>
          {t('calls.act')}
        </LinkButton>
      </div>
    </li>
  )
}
