import { ownTexts } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The texts of entries and of jurors, which come with their screens. */
export const useSay = ownTexts(fr, en)
