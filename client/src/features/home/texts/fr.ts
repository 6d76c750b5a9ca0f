import type { Dictionary } from '../../../i18n/message.ts'

export const fr = {
  'question.badge': 'Question en attente',
  'question.of': 'Une question sur la candidature de {name}',
  'question.since': 'Posée',
  'question.act': 'Lire la question',
  'question.actOn': 'Lire la question sur la candidature de {name}',
} as const satisfies Dictionary
