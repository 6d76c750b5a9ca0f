import { useCallback } from 'react'
import { type Say, useI18n } from './i18n.tsx'
import { type Dictionary, format, type Translated, type Values } from './message.ts'
import { typesetAll } from './typeset.ts'

/** Says a text of a screen's own, or one of those that every screen has. */
export type SayWith<Own extends Dictionary> = Say & (<K extends keyof Own>(key: K, ...values: Values<Own[K]>) => string)

/**
 * The texts of a screen that is loaded when it is opened: they come with it, so that the first screen does not carry them.
 * @returns the hook that gives the function that says them
 */
export function ownTexts<Own extends Dictionary>(fr: Own, en: Translated<Own>): () => SayWith<Own> {
  const dictionaries: Record<'fr' | 'en', Dictionary> = { fr: typesetAll(fr), en }
  return () => {
    const { locale, t } = useI18n()
    const say = (key: string, values?: Record<string, string | number>): string => {
      const own = dictionaries[locale][key]
      return own === undefined
        ? (t as (key: string, values?: object) => string)(key, values)
        : format(own, values ?? {}, locale)
    }
    // The types of both dictionaries are those of the arguments; what says them does not look at them.
    return useCallback(say as SayWith<Own>, [locale, t])
  }
}
