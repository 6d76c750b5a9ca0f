import { ownTexts } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The texts of scores and of what shortlists are taken from, which come with their screens. */
export const useSay = ownTexts(fr, en)
