import { posix } from 'node:path'

/** A page to be: of a file, or of a folder that has no page of its own (`path` is null). */
export interface Planned {
  path: string | null
  /** The folder that it is the page of; undefined for any other file. */
  folder: string | undefined
  /** What it is called when the file names nothing. */
  fallbackTitle: string
  parent: Planned | undefined
}

const INDEX = /^(?:readme|index)\.(?:md|markdown|html?|docx)$/i

/**
 * The page tree of a folder: its README.md (or else index.md) is the page of the folder, all other files and folders lie below it. A folder
 * without one gets an empty page, but the root: what is in it then stands at the top of the space.
 * @param paths Markdown files, by the order in which they shall stand
 * @returns parents before their children
 */
export function planPages(paths: readonly string[], rootName: string): Planned[] {
  const planned: Planned[] = []
  const folders = new Map<string, Planned | undefined>()
  const indexes = indexesOf(paths)

  const folderPage = (folder: string): Planned | undefined => {
    if (folders.has(folder)) return folders.get(folder)
    const parent = folder === '' ? undefined : folderPage(parentOf(folder))
    const path = indexes.get(folder) ?? null
    const fallbackTitle = folder === '' ? titleOfName(rootName) : titleOfName(posix.basename(folder))
    const page = folder === '' && path === null ? undefined : { path, folder, fallbackTitle, parent }
    folders.set(folder, page)
    if (page) planned.push(page)
    return page
  }

  folderPage('')
  for (const path of paths) {
    const folder = parentOf(path)
    const parent = folderPage(folder)
    if (indexes.get(folder) === path) continue
    const fallbackTitle = titleOfName(posix.basename(path).replace(/\.\w+$/, ''))
    planned.push({ path, folder: undefined, fallbackTitle, parent })
  }
  return planned
}

/** Folder → the file that is its page; README before index. */
function indexesOf(paths: readonly string[]): Map<string, string> {
  const indexes = new Map<string, string>()
  for (const path of paths.filter((one) => INDEX.test(posix.basename(one)))) {
    const folder = parentOf(path)
    const isReadme = /^readme\./i.test(posix.basename(path))
    if (isReadme || !indexes.has(folder)) indexes.set(folder, path)
  }
  return indexes
}

const parentOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '')

/** « 1-creer-un-compte » → « Creer un compte »: all that a name says. */
export function titleOfName(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/^\d+[-_. ]+(?=.)/, '')
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return (words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)).slice(0, 200) || 'Page'
}
