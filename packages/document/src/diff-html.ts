import type { Node as PmNode } from 'prosemirror-model'
import { WORD } from './diff-inline.ts'
import { type Passage, passagesOf } from './diff-passages.ts'
import type { Piece } from './diff-piece.ts'
import { renderView } from './html.ts'
import { blockText, excerpt } from './plain-text.ts'

/** A comparison in numbers. */
export interface DiffSummary {
  wordsAdded: number
  wordsRemoved: number
  blocksAdded: number
  blocksRemoved: number
  blocksMoved: number
  blocksChanged: number
  /** Words or blocks that only look different: bold, a link, the level of a heading. */
  looksChanged: number
}

/** One change, as a list says it. */
export interface DiffChange {
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'look'
  /** The node's name in the schema. */
  block: string
  /** Start of what was taken away; '' where nothing was. */
  removed: string
  /** Start of what came. */
  added: string
}

/** A comparison, as it is shown. */
export interface ShownDiff {
  /** Safe. Words in `ins` and `del`, blocks with `data-diff`; a change that can be taken back has its place in `changes` as `data-change`. */
  html: string
  changes: DiffChange[]
  summary: DiffSummary
}

const EXCERPT = 160
/** As many as a list can be read of; the text shows them all. */
const MOST_CHANGES = 2_000

/** Shows what `diffDocs` found. */
export function showDiff(root: Piece): ShownDiff {
  const passages = passagesOf(root)
  return {
    html: htmlOf(root, passages),
    changes: passages.slice(0, MOST_CHANGES).map(({ piece, lookOnly }) => changeOf(piece, lookOnly)),
    summary: summaryOf(root, passages),
  }
}

const shownNode = ({ from, to }: Piece): PmNode => {
  const node = to ?? from
  if (!node) throw new Error('a piece stands on one side at least')
  return node
}

function htmlOf(root: Piece, passages: readonly Passage[]): string {
  const inside = new Map<PmNode, readonly PmNode[]>()
  const words = new Map<PmNode, Piece['change']>()
  const attributes = new Map<PmNode, string>()
  const visit = (piece: Piece): void => {
    const node = shownNode(piece)
    if (piece.change === 'same') return
    if (piece.change === 'changed') {
      if (node.isInline) words.set(node, 'changed')
      if (piece.inside.length > 0) inside.set(node, piece.inside.map(shownNode))
      piece.inside.forEach(visit)
      return
    }
    if (node.isInline) words.set(node, piece.change)
    else {
      attributes.set(node, ` data-diff="${piece.twin ? 'moved-' : ''}${piece.change}"`)
      node.descendants((below) => void (below.isInline && words.set(below, piece.change)))
    }
  }
  visit(root)
  for (const [index, { piece, lookOnly }] of passages.entries()) {
    const node = shownNode(piece)
    const diff = attributes.get(node) ?? ` data-diff="${lookOnly || isLook(piece) ? 'look' : 'changed'}"`
    attributes.set(node, `${diff} data-change="${index}"`)
  }
  return renderView(shownNode(root), {
    inside: (node) => inside.get(node) ?? node.children,
    around: (node, html) => aroundOf(html, words.get(node), attributes.get(node)),
  })
}

function aroundOf(html: string, word: Piece['change'] | undefined, attributes: string | undefined): string {
  if (word === 'added') return `<ins>${html}</ins>`
  if (word === 'removed') return `<del>${html}</del>`
  if (word === 'changed') return `<span data-diff="look">${html}</span>`
  return attributes === undefined ? html : html.replace(/^<[a-z0-9]+/, `$&${attributes}`)
}

/** The words are the same. */
const isLook = (piece: Piece): boolean =>
  piece.change === 'changed' && piece.inside.every((each) => each.change === 'same' || isLook(each))

function changeOf(piece: Piece, lookOnly: boolean): DiffChange {
  const { change, from, to } = piece
  const block = shownNode(piece).type.name
  if (lookOnly) return { kind: 'look', block, removed: '', added: '' }
  if (change !== 'changed') {
    const text = excerpt(textBelow(shownNode(piece)), EXCERPT)
    const kind = piece.twin ? 'moved' : change === 'added' ? 'added' : 'removed'
    return { kind, block, removed: change === 'removed' ? text : '', added: change === 'added' ? text : '' }
  }
  const text = (wanted: Piece['change'], side: PmNode | null): string =>
    piece.inside.length === 0 ? textBelow(side) : partsOf(piece, wanted).join(' … ')
  const removed = excerpt(text('removed', from), EXCERPT)
  const added = excerpt(text('added', to), EXCERPT)
  return { kind: isLook(piece) ? 'look' : 'changed', block, removed, added }
}

const textBelow = (node: PmNode | null): string =>
  node === null ? '' : node.isInline ? blockInline(node) : node.textBetween(0, node.content.size, ' ', ' ')

const blockInline = (node: PmNode): string => node.text ?? String(node.attrs['alt'] ?? ' ')

function partsOf(piece: Piece, wanted: Piece['change']): string[] {
  if (piece.change === wanted) return [textBelow(shownNode(piece))]
  return piece.inside.flatMap((each) => partsOf(each, wanted))
}

const wordsIn = (node: PmNode): number =>
  (node.isTextblock ? blockText(node) : textBelow(node)).match(WORD)?.length ?? 0

function summaryOf(root: Piece, passages: readonly Passage[]): DiffSummary {
  const summary: DiffSummary = {
    wordsAdded: 0,
    wordsRemoved: 0,
    blocksAdded: 0,
    blocksRemoved: 0,
    blocksMoved: 0,
    blocksChanged: 0,
    looksChanged: 0,
  }
  const countWords = (piece: Piece): void => {
    if (piece.twin) return
    if (piece.change === 'added') summary.wordsAdded += wordsIn(shownNode(piece))
    else if (piece.change === 'removed') summary.wordsRemoved += wordsIn(shownNode(piece))
    else for (const each of piece.inside) countWords(each)
  }
  countWords(root)
  for (const { piece, lookOnly } of passages) {
    if (lookOnly || isLook(piece)) summary.looksChanged += 1
    else if (piece.change === 'changed') summary.blocksChanged += 1
    else if (!piece.twin) summary[piece.change === 'added' ? 'blocksAdded' : 'blocksRemoved'] += 1
    else if (piece.change === 'added') summary.blocksMoved += 1
  }
  return summary
}
