import { useState } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { sayDate } from '../../i18n/time.ts'
import { paths } from '../../lib/paths.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useNow } from '../../ui/use-now.ts'
import { type Followed, useFollowAct } from './api.ts'
import styles from './Candidacies.module.css'
import { AgreeToCharter, DeclareCollege } from './LaterAnswers.tsx'
import { OwnQuestions } from './OwnQuestions.tsx'
import { saySpan } from './say-span.ts'
import { SeatOffer, Stay } from './SeatOffer.tsx'
import { useSay } from './texts/say.ts'

interface FollowProps {
  followed: Followed
  token: string
}

/** The candidate's page: where it stands, in kind words, what can be done, and the way out. */
export function FollowView({ followed, token }: FollowProps) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const { status, name, sponsor } = followed
  const day = (at: string | null): string => (at ? sayDate(new Date(at), now, locale, 'long') : '')
  const date = day(followed.offerUntil ?? followed.closesAt)
  const values = { name, date, span: saySpan(followed.keptDays, t) }
  const next = followed.lacksCollege ? t('follow.next.lacksCollege') : t(`follow.next.${status}`, values)
  return (
    <>
      <PageHead
        above={t('follow.above', { committee: followed.committee })}
        title={t(`follow.title.${status}`, values)}
        tabTitle={t('follow.tab')}
        lede={followed.rank === null ? next : `${next} ${t('follow.rank', { rank: followed.rank })}`}
      >
        <p className="small muted">
          {t('follow.filed')} <TimeAgo at={followed.submittedAt} />
          {sponsor && ` · ${t('follow.sponsor', { name: sponsor })}`}
        </p>
      </PageHead>
      <div className="stack-loose">
        {followed.reason && (
          <section className={styles['section']} aria-labelledby="reason">
            <h2 id="reason" className="caption">
              {t('follow.reason')}
            </h2>
            <p className={styles['reply']}>{followed.reason}</p>
          </section>
        )}
        {status === 'admitted' && (
          <div>
            <LinkButton to={paths.home} variant="primary">
              {t('follow.enter')}
            </LinkButton>
          </div>
        )}
        {followed.can.accept && <SeatOffer followed={followed} token={token} />}
        {followed.can.declare && <DeclareCollege followed={followed} token={token} />}
        {followed.can.agree && <AgreeToCharter followed={followed} token={token} />}
        {followed.can.stay && <Stay followed={followed} token={token} />}
        <OwnQuestions followed={followed} token={token} />
        <section className={styles['section']} aria-labelledby="motivation">
          <h2 id="motivation" className="caption">
            {t('follow.motivation')}
          </h2>
          <Prose html={followed.html} />
        </section>
        <section className={styles['section']} aria-labelledby="privacy">
          <h2 id="privacy" className="caption">
            {t('apply.data')}
          </h2>
          <Prose html={followed.privacy} />
        </section>
        {followed.can.withdraw && <Withdraw token={token} />}
      </div>
    </>
  )
}

function Withdraw({ token }: { token: string }) {
  const t = useSay()
  const [isAsked, setAsked] = useState(false)
  const withdraw = useFollowAct(token, 'withdraw', () => setAsked(false))
  return (
    <section className={styles['apart']} aria-labelledby="leave">
      <h2 id="leave">{t('follow.leave')}</h2>
      <p className="muted">{t('follow.leaveHelp')}</p>
      <Button variant="danger" wide="phone" onPress={() => setAsked(true)}>
        {t('follow.withdraw')}
      </Button>
      <Confirm
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('follow.withdrawTitle')}
        act={t('follow.withdraw')}
        isPending={withdraw.isPending}
        onConfirm={() => withdraw.mutate({})}
      >
        {t('follow.withdrawHelp')}
        <ErrorNotice error={withdraw.error} />
      </Confirm>
    </section>
  )
}
