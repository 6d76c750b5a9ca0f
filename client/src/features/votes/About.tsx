import type { ReactNode } from 'react'
import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import { Progress } from '../../ui/Progress.tsx'
import type { Vote } from './api.ts'
import { quorumCount, sayMethod, sayRule } from './sentences.ts'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

/** A small matter beside the text, under its name. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['block']}>
      <h2 className="caption">{title}</h2>
      {children}
    </section>
  )
}

/** How many have voted, of how many: no result, and shown at any time. */
export function Participation({ vote }: { vote: Vote }) {
  const t = useSay()
  const quorum = quorumCount(vote.rules.quorum, vote.roll)
  const missing = quorum - vote.voters
  return (
    <Block title={t('participation.title')}>
      <Progress
        label={t('votes.expressed', { count: vote.voters, roll: vote.roll })}
        note={quorum > 0 ? t('participation.quorum', { count: quorum }) : undefined}
        value={vote.voters}
        total={vote.roll}
      />
      {vote.status === 'open' && (
        <p className={styles['note']}>
          {quorum > 0 &&
            `${missing > 0 ? t('participation.quorumLeft', { count: missing }) : t('participation.quorumMet')} `}
          {t(vote.kind === 'award' ? 'jury.participationLater' : 'participation.later')}
        </p>
      )}
    </Block>
  )
}

/** What it takes, in words, with its base. */
export function Rule({ vote }: { vote: Vote }) {
  const t = useSay()
  const { rules, roll, kind } = vote
  const quorum = quorumCount(rules.quorum, roll)
  return (
    <Block title={t('rule.title')}>
      <p className="small">
        {kind === 'candidacy' ? t('rule.candidacy', { rule: sayRule(rules, t) }) : sayMethod(vote, t)}
      </p>
      {quorum > 0 && <p className="small">{t('rule.quorum', { count: quorum, roll })}</p>}
      {rules.leastJudges !== undefined && (
        <p className="small">{t('jury.leastJudges', { count: rules.leastJudges })}</p>
      )}
      <p className={styles['note']}>
        {vote.status !== 'scheduled' && t('rule.frozen')}{' '}
        {!vote.aboutYou && <Link to={paths.voteLog(vote.id)}>{t('log.see')}</Link>}
      </p>
    </Block>
  )
}
