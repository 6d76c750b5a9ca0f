import type { Mark, Node } from '@tiptap/pm/model'
import type { EditorState, Selection, Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
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

/** Makes a transaction known to the editor. @returns the state after it */
export type Apply = (tr: Transaction, texts: readonly TextEdit[]) => EditorState

/**
 * Makes changes one kind after the other: words; nodes that go; what is said of nodes; nodes that come. y-prosemirror compares what was and
 * what is, and takes two changes side by side for another one.
 * @param select where the caret goes in the end
 */
export function makeEdits(
  state: EditorState,
  edits: Edits,
  select: (doc: Node, mapping: Mapping) => Selection,
  apply: Apply,
): void {
  const { texts, marks, attributes, nodes } = edits
  const stages: Edits[] = [
    { ...noEdits(), texts, marks },
    { ...noEdits(), nodes: nodes.filter(({ remove }) => remove > 0) },
    { ...noEdits(), attributes },
    { ...noEdits(), nodes: nodes.filter(({ remove }) => remove === 0) },
  ].filter((stage) => !isNothing(stage))
  const mapping = new Mapping()
  let now = state
  if (stages.length === 0) apply(now.tr.setSelection(select(now.doc, mapping)), [])
  for (const [index, stage] of stages.entries()) {
    const here = mapped(stage, mapping)
    const tr = transactionOf(now, here)
    mapping.appendMapping(tr.mapping)
    if (index === stages.length - 1) tr.setSelection(select(tr.doc, mapping)).scrollIntoView()
    now = apply(tr, here.texts)
  }
}

const mapped = ({ texts, marks, attributes, nodes }: Edits, mapping: Mapping): Edits => ({
  texts,
  marks,
  attributes: attributes.map(({ at, value }) => ({ at: mapping.map(at, 1), value })),
  nodes: nodes.map((one) => ({ ...one, at: mapping.map(one.at, one.remove > 0 ? 1 : -1) })),
})
