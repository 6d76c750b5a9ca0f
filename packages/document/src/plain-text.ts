import type { Node as PmNode } from 'prosemirror-model'
import { mentionText } from './references.ts'

/** The words of an inline node; a footnote is not part of the sentence. */
function inlineText(node: PmNode): string {
  switch (node.type.name) {
    case 'hardBreak':
      return '\n'
    case 'image':
      return String(node.attrs.alt)
    case 'math':
      return node.textContent
    case 'mention':
      return mentionText(node.attrs.kind, String(node.attrs.label))
    case 'file':
      return String(node.attrs.name)
    default:
      return node.text ?? ''
  }
}

/** The text of a paragraph, heading, footnote or code block: breaks as line feeds, images as their alternative text, formulas as TeX. */
export function blockText(node: PmNode): string {
  return node.children.map(inlineText).join('')
}

/** The text of a document, a line for each block and for each footnote behind its block: for search, excerpts and mails. */
export function plainText(doc: PmNode): string {
  const lines: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'callout' && node.attrs.title) lines.push(String(node.attrs.title))
    if (!node.isTextblock) return true
    const notes = node.children.filter((child) => child.type.name === 'footnote')
    for (const part of [node, ...notes]) {
      const text = blockText(part).trim()
      if (text !== '') lines.push(text)
    }
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
