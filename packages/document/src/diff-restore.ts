import { Fragment, type Node as PmNode } from 'prosemirror-model'
import { type Passage, passagesOf } from './diff-passages.ts'
import type { Piece } from './diff-piece.ts'
import { blocksOf, diffDocs } from './diff.ts'
import { normalize } from './repair.ts'

/** What becomes of a block: what comes before and after it, and what it turns into (null: it goes). */
interface Edit {
  before: PmNode[]
  after: PmNode[]
  /** Undefined: it stays. */
  instead: PmNode | null | undefined
  /** What comes in as its first block. */
  first: PmNode[]
}

/**
 * Takes one change between two versions back, in the document as it is now: what was there before returns to the place of what is there now, and
 * everything else stays, also what was written since.
 * @param from the older version, in normal form
 * @param to the newer one; it shares no node with the others
 * @param now the document as it is
 * @param index of the change, as `passagesOf` counts them
 * @returns the new document; null where there is no such change, or nothing is left to take back
 */
export function restorePassage(from: PmNode, to: PmNode, now: PmNode, index: number): PmNode | null {
  const passages = passagesOf(diffDocs(from, to))
  const passage = passages[index]
  if (!passage) return null
  const here = placesIn(diffDocs(to, now))
  const edits = new Map<PmNode, Edit>()
  takeBack(passage, here, edits, now)
  const twin = passage.piece.twin
  if (twin?.change === 'added') editOf(edits, twin.to && here.get(twin.to)).instead = null
  if (twin?.change === 'removed') {
    const home = passages.find(({ piece }) => piece === twin)
    if (home) putBack(home.piece, home.within, here, edits, now)
  }
  const restored = normalize(apply(now, edits))
  return restored.eq(now) ? null : restored
}

/** Where each block of the older side of a comparison stands in the newer one. */
function placesIn(root: Piece): Map<PmNode, PmNode> {
  const places = new Map<PmNode, PmNode>()
  const pair = (a: PmNode, b: PmNode): void => {
    places.set(a, b)
    if (!a.isTextblock) a.children.forEach((child, at) => pair(child, b.child(at)))
  }
  for (const { change, from, to } of blocksOf(root)) {
    if (!from || !to) continue
    if (change === 'same') pair(from, to)
    else places.set(from, to)
  }
  return places
}

const newEdit = (): Edit => ({ before: [], after: [], instead: undefined, first: [] })

/** The edit of a block; one that leads nowhere for a block that is gone. */
function editOf(edits: Map<PmNode, Edit>, node: PmNode | null | undefined): Edit {
  const edit = (node && edits.get(node)) ?? newEdit()
  if (node) edits.set(node, edit)
  return edit
}

function takeBack(
  { piece, within, lookOnly }: Passage,
  here: Map<PmNode, PmNode>,
  edits: Map<PmNode, Edit>,
  now: PmNode,
): void {
  const target = piece.to && here.get(piece.to)
  if (piece.change === 'added') editOf(edits, target).instead = null
  else if (piece.change === 'removed' || !target) putBack(piece, within, here, edits, now)
  else if (piece.from) editOf(edits, target).instead = lookOnly ? piece.from.copy(target.content) : piece.from
}

/** Puts an old block where it stood: after what stood before it and is still there, else before what followed, else into what held it. */
function putBack(
  piece: Piece,
  within: readonly Piece[],
  here: Map<PmNode, PmNode>,
  edits: Map<PmNode, Edit>,
  now: PmNode,
): void {
  let node = piece.from
  let inner = piece
  for (const parent of within.toReversed()) {
    if (!node) return
    const at = parent.inside.indexOf(inner)
    const present = (each: Piece): PmNode | undefined => (each.to ? here.get(each.to) : undefined)
    const previous = parent.inside.slice(0, at).findLast(present)
    const next = parent.inside.slice(at + 1).find(present)
    if (previous) return void editOf(edits, present(previous)).after.unshift(node)
    if (next) return void editOf(edits, present(next)).before.push(node)
    const home = present(parent)
    if (home) return void editOf(edits, home).first.push(node)
    node = parent.from?.copy(Fragment.from(node)) ?? null
    inner = parent
  }
  if (node) editOf(edits, now).first.push(node)
}

function apply(node: PmNode, edits: ReadonlyMap<PmNode, Edit>): PmNode {
  if (node.isTextblock) return node
  const inside = node.children.flatMap((child): PmNode[] => {
    const { before, after, instead } = edits.get(child) ?? newEdit()
    const own = instead === undefined ? [apply(child, edits)] : instead === null ? [] : [instead]
    return [...before, ...own, ...after]
  })
  return node.copy(Fragment.from([...(edits.get(node)?.first ?? []), ...inside]))
}
