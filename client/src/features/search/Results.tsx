import { useSay } from './texts/say.ts'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import type { SearchItem } from './api.ts'
import { cutMarks } from './marks.ts'
import styles from './Results.module.css'

const pathOf = ({ kind, id, topicId, number }: SearchItem): string => {
  if (kind === 'page') return paths.page(id)
  if (kind === 'candidacy') return paths.candidacy(id)
  if (kind === 'decision') return paths.vote(id)
  return paths.topic(topicId ?? id, kind === 'post' ? (number ?? undefined) : undefined)
}

/** What was found, with the words that matched. */
export function Results({ items }: { items: readonly SearchItem[] }) {
  const t = useSay()
  return (
    <ul className="ruled">
      {items.map((item) => (
        <li key={`${item.kind}-${item.id}`} className={styles['result']}>
          <p className="small muted">
            {item.space.name} · {t(item.revision ? 'search.one.revision' : `search.one.${item.kind}`)}
          </p>
          <h2>
            <Link to={pathOf(item)}>{bindPunctuation(item.title)}</Link>
          </h2>
          {item.excerpt && (
            <p className="muted">
              {cutMarks(item.excerpt).map((part, i) =>
                part.found ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>,
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
