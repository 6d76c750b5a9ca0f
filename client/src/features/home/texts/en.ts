import type { Translated } from '../../../i18n/message.ts'
import type { fr } from './fr.ts'

export const en: Translated<typeof fr> = {
  'question.badge': 'Question waiting',
  'question.of': 'A question about the candidacy of {name}',
  'question.since': 'Asked',
  'question.act': 'Read the question',
  'question.actOn': 'Read the question about the candidacy of {name}',
}
