import type { Vote } from '../api.ts'

/** What each nominee is judged by, with its weight. */
export type Criteria = NonNullable<Vote['rules']['criteria']>
/** Points of one nominee, by criterion. */
export type Points = Readonly<Record<string, number>>
/** A fraction of whole numbers: nothing is rounded before it is shown. */
export interface Mean {
  n: number
  d: number
}

/** The name of one field of a grid: an option by a criterion. */
export const gridField = (option: string, criterion: string): string => `${option}/${criterion}`

/** The criteria by which one nominee has no points yet. */
export const missingCriteria = (criteria: Criteria, points: Points | undefined): Criteria =>
  criteria.filter(({ id }) => points?.[id] === undefined)

/** What one's points give a nominee: Σ weight · points over Σ weight, as the count does it; undefined while some are missing. */
export const weightedMean = (criteria: Criteria, points: Points | undefined): Mean | undefined => {
  if (criteria.length === 0 || missingCriteria(criteria, points).length > 0) return undefined
  const sum = criteria.reduce((all, { id, weight }) => all + weight * (points?.[id] ?? 0), 0)
  return { n: sum, d: criteria.reduce((all, { weight }) => all + weight, 0) }
}

/** Whether one mean is above another, by cross-multiplication. @returns as a sort wants it, the higher first */
export const compareMeans = (a: Mean, b: Mean): number => b.n * a.d - a.n * b.d

const MARKS = 5

/** Points that one presses instead of typing: all where they are few, else five steps from none to the most. */
export const marksOf = (max: number): number[] =>
  max <= MARKS
    ? Array.from({ length: max + 1 }, (_, points) => points)
    : Array.from({ length: MARKS }, (_, step) => Math.round((step * max) / (MARKS - 1)))
