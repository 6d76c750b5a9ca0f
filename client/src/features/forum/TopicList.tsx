import { useT } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Link } from '../../ui/Link.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { TopicItem } from './api.ts'
import styles from './TopicList.module.css'

/** Who spoke last, or who opened the topic where nobody has answered. */
function Last({ topic }: { topic: TopicItem }) {
  const t = useT()
  const isAnswered = topic.postCount > 1
  const person = isAnswered ? topic.lastAuthor : topic.author
  const words = isAnswered
    ? person
      ? t('topics.lastBy', { name: person.name })
      : t('topics.last')
    : person
      ? t('topics.openedBy', { name: person.name })
      : t('topics.opened')
  return (
    <>
      {words} <TimeAgo at={isAnswered ? topic.lastPostAt : topic.createdAt} />
    </>
  )
}

function Line({ topic }: { topic: TopicItem }) {
  const t = useT()
  const replies = topic.postCount - 1
  return (
    <li className={styles['topic']}>
      <Portrait person={topic.author} />
      <div className={styles['text']}>
        <h2 className={styles['title']}>
          <Link to={paths.topic(topic.id)}>{bindPunctuation(topic.title)}</Link>
        </h2>
        {topic.excerpt && <p className={`${styles['excerpt']} muted`}>{topic.excerpt}</p>}
        <p className={`${styles['meta']} small muted`}>
          <span>
            {replies > 0 && `${t('topics.replies', { count: replies })}, `}
            <Last topic={topic} />
          </span>
          {topic.closedAt && <Badge>{t('topics.closed')}</Badge>}
          {topic.unread > 0 && <Badge tone="accent">{t('topics.unread', { count: topic.unread })}</Badge>}
        </p>
      </div>
    </li>
  )
}

/** Topics, the one that moved last first. */
export function TopicList({ topics }: { topics: readonly TopicItem[] }) {
  return (
    <ul className="ruled">
      {topics.map((topic) => (
        <Line key={topic.id} topic={topic} />
      ))}
    </ul>
  )
}
