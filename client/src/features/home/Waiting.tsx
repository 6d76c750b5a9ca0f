import type { ReactNode } from 'react'
import type { WaitingItem } from '@cenacle/contract/home'
import { type Say, useT } from '../../i18n/i18n.tsx'
import { sayLeft } from '../../i18n/time.ts'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './Home.module.css'

interface Shown {
  key: string
  badge: ReactNode
  title: string
  note: ReactNode
  to: string
  act: string
  fullAct: string
}

const show = (item: WaitingItem, t: Say, now: Date): Shown => {
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
  const t = useT()
  const now = useNow()
  return (
    <ul className="ruled">
      {items.map((item, i) => {
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
