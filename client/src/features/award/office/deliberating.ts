import type { Deliberated } from './api.ts'

type Decision = Pick<Deliberated, 'ties' | 'withheld'>

/** Entries that are exactly level, best first as the jury ranks them; `place`: the first one that they share. */
export interface Level {
  place: number
  entryIds: string[]
}

const keyOf = (ids: readonly string[]): string => JSON.stringify(ids.toSorted())

/** The groups that the jury could not separate and that share a medal: only they are worth an order. */
export const levelsOf = ({ tally, options, levels }: Pick<Deliberated, 'tally' | 'options' | 'levels'>): Level[] => {
  if (tally.method === 'median') return []
  let place = 1
  const groups = tally.ranking.map((group) => {
    const entryIds = group.flatMap((option) => options[option] ?? [])
    const found = { place, entryIds }
    place += group.length
    return found
  })
  return groups.filter(({ place, entryIds }) => entryIds.length > 1 && place <= levels.length)
}

/** What was decided about a group; undefined while it is ex æquo. */
export const tieOf = ({ ties }: Decision, { entryIds }: Level): Decision['ties'][number] | undefined =>
  ties.find(({ order }) => keyOf(order) === keyOf(entryIds))

/** All that is decided, with another order of one group, or none. */
export const withTie = (
  { ties, withheld }: Decision,
  level: Level,
  tie: Decision['ties'][number] | undefined,
): Decision => {
  const others = ties.filter(({ order }) => keyOf(order) !== keyOf(level.entryIds))
  return { ties: tie ? [...others, tie] : others, withheld }
}

/** The same with a medal that nobody gets, and why, or that is given again. */
export const withMedal = ({ ties, withheld }: Decision, medal: string, reason: string | undefined): Decision => {
  const others = withheld.filter((one) => one.medal !== medal)
  return { ties, withheld: reason === undefined ? others : [...others, { medal, reason }] }
}

/** Nobody gets a medal since so many above it are ex æquo. */
export const isSkipped = (levels: Deliberated['levels'], index: number): boolean =>
  levels.slice(0, index).some(({ winners }, above) => above + winners.length > index)

/** One step up or down; nothing changes at the ends. */
export const moved = (order: readonly string[], id: string, by: -1 | 1): string[] => {
  const from = order.indexOf(id)
  const to = from + by
  if (from === -1 || to < 0 || to >= order.length) return [...order]
  return order.toSpliced(from, 1).toSpliced(to, 0, id)
}

/** The titles of entries by the option that they are in the tally, as the pictures of results name them. */
export const namesOf = ({ options, nominees }: Pick<Deliberated, 'options' | 'nominees'>): Map<string, string> => {
  const titles = new Map(nominees.map(({ id, title }) => [id, title]))
  return new Map(Object.entries(options).map(([option, id]) => [option, titles.get(id) ?? id]))
}
