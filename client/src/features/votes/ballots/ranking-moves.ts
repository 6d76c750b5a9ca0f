/** Best first; options of one group are ex æquo. */
export type Ranking = readonly (readonly string[])[]

const without = (ranking: Ranking, id: string): string[][] =>
  ranking.map((group) => group.filter((one) => one !== id)).filter((group) => group.length > 0)

const indexOf = (ranking: Ranking, id: string): number => ranking.findIndex((group) => group.includes(id))

/** Puts an option at the end, alone. */
export const rankNext = (ranking: Ranking, id: string): Ranking => [...without(ranking, id), [id]]

/** Takes an option out of the ranking: with the others that are not ranked, it is last. */
export const unrank = (ranking: Ranking, id: string): Ranking => without(ranking, id)

/** One step up: out of its group, or past the group above. */
export const rankHigher = (ranking: Ranking, id: string): Ranking => {
  const index = indexOf(ranking, id)
  if (index === -1) return ranking
  const isAlone = ranking[index]?.length === 1
  return without(ranking, id).toSpliced(Math.max(0, isAlone ? index - 1 : index), 0, [id])
}

/** One step down: out of its group, or past the group below. */
export const rankLower = (ranking: Ranking, id: string): Ranking => {
  const index = indexOf(ranking, id)
  if (index === -1) return ranking
  return without(ranking, id).toSpliced(index + 1, 0, [id])
}

/** Makes an option equal to the one listed before it, or not any more: what stands after it in its group goes with it. */
export const toggleTie = (ranking: Ranking, id: string): Ranking => {
  const index = indexOf(ranking, id)
  const group = ranking[index]
  if (group === undefined) return ranking
  const at = group.indexOf(id)
  if (at > 0) return ranking.toSpliced(index, 1, group.slice(0, at), group.slice(at))
  const before = ranking[index - 1]
  return before === undefined ? ranking : ranking.toSpliced(index - 1, 2, [...before, ...group])
}

/** What one can do to an option of a ranking, by the button that does it. */
export const moves = { add: rankNext, up: rankHigher, down: rankLower, tie: toggleTie, remove: unrank } as const
export type Move = keyof typeof moves

export interface Place {
  /** 1 is the best; after two ex æquo at 1 comes 3. */
  place: number
  /** The others at the same place. */
  tied: readonly string[]
}

/** Where an option stands; undefined when it is not ranked. */
export const placeOf = (ranking: Ranking, id: string): Place | undefined => {
  const index = indexOf(ranking, id)
  const group = ranking[index]
  if (group === undefined) return undefined
  const above = ranking.slice(0, index).reduce((sum, one) => sum + one.length, 0)
  return { place: above + 1, tied: group.filter((one) => one !== id) }
}
