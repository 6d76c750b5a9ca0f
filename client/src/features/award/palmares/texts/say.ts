import { ownTexts, type SayWith } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type SayPalmares = SayWith<typeof fr>

/** The texts of the palmarès, its stage and its errata, which come with their screens. */
export const useSay = ownTexts(fr, en)
