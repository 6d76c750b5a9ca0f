import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDate, sayHour } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { Block } from '../About.tsx'
import type { Vote } from '../api.ts'
import { quoted, sayAll } from '../results/tally-sentences.ts'
import { useSay } from '../texts/say.ts'
import styles from '../Vote.module.css'

/** Why a vote ended without a result. Shows nothing of the others. */
export function Cancelled({ vote }: { vote: Vote }) {
  const t = useSay()
  if (!vote.cancelled) return null
  return (
    <Notice
      title={
        <>
          {t('manage.wasCancelled')} <TimeAgo at={vote.cancelled.at} />.
        </>
      }
    >
      <p className={styles['reason']}>{vote.cancelled.reason}</p>
      <p className="small muted">{t('manage.nothingRead')}</p>
    </Notice>
  )
}

/** What was taken out while it was open, why, and that nobody votes again for that. Shows nothing where nothing was. */
export function Withdrawn({ vote }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  if (vote.withdrawn.length === 0) return null
  const names = quoted(new Map(vote.withdrawn.map(({ id, label }) => [id, label])), t)
  return (
    <Notice role="status" title={t('manage.wasWithdrawn', { names: sayAll([...names.values()], locale) })}>
      {vote.withdrawn.map(({ id, reason }) => (
        <p key={id} className={styles['reason']}>
          {reason}
        </p>
      ))}
      {vote.status === 'open' && vote.hasVoted && <p>{t('manage.withdrawnVoted')}</p>}
      {vote.can.vote && !vote.hasVoted && <p>{t('manage.withdrawnFilled')}</p>}
    </Notice>
  )
}

/** Each time that the close was moved, and why. Shows nothing where it never was. */
export function Extensions({ vote }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  if (vote.extensions.length === 0) return null
  const say = (at: string): string => {
    const date = new Date(at)
    return t('manage.dayHour', { date: sayDate(date, now, locale), hour: sayHour(date, locale) })
  }
  return (
    <Block title={t('manage.extensions')}>
      <ol className={styles['moves']}>
        {vote.extensions.map(({ from, to, reason, at }) => (
          <li key={at} className="small">
            <p>{t('manage.moved', { from: say(from), to: say(to) })}</p>
            <p className="muted">{reason}</p>
          </li>
        ))}
      </ol>
    </Block>
  )
}
