import { lazy, Suspense } from 'react'
import { Navigate, useLocation } from 'react-router'
import { useDemo } from '../features/accounts/api.ts'
import { DemoEntrance } from '../features/accounts/DemoEntrance.tsx'
import { returnPath } from '../features/accounts/return-path.ts'
import { SignInForm } from '../features/accounts/SignInForm.tsx'
import { useSay } from '../features/accounts/texts/say.ts'
import { useSession } from '../lib/session.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import styles from './SignIn.module.css'

/** Loaded beside the door, so that it opens as fast without it. */
const CallInvitation = lazy(async () => ({
  default: (await import('../features/award/jury/CallInvitation.tsx')).CallInvitation,
}))

const ApplyLink = lazy(async () => ({
  default: (await import('../features/candidacies/ApplyLink.tsx')).ApplyLink,
}))

/** What is open to everybody, whoever they are. */
function Invited() {
  return (
    <Suspense>
      <CallInvitation />
      <ApplyLink />
    </Suspense>
  )
}

/** The door. In a demonstration it is a list of people; the form stays beside it. */
export function SignIn() {
  const t = useSay()
  const { search, state } = useLocation() as { search: string; state: { ended?: boolean } | null }
  const { data: me } = useSession()
  const demo = useDemo()
  if (me) return <Navigate to={returnPath(search)} replace />
  const ended = state?.ended && <Notice title={t('signIn.ended')}>{t('signIn.endedHelp')}</Notice>
  return (
    <Loaded query={demo} skeleton={null}>
      {(answer) =>
        answer ? (
          <div className="page">
            {ended}
            <div className={styles['entry']}>
              <div>
                <PageHead
                  title={t('demo.title')}
                  tabTitle={t('signIn.act')}
                  above={t('demo.above')}
                  lede={t('demo.lede')}
                />
                <DemoEntrance demo={answer} />
              </div>
              <section className={styles['side']} aria-labelledby="by-password">
                <h2 id="by-password">{t('demo.byPassword')}</h2>
                <p className="muted">{t('demo.password', { password: answer.password })}</p>
                <SignInForm secondary />
                <Invited />
              </section>
            </div>
          </div>
        ) : (
          <div className="page page-narrow">
            <PageHead title={t('signIn.title')} tabTitle={t('signIn.act')} lede={t('app.tagline')} />
            {ended}
            <SignInForm />
            <Invited />
          </div>
        )
      }
    </Loaded>
  )
}
