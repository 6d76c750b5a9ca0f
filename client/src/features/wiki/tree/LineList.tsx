import type { PageLine } from '@cenacle/contract/page-tree'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import styles from './LineList.module.css'
import { useSay } from './texts/say.ts'

/** Pages with when they were last changed. */
export function LineList({ lines, label }: { lines: readonly PageLine[]; label: string }) {
  const t = useSay()
  return (
    <ul className="ruled" aria-label={label}>
      {lines.map(({ id, title, at }) => (
        <li key={id} className={styles['line']}>
          <span className={styles['title']}>
            <Link to={paths.page(id)} plain>
              {bindPunctuation(title)}
            </Link>
          </span>
          <span className="small muted">
            {t('untouched.at')} <TimeAgo at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
