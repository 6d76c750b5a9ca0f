import type { Category, Content, Nominee } from '../api.ts'

/** One thing that an erratum changes; absent where there was, or is, nothing. */
export type Change =
  | { kind: 'name'; before: Nominee; after: Nominee }
  | { kind: 'medal'; category: string; medal: string; before: Given; after: Given }
  | { kind: 'tie'; category: string; names: readonly string[]; before: Said | undefined; after: Said | undefined }
  | { kind: 'withheld'; category: string; medal: string; before: string; after: string }
/** Who has a medal; `withheld`: nobody, by decision. */
export interface Given {
  titles: readonly string[]
  withheld: boolean
}
/** The order of a tie, and why. */
export interface Said {
  titles: readonly string[]
  reason: string
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const keyOf = (ids: readonly string[]): string => ids.toSorted().join()

/** Everything in which a corrected palmarès differs from the one before, in the order in which it is read. */
export function changesOf(before: Content, after: Content): Change[] {
  return before.categories.flatMap((old, index) => {
    const now = after.categories[index]
    return now ? [...namesOf(old, now), ...medalsOf(old, now), ...tiesOf(old, now), ...reasonsOf(old, now)] : []
  })
}

const namesOf = (old: Category, now: Category): Change[] =>
  old.nominees.flatMap((before, index) => {
    const after = now.nominees[index]
    return after && !same(before, after) ? [{ kind: 'name' as const, before, after }] : []
  })

/** By id: who has a medal under a corrected name has it still. */
const medalsOf = (old: Category, now: Category): Change[] =>
  old.levels.flatMap((before, index) => {
    const after = now.levels[index]
    const ids = ({ winners, withheld }: typeof before) => [winners.map(({ id }) => id), withheld]
    if (!after || same(ids(before), ids(after))) return []
    const given = ({ winners, withheld }: typeof before): Given => ({
      titles: winners.map(({ title }) => title),
      withheld,
    })
    return [
      { kind: 'medal' as const, category: now.name, medal: after.medal, before: given(before), after: given(after) },
    ]
  })

function tiesOf(old: Category, now: Category): Change[] {
  const keys = new Set([...old.ties, ...now.ties].map(({ order }) => keyOf(order)))
  const titles = new Map(now.nominees.map(({ id, title }) => [id, title]))
  const named = (ids: readonly string[]): string[] => ids.map((id) => titles.get(id) ?? id)
  const said = ({ ties }: Category, key: string): Said | undefined => {
    const found = ties.find(({ order }) => keyOf(order) === key)
    return found && { titles: named(found.order), reason: found.reason }
  }
  return [...keys].flatMap((key) => {
    const [before, after] = [said(old, key), said(now, key)]
    const names = named(key.split(','))
    return same(before, after) ? [] : [{ kind: 'tie' as const, category: now.name, names, before, after }]
  })
}

/** Of medals that are withheld in both; where that itself changes, the medal says it. */
const reasonsOf = (old: Category, now: Category): Change[] =>
  now.withheld.flatMap(({ medal, reason: after }) => {
    const before = old.withheld.find((one) => one.medal === medal)?.reason ?? ''
    return before === after ? [] : [{ kind: 'withheld' as const, category: now.name, medal, before, after }]
  })
