import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { useImports } from './api.ts'
import styles from './Import.module.css'
import { useSay } from './texts/say.ts'

/** The imports that one began: a closed tab loses none. */
export function Waiting({ spaceId, slug }: { spaceId: string; slug: string }) {
  const t = useSay()
  const { data: imports = [] } = useImports(spaceId)
  if (imports.length === 0) return null
  return (
    <section>
      <h2>{t('import.waiting')}</h2>
      <p className="small muted">{t('import.waitingHelp')}</p>
      <ul className={styles['level']}>
        {imports.map(({ id, name, state, createdAt, pageCount }) => (
          <li key={id} className={styles['line']}>
            <Link to={paths.importPages(slug, id)}>{name}</Link>
            <span className="small muted">
              <Badge tone={state === 'running' ? 'live' : 'plain'}>{t(`import.state.${state}`)}</Badge>{' '}
              {t('import.pages', { count: pageCount })}, <TimeAgo at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
