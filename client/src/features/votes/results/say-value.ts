import type { BallotValue } from '@cenacle/contract/vote'
import type { Locale } from '../../../i18n/i18n.tsx'
import type { Vote } from '../api.ts'
import { weightedMean } from '../ballots/grid-points.ts'
import { sayAmount, sayFraction } from '../sentences.ts'
import type { SayHere } from '../texts/say.ts'
import { namesOf, quoted, sayAll } from './tally-sentences.ts'

/** The weighted mean that a ballot gives each nominee: « Le bon poteau : 14,5 sur 20 ». */
const sayGrid = (
  grid: Extract<BallotValue, { grid: unknown }>['grid'],
  { options, rules }: Pick<Vote, 'options' | 'rules'>,
  t: SayHere,
  locale: Locale,
): string =>
  options
    .flatMap(({ id, label }) => {
      const mean = weightedMean(rules.criteria ?? [], grid[id])
      const max = rules.points?.max ?? 0
      if (!mean) return []
      return [t('voices.grade', { name: label, grade: t('grid.outOf', { mean: sayFraction(mean, locale), max }) })]
    })
    .join('\u00a0· ')

/** What a ballot said, in one line: « Rennes : Bien · Brest : Passable », « Rennes », puis « Brest » et « Nantes ». */
export const sayValue = (
  value: BallotValue,
  of: Pick<Vote, 'options' | 'rules'>,
  t: SayHere,
  locale: Locale,
): string => {
  const names = quoted(namesOf(of), t)
  const name = (id: string): string => names.get(id) ?? id
  if ('number' in value) return sayAmount(value.number, of.rules.number?.unit ?? '', locale)
  if ('approved' in value) return sayAll(value.approved.map(name), locale)
  if ('ranking' in value) return value.ranking.map((group) => sayAll(group.map(name), locale)).join(t('voices.then'))
  if ('grid' in value) return sayGrid(value.grid, of, t, locale)
  const grades = of.rules.grades
  return of.options
    .filter(({ id }) => value.grades[id] !== undefined)
    .map(({ id, label }) => {
      const grade = value.grades[id] ?? 0
      return t('voices.grade', { name: label, grade: grades?.[grade] ?? String(grade) })
    })
    .join('\u00a0· ')
}
