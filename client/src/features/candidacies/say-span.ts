import type { SayHere } from './texts/say.ts'

/** So many days as people say them: « 12 mois » of 365, « 45 jours » of 45. */
export const saySpan = (days: number, t: SayHere): string =>
  days < 60 ? t('span.days', { count: days }) : t('span.months', { count: Math.round((days * 12) / 365) })
