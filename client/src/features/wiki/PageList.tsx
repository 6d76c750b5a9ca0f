import type { PageItem } from '@cenacle/contract/page'
import { Link } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { type Branch, treeOf } from './tree.ts'
import styles from './PageList.module.css'

function Level({ branches, expanded }: { branches: readonly Branch[]; expanded: ReadonlySet<unknown> }) {
  const t = useT()
  return (
    <ul className={styles['level']}>
      {branches.map(({ page, children }) => (
        <li key={page.id}>
          <div className={styles['line']}>
            <Link to={paths.page(page.id)} className={styles['title']}>
              {bindPunctuation(page.title)}
            </Link>
            <span className={styles['facts']}>
              {page.writing > 0 && <Badge tone="live">{t('pages.writing', { count: page.writing })}</Badge>}
              <span className="small muted">
                <TimeAgo at={page.updatedAt} />
              </span>
            </span>
          </div>
          {children.length > 0 && expanded.has(page.id) && <Level branches={children} expanded={expanded} />}
        </li>
      ))}
    </ul>
  )
}

/** Pages as their tree, with who writes in them and when they last changed. @param expanded those whose pages are shown */
export function PageList({ pages, expanded }: { pages: readonly PageItem[]; expanded: ReadonlySet<unknown> }) {
  return (
    <div className={styles['list']}>
      <Level branches={treeOf(pages)} expanded={expanded} />
    </div>
  )
}
