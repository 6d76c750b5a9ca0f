import type { Ranking } from './ranking.ts'

/** Who is on a shortlist of so many places: those surely in it, and those exactly level at its border, for whom too few are left. */
export type Shortlist = {
  readonly inside: readonly string[]
  readonly tied: readonly string[]
  /** Places left for those who are tied; 0 when nobody is. */
  readonly places: number
}

/**
 * The first `most` of a ranking. Nobody is drawn: a group that is exactly level and does not fit whole is tied at the border.
 * @param ranking best first, those of a group exactly level
 */
export function shortlistOf(ranking: Ranking, most: number): Shortlist {
  const inside: string[] = []
  for (const group of ranking) {
    const places = most - inside.length
    if (places <= 0) break
    if (group.length > places) return { inside, tied: group, places }
    inside.push(...group)
  }
  return { inside, tied: [], places: 0 }
}

/** Whether somebody's choice is that shortlist: all who are inside, any of those tied at its border, and nobody else. */
export function isShortlist(ranking: Ranking, most: number, chosen: readonly string[]): boolean {
  const { inside, tied } = shortlistOf(ranking, most)
  const picked = new Set(chosen)
  return inside.every((id) => picked.has(id)) && chosen.every((id) => inside.includes(id) || tied.includes(id))
}
