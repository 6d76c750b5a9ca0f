import { ownTexts, type SayWith } from '../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type SayHere = SayWith<typeof fr>

/** What the home says that the first load does without. */
export const useSay = ownTexts(fr, en)
