import { posix } from 'node:path'

/** Where an address of an imported file leads. */
export type Target = { kind: 'page' | 'image'; path: string; hash: string } | { kind: 'elsewhere' } | { kind: 'broken' }

/** What can be pointed to. Keys are as addresses write them: NFC, without a slash at either end. */
export interface Places {
  /** Address → Markdown file: its path, its permalink, the folder that it is the page of. */
  pages: ReadonlyMap<string, string>
  images: ReadonlySet<string>
  /** The one folder that holds everything, as an archive of a folder has it: addresses from the root mean that one. */
  root?: string | undefined
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
/** Where VuePress serves files from the root. */
const PUBLIC = ['', 'public/', '.vuepress/public/']

/**
 * Resolves an address as VuePress and plain Markdown do: a path from the file, from the root, or a permalink; with or without `.md`, `.html`
 * and the last slash.
 * @param from path of the file that holds the address
 */
export function resolveAddress(address: string, from: string, { pages, images, root }: Places): Target {
  if (SCHEME.test(address) || address.startsWith('//') || address.startsWith('#')) return { kind: 'elsewhere' }
  const [, pathname = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? []
  const path = decoded(pathname)
  const whole = path.startsWith('/') ? path : posix.join('/', posix.dirname(from), path)
  const escapes = !path.startsWith('/') && posix.join(posix.dirname(from), path).startsWith('..')
  if (escapes) return { kind: 'broken' }
  const key = keyOf(posix.normalize(whole))
  const bases = path.startsWith('/') && root !== undefined ? ['', `${root}/`] : ['']
  for (const base of bases) {
    for (const candidate of [
      key,
      `${key}.md`,
      key.replace(/(?:\/?index)?\.html?$/, ''),
      key.replace(/\.html?$/, '.md'),
    ]) {
      const page = pages.get(keyOf(base + candidate))
      if (page !== undefined) return { kind: 'page', path: page, hash }
    }
  }
  const places = bases.flatMap((base) => PUBLIC.map((folder) => base + folder + key))
  const image = places.find((candidate) => images.has(candidate))
  return image === undefined ? { kind: 'broken' } : { kind: 'image', path: image, hash: '' }
}

/** A path as the keys of Places are. */
export const keyOf = (path: string): string => path.normalize('NFC').replace(/^\/+|\/+$/g, '')

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
