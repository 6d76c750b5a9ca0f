import { ownTexts, type SayWith } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type SayHere = SayWith<typeof fr>

/** The texts of proposed revisions, which come with what shows them. */
export const useSay = ownTexts(fr, en)
