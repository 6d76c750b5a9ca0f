/** A page to be written. */
export interface Leaf {
  id: string
  parentId: string | null
  title: string
}

const LENGTH_MAX = 60

/** A title as part of a file's name: ASCII letters, digits and dashes only, so that it means nothing to any system. */
export const fileSlug = (title: string, otherwise = 'page'): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LENGTH_MAX)
    .replace(/-+$/, '') || otherwise

/**
 * Where each page of a tree is written, from the folder's root. A number comes first: it keeps the order, and makes names unique and never
 * those of a device (CON, NUL). A page with others below it is the README.md of their folder; so is the only page at the top.
 * @param pages in the order of siblings
 * @returns page id → path with `/`
 */
export function namePages(pages: readonly Leaf[]): Map<string, string> {
  const known = new Set(pages.map(({ id }) => id))
  const children = Map.groupBy(pages, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const names = new Map<string, string>()
  const visit = (parentId: string | null, folder: string): void => {
    const siblings = children.get(parentId) ?? []
    const digits = Math.max(2, String(siblings.length).length)
    for (const [i, { id, title }] of siblings.entries()) {
      const name = `${folder}${String(i + 1).padStart(digits, '0')}-${fileSlug(title)}`
      const isFolder = children.has(id)
      const isRoot = parentId === null && siblings.length === 1
      names.set(id, isRoot ? 'README.md' : isFolder ? `${name}/README.md` : `${name}.md`)
      if (isFolder) visit(id, isRoot ? '' : `${name}/`)
    }
  }
  visit(null, '')
  return names
}
