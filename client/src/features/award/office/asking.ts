import type { CreateCategoryBody, CreateEditionBody } from '@cenacle/contract/award'
import type { PersonCard } from '@cenacle/contract/person'
import { asField, instantOf } from '../../../i18n/field-date.ts'
import type { Category, Edition } from './api.ts'
import { asCard } from './people.ts'

/** What one says of an edition; dates as a date and time field writes them. */
export interface EditionAsking {
  name: string
  year: string
  partner: string
  text: string
  scope: Edition['scope']
  callClosesAt: string
  juryClosesAt: string
  embargoAt: string
}

const fieldOf = (at: string | null): string => (at === null ? '' : asField(new Date(at)))

/** What a new edition begins with: the name of the last, its year and one. */
export const startOf = (editions: readonly Edition[], usualName: string, now: Date): { name: string; year: number } => {
  const last = editions.toSorted((a, b) => b.year - a.year)[0]
  return { name: last?.name ?? usualName, year: last ? last.year + 1 : now.getFullYear() }
}

/** An edition as its form shows it, or a new one. */
export const askingOfEdition = (
  edition: Edition | undefined,
  start: { name: string; year: number },
): EditionAsking => ({
  name: edition?.name ?? start.name,
  year: String(edition?.year ?? start.year),
  partner: edition?.partner ?? '',
  text: edition?.text ?? '',
  scope: edition?.scope ?? 'category',
  callClosesAt: fieldOf(edition?.callClosesAt ?? null),
  juryClosesAt: fieldOf(edition?.juryClosesAt ?? null),
  embargoAt: fieldOf(edition?.embargoAt ?? null),
})

/** An instant that was not touched keeps its seconds, which a field does not show. */
const instantFrom = (field: string, before: string | null): string | null =>
  field === fieldOf(before) ? before : (instantOf(field) ?? null)

/** What is sent: dates as instants, nothing where there is none. */
export const editionBody = (asking: EditionAsking, edition: Edition | undefined): CreateEditionBody => ({
  ...asking,
  year: Number(asking.year),
  callClosesAt: instantFrom(asking.callClosesAt, edition?.callClosesAt ?? null),
  juryClosesAt: instantFrom(asking.juryClosesAt, edition?.juryClosesAt ?? null),
  embargoAt: instantFrom(asking.embargoAt, edition?.embargoAt ?? null),
})

export interface CategoryAsking {
  name: string
  question: string
  method: Category['method']
  criteria: { label: string; weight: string }[]
  mostPoints: string
  medals: string[]
  leastJurors: string
  byTeam: boolean
  team: PersonCard[]
}

export const NEW_CRITERION = { label: '', weight: '1' }

/** A category as its form shows it. @param medals of a new one, as the others have them */
export const askingOfCategory = (category: Category | undefined, medals: readonly string[]): CategoryAsking => ({
  name: category?.name ?? '',
  question: category?.question ?? '',
  method: category?.method ?? 'majority-judgment',
  criteria: category?.criteria.length
    ? category.criteria.map(({ label, weight }) => ({ label, weight: String(weight) }))
    : [NEW_CRITERION, NEW_CRITERION],
  mostPoints: String(category?.mostPoints ?? 20),
  medals: [...(category?.medals ?? medals)],
  leastJurors: String(category?.leastJurors ?? 3),
  byTeam: category?.byTeam ?? false,
  team: (category?.team ?? []).map(asCard),
})

/** What is sent: criteria belong to a grid alone, a team to a category that it judges. */
export const categoryBody = (asking: CategoryAsking): CreateCategoryBody => ({
  name: asking.name,
  question: asking.question,
  method: asking.method,
  criteria:
    asking.method === 'grid' ? asking.criteria.map(({ label, weight }) => ({ label, weight: Number(weight) })) : [],
  mostPoints: asking.method === 'grid' ? Number(asking.mostPoints) : 20,
  medals: asking.medals,
  leastJurors: Number(asking.leastJurors),
  team: asking.byTeam ? asking.team.map(({ id }) => id) : [],
})

/** The share of each criterion in the mean, in whole percents that are cut; for the eye alone. */
export const sharesOf = (criteria: readonly { weight: string }[]): number[] => {
  const weights = criteria.map(({ weight }) => Math.max(0, Math.trunc(Number(weight)) || 0))
  const sum = weights.reduce((all, one) => all + one, 0)
  return weights.map((weight) => (sum === 0 ? 0 : Math.floor((100 * weight) / sum)))
}
