import type { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import type { TextEdit } from './edits.ts'

/** A place in a text of the page, as Yjs counts it. */
interface Place {
  text: Y.XmlText
  index: number
}

/**
 * Makes changes of text in the page's document letter for letter. y-prosemirror guesses them from the texts before and after: it takes the
 * second l of « belle » for the new one where the first is, and a proposal would then be the letter of somebody else. What it finds here
 * is as the screen says, so nothing is left for it to guess.
 * @param doc the editor's document before these changes, which the fragment holds
 */
export function writeExactly(fragment: Y.XmlFragment, doc: Node, edits: readonly TextEdit[]): void {
  // All places first: each change makes its text longer or shorter. From the end, so that they stay where they are.
  const placed = edits
    .toSorted((a, b) => b.at - a.at)
    .map((edit) => ({ ...edit, place: placeOf(fragment, doc, edit.at, edit.remove) }))
  for (const { place, remove, insert } of placed) {
    if (!place) continue
    if (remove > 0) place.text.delete(place.index, remove)
    for (const node of insert.toReversed()) place.text.insert(place.index, node.text ?? '', attributesOf(node))
  }
}

/** @returns undefined where no text is yet: y-prosemirror then makes one, and has nothing to guess */
function placeOf(fragment: Y.XmlFragment, doc: Node, position: number, length: number): Place | undefined {
  const $at = doc.resolve(position)
  let type: Y.XmlFragment = fragment
  for (let depth = 0; depth < $at.depth; depth += 1) {
    const child: unknown = type.get(yIndex($at.node(depth), $at.index(depth)))
    if (!(child instanceof Y.XmlElement)) return undefined
    type = child
  }
  const { parent, parentOffset } = $at
  let start = 0
  let found: Place | undefined
  let runStart = 0
  for (const [index, child] of parent.children.entries()) {
    if (!child.isText) {
      start += child.nodeSize
      continue
    }
    if (index === 0 || !parent.child(index - 1).isText) runStart = start
    const end = start + child.nodeSize
    if (parentOffset >= runStart && parentOffset <= end && (length === 0 || parentOffset < end)) {
      const text: unknown = type.get(yIndex(parent, index))
      if (text instanceof Y.XmlText && text.length === runLength(parent, index))
        found ??= { text, index: parentOffset - runStart }
    }
    start = end
  }
  return found
}

/** Two texts beside one another in Yjs are one on the screen: then y-prosemirror must find its way. */
function runLength(parent: Node, index: number): number {
  let [first, last] = [index, index]
  while (first > 0 && parent.child(first - 1).isText) first -= 1
  while (last + 1 < parent.childCount && parent.child(last + 1).isText) last += 1
  return parent.children.slice(first, last + 1).reduce((length, { nodeSize }) => length + nodeSize, 0)
}

/** Neighbouring pieces of text are one child in Yjs. */
function yIndex(parent: Node, index: number): number {
  let count = 0
  for (let i = 1; i <= index; i += 1) if (!(parent.child(i).isText && parent.child(i - 1).isText)) count += 1
  return count
}

const known = new Map<string, Record<string, unknown>>()

/** Marks as y-prosemirror itself writes them, their hashes included. */
function attributesOf({ marks, type }: Node): Record<string, unknown> {
  if (marks.length === 0) return {}
  const key = JSON.stringify(marks)
  const before = known.get(key)
  if (before) return before
  const made = written(type.schema.text('x', marks))
  if (known.size > 500) known.clear()
  known.set(key, made)
  return made
}

function written(text: Node): Record<string, unknown> {
  const { doc, paragraph } = text.type.schema.nodes
  if (!doc || !paragraph) throw new Error('a page has paragraphs')
  const scratch = new Y.Doc()
  const fragment = scratch.getXmlFragment('body')
  prosemirrorToYXmlFragment(doc.create(null, paragraph.create(null, text)), fragment)
  const element: unknown = fragment.get(0)
  const only: unknown = element instanceof Y.XmlElement ? element.get(0) : undefined
  const [run] = only instanceof Y.XmlText ? (only.toDelta() as { attributes?: Record<string, unknown> }[]) : []
  scratch.destroy()
  return run?.attributes ?? {}
}
