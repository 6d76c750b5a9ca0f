import type { Node as PmNode } from 'prosemirror-model'

/** The text of a paragraph, heading or code block: breaks as line feeds, images as their alternative text. */
export function blockText(node: PmNode): string {
  return node.children
    .map((child) => {
      if (child.type.name === 'hardBreak') return '\n'
      return child.type.name === 'image' ? String(child.attrs.alt) : (child.text ?? '')
    })
    .join('')
}

/** The text of a document, a line for each block: for search, excerpts and mails. */
export function plainText(doc: PmNode): string {
  const lines: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'callout' && node.attrs.title) lines.push(String(node.attrs.title))
    if (!node.isTextblock) return true
    const text = blockText(node).trim()
    if (text !== '') lines.push(text)
    return false
  })
  return lines.join('\n')
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
/** A cluster can be long (a family of emoji is 11 units); longer ones are cut, they are not writing. */
const MAX_CLUSTER = 32

/**
 * The start of a text on one line, of at most `length` characters as people count them, with `…` when it goes on. Cut
 * between words where one ends in the last third, never inside a cluster (é from two code points, a flag, a family).
 */
export function excerpt(text: string, length: number): string {
  const line = text
    .slice(0, (length + 1) * MAX_CLUSTER)
    .replace(/\s+/gu, ' ')
    .trim()
  const clusters: string[] = []
  for (const { segment } of graphemes.segment(line)) {
    if (clusters.length > length) break
    clusters.push(segment)
  }
  if (clusters.length <= length) return line
  const cut = clusters.slice(0, Math.max(0, length - 1))
  const space = clusters[length - 1] === ' ' ? cut.length : cut.lastIndexOf(' ')
  const kept = space >= (cut.length * 2) / 3 ? cut.slice(0, space) : cut
  return `${kept.join('').trimEnd()}…`
}
