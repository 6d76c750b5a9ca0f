import { ownTexts } from '../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The texts of the administration, which come with its screens. */
export const useSay = ownTexts(fr, en)
