import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { typeOf, syncOf } from './bound.ts'

/** The footnote that somebody writes in: where it is, and which it is in the page's document. */
export interface OpenNote {
  position: number
  type: Y.XmlElement | undefined
}

const isNote = (node: Node | null): boolean => node?.type.name === 'footnote'

export const openNote = (state: EditorState, position: number): OpenNote => ({
  position,
  type: typeOf(syncOf(state), state.doc.nodeAt(position)),
})

/**
 * The same note after a change; null when it is gone. What the others do comes as a whole new text, so that nothing but the page's document
 * says which of its notes this is. A paragraph that somebody puts into a list or makes bold is made anew with all that it holds: then it is the
 * note in the same place among the others, if it says the same but for what was just typed.
 */
export function followNote(open: OpenNote, tr: Transaction, old: Node, state: EditorState): OpenNote | null {
  const sync = syncOf(state)
  if (sync?.isChangeOrigin !== true || !sync.binding) {
    const position = tr.mapping.map(open.position, 1)
    return isNote(tr.doc.nodeAt(position)) ? { ...open, position } : null
  }
  const same = open.type && sync.binding.mapping.get(open.type)
  const [before, after] = [notesIn(old), notesIn(tr.doc)]
  const found = same && after.find(({ node }) => node === same)
  if (found) return { ...open, position: found.at }
  const index = before.findIndex(({ at }) => at === open.position)
  const [was, is] = [before[index], after[index]]
  return was && is && before.length === after.length && isCopy(is.node.textContent, was.node.textContent)
    ? openNote(state, is.at)
    : null
}

function notesIn(doc: Node): { node: Node; at: number }[] {
  const notes: { node: Node; at: number }[] = []
  doc.descendants((node, at) => {
    if (isNote(node)) notes.push({ node, at })
    return !node.isAtom
  })
  return notes
}

/** Whether a text is that of a moment before, or what it became by one stretch more. */
export function isCopy(copy: string, text: string): boolean {
  if (copy.length > text.length) return false
  let start = 0
  while (start < copy.length && copy[start] === text[start]) start += 1
  return text.endsWith(copy.slice(start))
}
