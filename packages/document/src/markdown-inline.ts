import type { Mark, Node as PmNode } from 'prosemirror-model'
import { charClass, flanking } from './inline-emphasis.ts'
import { codeSpan, escapeLabel, escapeText, linkTarget, mathTag } from './markdown-escape.ts'
import { DECORATIVE, fileTitle, mentionHref, mentionTarget, targetOf } from './references.ts'
import { dollarsFit } from './tex.ts'

/** How each mark is written: the delimiter, and the HTML tag for where the delimiter would not be read as one. */
export const MARK_FORMS: Record<string, { delimiter: string; tag: string }> = {
  bold: { delimiter: '**', tag: 'b' },
  italic: { delimiter: '_', tag: 'i' },
  strike: { delimiter: '~~', tag: 's' },
}

const MAIL = /^[A-Za-z0-9.+-]{1,64}@[A-Za-z0-9.-]{1,253}$/

interface Span {
  mark: Mark
  /** Indices of its two pieces. */
  from: number
  to: number
}

/** A piece of the output. The two ends of a span are empty until both neighbours are known. */
interface Piece {
  kind: 'text' | 'opaque' | 'end' | 'break'
  source: string
}

const BREAK: Piece = { kind: 'break', source: '' }

/** A code span in a cell cannot say a backslash before a pipe, none can say a tab, and `[`]:` would define a reference. */
function spanFits(text: string): boolean {
  return !/\t|\\\||\]:/.test(text)
}

/** Where a line stands, and the footnotes of the page up to here, in order. */
export interface Place {
  inCell: boolean
  notes: PmNode[]
}

const opaque = (source: string): Piece => ({ kind: 'opaque', source })

type InlineForm = (node: PmNode, next: PmNode | undefined, place: Place) => Piece[]

/** How each inline node is written. */
export const INLINE_FORMS: Record<string, InlineForm> = {
  hardBreak: () => [BREAK],
  image({ attrs: { src, alt, title, href, decorative } }) {
    const image = `![${escapeText(alt)}]${linkTarget(src, decorative ? DECORATIVE : title)}`
    return [opaque(href === null ? image : `[${image}]${linkTarget(href, null)}`)]
  },
  footnote: (node, _, { notes }) => [opaque(`[^${notes.push(node)}]`)],
  math(node, next, { inCell }) {
    const tex = node.textContent
    const isRead = dollarsFit(tex, inCell) && !(next?.marks.length === 0 && /^\d/.test(next.text ?? ''))
    return [opaque(isRead ? `$${tex}$` : mathTag(tex))]
  },
  mention({ attrs: { kind, id, label } }) {
    const target = mentionTarget(kind, id)
    const shown = kind === 'person' ? `[@${escapeText(label)}]` : `[[${escapeLabel(label)}]]`
    return target === null ? [] : [opaque(shown + linkTarget(mentionHref(target), null))]
  },
  file: ({ attrs: { src, name, size } }) => [opaque(`[${escapeLabel(name)}]${linkTarget(src, fileTitle(size))}`)],
  text(node) {
    const text = node.text ?? ''
    if (!node.marks.some((mark) => mark.type.name === 'code')) return [{ kind: 'text', source: escapeText(text) }]
    if (spanFits(text)) return [opaque(codeSpan(text))]
    return [opaque('<code>'), { kind: 'text', source: escapeText(text) }, opaque('</code>')]
  },
}

/** How many nodes from `at` on carry the mark. */
function reach(nodes: readonly PmNode[], at: number, mark: Mark): number {
  let end = at
  while (end < nodes.length && mark.isInSet(nodes[end]?.marks ?? [])) end++
  return end
}

class Writer {
  readonly pieces: Piece[] = []
  readonly spans: Span[] = []
  readonly #open: Span[] = []

  write(nodes: readonly PmNode[], place: Place): void {
    // Where each mark ends, by mark: `reach` runs once per span, not once per node.
    const ends = new Map<Mark, number>()
    for (const [i, node] of nodes.entries()) {
      const wanted = node.marks.filter((mark) => mark.type.name !== 'code')
      this.#close(wanted)
      const fresh = wanted.filter((mark) => !this.#open.some((span) => span.mark.eq(mark)))
      for (const mark of fresh) ends.set(mark, reach(nodes, i, mark))
      fresh.sort((a, b) => (ends.get(b) ?? 0) - (ends.get(a) ?? 0))
      for (const mark of fresh) this.#begin(mark)
      this.pieces.push(...(INLINE_FORMS[node.type.name] as InlineForm)(node, nodes[i + 1], place))
    }
    this.#close([])
  }

  #begin(mark: Mark): void {
    this.#open.push({ mark, from: this.pieces.length, to: -1 })
    this.pieces.push({ kind: 'end', source: '' })
  }

