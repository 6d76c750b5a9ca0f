import type { PageItem } from '@cenacle/contract/page'

/** A page with the pages below it. */
export interface Branch {
  page: PageItem
  children: Branch[]
}

const inOrder = (a: PageItem, b: PageItem): number =>
  a.position - b.position || a.title.localeCompare(b.title, 'fr', { numeric: true })

/**
 * The pages of a space as a tree, each level in its order. A page whose parent is not among them stands at the top; none is lost, not
 * even where parents go round in a circle.
 */
export function treeOf(pages: readonly PageItem[]): Branch[] {
  const known = new Set(pages.map(({ id }) => id))
  const below = Map.groupBy(pages, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : ''))
  const seen = new Set<string>()
  const branch = (page: PageItem): Branch => {
    seen.add(page.id)
    return { page, children: level(below.get(page.id)) }
  }
  const level = (items: readonly PageItem[] = []): Branch[] =>
    items
      .filter(({ id }) => !seen.has(id))
      .toSorted(inOrder)
      .map(branch)
  const top = level(below.get(''))
  return [
    ...top,
    ...pages.filter(({ id }) => !seen.has(id)).flatMap((page) => (seen.has(page.id) ? [] : [branch(page)])),
  ]
}

/** The tree as lines, for a list to choose from. */
export const linesOf = (branches: readonly Branch[], depth = 0): { page: PageItem; depth: number }[] =>
  branches.flatMap(({ page, children }) => [{ page, depth }, ...linesOf(children, depth + 1)])

/** The pages above one, the topmost first. */
export function pathTo(pages: readonly PageItem[], id: string): PageItem[] {
  const byId = new Map(pages.map((page) => [page.id, page]))
  const path: PageItem[] = []
  let at = byId.get(byId.get(id)?.parentId ?? '')
  while (at && !path.includes(at)) {
    path.unshift(at)
    at = byId.get(at.parentId ?? '')
  }
  return path
}
