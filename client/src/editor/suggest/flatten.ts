import type { Mark, Node } from '@tiptap/pm/model'
import { BOUNDARY } from '@cenacle/document/annotations'

/** Text in pieces, with a sign where a paragraph ends. */
export type Flat = (Node | typeof BOUNDARY)[]

const PLAIN = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'blockquote',
  'callout',
])

/** Marks without those that say something about the text. */
export const withoutSuggestions = (marks: readonly Mark[]): Mark[] =>
  marks.filter(({ type: { name } }) => name !== 'insertion' && name !== 'deletion')

/**
 * What stands between two places as text and ends of paragraphs.
 * @returns undefined when there is anything else: an image, a table, a line break
 */
export function flatten(doc: Node, from: number, to: number): Flat | undefined {
  if (!doc.resolve(from).parent.isTextblock || !doc.resolve(to).parent.isTextblock) return undefined
  const flat: Flat = []
  let blocks = 0
  let isPlain = true
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) {
      const text = node.text?.slice(Math.max(0, from - at), to - at)
      if (text) flat.push(node.type.schema.text(text, node.marks))
      return false
    }
    // What holds both places is as it was.
    const holds = at < from && at + node.nodeSize > to
    if (!holds && !PLAIN.has(node.type.name)) isPlain = false
    if (node.isTextblock) {
      if (blocks > 0) flat.push(BOUNDARY)
      blocks += 1
    }
    return isPlain
  })
  return isPlain ? flat : undefined
}
