import { type Looks, marksOf, plainLine, plainLooks, tidyLine } from './foreign-inline.ts'
import { anchorsOf, trueAddress } from './foreign-links.ts'
import { ariaLevel, assembled, boxOf, type Flow, isLevelled, isReady, listNode, placeInWord } from './foreign-lists.ts'
import { leadsBack, noteOf, type Notes, notesOf } from './foreign-notes.ts'
import { ownBlock, ownInline } from './foreign-own.ts'
import { type StyleSheet, styleOf, styleSheetOf } from './foreign-style.ts'
import {
  codeIn,
  imageOf,
  languageOf,
  levelOf,
  markerOf,
  paragraphOf,
  quoteOf,
  restyle,
  startOf,
  supported,
} from './foreign-parts.ts'
import { isFrame, tableNode } from './foreign-table.ts'
import type { HtmlElement, HtmlNode, HtmlText } from './html-tree.ts'
import type { LooseNode } from './tree.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Elements of which nothing is kept, not even their words. */
const DROPPED = new Set(
  'applet audio base button canvas colgroup embed frame head iframe input link map meta noscript object script select style svg template textarea title video xml v:shape v:shapetype v:imagedata'.split(
    ' ',
  ),
)
/** Parts of a text that are no text: comments, their marks, tables of contents (a page has its own). */
const ASIDE_CLASS = /(?:^|\s)(?:mso(?:comment\w*|toc\w*)|msocom\w*|apple-interchange-newline|eop)(?:\s|$)/i
const ASIDE_ID = /^(?:table of contents|table des mati[èe]res)\d*$/i
const MARKED: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

/** Reads one foreign document: what its style sheets, notes and headings are is found first. */
export class ForeignReader {
  readonly #sheet: StyleSheet
  readonly #notes: Notes
  /** A note that is referred to again is not told again: thousands of references would make a bomb of it, and one inside of it an endless one. */
  readonly #told = new Set<HtmlElement>()
  readonly #anchors: ReadonlyMap<string, string>
  readonly #holdsBlocks = new WeakMap<HtmlElement, boolean>()

  constructor(root: HtmlElement) {
    this.#sheet = styleSheetOf(root)
    this.#notes = notesOf(root)
    this.#anchors = anchorsOf(root)
  }

  /** The blocks of the whole. */
  read(root: HtmlElement): LooseNode[] {
    return this.#blocks(root, plainLooks)
  }

  #blocks(element: HtmlElement, looks: Looks): LooseNode[] {
    return assembled(this.#flow(element, looks))
  }

