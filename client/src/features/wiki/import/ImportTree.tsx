import type { ImportPage } from '@cenacle/contract/import'
import { Folder } from 'lucide-react'
import { Link } from 'react-router'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import styles from './Import.module.css'
import { useSay } from './texts/say.ts'

interface TreeProps {
  pages: readonly ImportPage[]
  /** They exist, and can be opened. */
  areThere: boolean
}

/** The pages of an import as the tree that they become, with the files that they come from. */
export function ImportTree({ pages, areThere }: TreeProps) {
  const below = Map.groupBy(pages, ({ parentId }) => parentId)
  return <Level of={null} below={below} areThere={areThere} />
}

interface LevelProps {
  of: string | null
  below: ReadonlyMap<string | null, readonly ImportPage[]>
  areThere: boolean
}

function Level({ of, below, areThere }: LevelProps) {
  const t = useSay()
  return (
    <ul className={styles['level']}>
      {below.get(of)?.map(({ id, title, path }) => (
        <li key={id}>
          <div className={styles['line']}>
            {areThere ? (
              <Link to={paths.page(id)}>{bindPunctuation(title)}</Link>
            ) : (
              <span>{bindPunctuation(title)}</span>
            )}
            <span className="small muted">
              {path ?? (
                <>
                  <Folder size={14} aria-hidden /> {t('import.folder')}
                </>
              )}
            </span>
          </div>
          {below.has(id) && <Level of={id} below={below} areThere={areThere} />}
        </li>
      ))}
    </ul>
  )
}
