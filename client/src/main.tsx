import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/more-aside.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createQueries } from './app/queries.ts'
import { browserLocale, loadLocale } from './i18n/i18n.tsx'
import { applyTheme, rememberedLanguage, rememberedTheme } from './lib/preferences.ts'
import { sessionQuery } from './lib/session.ts'

applyTheme(rememberedTheme())

const queries = createQueries()
// Starts beside the dictionary, not after it; a failure is shown where the session is used.
void queries.prefetchQuery(sessionQuery)
const language = await loadLocale(rememberedLanguage() ?? browserLocale())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App queries={queries} language={language} />
  </StrictMode>,
)
