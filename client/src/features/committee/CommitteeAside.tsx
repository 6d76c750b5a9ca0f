import type { SeatsPicture } from '@cenacle/contract/committee'
import type { ReactNode } from 'react'
import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useMeetings, useRenewal } from './api.ts'
import styles from './Committee.module.css'
import { MeetingLine } from './MeetingLine.tsx'
import { useSay } from './texts/say.ts'
import { WaitingList } from './WaitingList.tsx'

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Renewal() {
  const t = useSay()
  const { data } = useRenewal()
  if (!data) return null
  const { renewal, can } = data
  const isOpen = renewal?.status === 'open'
  if (!isOpen && !can.open && !renewal) return null
  const waits = isOpen && renewal.can.answer && renewal.mine.answer === null
  return (
    <Block id="renewal" title={t('renewal.tab')}>
      {isOpen ? (
        <Progress
          label={t(waits ? 'renewal.waits' : 'renewal.running')}
          note={t('renewal.progress', { count: renewal.answered, asked: renewal.asked })}
          value={renewal.answered}
          total={renewal.asked}
        />
      ) : (
        <p className="muted">{t(renewal ? 'renewal.doneTitle' : 'renewal.none')}</p>
      )}
      {waits ? (
        <LinkButton to={paths.renewal} variant="primary" wide="phone">
          {t('renewal.answerNow')}
        </LinkButton>
      ) : (
        <Link to={paths.renewal}>{t(isOpen || renewal ? 'renewal.see' : 'renewal.open')}</Link>
      )}
    </Block>
  )
}

function NextMeeting({ slug }: { slug: string }) {
  const t = useSay()
  const meetings = useMeetings(slug, 'coming')
  const next = meetings.data?.pages[0]?.items.find(({ cancelled }) => !cancelled)
  return (
    <Block id="next-meeting" title={t('meetings.next')}>
      {meetings.data && !next && <p className="muted">{t('meetings.none')}</p>}
      {next && (
        <ul>
          <MeetingLine meeting={next} />
        </ul>
      )}
      {slug && <Link to={paths.spaceMeetings(slug)}>{t('meetings.all')}</Link>}
    </Block>
  )
}

/** Beside the seats: what waits for an answer, the next meeting, who waits for a seat. */
export function CommitteeAside({ seats, slug }: { seats: SeatsPicture; slug: string }) {
  const t = useSay()
  return (
    <div className={styles['aside']}>
      <Renewal />
      <NextMeeting slug={slug} />
      <Block id="waiting-list" title={t('waiting.title')}>
        <WaitingList seats={seats} />
      </Block>
    </div>
  )
}
