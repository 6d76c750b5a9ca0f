import type { PageAnswer } from '@cenacle/contract/page'
import { useT } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import styles from './PageState.module.css'

/** Whether a page is published, and what was written since. A page that never was says so only where that keeps readers out. */
export function PageState({ page }: { page: PageAnswer }) {
  const t = useT()
  const { state, published, spaceKind } = page
  if (state === 'draft' && spaceKind !== 'public') return null
  return (
    <p className={styles['state']}>
      {state === 'draft' && (
        <>
          <Badge>{t('state.draft')}</Badge> <span className="muted">{t('state.draftHelp')}</span>
        </>
      )}
      {state !== 'draft' && published && (
        <>
          <Badge tone={state === 'published' ? 'done' : 'live'}>{t(`state.${state}`)}</Badge>{' '}
          <span className="muted">
            {state === 'changed' && `${t('state.changedSince')} `}
            <TimeAgo at={published.at} /> {published.by && t('state.publishedBy', { name: published.by.name })}
          </span>
          {state === 'changed' && (
            <Link to={`${paths.pageHistory(page.id)}?avec=${published.seq}`}>{t('state.seeChanges')}</Link>
          )}
        </>
      )}
    </p>
  )
}

/** Who froze a page, and why. */
export function Frozen({ frozen }: { frozen: PageAnswer['frozen'] }) {
  const t = useT()
  if (!frozen) return null
  const { reason, by, at } = frozen
  return (
    <div className={styles['frozen']}>
      <Notice
        title={
          <>
            {by ? t('state.frozenBy', { name: by.name }) : t('state.frozen')}, <TimeAgo at={at} />
          </>
        }
      >
        <p>{reason}</p>
        <p className="small muted">{t('state.frozenHelp')}</p>
      </Notice>
    </div>
  )
}