  /** Closes what is no longer wanted, and what was opened inside it. */
  #close(wanted: readonly Mark[]): void {
    const first = this.#open.findIndex((span) => !span.mark.isInSet(wanted))
    if (first === -1) return
    for (const span of this.#open.splice(first).reverse()) {
      span.to = this.pieces.length
      this.pieces.push({ kind: 'end', source: '' })
      this.spans.push(span)
    }
  }
}

/** What the character next to a delimiter counts as. Every mark's own source begins and ends with punctuation. */
function neighbour(piece: Piece | undefined, side: 'first' | 'last') {
  if (piece === undefined || piece.kind === 'break') return 'space'
  if (piece.kind !== 'text') return 'punctuation'
  const chars = side === 'first' ? piece.source.slice(0, 2) : piece.source.slice(-2)
  const points = [...chars]
  return charClass(side === 'first' ? points[0] : points.at(-1))
}

function isRead(span: Span, char: string, pieces: Piece[]): boolean {
  const around = (at: number) => [neighbour(pieces[at - 1], 'last'), neighbour(pieces[at + 1], 'first')] as const
  return flanking(char, ...around(span.from)).canOpen && flanking(char, ...around(span.to)).canClose
}

function setEnds(span: Span, pieces: Piece[], open: string, close: string): void {
  pieces[span.from] = { kind: 'end', source: open }
  pieces[span.to] = { kind: 'end', source: close }
}

function linkEnds(span: Span, pieces: Piece[]): [string, string] {
  const { href, title } = span.mark.attrs
  const inner = pieces.slice(span.from + 1, span.to)
  const [only] = inner
  // An address that is its own text, with nothing in it that had to be escaped.
  const isOwn = inner.length === 1 && only?.kind === 'text' && title === null && !/[\s<>\\]/u.test(href)
  const text = isOwn ? only.source.replaceAll('\\', '') : ''
  if (isOwn && (text === href ? /^https?:\/\//i.test(href) : href === `mailto:${text}` && MAIL.test(text))) {
    only.source = text
    return ['<', '>']
  }
  // A footnote begins with `[^`, a mention with `[@`.
  const own = targetOf(href)?.kind === 'person' ? /^[\^@]/ : /^\^/
  if (only?.kind === 'text') only.source = only.source.replace(own, '\\$&')
  return ['[', `]${linkTarget(href, title)}`]
}

function form(span: Span, pieces: Piece[]): [string, string] {
  const name = span.mark.type.name
  if (name === 'link') return linkEnds(span, pieces)
  const { delimiter, tag } = MARK_FORMS[name] as { delimiter: string; tag: string }
  return isRead(span, delimiter[0] as string, pieces) ? [delimiter, delimiter] : [`<${tag}>`, `</${tag}>`]
}

/**
 * Inline content as lines of Markdown, one more than there are hard breaks. Their edges are not protected yet.
 * @param nodes inline nodes in normal form
 */
export function inlineLines(nodes: readonly PmNode[], place: Place): string[] {
  const writer = new Writer()
  writer.write(nodes, place)
  const { pieces, spans } = writer
  for (const span of spans) setEnds(span, pieces, ...form(span, pieces))
  let line: string[] = []
  const lines = [line]
  for (const piece of pieces) {
    if (piece.kind === 'break') lines.push((line = []))
    else {
      // `!` before a link would make it an image.
      const last = line.at(-1)
      if (last?.endsWith('!') && piece.source.startsWith('[')) line[line.length - 1] = `${last.slice(0, -1)}\\!`
      // A footnote at the start of a line and a colon would define it; a delimiter and `@nom` would be an address.
      const defines = line.length === 1 && /^\[\^\d+\]$/.test(last ?? '') && piece.source.startsWith(':')
      const addresses = /[\w.+-]$/.test(last ?? '') && /^@[A-Za-z0-9-]/.test(piece.source)
      line.push(defines || addresses ? `\\${piece.source}` : piece.source)
    }
  }
  return lines.map((parts) => parts.join(''))
}
