import type { Node as PmNode } from 'prosemirror-model'
import { headingLevel } from './nodes.ts'
import { blockText } from './plain-text.ts'

/** A heading of a page: `id` is its anchor, unique in the page. */
export interface Heading {
  id: string
  level: number
  text: string
}

/**
 * A heading's text as an anchor, as VuePress makes them, so that imported links keep their targets: without accents,
 * lower case, hyphens for the rest, an underscore before a digit.
 */
export function slug(text: string): string {
  const base = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase()
  return base.slice(0, 100).toWellFormed() || 'section'
}

/** The headings of a document in order, with the same ids as in its HTML. */
export function headings(doc: PmNode): Heading[] {
  const used = new Map<string, number>()
  const taken = new Set<string>()
  const result: Heading[] = []
  doc.descendants((node) => {
    if (node.type.name !== 'heading') return !node.isTextblock
    const text = blockText(node).replace(/\s+/gu, ' ').trim()
    const base = slug(text)
    let count = used.get(base) ?? 0
    let id = base
    while (taken.has(id)) id = `${base}-${++count}`
    used.set(base, count)
    taken.add(id)
    result.push({ id, level: headingLevel(node.attrs.level), text })
    return false
  })
  return result
}
