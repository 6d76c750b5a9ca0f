import type { PageItem } from '@cenacle/contract/page'
import { ChevronDown, FilePlus } from 'lucide-react'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { type Branch, pathTo, treeOf } from './tree.ts'
import styles from './PageTree.module.css'

/** Beyond this many pages only the way to the current one is unfolded. */
const FOLD_FROM = 30

function Level({
  branches,
  current,
  open,
}: {
  branches: readonly Branch[]
  current: string
  open: Set<string> | undefined
}) {
  const t = useT()
  return (
    <ul className={styles['level']}>
      {branches.map(({ page, children }) => (
        <li key={page.id}>
          <Link
            to={paths.page(page.id)}
            className={styles['entry']}
            aria-current={page.id === current ? 'page' : undefined}
          >
            <span>{bindPunctuation(page.title)}</span>
            {page.writing > 0 && (
              <span className={styles['live']} title={t('pages.writing', { count: page.writing })}>
                <VisuallyHidden>{t('pages.writing', { count: page.writing })}</VisuallyHidden>
              </span>
            )}
          </Link>
          {children.length > 0 && (!open || open.has(page.id)) && (
            <Level branches={children} current={current} open={open} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface PageTreeProps {
  pages: readonly PageItem[]
  current: string
  slug: string
  canWrite: boolean
}

/** The pages of a space beside the one that is open; on a phone behind one button. */
export function PageTree({ pages, current, slug, canWrite }: PageTreeProps) {
  const t = useT()
  const id = useId()
  const [shown, setShown] = useState(false)
  const open =
    pages.length < FOLD_FROM ? undefined : new Set([current, ...pathTo(pages, current).map((page) => page.id)])
  return (
    <nav className={styles['tree']} aria-label={t('pages.tree')}>
      <p className={classes('caption', styles['caption'])}>{t('pages.tree')}</p>
      <button
        type="button"
        className={styles['disclosure']}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {t('pages.tree')}
        <ChevronDown size={18} aria-hidden />
      </button>
      <div id={id} className={classes(styles['list'], shown && styles['shown'])}>
        <Level branches={treeOf(pages)} current={current} open={open} />
        {canWrite && (
          <Link to={paths.newPage(slug, current)} className={styles['new']}>
            <FilePlus size={17} aria-hidden />
            {t('pages.new')}
          </Link>
        )}
      </div>
    </nav>
  )
}
