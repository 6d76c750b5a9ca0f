import { problemText } from '../../ui/problem-text.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Portrait, type PortraitPerson } from '../../ui/Portrait.tsx'
import post from './Post.module.css'
import styles from './Writing.module.css'

interface PendingProps {
  me: PortraitPerson
  body: string
  hasPoll: boolean
  /** What kept it from arriving; null while it is on its way. */
  error: unknown
  onRetry: () => void
  onTakeBack: () => void
}

/** One's reply from the moment it is sent: on its way, or held up, with what to do then. */
export function Pending({ me, body, hasPoll, error, onRetry, onTakeBack }: PendingProps) {
  const { t, locale } = useI18n()
  return (
    <article className={post['post']} aria-busy={!error}>
      <Portrait person={me} />
      <div className={post['main']}>
        <p className={post['head']}>
          <span className="strong">{me.name}</span>
          {hasPoll && <span className="small muted">{t('poll.withReply')}</span>}
          {!error && <Badge tone="live">{t('reply.sending')}</Badge>}
        </p>
        <p className={styles['pending']}>{body}</p>
        {Boolean(error) && (
          <Notice tone="veto" role="alert" title={t('reply.failed')}>
            <p>
              {problemText(error, locale, t).title} {t('reply.failedHelp')}
            </p>
            <div className="row">
              <Button size="small" variant="primary" onPress={onRetry}>
                {t('ui.retry')}
              </Button>
              <Button size="small" onPress={onTakeBack}>
                {t('reply.takeBack')}
              </Button>
            </div>
          </Notice>
        )}
      </div>
    </article>
  )
}
