import type { HomeAnswer } from '@cenacle/contract/home'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Link } from '../../ui/Link.tsx'
import { Portraits } from '../../ui/Portrait.tsx'
import { Parts } from '../../ui/Progress.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import styles from './Home.module.css'

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles['block']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Writing({ items }: { items: HomeAnswer['writing'] }) {
  const t = useT()
  return (
    <Block id="writing" title={t('home.writing')}>
      {items.map((page) => (
        <div key={page.pageId} className={styles['writing']}>
          <p className="small muted">{page.spaceName}</p>
          <p className={styles['writing-title']}>
            <Link to={paths.page(page.pageId)}>{bindPunctuation(page.title)}</Link>
          </p>
          <p className="row">
            <Portraits people={page.people} />
            <Badge tone="live">{t('home.writingPeople', { count: page.people.length })}</Badge>
          </p>
        </div>
      ))}
    </Block>
  )
}

function NextMeeting({ meeting }: { meeting: NonNullable<HomeAnswer['nextMeeting']> }) {
  const t = useT()
  return (
    <Block id="next-meeting" title={t('home.nextMeeting')}>
      <p className={styles['writing-title']}>
        <Link to={paths.meeting(meeting.id)}>{bindPunctuation(meeting.title)}</Link>
      </p>
      <p className="small muted">
        {meeting.space.name} · <TimeAgo at={meeting.startsAt} />
      </p>
    </Block>
  )
}

function Committee({ committee }: { committee: NonNullable<HomeAnswer['committee']> }) {
  const t = useT()
  const { seats, cap, women, men, undeclared } = committee
  const parts = [
    t('home.women', { count: women }) + `, ${t('home.men', { count: men })}`,
    undeclared > 0 && t('home.undeclared', { count: undeclared }),
    women === men && women > 0 && t('home.parity'),
  ].filter(Boolean)
  return (
    <Block id="committee" title={t('home.committee')}>
      <p className={styles['figure']}>{t('home.seats', { count: seats, cap })}</p>
      <Parts values={[women, men]} total={cap} />
      <p className="small muted">{parts.join('\u00a0· ')}</p>
      <p className="small">
        <Link to={paths.committee}>{t('home.seeCommittee')}</Link>
      </p>
    </Block>
  )
}

interface SpaceLine {
  id: string
  slug: string
  name: string
}

/** Beside what waits and what moves: who writes right now, one's spaces, the committee. */
export function Aside({ home, spaces }: { home: HomeAnswer; spaces: readonly SpaceLine[] }) {
  const t = useT()
  const live = new Set(home.writing.map((page) => page.spaceSlug))
  return (
    <aside className={styles['aside']}>
      {home.writing.length > 0 && <Writing items={home.writing} />}
      {home.nextMeeting && <NextMeeting meeting={home.nextMeeting} />}
      {spaces.length > 0 && (
        <Block id="spaces" title={t('home.yourSpaces')}>
          <ul className={styles['lines']}>
            {spaces.map((space) => (
              <li key={space.id}>
                <Link to={paths.space(space.slug)}>{bindPunctuation(space.name)}</Link>
                {live.has(space.slug) && <Badge tone="live">{t('home.live')}</Badge>}
              </li>
            ))}
          </ul>
          <p className="small">
            <Link to={paths.spaces}>{t('home.allSpaces')}</Link>
          </p>
        </Block>
      )}
      {home.committee && <Committee committee={home.committee} />}
    </aside>
  )
}
