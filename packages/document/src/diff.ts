import { Fragment, type Node as PmNode } from 'prosemirror-model'
import { diffInline } from './diff-inline.ts'
import { bestPairs, commonPairs, type Pair } from './diff-lcs.ts'
import type { Piece } from './diff-piece.ts'

/** Share of words in common from which on two blocks are one that changed. */
const ALIKE = 0.34
/** A block of so few words may change all of them and still be the same. */
const FEW_WORDS = 6
/** Pairs of blocks that are looked at between two that did not change. */
const MOST_PAIRS = 40_000
/** Shorter texts are found in many places by chance. */
const MOVED_LENGTH = 12

const FAMILIES: Record<string, string> = {
  bulletList: 'list',
  orderedList: 'list',
  taskList: 'list',
  listItem: 'item',
  taskItem: 'item',
  tableHeader: 'cell',
  tableCell: 'cell',
}

/** Blocks of one family may be the same block with another look. */
const familyOf = (node: PmNode): string => (node.isTextblock ? 'text' : (FAMILIES[node.type.name] ?? node.type.name))

/**
 * What changed from one document to another: blocks first, then words within the blocks that changed.
 * Both are in normal form, and share no node (as two readings of Yjs do not): a node stands for its place.
 */
export function diffDocs(from: PmNode, to: PmNode): Piece {
  const root = changedPiece(from, to)
  findMoves(root)
  return root
}

const piece = (change: Piece['change'], from: PmNode | null, to: PmNode | null, inside: Piece[] = []): Piece => ({
  change,
  from,
  to,
  inside,
  twin: null,
})

function changedPiece(from: PmNode, to: PmNode): Piece {
  if (from.eq(to)) return piece('same', from, to)
  return piece('changed', from, to, from.isTextblock && to.isTextblock ? diffInline(from, to) : diffBlocks(from, to))
}

function diffBlocks(from: PmNode, to: PmNode): Piece[] {
  const [before, after] = [from.children, to.children]
  if (from.type.name === 'tableRow' && before.length === after.length)
    return before.map((cell, at) => changedPiece(cell, after[at] as PmNode))
  const ids = new Map<string, number>()
  const number = (node: PmNode): number => {
    const key = JSON.stringify(node.toJSON())
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  }
  const pieces: Piece[] = []
  let [at, other] = [0, 0]
  for (const [i, j] of [
    ...commonPairs(before.map(number), after.map(number)),
    [before.length, after.length] as const,
  ]) {
    pieces.push(...diffGap(before.slice(at, i), after.slice(other, j)))
    const [a, b] = [before[i], after[j]]
    if (a && b) pieces.push(piece('same', a, b))
    ;[at, other] = [i + 1, j + 1]
  }
  return pieces
}

/** Blocks between two that did not change: those that are alike changed, the others went or came. */
function diffGap(before: readonly PmNode[], after: readonly PmNode[]): Piece[] {
  const pieces: Piece[] = []
  let [at, other] = [0, 0]
  for (const [i, j] of [...alikePairs(before, after), [before.length, after.length] as const]) {
    pieces.push(...before.slice(at, i).map((node) => piece('removed', node, null)))
    pieces.push(...after.slice(other, j).map((node) => piece('added', null, node)))
    const [a, b] = [before[i], after[j]]
    if (a && b) pieces.push(changedPiece(a, b))
    ;[at, other] = [i + 1, j + 1]
  }
  return pieces
}

function alikePairs(before: readonly PmNode[], after: readonly PmNode[]): Pair[] {
  const [first, second] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && first && second) return isSameBlock(first, second) ? [[0, 0]] : []
  if (before.length * after.length > MOST_PAIRS) return []
  const [bags, others] = [before.map(wordsOf), after.map(wordsOf)]
  return bestPairs(before.length, after.length, (i, j) => {
    if (!mayPair(before[i] as PmNode, after[j] as PmNode)) return 0
    const share = likeness(bags[i] as Bag, others[j] as Bag)
    return share < ALIKE ? 0 : share
  })
}

/** A formula is shown as a whole: words inside it cannot be marked. */
const isWhole = (node: PmNode): boolean => node.isAtom || node.type.name === 'mathBlock'

const mayPair = (a: PmNode, b: PmNode): boolean => familyOf(a) === familyOf(b) && !isWhole(a) && !isWhole(b)

/** Of two blocks alone between what did not change: containers go on inside, short texts may change altogether. */
function isSameBlock(a: PmNode, b: PmNode): boolean {
  if (!mayPair(a, b)) return false
  if (!a.isTextblock) return true
  const [own, other] = [wordsOf(a), wordsOf(b)]
  return likeness(own, other) >= ALIKE || (a.type === b.type && Math.min(own.size, other.size) <= FEW_WORDS)
}

interface Bag {
  counts: Map<string, number>
  size: number
}

function wordsOf(node: PmNode): Bag {
  const counts = new Map<string, number>()
  let size = 0
  for (const [word] of node.textBetween(0, node.content.size, ' ', ' ').matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    size += 1
  }
  return { counts, size }
}

/** The words that two texts share, out of all of both (Dice), from 0 to 1. */
function likeness(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small.counts) shared += Math.min(count, large.counts.get(word) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

/** Blocks that were taken from one place and put into another as they are. */
function findMoves(root: Piece): void {
  const removed = new Map<string, Piece[]>()
  const added: [string, Piece][] = []
  for (const each of blocksOf(root)) {
    const node = each.from ?? each.to
    if (!node || (each.change !== 'removed' && each.change !== 'added')) continue
    if (node.textContent.length < MOVED_LENGTH) continue
    const key = JSON.stringify(node.toJSON())
    if (each.change === 'added') added.push([key, each])
    else removed.set(key, [...(removed.get(key) ?? []), each])
  }
  for (const [key, each] of added) {
    const twin = removed.get(key)?.shift()
    if (twin) [each.twin, twin.twin] = [twin, each]
  }
}

/** Every block of a comparison, in reading order; not what stands in blocks that went or came as a whole. */
export function* blocksOf(root: Piece): Generator<Piece> {
  yield root
  if (root.from?.isTextblock || root.to?.isTextblock) return
  for (const each of root.inside) yield* blocksOf(each)
}

/** One side of a comparison, as the document that it was: only what was removed, or only what was added. */
export function sideOf(root: Piece, side: 'from' | 'to'): PmNode | null {
  const node = root[side]
  if (!node || root.inside.length === 0) return node
  return node.copy(Fragment.from(root.inside.flatMap((each) => sideOf(each, side) ?? [])))
}