  /** What stands below an element, block by block; words without a block of their own become paragraphs. */
  #flow(element: HtmlElement, looks: Looks): Flow[] {
    const flow: Flow[] = []
    let run: HtmlNode[] = []
    const flush = (): void => {
      flow.push(...paragraphOf(this.#line(run, looks)))
      run = []
    }
    for (const child of this.#shown(element)) {
      if (child.kind === 'element' && this.#isBlock(child)) {
        flush()
        flow.push(...this.#block(child, looks))
      } else run.push(child)
    }
    flush()
    return flow
  }

  /** The children that are to be read. */
  #shown(element: HtmlElement): (HtmlElement | HtmlText)[] {
    return supported(element).filter((child) => child.kind === 'text' || !this.#isDropped(child))
  }

  #isDropped(element: HtmlElement): boolean {
    const { name, attrs } = element
    if (DROPPED.has(name) || this.#notes.holders.has(element)) return true
    // A deletion that is followed has an author; any other is text that is crossed out.
    if (name === 'del' && (attrs['cite'] !== undefined || attrs['datetime'] !== undefined)) return true
    if (ASIDE_CLASS.test(attrs['class'] ?? '') || ASIDE_ID.test(attrs['id'] ?? '')) return true
    const style = styleOf(element, this.#sheet)
    if (style['display'] === 'none' || style['mso-hide'] === 'all') return true
    return style['mso-list'] === 'ignore' || style['mso-element']?.startsWith('comment') === true || leadsBack(element)
  }

  #isBlock(element: HtmlElement): boolean {
    if (BLOCKS.has(element.name)) return true
    const known = this.#holdsBlocks.get(element)
    if (known !== undefined) return known
    const holds = element.children.some((child) => child.kind === 'element' && this.#isBlock(child))
    this.#holdsBlocks.set(element, holds)
    return holds
  }

  #block(element: HtmlElement, looks: Looks): Flow[] {
    const own = ownBlock(element, (inner) => this.#blocks(inner, plainLooks))
    if (own) return [own]
    switch (element.name) {
      case 'p':
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#paragraph(element, looks)
      case 'ul':
      case 'ol':
      case 'dir':
      case 'menu':
        return this.#list(element, looks)
      case 'table':
        return this.#table(element, looks)
      case 'pre':
        return [{ type: 'codeBlock', attrs: languageOf(element), children: [{ type: 'text', text: codeIn(element) }] }]
      case 'hr':
        return [{ type: 'horizontalRule' }]
      case 'blockquote':
        return quoteOf(this.#blocks(element, looks))
      case 'dt':
        return this.#flow(element, { ...looks, marks: new Set([...looks.marks, 'bold']) })
      default:
        return this.#flow(element, this.#looks(element, looks))
    }
  }

  #paragraph(element: HtmlElement, looks: Looks): Flow[] {
    if (element.children.some((child) => child.kind === 'element' && this.#isBlock(child)))
      return this.#flow(element, looks)
    const style = styleOf(element, this.#sheet)
    const line = this.#line(element.children.length === 0 ? [] : this.#shown(element), this.#looks(element, looks))
    const level = levelOf(element, style)
    if (line.length === 0) return []
    if (level !== undefined) return [{ type: 'heading', attrs: { level }, children: plainLine(line) }]
    const place = placeInWord(style, this.#sheet, markerOf(element, this.#sheet))
    if (place) return [{ type: 'levelled', ...place, checked: null, children: [{ type: 'paragraph', children: line }] }]
    const isQuote = /(?:^|\s)Mso(?:Intense)?Quote/i.test(element.attrs['class'] ?? '')
    return isQuote ? quoteOf(paragraphOf(line)) : paragraphOf(line)
  }

  #list(list: HtmlElement, looks: Looks): Flow[] {
    const ordered = list.name === 'ol'
    const result: Flow[] = []
    let items: { checked: boolean | null; children: LooseNode[] }[] = []
    let start = startOf(list)
    for (const child of this.#shown(list)) {
      if (child.kind === 'text') {
        const children = paragraphOf(this.#line([child], looks))
        if (children.length > 0) items.push({ checked: null, children })
        continue
      }
      const isItem = child.name === 'li'
      const flow = isItem ? this.#flow(child, this.#looks(child, looks)) : this.#block(child, looks)
      const blocks = flow.filter(isReady)
      const level = isItem ? ariaLevel(child) : undefined
      const checked = isItem ? boxOf(child) : null
      if (level !== undefined) {
        result.push({ type: 'levelled', level, ordered, number: start, checked, children: blocks })
        start = undefined
      } else if (blocks.length > 0 && blocks.every(({ type }) => type === 'heading')) {
        // LibreOffice numbers headings as a list.
        result.push(...listNode(ordered, items, start ?? 1), ...blocks)
        items = []
        // Google Docs puts a list inside of a list beside its item, not into it; so did others once.
      } else if (!isItem && items.length > 0) items.at(-1)?.children.push(...blocks)
      else if (blocks.length > 0) items.push({ checked, children: blocks })
      result.push(...flow.filter(isLevelled))
    }
    return [...result, ...listNode(ordered, items, start ?? 1)]
  }

  #table(table: HtmlElement, looks: Looks): Flow[] {
    if (isFrame(table)) return this.#flow(table, looks)
    const caption = table.children.find((child) => child.kind === 'element' && child.name === 'caption')
    const title = caption?.kind === 'element' ? this.#flow(caption, looks) : []
    return [...title, tableNode(table, (cell) => this.#blocks(cell, this.#looks(cell, looks)))]
  }

  #line(nodes: readonly HtmlNode[], looks: Looks): LooseNode[] {
    return tidyLine(nodes.flatMap((node) => this.#inline(node, looks)))
  }

  #inline(node: HtmlNode, looks: Looks): LooseNode[] {
    if (node.kind === 'comment') return []
    if (node.kind === 'text') return [{ type: 'text', text: node.text, marks: marksOf(looks) }]
    const note = noteOf(node)
    const holder = note === undefined ? undefined : this.#notes.byKey.get(note)
    if (holder && !this.#told.has(holder)) return [{ type: 'footnote', children: this.#note(holder) }]
    const own = ownInline(node, (inner) => this.#line(this.#shown(inner), plainLooks))
    if (own) return [own]
    if (node.name === 'br') return [{ type: 'hardBreak' }]
    if (node.name === 'img') return imageOf(node, looks)
    const style = styleOf(node, this.#sheet)
    // A tab, or a run of spaces, of which nothing but the room it takes was meant.
    if (style['mso-tab-count'] !== undefined || style['mso-spacerun'] !== undefined)
      return [{ type: 'text', text: ' ' }]
    const inner = this.#looks(node, looks)
    return this.#shown(node).flatMap((child) => this.#inline(child, inner))
  }

  #note(holder: HtmlElement): LooseNode[] {
    this.#told.add(holder)
    const lines = this.#blocks(holder, plainLooks).map(({ children = [] }) => children)
    return lines.flatMap((line, i) => (i === 0 ? line : [{ type: 'text', text: ' ' }, ...line]))
  }

  /** How the words below an element look: what it says goes before what is around it. */
  #looks(element: HtmlElement, looks: Looks): Looks {
    const { name, attrs } = element
    const marks = new Set(looks.marks)
    const mark = MARKED[name]
    if (mark) marks.add(mark)
    if (/^h[1-6]$|^th$/.test(name)) marks.delete('bold')
    restyle(marks, styleOf(element, this.#sheet))
    const href = name === 'a' ? attrs['href'] : undefined
    if (href === undefined) return { marks, link: looks.link }
    const address = trueAddress(attrs['originalsrc'] ?? href, this.#anchors)
    return {
      marks,
      link: address === null ? undefined : { type: 'link', attrs: { href: address, title: attrs['title'] } },
    }
  }
}
