import { Navigate, Outlet, useLocation, useOutletContext } from 'react-router'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.ts'
import { ErrorNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** To the sign-in screen, which brings back here. */
export function ToSignIn() {
  const { pathname, search, hash } = useLocation()
  const here = pathname + search + hash
  return <Navigate to={here === '/' ? paths.signIn : `${paths.signIn}?retour=${encodeURIComponent(here)}`} replace />
}

/** Screens that only exist when somebody is signed in. Passes on what the route around it gives. */
export function SignedIn() {
  const session = useSession()
  const context = useOutletContext()
  if (session.data) return <Outlet context={context} />
  if (session.data === null) return <ToSignIn />
  return (
    <div className="page">
      {session.isError ? <ErrorNotice error={session.error} onRetry={() => void session.refetch()} /> : <Skeleton />}
    </div>
  )
}
