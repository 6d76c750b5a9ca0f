import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What a folder holds: paths from its root, with `/`, in the order of their names. */
export interface Scan {
  pages: string[]
  images: string[]
  failures: Failure[]
}

/** A file that did not become what it should, and why. */
export interface Failure {
  path: string
  reason: string
}

const PAGE = /\.(?:md|markdown)$/i
const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|tiff?|heic|heif)$/i
/** Folders of tools, not of texts. What VuePress serves at the root lies in `.vuepress/public`. */
const SKIPPED = /^(?:\.(?!vuepress$)|node_modules$)/
const DEPTH_MAX = 30
const order = new Intl.Collator('fr', { numeric: true })

/** Looks through a folder. Links to elsewhere are reported, never followed. */
export async function scanFolder(root: string): Promise<Scan> {
  const scan: Scan = { pages: [], images: [], failures: [] }
  await visit(root, '', 0, scan)
  return scan
}

async function visit(root: string, folder: string, depth: number, scan: Scan): Promise<void> {
  const entries = await entriesOf(root, folder, scan)
  for (const entry of entries.sort((a, b) => order.compare(a.name, b.name))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isSymbolicLink()) {
      if (PAGE.test(entry.name)) scan.failures.push({ path, reason: 'a symbolic link is not followed' })
    } else if (entry.isDirectory()) {
      if (SKIPPED.test(entry.name)) continue
      if (depth < DEPTH_MAX) await visit(root, path, depth + 1, scan)
      else scan.failures.push({ path, reason: 'the folder lies too deep' })
    } else if (PAGE.test(entry.name)) scan.pages.push(path)
    else if (IMAGE.test(entry.name)) scan.images.push(path)
  }
}

async function entriesOf(root: string, folder: string, scan: Scan) {
  try {
    return await readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    if (folder === '') throw error
    scan.failures.push({ path: folder, reason: reasonOf(error) })
    return []
  }
}

/** The reason of an error for whoever runs the command. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
