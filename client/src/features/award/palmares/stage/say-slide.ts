import type { Locale } from '../../../../i18n/i18n.tsx'
import { sayAll } from '../say-when.ts'
import type { SayPalmares } from '../texts/say.ts'
import type { Show, Slide } from './steps.ts'

/** What a screen reader says at a step: the revelation, in one sentence. */
export function saySlide(
  show: Show,
  { step, category, levels, current }: Slide,
  t: SayPalmares,
  locale: Locale,
): string {
  const { name, year } = show.edition
  if (step.kind === 'closing') return t('stage.closing')
  if (!category) return `${t('title.palmares')}, ${t('title.edition', { name, year: String(year) })}`
  if (step.kind === 'category') return t('stage.say.category', { number: category.number, name: category.name })
  const shown = current === undefined ? undefined : levels[current]
  if (shown?.state === 'withheld') return t('stage.say.withheld', { medal: shown.medal, reason: shown.reason })
  if (shown?.state !== 'given') return t('stage.nobody')
  const names = sayAll(
    shown.winners.map(({ title, organisation }) => t('stage.say.winner', { title, organisation })),
    locale,
  )
  return t(shown.winners.length > 1 ? 'stage.say.exAequo' : 'stage.say.winners', { medal: shown.medal, names })
}
