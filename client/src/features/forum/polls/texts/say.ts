import { ownTexts } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The texts of polls, which come with them. */
export const useSay = ownTexts(fr, en)
