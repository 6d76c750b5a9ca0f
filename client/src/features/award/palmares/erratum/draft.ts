import type { ErratumBody } from '@cenacle/contract/award-jury'
import type { Category, Content, Nominee } from '../api.ts'

/** What is being corrected of one category. */
export interface DraftCategory {
  id: string
  nominees: readonly Nominee[]
  /** Each group that is exactly level; not ordered: its members are ex æquo. */
  ties: readonly { order: readonly string[]; isOrdered: boolean; reason: string }[]
  withheld: readonly { medal: string; isWithheld: boolean; reason: string }[]
}

/** Groups of a category that are exactly level. */
const levelGroups = ({ tally, options, voters, blank }: Category): string[][] =>
  tally.method === 'median' || voters === blank
    ? []
    : tally.ranking.filter((group) => group.length > 1).map((group) => group.flatMap((option) => options[option] ?? []))

/** A correction that corrects nothing yet. */
export const draftOf = ({ categories }: Content): DraftCategory[] =>
  categories.map((category) => ({
    id: category.id,
    nominees: category.nominees,
    ties: levelGroups(category).map((group) => {
      const decided = category.ties.find(({ order }) => order.every((id) => group.includes(id)))
      return { order: decided?.order ?? group, isOrdered: decided !== undefined, reason: decided?.reason ?? '' }
    }),
    withheld: category.levels.map(({ medal, withheld: isWithheld }) => ({
      medal,
      isWithheld,
      reason: category.withheld.find((one) => one.medal === medal)?.reason ?? '',
    })),
  }))

type Acts = Pick<Category, 'ties' | 'withheld'>
const actsOf = ({ ties, withheld }: DraftCategory): Acts => ({
  ties: ties
    .filter(({ isOrdered }) => isOrdered)
    .map(({ order, reason }) => ({ order: [...order], reason: reason.trim() })),
  withheld: withheld
    .filter(({ isWithheld }) => isWithheld)
    .map(({ medal, reason }) => ({ medal, reason: reason.trim() })),
})

/** What the drafts change, as it is proposed; undefined where that is nothing. */
export function bodyOf(before: Content, drafts: readonly DraftCategory[], reason: string): ErratumBody | undefined {
  const first = draftOf(before)
  const nominees = drafts.flatMap((draft, index) =>
    draft.nominees.filter((nominee, at) => JSON.stringify(nominee) !== JSON.stringify(first[index]?.nominees[at])),
  )
  const categories = drafts.flatMap((draft, index) => {
    const old = first[index]
    const acts = actsOf(draft)
    return old && JSON.stringify(acts) !== JSON.stringify(actsOf(old)) ? [{ id: draft.id, ...acts }] : []
  })
  return nominees.length + categories.length === 0 ? undefined : { reason, nominees, categories }
}
