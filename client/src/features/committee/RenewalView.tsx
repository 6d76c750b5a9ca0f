import type { CurrentRenewalAnswer, RenewalAnswer } from '@cenacle/contract/renewal'
import { useI18n } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useNow } from '../../ui/use-now.ts'
import { AbandonRenewal } from './AbandonRenewal.tsx'
import { OpenRenewal } from './OpenRenewal.tsx'
import { RenewalAnswerForm } from './RenewalAnswerForm.tsx'
import { RenewalResult } from './RenewalResult.tsx'
import { sayDayHour } from './say-when.ts'
import styles from './Meeting.module.css'
import { type SayHere, useSay } from './texts/say.ts'

const titleOf = (renewal: RenewalAnswer | null, t: SayHere): string => {
  if (!renewal) return t('renewal.none')
  if (renewal.status === 'settled') return t('renewal.doneTitle')
  if (renewal.status === 'closed') return t('renewal.closedTitle')
  return t(renewal.can.answer ? 'renewal.question' : 'renewal.running')
}

/** The renewal as it stands: the question while it is open, what came of it afterwards. */
export function RenewalView({ answer: { renewal, can } }: { answer: CurrentRenewalAnswer }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const date = renewal ? sayDayHour(new Date(renewal.closesAt), now, locale, t) : ''
  const isOpen = renewal?.status === 'open'
  const ledeOf = (): string => {
    if (!renewal) return t('renewal.noneHelp')
    if (isOpen) return t(renewal.can.answer ? 'renewal.until' : 'renewal.untilOthers', { date })
    return renewal.status === 'closed' ? t('renewal.nextClosed') : date
  }
  return (
    <>
      <PageHead
        above={<Link to={paths.committee}>{t('committee.tab')}</Link>}
        title={titleOf(renewal, t)}
        tabTitle={t('renewal.tab')}
        lede={ledeOf()}
      />
      <div className="stack-loose">
        {renewal && isOpen && renewal.can.answer && <RenewalAnswerForm renewal={renewal} />}
        {renewal && isOpen && (
          <section className={styles['section']} aria-labelledby="next">
            <h2 id="next">{t('renewal.next')}</h2>
            <Progress
              label={t('renewal.progress', { count: renewal.answered, asked: renewal.asked })}
              value={renewal.answered}
              total={renewal.asked}
            />
            <p className="muted">
              {t('renewal.nextOpen')} {t('renewal.silenceIs', { what: t(`renewal.silence.${renewal.silence}`) })}
            </p>
            {!renewal.mine.asked && <p className="muted">{t('renewal.notAsked')}</p>}
            {renewal.can.abandon && <AbandonRenewal id={renewal.id} />}
          </section>
        )}
        {renewal?.result && <RenewalResult result={renewal.result} silent={renewal.silent} />}
        {can.open && <OpenRenewal />}
      </div>
    </>
  )
}
