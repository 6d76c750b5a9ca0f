import type { Node } from 'prosemirror-model'
import { nodeSuggestion, SUGGESTED } from './annotations.ts'

/** One suggestion, as one reads and settles it: what one person has proposed in one place. */
export interface Suggestion {
  /** The first of its ids. */
  id: string
  ids: readonly string[]
  from: number
  to: number
  added: string
  removed: string
  /** A paragraph is divided, or joined to the next; whole blocks come or go. */
  isSplit: boolean
  isJoin: boolean
  adds: readonly string[]
  removes: readonly string[]
  /** There are words or signs in it, and not only whole blocks. */
  isText: boolean
}

interface Piece {
  id: string
  from: number
  to: number
  what: 'insertion' | 'deletion'
  kind: 'text' | 'split' | 'join' | 'block'
  text: string
}

/** All suggestions of a document in their order. Those of one person that touch one another are one. */
export function findSuggestions(doc: Node): Suggestion[] {
  const groups: Piece[][] = []
  const byId = new Map<string, Piece[]>()
  for (const piece of piecesOf(doc)) {
    const before = groups.at(-1)
    const last = before?.at(-1)
    const touches =
      last && ownerOf(last.id) === ownerOf(piece.id) && piece.from - last.to <= (last.kind === 'join' ? 2 : 0)
    const group = byId.get(piece.id) ?? (touches ? before : undefined)
    if (group) group.push(piece)
    else groups.push([piece])
    byId.set(piece.id, group ?? groups.at(-1) ?? [])
  }
  return groups.map(suggestionOf).sort((a, b) => a.from - b.from)
}

const ownerOf = (id: string): string => id.split('-', 1)[0] ?? ''

/** Blocks never change, they are replaced: each is read once, so that a letter does not read a long page again. */
const known = new WeakMap<Node, readonly Piece[]>()

function piecesOf(doc: Node): Piece[] {
  const pieces: Piece[] = []
  doc.forEach((block, at) => {
    const found = known.get(block) ?? piecesIn(block)
    known.set(block, found)
    for (const piece of found) pieces.push({ ...piece, from: piece.from + at, to: piece.to + at })
  })
  return pieces
}

/** What is proposed of a block and in it; places are counted from where it begins. */
function piecesIn(block: Node): Piece[] {
  const pieces = piecesAt(block, 0)
  block.descendants((node, offset) => void pieces.push(...piecesAt(node, offset + 1)))
  return pieces
}

function piecesAt(node: Node, from: number): Piece[] {
  const pieces: Piece[] = []
  const to = from + node.nodeSize
  const whole = nodeSuggestion(node.attrs[SUGGESTED])
  if (whole)
    pieces.push({
      ...whole,
      from,
      to,
      kind: 'block',
      text: node.isLeaf ? '' : node.textBetween(0, node.content.size, ' ') || node.type.name,
    })
  for (const { type, attrs } of node.isText ? node.marks : []) {
    if (type.name !== 'insertion' && type.name !== 'deletion') continue
    const kind = attrs['kind'] === 'split' || attrs['kind'] === 'join' ? attrs['kind'] : 'text'
    const text = kind === 'text' ? (node.text ?? '') : ''
    pieces.push({ id: String(attrs['id']), what: type.name, kind, from, to, text })
  }
  return pieces
}

function suggestionOf(pieces: readonly Piece[]): Suggestion {
  const texts = (what: Piece['what']): string =>
    pieces
      .filter((piece) => piece.what === what && piece.kind === 'text')
      .map(({ text }) => text)
      .join('')
  const blocks = (what: Piece['what']): string[] =>
    pieces.filter((piece) => piece.what === what && piece.kind === 'block').map(({ text }) => text)
  return {
    id: pieces[0]?.id ?? '',
    ids: [...new Set(pieces.map(({ id }) => id))],
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    added: texts('insertion'),
    removed: texts('deletion'),
    isSplit: pieces.some(({ kind }) => kind === 'split'),
    isJoin: pieces.some(({ kind }) => kind === 'join'),
    adds: blocks('insertion'),
    removes: blocks('deletion'),
    isText: pieces.some(({ kind }) => kind !== 'block'),
  }
}
