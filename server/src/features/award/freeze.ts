import { canonical, type Json } from '@cenacle/tally/canonical'
import { sha256 } from '../../ids.ts'
import { isBeforeJury } from '../../policy/award.ts'
import { Problem } from '../../problem.ts'
import { asJson } from '../votes/commands/freeze.ts'
import type { CategoryRow, EditionRow, EntryRow, Held } from './rows.ts'

/** What of a category is frozen when the call opens: how it is judged, and what it gives. */
export const RULES_OF_CATEGORY = ['method', 'criteria', 'mostPoints', 'medals', 'leastJurors'] as const

/**
 * The rules of an edition, which categories there are among them, are frozen once its call is open: those who enter know by what they
 * will be judged, and nobody changes it in the light of who has entered.
 * @throws Problem edition-frozen once the jury is open, rules-frozen before
 */
export function allowChange({ phase }: Pick<Held, 'phase'>): void {
  if (!isBeforeJury(phase)) throw new Problem('edition-frozen')
  if (phase !== 'prepared') throw new Problem('rules-frozen')
}

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null

type Calendar = Pick<EditionRow, 'call_closes_at' | 'jury_closes_at'>

/**
 * What was announced with the call only moves later, and no date that is past: a call that has closed is not opened again by moving
 * its close. The embargo moves both ways.
 * @throws Problem calendar-forward
 */
export function allowDates({ edition, phase }: Pick<Held, 'edition' | 'phase'>, next: Calendar): void {
  if (phase === 'prepared') return
  const closed = phase !== 'call' && isoOf(edition.call_closes_at) !== isoOf(next.call_closes_at)
  const sooner = [
    [edition.call_closes_at, next.call_closes_at],
    [edition.jury_closes_at, next.jury_closes_at],
  ].some(([before, then]) => before && (!then || then < before))
  if (closed || sooner) throw new Problem('calendar-forward')
}

/** What of a thing is said otherwise, each with how it was and how it is to be. */
export function differences<Said extends object>(before: Said, said: Partial<Said>): Record<string, Json> {
  const pairs = Object.entries(said).map(
    ([name, to]) => [name, { from: asJson(before[name as keyof Said]), to: asJson(to) }] as const,
  )
  return Object.fromEntries(pairs.filter(([, { from, to }]) => !isSame(from, to)))
}

const isSame = (a: unknown, b: unknown): boolean => canonical(asJson(a)) === canonical(asJson(b))

/** What is frozen at the opening of the call, and its hash: it is the same hash for as long as the edition lasts. */
export function frozenRules(
  { id, scope }: EditionRow,
  categories: readonly CategoryRow[],
): { rules: Json; rulesHash: string } {
  const rules = asJson({
    edition: id,
    scope,
    categories: categories.map((category) => ({
      id: category.id,
      method: category.method,
      criteria: category.criteria,
      mostPoints: category.most_points,
      medals: category.medals,
      leastJurors: category.least_jurors,
    })),
  })
  return { rules, rulesHash: sha256(canonical(rules)) }
}

/** How many entries there are at the close of the call, and the hash of what they say. @param entries in the order in which they came */
export const sealEntries = (entries: readonly EntryRow[]): { entries: number; entriesHash: string } => ({
  entries: entries.length,
  entriesHash: sha256(
    canonical(
      entries.map(({ id, category_id, title, organisation, summary, link, verdict, submitted_at }) => ({
        id,
        categoryId: category_id,
        title,
        organisation,
        summary,
        link,
        verdict,
        submittedAt: submitted_at.toISOString(),
      })),
    ),
  ),
})
