import { posix } from 'node:path'
import type { World } from '../../context.ts'
import type { Links } from '../../documents/jobs.ts'
import { fileKeyOf, pageOf } from '../../exports/book.ts'
import { fileSlug } from '../../exports/names.ts'

const BUDGET_MS = 20_000
const EXTENSIONS: Record<string, string> = { 'image/webp': 'webp', 'image/png': 'png', 'image/jpeg': 'jpg' }

/**
 * A page as a Markdown file, its addresses made relative to where it is written.
 * @param names page id → path
 * @param fileAt the path of a file that goes along; undefined for one that does not
 */
export async function fileOf(
  { documents }: Pick<World, 'documents'>,
  { title, markdown }: { title: string; markdown: string },
  path: string,
  names: ReadonlyMap<string, string>,
  fileAt: (key: string) => Promise<string | undefined>,
): Promise<string> {
  const { links: addresses, images } = await documents.run('outline', { text: markdown }, BUDGET_MS)
  const links: Links = {}
  for (const address of [...addresses, ...images]) {
    const [page, key] = [pageOf(address), fileKeyOf(address)]
    const target = key === undefined ? names.get(page?.id ?? '') : await fileAt(key)
    if (target !== undefined) links[address] = relative(path, target) + (page?.heading ? `#${page.heading}` : '')
  }
  return documents.run('file', { title, markdown, links }, BUDGET_MS)
}

/** `./` in front, so that no name is taken for a scheme. */
function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

/** Where a file is written beside the pages, under a name of our own making. */
export function filePath({ key, name, type }: { key: string; name: string; type: string }): string {
  const [, own = ''] = /\.(\w{1,5})$/.exec(name) ?? []
  const image = EXTENSIONS[type]
  const base = fileSlug(name.replace(/\.\w{1,5}$/, ''), image ? 'image' : 'fichier')
  return `${image ? 'images' : 'fichiers'}/${base}-${key.slice(0, 8)}.${image ?? (own.toLowerCase() || 'bin')}`
}
