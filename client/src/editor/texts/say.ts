import { useCallback } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { type Dictionary, format, type Values } from '../../i18n/message.ts'
import { typesetAll } from '../../i18n/typeset.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type EditorKey = keyof typeof fr
/** The texts that need no value. */
export type PlainKey = { [K in EditorKey]: Values<(typeof fr)[K]> extends [] ? K : never }[EditorKey]
/** Says a text of the editor. */
export type SayInEditor = <K extends EditorKey>(key: K, ...values: Values<(typeof fr)[K]>) => string

const dictionaries: Record<'fr' | 'en', Dictionary> = { fr: typesetAll(fr), en }

/** The texts of the editor in the reader's language; both come with its chunk, so that the first screen carries neither. */
export const useSay = (): SayInEditor => {
  const { locale } = useI18n()
  return useCallback<SayInEditor>(
    (key, ...[values]) => format(dictionaries[locale][key] ?? key, values ?? {}, locale),
    [locale],
  )
}
