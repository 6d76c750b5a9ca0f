import type { Category, Edition, Entry } from './api.ts'

const BEFORE_JURY: readonly Edition['phase'][] = ['prepared', 'call', 'eligibility', 'shortlist']
export const isBeforeJury = ({ phase }: Pick<Edition, 'phase'>): boolean => BEFORE_JURY.includes(phase)

/** Whether a conflict takes the whole category: it is about it, or the edition recuses from categories. */
export const isWhole = ({ scope }: Pick<Edition, 'scope'>, entryId: string | null): boolean =>
  scope === 'category' || entryId === null

/** What a conflict does, as texts name it. */
export const effectOf = ({ scope }: Pick<Edition, 'scope'>, whole: boolean) => {
  if (!whole) return 'conflict.scope.entry' as const
  return scope === 'category' ? ('conflict.scope.category' as const) : ('conflict.scope.whole' as const)
}

/** What becomes of one's ballot when one declares a conflict now, as texts name it. */
export const consequenceOf = ({ phase }: Pick<Edition, 'phase'>, whole: boolean) => {
  if (isBeforeJury({ phase })) return 'conflict.until' as const
  if (phase === 'deliberation') return 'conflict.counted' as const
  return whole ? ('conflict.voidCategory' as const) : ('conflict.voidEntry' as const)
}

/** The categories that one may still step back from. */
export const openCategories = (categories: readonly Category[]): Category[] =>
  categories.filter(({ recused }) => recused !== 'category')

/** The entries that a conflict can be about: once juries are open, those that they judge still. */
export const concerned = (entries: readonly Entry[], categoryId: string, edition: Pick<Edition, 'phase'>): Entry[] =>
  entries.filter(
    (entry) =>
      entry.categoryId === categoryId &&
      (isBeforeJury(edition) ? entry.verdict !== 'rejected' : entry.shortlisted && entry.withdrawn === null),
  )
