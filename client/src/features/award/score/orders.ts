import type { Rankings } from './api.ts'

/** One entry of an order. `value`: of a score; `sum` of `of` ballots: of a vote. */
export type Placed = { entryId: string; value: string } | { entryId: string; sum: number; of: number }
/** An order from which a shortlist can be taken: best first, those of a group exactly level. */
export interface Order {
  kind: 'score' | 'vote'
  /** Of the version or the vote. */
  id: string
  groups: readonly (readonly Placed[])[]
  unranked: readonly string[]
  /** How a vote was cast. */
  method?: 'approval' | 'score'
}

/** The orders that a category has now; a vote has one once it has closed, for who may read it. */
export function ordersOf({ score, vote }: Rankings): Order[] {
  const orders: Order[] = []
  if (score) orders.push({ kind: 'score', id: score.version.id, groups: score.ranking, unranked: score.unranked })
  if (vote?.ranking && vote.ranking.length > 0)
    orders.push({ kind: 'vote', id: vote.id, groups: vote.ranking, unranked: vote.unranked, method: vote.method })
  return orders
}

/** Groups of ids, as shortlists are counted. */
export const idsOf = ({ groups }: Order): string[][] => groups.map((group) => group.map(({ entryId }) => entryId))

/** The place of each entry, which those exactly level share. */
export function placesOf(order: Order): Map<string, { place: number; shared: boolean }> {
  const places = new Map<string, { place: number; shared: boolean }>()
  let place = 1
  for (const group of idsOf(order)) {
    for (const id of group) places.set(id, { place, shared: group.length > 1 })
    place += group.length
  }
  return places
}

/** How many places somebody typed, or null where that is no number of places. */
export function mostOf(typed: string): number | null {
  const most = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0
  return most >= 1 && most <= 50 ? most : null
}
