import type { HomeAnswer } from '@cenacle/contract/home'
import { useT } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import styles from './Home.module.css'

/** What moves in the viewer's spaces, newest first. */
export function Moving({ items }: { items: HomeAnswer['moving'] }) {
  const t = useT()
  if (items.length === 0) return <EmptyState title={t('home.movingNone')}>{t('home.movingNoneHelp')}</EmptyState>
  return (
    <ul className="ruled">
      {items.map((item) => (
        <li key={`${item.kind}-${item.id}`} className={styles['moving']}>
          <p className="small muted">
            {item.spaceName} · {t(`home.kind.${item.kind}`)}
          </p>
          <h3>
            <Link to={item.kind === 'topic' ? paths.topic(item.id) : paths.page(item.id)}>
              {bindPunctuation(item.title)}
            </Link>
          </h3>
          {item.excerpt && <p className={`${styles['excerpt']} muted`}>{item.excerpt}</p>}
          <p className="row small muted">
            <span>
              {item.author && `${t('home.by', { name: item.author.name })} `}
              <TimeAgo at={item.at} />
            </span>
            {item.unread > 0 && <Badge tone="accent">{t('home.unread', { count: item.unread })}</Badge>}
          </p>
        </li>
      ))}
    </ul>
  )
}
