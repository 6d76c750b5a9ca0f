import type { PageItem } from '@cenacle/contract/page'

/** Where a page goes: its parent, and its place among the others there, from 0. */
export interface Place {
  parentId: string | null
  position: number
}

/** The pages under one, or at the top, in their order; a page whose parent one may not see stands at the top. */
export function childrenOf(pages: readonly PageItem[], parentId: string | null): PageItem[] {
  const known = new Set(pages.map(({ id }) => id))
  const above = (page: PageItem): string | null =>
    page.parentId !== null && known.has(page.parentId) ? page.parentId : null
  return pages.filter((page) => above(page) === parentId).toSorted((a, b) => a.position - b.position)
}

/** A page and all that is below it. */
export function subtreeOf(pages: readonly PageItem[], id: string): PageItem[] {
  const below = Map.groupBy(pages, ({ parentId }) => parentId)
  const found = pages.filter((page) => page.id === id)
  const seen = new Set([id])
  for (const page of found)
    for (const child of below.get(page.id) ?? []) {
      if (seen.has(child.id)) continue
      seen.add(child.id)
      found.push(child)
    }
  return found
}

/** Where a page lands that is dropped on another, before it or after it; undefined when that is in itself. */
export function whereDropped(
  pages: readonly PageItem[],
  id: string,
  target: { id: string; at: 'before' | 'on' | 'after' },
): Place | undefined {
  const other = pages.find((page) => page.id === target.id)
  if (!other || subtreeOf(pages, id).some((page) => page.id === target.id)) return undefined
  if (target.at === 'on') return { parentId: other.id, position: childrenOf(pages, other.id).length }
  const siblings = childrenOf(pages, other.parentId).filter((page) => page.id !== id)
  const index = siblings.findIndex((page) => page.id === other.id)
  return { parentId: other.parentId, position: target.at === 'before' ? index : index + 1 }
}

/** The pages as they are once one has moved, so that nobody waits to see it. */
export function withMove(pages: readonly PageItem[], id: string, { parentId, position }: Place): PageItem[] {
  const siblings = childrenOf(pages, parentId).filter((page) => page.id !== id)
  const order = siblings.map((page) => page.id).toSpliced(position, 0, id)
  return pages.map((page) => {
    const at = order.indexOf(page.id)
    if (at === -1) return page
    return page.id === id ? { ...page, parentId, position: at } : { ...page, position: at }
  })
}
