import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect } from 'react'
import { I18nProvider as AriaLocale } from 'react-aria-components/I18nProvider'
import { BrowserRouter } from 'react-router'
import { I18nProvider, type loadLocale, useI18n } from '../i18n/i18n.tsx'
import { applyTheme, rememberLanguage } from '../lib/preferences.ts'
import { useSession } from '../lib/session.ts'
import { Toaster } from '../ui/Toast.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Router } from './Router.tsx'

/** The language and the theme of the profile, where somebody is signed in. */
function Preferences({ children }: { children: ReactNode }) {
  const { locale, setLocale } = useI18n()
  const { data: me } = useSession()
  const language = me?.language
  const theme = me?.theme
  useEffect(() => {
    if (!language) return
    rememberLanguage(language)
    setLocale(language)
  }, [language, setLocale])
  useEffect(() => {
    if (theme) applyTheme(theme)
  }, [theme])
  return <AriaLocale locale={locale}>{children}</AriaLocale>
}

/** Everything that is there once, around the screens. */
export function App({ queries, language }: { queries: QueryClient; language: Awaited<ReturnType<typeof loadLocale>> }) {
  return (
    <I18nProvider initial={language}>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Preferences>
            {/* For the screens that have the whole window to themselves; the others have theirs inside what stands around them. */}
            <ErrorBoundary>
              <Suspense>
                <Router />
              </Suspense>
            </ErrorBoundary>
            <Toaster />
          </Preferences>
        </BrowserRouter>
      </QueryClientProvider>
    </I18nProvider>
  )
}
