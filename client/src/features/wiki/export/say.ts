import { useCallback } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { type Dictionary, format, type Values } from '../../../i18n/message.ts'
import { typesetAll } from '../../../i18n/typeset.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type Key = keyof typeof fr
/** Says a text of exports. */
export type SayInExport = <K extends Key>(key: K, ...values: Values<(typeof fr)[K]>) => string

const dictionaries: Record<'fr' | 'en', Dictionary> = { fr: typesetAll(fr), en }

/** The texts of exports in the reader's language; both come with the dialog. */
export const useSay = (): SayInExport => {
  const { locale } = useI18n()
  return useCallback<SayInExport>(
    (key, ...[values]) => format(dictionaries[locale][key] ?? key, values ?? {}, locale),
    [locale],
  )
}
