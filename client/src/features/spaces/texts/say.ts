import { ownTexts, type SayWith } from '../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type SayHere = SayWith<typeof fr>

/** The texts of spaces and of the people in them, which come with their screens. */
export const useSay = ownTexts(fr, en)
