import { ownTexts, type SayWith } from '../../../../i18n/own-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type SayJournal = SayWith<typeof fr>
export type JournalText = keyof typeof fr

/** The texts of the journal of an edition, which come with its screen. */
export const useSay = ownTexts(fr, en)
