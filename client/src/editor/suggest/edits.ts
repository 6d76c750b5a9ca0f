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

/** One change after those before it, put into a transaction. @returns its changes of text, for `writeExactly` */
export type Stage = (tr: Transaction, mapping: Mapping) => readonly TextEdit[]

const NO_TEXTS: readonly TextEdit[] = []

/**
 * Changes one kind after the other: words; nodes that go, each alone; what is said of nodes; nodes that come. y-prosemirror compares what was and what is,
 * and takes two changes side by side for another one: a node between two that go would be made anew, and lose what others write in it.
 */
export const stagesOf = ({ texts, marks, attributes, nodes }: Edits): Stage[] => [
  ...(texts.length + marks.length > 0 ? [wordsOf(texts, marks)] : []),
  ...nodes
    .filter(({ remove }) => remove > 0)
    .map(
      ({ at, remove }): Stage =>
        (tr, mapping) => {
          const [from, to] = [mapping.map(at, 1), mapping.map(at + remove, -1)]
          if (from < to) tr.delete(from, to)
          return NO_TEXTS
        },
    ),
  ...(attributes.length > 0 ? [attributesOf(attributes)] : []),
  ...nodes
    .filter(({ remove }) => remove === 0)
    .map(
      ({ at, insert }): Stage =>
        (tr, mapping) => {
          tr.insert(mapping.map(at, -1), insert)
          return NO_TEXTS
        },
    ),
]

const wordsOf =
  (texts: Edits['texts'], marks: Edits['marks']): Stage =>
  (tr) => {
    for (const { from, to, mark, add } of marks) {
      if (add) tr.addMark(from, to, mark)
      else tr.removeMark(from, to, mark)
    }
    for (const { at, remove, insert } of texts.toSorted((a, b) => b.at - a.at || b.remove - a.remove))
      tr.replaceWith(at, at + remove, [...insert])
    return texts
  }

const attributesOf =
  (attributes: Edits['attributes']): Stage =>
  (tr, mapping) => {
    for (const { at, value } of attributes) tr.setNodeAttribute(mapping.map(at, 1), SUGGESTED, value)
    return NO_TEXTS
  }

/** Makes a transaction known to the editor. @returns the state after it */
export type Apply = (tr: Transaction, texts: readonly TextEdit[]) => EditorState

/** Makes changes one after the other. @param select where the caret goes in the end; it is mapped when not said */
export function makeEdits(
  state: EditorState,
  stages: readonly Stage[],
  apply: Apply,
  select?: (doc: Node, mapping: Mapping) => Selection,
): void {
  const mapping = new Mapping()
  let now = state
  for (const [index, stage] of (stages.length === 0 ? [nothing] : stages).entries()) {
    const { tr } = now
    const texts = stage(tr, mapping)
    mapping.appendMapping(tr.mapping)
    if (select && index >= stages.length - 1) tr.setSelection(select(tr.doc, mapping)).scrollIntoView()
    if (tr.docChanged || tr.selectionSet) now = apply(tr, texts)
  }
}

const nothing: Stage = () => NO_TEXTS
