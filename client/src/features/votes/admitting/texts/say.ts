import { ownTexts } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The texts of the rules of admission, which come with their screen. */
export const useSayAdmitting = ownTexts(fr, en)
