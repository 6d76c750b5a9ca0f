import type { Dictionary, Translated } from '../../i18n/message.ts'
import { ownTexts } from '../../i18n/own-texts.ts'

const fr = {
  'home.review': 'À revoir',
  'home.reviewSince': 'Prévue le {date}. Une phrase suffit pour dire où l’on en est.',
  'home.reviewAct': 'Faire la revue',
  'home.reviewOf': 'Faire la revue de : {title}',
} as const satisfies Dictionary
const en: Translated<typeof fr> = {
  'home.review': 'To review',
  'home.reviewSince': 'Planned for {date}. One sentence says where it stands.',
  'home.reviewAct': 'Review',
  'home.reviewOf': 'Review: {title}',
}

/** The texts of a decision to review, which come when there is one. */
export const useSayReview = ownTexts(fr, en)
