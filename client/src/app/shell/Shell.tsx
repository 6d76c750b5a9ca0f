import { Suspense } from 'react'
import { Link, Outlet } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { usePlace } from '../../lib/place.ts'
import { useSession } from '../../lib/session.ts'
import { Realtime } from '../../realtime/Realtime.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { Account } from './Account.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { FootPlaces, MainPlaces, PlaceTabs } from './Places.tsx'
import { SearchField } from './SearchField.tsx'
import styles from './Shell.module.css'

/** What stands around every screen: where one is, where one can go, and oneself. */
export function Shell() {
  const t = useT()
  const { data: me } = useSession()
  const place = usePlace()
  const shell = (
    <div className={styles['shell']}>
      <SkipLink />
      <header className={styles['bar']}>
        <Link to={paths.home} className={styles['mark']}>
          <span className={styles['word']}>Cénacle</span>
          {place && <span className={styles['where']}>{place.name}</span>}
        </Link>
        {me && (place ? <PlaceTabs place={place} inBar /> : <MainPlaces role={me.role} />)}
        <div className={styles['end']}>
          {me && <SearchField />}
          {me ? (
            <Account me={me} />
          ) : (
            <LinkButton to={paths.signIn} size="small">
              {t('signIn.act')}
            </LinkButton>
          )}
        </div>
      </header>
      {me && place && <PlaceTabs place={place} />}
      {me && <ConnectionBanner />}
      <main id="content" className={styles['content']} tabIndex={-1}>
        <ErrorBoundary>
          <Suspense
            fallback={
              <div className="page">
                <Skeleton />
              </div>
            }
          >
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      {me && <FootPlaces />}
    </div>
  )
  return me ? <Realtime>{shell}</Realtime> : shell
}
