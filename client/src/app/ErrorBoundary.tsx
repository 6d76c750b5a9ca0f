import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useT } from '../i18n/i18n.tsx'
import { isSignedOut } from '../lib/problem.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ToSignIn } from './SignedIn.tsx'

/** What the browser throws when a part of the product is no longer on the server: a new version was put online. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message)

function Broken({ error }: { error: unknown }) {
  const t = useT()
  if (isSignedOut(error)) return <ToSignIn />
  const outdated = isOutdated(error)
  return (
    <div className="page page-narrow" role="alert">
      <EmptyState
        title={t(outdated ? 'app.outdated' : 'app.broken')}
        action={
          <Button variant="primary" onPress={() => location.reload()}>
            {t('ui.reload')}
          </Button>
        }
      >
        {t(outdated ? 'app.outdatedHelp' : 'app.brokenHelp')}
      </EmptyState>
    </div>
  )
}

interface State {
  error: unknown
  failed: boolean
  pathname: string
}

class Catch extends Component<{ children: ReactNode; pathname: string }, State> {
  override state: State = { failed: false, error: undefined, pathname: this.props.pathname }
  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error }
  }
  static getDerivedStateFromProps({ pathname }: { pathname: string }, state: State): Partial<State> | null {
    return pathname === state.pathname ? null : { failed: false, error: undefined, pathname }
  }
  override render() {
    return this.state.failed ? <Broken error={this.state.error} /> : this.props.children
  }
}

/** A screen that breaks leaves the bar in place; going elsewhere clears it. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <Catch pathname={pathname}>{children}</Catch>
}
