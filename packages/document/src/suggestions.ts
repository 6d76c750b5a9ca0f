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

function piecesOf(doc: Node): Piece[] {
  const pieces: Piece[] = []
  doc.descendants((node, at) => {
    const to = at + node.nodeSize
    const whole = nodeSuggestion(node.attrs[SUGGESTED])
    if (whole)
      pieces.push({
        ...whole,
        from: at,
        to,
        kind: 'block',
        text: node.isLeaf ? '' : node.textBetween(0, node.content.size, ' ') || node.type.name,
      })
    for (const { type, attrs } of node.isText ? node.marks : []) {
      if (type.name !== 'insertion' && type.name !== 'deletion') continue
      const kind = attrs['kind'] === 'split' || attrs['kind'] === 'join' ? attrs['kind'] : 'text'
      pieces.push({
        id: String(attrs['id']),
        what: type.name,
        kind,
        from: at,
        to,
        text: kind === 'text' ? (node.text ?? '') : '',
      })
    }
    return true
  })
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
