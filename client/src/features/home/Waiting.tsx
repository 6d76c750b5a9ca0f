import { lazy, type ReactNode, Suspense } from 'react'
import type { WaitingItem } from '@cenacle/contract/home'
import { sayLeft } from '../../i18n/time.ts'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './Home.module.css'
import { type SayHere, useSay } from './texts/say.ts'

interface Shown {
  key: string
  badge: ReactNode
  title: string
  note: ReactNode
  to: string
  act: string
  fullAct: string
}

/** Rare, and not of the first load. */
const ReviewItem = lazy(() => import('./ReviewItem.tsx').then((module) => ({ default: module.ReviewItem })))

const show = (item: Exclude<WaitingItem, { kind: 'review' }>, t: SayHere, now: Date): Shown => {
  if (item.kind === 'vote') {
    const left = sayLeft(new Date(item.closesAt), now, t)
    const expressed = t('home.expressed', { count: item.voters, roll: item.roll })
    return {
      key: `vote-${item.id}`,
      badge: <Badge tone="live">{left ? t('home.openVote', { left }) : t('home.closingVote')}</Badge>,
      title: item.question,
      note: item.sponsor ? `${t('home.sponsoredBy', { name: item.sponsor })} · ${expressed}` : expressed,
      to: paths.vote(item.id),
      act: t('home.vote'),
      fullAct: t('home.voteOn', { title: item.question }),
    }
  }
  if (item.kind === 'mention') {
    const who = item.author
      ? t('home.mentioned', { name: item.author.name, space: item.spaceName })
      : t('home.mentionedBySomeone', { space: item.spaceName })
    return {
      key: `mention-${item.topicId}-${item.number}`,
      badge: <Badge>{t('home.replyExpected')}</Badge>,
      title: item.title,
      note: (
        <>
          {who}, <TimeAgo at={item.at} />
        </>
      ),
      to: paths.topic(item.topicId, item.number),
      act: t('home.reply'),
      fullAct: t('home.replyTo', { title: item.title }),
    }
  }
  if (item.kind === 'renewal') {
    const left = sayLeft(new Date(item.closesAt), now, t)
    return {
      key: `renewal-${item.id}`,
      badge: <Badge tone="live">{left ? t('home.renewal', { left }) : t('home.renewalEnding')}</Badge>,
      title: t('home.renewalTitle'),
      note: t('home.renewalNote'),
      to: paths.renewal,
      act: t('home.renewalAct'),
      fullAct: t('home.renewalActOn', { title: t('home.renewalTitle') }),
    }
  }
  if (item.kind === 'question') {
    return {
      key: `question-${item.id}`,
      badge: <Badge tone="accent">{t('question.badge')}</Badge>,
      title: t('question.of', { name: item.name }),
      note: (
        <>
          {t('question.since')} <TimeAgo at={item.at} />
        </>
      ),
      to: paths.candidacy(item.id),
      act: t('question.act'),
      fullAct: t('question.actOn', { name: item.name }),
    }
  }
  return {
    key: `candidacy-${item.id}`,
    badge: <Badge tone="accent">{t('home.candidacy')}</Badge>,
    title: t('home.candidacyOf', { name: item.name }),
    note: (
      <>
        {t('home.received')} <TimeAgo at={item.at} />
      </>
    ),
    to: paths.candidacy(item.id),
    act: t('home.readCandidacy'),
    fullAct: t('home.readCandidacyOf', { name: item.name }),
  }
}

/** What waits for the viewer, each with its one act; the first of them is the main act of the screen. */
export function Waiting({ items }: { items: readonly WaitingItem[] }) {
  const t = useSay()
  const now = useNow()
  return (
    <ul className="ruled">
      {items.map((item, i) => {
        if (item.kind === 'review')
          return (
            <li key={`review-${item.id}`} className={styles['waiting']}>
              <Suspense>
                <ReviewItem item={item} isFirst={i === 0} />
              </Suspense>
            </li>
          )
        const { key, badge, title, note, to, act, fullAct } = show(item, t, now)
        return (
          <li key={key} className={styles['waiting']}>
            <div className={styles['text']}>
              {badge}
              <h3>{bindPunctuation(title)}</h3>
              <p className="small muted">{note}</p>
            </div>
            <LinkButton to={to} variant={i === 0 ? 'primary' : 'secondary'} wide="phone" aria-label={fullAct}>
              {act}
            </LinkButton>
          </li>
        )
      })}
    </ul>
  )
}
