import type { WaitingItem } from '@cenacle/contract/home'
import { useI18n } from '../../i18n/i18n.tsx'
import { sayDate } from '../../i18n/time.ts'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './Home.module.css'
import { useSayReview } from './review-texts.ts'

interface ReviewProps {
  item: Extract<WaitingItem, { kind: 'review' }>
  isFirst: boolean
}

/** A decision whose outcome is looked at again from today on. */
export function ReviewItem({ item, isFirst }: ReviewProps) {
  const t = useSayReview()
  const { locale } = useI18n()
  const now = useNow()
  const date = sayDate(new Date(`${item.reviewOn}T12:00:00`), now, locale, 'long')
  return (
    <>
      <div className={styles['text']}>
        <Badge tone="accent">{t('home.review')}</Badge>
        <h3>{bindPunctuation(item.question)}</h3>
        <p className="small muted">{t('home.reviewSince', { date })}</p>
      </div>
      <LinkButton
        to={paths.vote(item.id)}
        variant={isFirst ? 'primary' : 'secondary'}
        wide="phone"
        aria-label={t('home.reviewOf', { title: item.question })}
      >
        {t('home.reviewAct')}
      </LinkButton>
    </>
  )
}
