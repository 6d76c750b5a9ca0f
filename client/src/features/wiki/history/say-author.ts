import type { AuthoredRun, AuthorsAnswer } from '@cenacle/contract/history'
import type { Locale } from '../../../i18n/i18n.tsx'
import { sayMoment } from './moments.ts'
import type { SayHere } from './texts/say.ts'

/** Who wrote a passage and when, in words. */
export function sayAuthor(
  { people }: AuthorsAnswer,
  { by, at, transmitted }: AuthoredRun,
  locale: Locale,
  t: SayHere,
): string {
  if (at === null) return t('authors.unknown')
  const name = (by === null ? undefined : people[by]?.name) ?? t('history.gone')
  return t(transmitted ? 'authors.passed' : 'authors.passage', { name, date: sayMoment(at, locale) })
}
