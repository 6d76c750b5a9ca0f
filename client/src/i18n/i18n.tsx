import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { fr } from './fr.ts'
import { type Dictionary, format, type Values } from './message.ts'

export type Locale = 'fr' | 'en'
export type Key = keyof typeof fr
/** Says a text of the dictionary; the compiler asks for the values that it contains. */
export type Say = <K extends Key>(key: K, ...values: Values<(typeof fr)[K]>) => string

interface I18n {
  locale: Locale
  t: Say
  setLocale: (locale: Locale) => void
}
const Context = createContext<I18n | undefined>(undefined)

const load = (locale: Locale): Promise<Dictionary> =>
  locale === 'en' ? import('./en.ts').then((m) => m.messages) : import('./fr.ts').then((m) => m.messages)

/** The language of the browser, where it is one of ours; French otherwise. */
export const browserLocale = (): Locale => (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr')

/** Loads one language. @returns what `I18nProvider` starts with */
export const loadLocale = async (locale: Locale): Promise<{ locale: Locale; messages: Dictionary }> => ({
  locale,
  messages: await load(locale),
})

/** Gives the texts of the current language to everything inside, and sets the language of the document. */
export function I18nProvider({
  initial,
  children,
}: {
  initial: { locale: Locale; messages: Dictionary }
  children: ReactNode
}) {
  const [{ locale, messages }, setState] = useState(initial)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const setLocale = useCallback((next: Locale) => {
    void loadLocale(next).then(setState)
  }, [])
  const value = useMemo<I18n>(() => {
    const t: Say = (key, ...[values]) => format(messages[key] ?? key, values ?? {}, locale)
    return { locale, t, setLocale }
  }, [locale, messages, setLocale])
  return <Context value={value}>{children}</Context>
}

/** The language, its texts, and how to change it. */
export const useI18n = (): I18n => {
  const value = use(Context)
  if (!value) throw new Error('useI18n needs an I18nProvider above it')
  return value
}

/** The function that says texts. */
export const useT = (): Say => useI18n().t
