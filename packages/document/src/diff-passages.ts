import type { Node as PmNode } from 'prosemirror-model'
import type { Piece } from './diff-piece.ts'

/** A change that can be taken back by itself: a block, a row of a table, or the look of a block. */
export interface Passage {
  piece: Piece
  /** What it stands in, from the document inwards. */
  within: Piece[]
  /** Only the look changed (a box that was ticked, the kind of a callout): what is inside has passages of its own. */
  lookOnly: boolean
}

/** The changes of a comparison, in reading order; their place in the list is their name. */
export function passagesOf(root: Piece): Passage[] {
  const found: Passage[] = []
  collect(root, [], found)
  return found
}

function collect(piece: Piece, within: Piece[], found: Passage[]): void {
  const { change, from, to } = piece
  if (change === 'same') return
  const unit = change !== 'changed' || isUnit(from, to)
  const lookOnly = !unit && from !== null && to !== null && !from.sameMarkup(to)
  if (unit || lookOnly) found.push({ piece, within, lookOnly })
  if (!unit) for (const each of piece.inside) collect(each, [...within, piece], found)
}

/** Is a changed block brought back as a whole? A table goes on by rows while it has the same columns. */
function isUnit(from: PmNode | null, to: PmNode | null): boolean {
  if (!from || !to || from.isTextblock || to.isTextblock || from.isAtom || to.isAtom) return true
  if (from.type !== to.type || from.type.name === 'tableRow') return true
  return from.type.name === 'table' && from.firstChild?.childCount !== to.firstChild?.childCount
}
