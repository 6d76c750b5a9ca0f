import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, Outlet, useLocation, useOutletContext } from 'react-router'
import { keys } from '../lib/keys.ts'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.ts'
import { ErrorNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** To the sign-in screen, which brings back here. @param ended it says that the session has ended */
export function ToSignIn({ ended = false }: { ended?: boolean }) {
  const { pathname, search, hash } = useLocation()
  const here = pathname + search + hash
  const to = here === '/' ? paths.signIn : `${paths.signIn}?retour=${encodeURIComponent(here)}`
  return <Navigate to={to} state={{ ended }} replace />
}

/** Screens that only exist when somebody is signed in. Passes on what the route around it gives. */
export function SignedIn() {
  const session = useSession()
  const context = useOutletContext()
  const queries = useQueryClient()
  const [wasIn, setWasIn] = useState(false)
  if (session.data && !wasIn) setWasIn(true)
  if (session.data) return <Outlet context={context} />
  if (session.data === null) return <ToSignIn ended={wasIn && !queries.getQueryData(keys.left)} />
  return (
    <div className="page">
      {session.isError ? <ErrorNotice error={session.error} onRetry={() => void session.refetch()} /> : <Skeleton />}
    </div>
  )
}
