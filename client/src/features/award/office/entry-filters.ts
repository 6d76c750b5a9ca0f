import type { Category, Entry } from './api.ts'

export const FILTERS = ['all', 'pending', 'eligible', 'rejected'] as const
export type Filter = (typeof FILTERS)[number]

/** How many entries each filter shows. */
export const countBy = (entries: readonly Entry[]): Record<Filter, number> => ({
  all: entries.length,
  pending: entries.filter(({ verdict }) => verdict === 'pending').length,
  eligible: entries.filter(({ verdict }) => verdict === 'eligible').length,
  rejected: entries.filter(({ verdict }) => verdict === 'rejected').length,
})

/** Entries by category, in the order of the categories; those without any are left out. */
export const byCategory = (
  categories: readonly Category[],
  entries: readonly Entry[],
  filter: Filter,
): { category: Category; entries: Entry[] }[] =>
  categories
    .map((category) => ({
      category,
      entries: entries.filter(
        ({ categoryId, verdict }) => categoryId === category.id && (filter === 'all' || verdict === filter),
      ),
    }))
    .filter(({ entries }) => entries.length > 0)

/** Of one category, the entries that can be nominated. */
export const eligibleOf = (entries: readonly Entry[], categoryId: string): Entry[] =>
  entries.filter((entry) => entry.categoryId === categoryId && entry.verdict === 'eligible')
