import { calloutKind } from '@cenacle/document/nodes'
import { listStart } from '@cenacle/document/nodes-list'
import { alignmentOf } from '@cenacle/document/nodes-table'
import { CALLOUTS } from './callouts.ts'
import type { Chapter, Place, PmNode, Prepared } from './prepare.ts'
import { array, call, join, str } from './typst-code.ts'
import { TypstInline } from './typst-inline.ts'
import { typstMath } from './typst-math.ts'
import { bindSpaces, softenLongRuns } from './typography.ts'

type Form = (writer: TypstBlocks, node: PmNode) => string

/** How each block is written in Typst; a test fails when one lacks here. */
export const TYPST_BLOCKS: Record<string, Form> = {
  paragraph: (writer, node) => writer.paragraph(node),
  heading: (writer, node) => writer.heading(node),
  bulletList: (writer, node) => call('list', ...isTight(node), ...writer.items(node)),
  orderedList: (writer, node) =>
    call('enum', `start: ${listStart(node.attrs['start'])}`, ...isTight(node), ...writer.items(node)),
  taskList: (writer, node) => call('tasks', ...node.children.map((item) => writer.task(item))),
  blockquote: (writer, node) => call('quote', 'block: true', writer.blocks(node)),
  codeBlock: (_, node) => call('raw', 'block: true', str(softenLongRuns(node.textContent))),
  mathBlock: (_, node) => typstMath(node.textContent, true),
  table: (writer, node) => writer.table(node),
  callout: (writer, node) => writer.callout(node),
  horizontalRule: () => 'rule',
}

const LINES_OF_HEAD = 12
const LETTERS_OF_LINE = 80
/** Lines that a picture or a formula is taken to be high. */
const LINES_OF_DRAWING = 6

/**
 * The head of a table, again on each page. With a note it stands there once, and one that could fill a page is a row like the others: Typst
 * 0.14 looks for room for them without end, or breaks its own tags.
 */
function head(row: PmNode, cells: string[]): string[] {
  const lettersOfLine = LETTERS_OF_LINE / row.childCount
  if (row.children.some((cell) => linesOf(cell, lettersOfLine) > LINES_OF_HEAD)) return cells
  let hasNote = false
  row.descendants(({ type }) => void (hasNote ||= type.name === 'footnote'))
  return [call('table.header', ...(hasNote ? ['repeat: false'] : []), ...cells)]
}

/** About how many lines a cell takes. */
function linesOf(cell: PmNode, lettersOfLine: number): number {
  let lines = 0
  cell.descendants((node) => {
    if (node.type.name === 'image' || node.type.name === 'mathBlock') lines += LINES_OF_DRAWING
    if (node.type.name === 'hardBreak') lines += 1
    if (node.isTextblock)
      lines += Math.ceil(node.textContent.length / lettersOfLine) + node.textContent.split('\n').length
  })
  return lines
}

const isTight = (list: PmNode): string[] =>
  list.children.every((item) => item.childCount === 1) ? [] : ['tight: false']

/** The blocks of one page. */
export class TypstBlocks {
  readonly #inline: TypstInline
  readonly #places: Iterator<Place>

  constructor(book: Prepared, chapter: Chapter) {
    this.#inline = new TypstInline(book, chapter)
    this.#places = chapter.headings.values()
  }

  blocks(parent: PmNode): string {
    return join(parent.children.map((node) => TYPST_BLOCKS[node.type.name]?.(this, node) ?? ''))
  }

  paragraph(node: PmNode): string {
    const [only] = node.children
    if (!only) return ''
    if (node.childCount === 1 && only.type.name === 'image') return call('picture', this.#inline.image(only, true))
    return call('par', this.#inline.content(node.children))
  }

  heading(node: PmNode): string {
    const place = this.#places.next().value as Place | undefined
    return place ? headingAt(place, this.#inline.content(node.children)) : ''
  }

  items(list: PmNode): string[] {
    return list.children.map((item) => this.#body(item))
  }

  task(item: PmNode): string {
    return array([String(item.attrs['checked'] === true), this.#body(item)])
  }

  /** One paragraph stands in its cell or item without the space around it. */
  #body(node: PmNode): string {
    const [only] = node.children
    return node.childCount === 1 && only?.type.name === 'paragraph'
      ? this.#inline.content(only.children)
      : this.blocks(node)
  }

  table(node: PmNode): string {
    const [first, ...body] = node.children
    const columns = first?.childCount ?? 1
    const aligns = first?.children.map(({ attrs }) => alignmentOf(attrs['align']) ?? 'left') ?? []
    const cells = (row: PmNode) => row.children.map((cell) => this.#body(cell))
    const top = first ? head(first, cells(first)) : []
    return call('grille', String(columns), array(aligns), ...top, ...body.flatMap(cells))
  }

  callout(node: PmNode): string {
    const kind = calloutKind(node.attrs['kind'])
    const title = bindSpaces(String(node.attrs['title'] || CALLOUTS[kind]))
    return call('encadre', str(kind), str(title), this.blocks(node))
  }
}

/** A heading that can be led to. */
export const headingAt = (place: Place, words: string): string => {
  // A heading without words names nothing: PDF/UA has no place for it.
  const named = place.text.trim() === '' ? call('par', words) : call('heading', `level: ${place.level}`, words)
  return `[#${named}#label(${str(place.anchor)})]`
}
