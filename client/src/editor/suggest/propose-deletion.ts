import type { Node } from '@tiptap/pm/model'
import { BOUNDARY, nodeSuggestion, SUGGESTED } from '@cenacle/document/annotations'
import type { Edits } from './edits.ts'
import { isOwn, isOwnNode, type Region } from './region.ts'

/**
 * Proposes that a stretch goes: text is marked, a paragraph's end too, a node that is no text as a whole. What the same person had proposed
 * really goes.
 * @param edits gets the changes
 * @returns false where a boundary of cells lies in between, which cannot go
 */
export function proposeDeletion(doc: Node, { from, to }: Region, id: string, key: string, edits: Edits): boolean {
  const deletion = doc.type.schema.mark('deletion', { id })
  const blocks: { start: number; end: number }[] = []
  let possible = true
  doc.nodesBetween(from, to, (node, at, parent) => {
    const end = at + node.nodeSize
    const isWhole = at >= from && end <= to
    if (isOwnNode(node, key) && isWhole) {
      edits.nodes.push({ at, remove: node.nodeSize, insert: [] })
      return false
    }
    if (node.isText) {
      const range = { from: Math.max(from, at), to: Math.min(to, end) }
      if (isOwn(node, key)) edits.texts.push({ at: range.from, remove: range.to - range.from, insert: [] })
      else if (parent?.type.allowsMarkType(deletion.type) && !node.marks.some(({ type }) => type === deletion.type))
        edits.marks.push({ ...range, mark: deletion, add: true })
      return false
    }
    if (node.isTextblock && !node.isAtom) {
      blocks.push({ start: at + 1, end: end - 1 })
      return true
    }
    if (isWhole && (node.isLeaf || node.isAtom || node.type.name === 'table')) {
      if (nodeSuggestion(node.attrs[SUGGESTED]) === undefined) edits.attributes.push({ at, value: `deletion:${id}` })
      return false
    }
    if (node.type.spec['tableRole'] !== undefined && !(at < from && end > to)) possible = false
    return true
  })
  const sign = doc.type.schema.text(BOUNDARY, [doc.type.schema.mark('insertion', { id, kind: 'join' })])
  for (const [index, { end }] of blocks.entries()) {
    const next = blocks[index + 1]
    if (next && !hasJoin(doc, end)) edits.texts.push({ at: end, remove: 0, insert: [sign] })
  }
  return possible
}

/** Whether it is proposed already that the block that ends here joins the next. */
const hasJoin = (doc: Node, end: number): boolean =>
  (doc.resolve(end).nodeBefore?.marks ?? []).some(({ attrs }) => attrs['kind'] === 'join')
