import { useId } from 'react'
import { useT } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { More } from '../../../ui/More.tsx'
import { useBacklinks } from './api.ts'
import styles from './Backlinks.module.css'

/** Below a page: those that lead to it. Nothing where none does. */
export function Backlinks({ pageId, slug }: { pageId: string; slug: string }) {
  const t = useT()
  const id = useId()
  const query = useBacklinks(pageId)
  const lines = query.data?.pages.flatMap(({ items }) => items) ?? []
  if (lines.length === 0) return null
  return (
    <section className={styles['backlinks']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {t('tree.backlinks')}
      </h2>
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to={paths.page(line.id)}>{bindPunctuation(line.title)}</Link>
            {line.spaceSlug !== slug && <span className="small muted"> {bindPunctuation(line.spaceName)}</span>}
          </li>
        ))}
      </ul>
      <More query={query} />
    </section>
  )
}
