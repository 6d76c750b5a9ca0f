import type { Category } from './api.ts'
import type { SayHere } from './texts/say.ts'

/** How a category is judged, in one sentence. */
export const sayMethod = ({ method, criteria, mostPoints }: Category, t: SayHere): string =>
  method === 'grid'
    ? t('category.said.grid', { count: criteria.length, most: mostPoints })
    : t('category.said.majority-judgment')

/** Who judges it. */
export const sayJury = ({ byTeam, team, drawn }: Category, t: SayHere): string =>
  byTeam
    ? t(drawn ? 'category.said.drawn' : 'category.said.team', { count: team.length })
    : t('category.said.everybody')

/** « Or, Argent et Bronze ». */
export const sayMedals = ({ medals }: Pick<Category, 'medals'>, locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(medals)
