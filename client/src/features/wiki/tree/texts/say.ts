import { useCallback } from 'react'
import { type Say, useI18n } from '../../../../i18n/i18n.tsx'
import { type Dictionary, format, type Values } from '../../../../i18n/message.ts'
import { typesetAll } from '../../../../i18n/typeset.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type TreeKey = keyof typeof fr
/** Says a text of the tree's own, or one of those that every screen has. */
export type SayHere = Say & (<K extends TreeKey>(key: K, ...values: Values<(typeof fr)[K]>) => string)

const dictionaries: Record<'fr' | 'en', Dictionary> = { fr: typesetAll(fr), en }

/** The texts of the tree, the trash and the templates, which come with their screens. */
export const useSay = (): SayHere => {
  const { locale, t } = useI18n()
  return useCallback(
    (key: string, ...[values]: [Record<string, string | number>?]) => {
      const own = dictionaries[locale][key]
      return own === undefined
        ? (t as (key: string, values?: object) => string)(key, values)
        : format(own, values ?? {}, locale)
    },
    [locale, t],
  )
}
