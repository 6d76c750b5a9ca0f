import { Suspense } from 'react'
import { Link, Outlet } from 'react-router'
import { type Locale, useI18n } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { rememberLanguage } from '../../lib/preferences.ts'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import styles from './Threshold.module.css'

const languages: readonly { id: Locale; name: string }[] = [
  { id: 'fr', name: 'Français' },
  { id: 'en', name: 'English' },
]

/** What stands around the screens before one is in: the name, and the language, which no profile knows yet. */
export function Threshold() {
  const { locale, setLocale } = useI18n()
  const choose = (language: Locale): void => {
    rememberLanguage(language)
    setLocale(language)
  }
  return (
    <div className={styles['threshold']}>
      <SkipLink />
      <header className={styles['bar']}>
        <Link to={paths.signIn} className={styles['mark']}>
          Cénacle
        </Link>
        <div className={styles['language']}>
          {languages.map(({ id, name }) => (
            <button key={id} type="button" lang={id} aria-pressed={id === locale} onClick={() => choose(id)}>
              {name}
            </button>
          ))}
        </div>
      </header>
      <main id="content" className={styles['content']} tabIndex={-1}>
        <ErrorBoundary>
          <Suspense>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}
