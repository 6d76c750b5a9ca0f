import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDate } from '../../../i18n/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { ReviewDialog } from './ReviewDialog.tsx'

/** When an outcome is looked at again, and then what one found. Shows nothing without a date. */
export function Review({ vote }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const [isAsked, setAsked] = useState(false)
  const { written, can } = vote
  if (!written?.reviewOn) return null
  const { review, reviewDue, reviewOn } = written
  const date = sayDate(new Date(`${reviewOn}T12:00:00`), now, locale, 'long')
  if (review)
    return (
      <Notice tone="done" title={t('review.done')}>
        <p>{review.text}</p>
        <p className="small muted">
          {review.person && `${review.person.name}, `}
          <TimeAgo at={review.at} />
        </p>
      </Notice>
    )
  return (
    <Notice tone={reviewDue ? 'live' : 'plain'} title={t(reviewDue ? 'review.due' : 'review.on', { date })}>
      <p className="small">{t(reviewDue ? 'review.dueHelp' : 'review.onHelp')}</p>
      {can.review && (
        <p>
          <Button size="small" onPress={() => setAsked(true)}>
            {t('review.act')}
          </Button>
        </p>
      )}
      {isAsked && <ReviewDialog vote={vote} onClose={() => setAsked(false)} />}
    </Notice>
  )
}
