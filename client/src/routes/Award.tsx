import { Suspense } from 'react'
import { Outlet, useParams } from 'react-router'
import { type Edition, useEdition } from '../features/award/office/api.ts'
import styles from '../features/award/office/Office.module.css'
import { hasJury } from '../features/award/office/phases.ts'
import { type SayHere, useSay } from '../features/award/office/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NavTabs } from '../ui/Tabs.tsx'

/** The screens of an edition that concern the viewer now. */
const tabsOf = (edition: Edition, t: SayHere) => {
  const { id, phase, can } = edition
  const tabs = [
    { to: paths.award(id), label: t('edition.tab'), end: true },
    phase !== 'prepared' && { to: paths.award(id, 'dossiers'), label: t('entries.tab') },
    can.shortlist && { to: paths.award(id, 'selection'), label: t('shortlist.tab') },
    hasJury(phase) && { to: paths.award(id, 'votes'), label: t('duty.tab') },
    can.deliberate && { to: paths.award(id, 'deliberation'), label: t('deliberation.tab') },
    can.run && phase !== 'prepared' && { to: paths.award(id, 'recusations'), label: t('conflicts.tab') },
    can.run && { to: paths.award(id, 'categories'), label: t('categories.tab') },
    can.run && { to: paths.award(id, 'reglages'), label: t('settings.tab') },
  ]
  return tabs.filter((tab) => tab !== false)
}

/** One edition of the award: its screens, and which one is open. */
export function Award() {
  const t = useSay()
  const { id = '' } = useParams()
  return (
    <div className="page">
      <Loaded query={useEdition(id)}>
        {(edition) => (
          <>
            <div className={styles['frame']}>
              <p className="small muted">
                <Link to={paths.awards}>{t('awards.tab')}</Link> · {edition.name} {edition.year}
              </p>
              <NavTabs label={t('edition.places')} items={tabsOf(edition, t)} />
            </div>
            <Suspense fallback={<Skeleton lines={6} />}>
              <Outlet context={edition} />
            </Suspense>
          </>
        )}
      </Loaded>
    </div>
  )
}
