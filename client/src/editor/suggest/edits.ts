import type { Mark, Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { SUGGESTED } from '@cenacle/document/annotations'

/** Text that goes and comes at one place. */
export interface TextEdit {
  at: number
  remove: number
  insert: readonly Node[]
}

/** Changes that together are one, all counted in the document before the first of them; none overlaps another. */
export interface Edits {
  texts: TextEdit[]
  marks: { from: number; to: number; mark: Mark; add: boolean }[]
  /** A node is marked as proposed or not any more. */
  attributes: { at: number; value: string | null }[]
  /** Whole nodes that go and come. */
  nodes: { at: number; remove: number; insert: readonly Node[] }[]
}

export const noEdits = (): Edits => ({ texts: [], marks: [], attributes: [], nodes: [] })
export const isNothing = ({ texts, marks, attributes, nodes }: Edits): boolean =>
  texts.length + marks.length + attributes.length + nodes.length === 0

/** A transaction that makes these changes. */
export function transactionOf(
  { tr }: Pick<EditorState, 'tr'>,
  { texts, marks, attributes, nodes }: Edits,
): Transaction {
  for (const { from, to, mark, add } of marks) {
    if (add) tr.addMark(from, to, mark)
    else tr.removeMark(from, to, mark)
  }
  for (const { at, value } of attributes) tr.setNodeAttribute(at, SUGGESTED, value)
  const changes = [...texts, ...nodes].sort((a, b) => b.at - a.at || b.remove - a.remove)
  for (const { at, remove, insert } of changes) tr.replaceWith(at, at + remove, [...insert])
  return tr
}
