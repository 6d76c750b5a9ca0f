import { ownTexts, type SayWith } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type SaySecret = SayWith<typeof fr>

/** The texts of secret votes, which come with their screens. */
export const useSaySecret = ownTexts(fr, en)
