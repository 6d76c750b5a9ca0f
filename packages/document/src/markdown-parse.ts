import type { Node as PmNode } from 'prosemirror-model'
import { Lexer, Marked, type MarkedToken, type Token, type Tokens } from 'marked'
import { DocumentError, MAX_CELLS } from './document-error.ts'
import { type DefinitionToken, type Definitions, footnoteExtension, Footnotes } from './footnotes.ts'
import { parseInline, parseInlineOnly } from './inline-build.ts'
import { type References, normalizeLabel, unescape } from './inline-links.ts'
import { codeText } from './markdown-code.ts'
import { type DirectiveToken, directiveExtension } from './markdown-directive.ts'
import { EMPTY_PARAGRAPH } from './markdown-escape.ts'
import { mathExtension, type MathToken } from './markdown-math.ts'
import { prepareMarkdown, restoreTabs } from './markdown-source.ts'
import { CALLOUT_KINDS, type CalloutKind } from './nodes.ts'
import { repair } from './repair.ts'
import type { LooseNode } from './tree.ts'

const { defaults } = new Marked({ gfm: true, extensions: [directiveExtension, footnoteExtension, mathExtension] })
/** Container names of VuePress and its relatives, as our kinds. */
const OTHER_KINDS: Record<string, CalloutKind> = {
  note: 'info',
  details: 'info',
  important: 'warning',
  attention: 'warning',
  caution: 'danger',
}
const CHECKBOX = /^\[[ xX]\][ \t]+/

/**
 * A Markdown text (GFM, VuePress containers, some inline HTML) as a document in normal form. marked finds the blocks,
 * `inline-parse.ts` what is inside them. No front matter: see `page.ts`.
 * @throws {DocumentError} document-too-deep, document-too-large
 */
export function parseMarkdown(markdown: string): PmNode {
  const lexer = new Lexer(defaults)
  const source = prepareMarkdown(markdown)
  lexer.blockTokens(source, lexer.tokens)
  const references: References = new Map()
  for (const [label, { href, title }] of Object.entries(lexer.tokens.links)) {
    references.set(normalizeLabel(label), { href: unescape(href ?? ''), title: title ? unescape(title) : null })
  }
  const builder = new TreeBuilder({ links: references, notes: footnotesOf(lexer.tokens) })
  return repair(builder.page(lexer.tokens))
}

/** The footnotes that are defined anywhere in a text. */
function footnotesOf(tokens: Token[]): Footnotes {
  const notes = new Footnotes()
  // An own stack: tokens nest as deep as a document may.
  const stack = [...tokens].reverse()
  for (let token = stack.pop(); token; token = stack.pop()) {
    if (isOwn(token) && token.type === 'footnote') notes.define(token)
    const inner: unknown = 'items' in token ? token['items'] : 'tokens' in token ? token.tokens : undefined
    if (Array.isArray(inner)) for (const child of inner.toReversed()) stack.push(child as Token)
  }
  return notes
}

class TreeBuilder {
  readonly #definitions: Definitions
  #cells = 0

  constructor(definitions: Definitions) {
    this.#definitions = definitions
  }

  /** All blocks of a text, and at its end the footnotes that nothing refers to. */
  page(tokens: Token[]): LooseNode[] {
    const blocks = this.blocks(tokens)
    return [...blocks, ...this.#definitions.notes.unused().map((text) => this.#paragraph(text))]
  }

  blocks(tokens: Token[]): LooseNode[] {
    return tokens.flatMap((token) => (isOwn(token) ? this.#own(token) : this.#block(token as MarkedToken)))
  }

  #own(token: OwnToken): LooseNode[] {
    if (token.type === 'footnote') return []
    if (token.type === 'mathBlock')
      return [{ type: 'mathBlock', children: [{ type: 'text', text: restoreTabs(token.text) }] }]
    return [this.#callout(token)]
  }

  #block(token: MarkedToken): LooseNode[] {
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return [this.#paragraph(token.text)]
      case 'heading': {
        const children = parseInlineOnly(inlineSource(token.text), this.#definitions)
        return [{ type: 'heading', attrs: { level: token.depth }, children }]
      }
      case 'list':
        return this.#lists(token)
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(token.tokens) }]
      case 'code': {
        const children = [{ type: 'text', text: restoreTabs(codeText(token)) }]
        return [{ type: 'codeBlock', attrs: { language: token.lang }, children }]
      }
      case 'table':
        return [this.#table(token)]
      case 'hr':
        return [{ type: 'horizontalRule' }]
      case 'html':
        return this.#html(token.text)
      default:
        return []
    }
  }

  #paragraph(text: string): LooseNode {
    const source = inlineSource(text)
    return { type: 'paragraph', children: source === EMPTY_PARAGRAPH ? [] : parseInlineOnly(source, this.#definitions) }
  }

  /** An HTML block: its text, in a paragraph for each of its block-level elements. */
  #html(text: string): LooseNode[] {
    return parseInline(inlineSource(text), this.#definitions, () => true)
      .map((children) => ({ type: 'paragraph', children: trimEdges(children) }))
      .filter((paragraph) => paragraph.children.length > 0)
  }

  /** A list; where tasks and other items alternate, one list for each run. */
  #lists(list: Tokens.List): LooseNode[] {
    const result: LooseNode[] = []
    for (const [i, item] of list.items.entries()) {
      const type = item.task ? 'taskList' : list.ordered ? 'orderedList' : 'bulletList'
      const last = result.at(-1)
      if (last?.type === type) last.children?.push(this.#item(item))
      else result.push({ type, attrs: { start: Number(list.start) + i }, children: [this.#item(item)] })
    }
    return result
  }

  #item(item: Tokens.ListItem): LooseNode {
    if (!item.task) return { type: 'listItem', children: this.blocks(item.tokens) }
    const [first, ...others] = item.tokens.filter((token) => token.type !== 'checkbox')
    // marked leaves the box in a loose item's paragraph and takes it out of a tight one's.
    const boxed = first?.type === 'paragraph' && first.tokens?.[0]?.type === 'checkbox'
    const start = boxed ? [this.#paragraph(first.text.replace(CHECKBOX, ''))] : first ? this.blocks([first]) : []
    return { type: 'taskItem', attrs: { checked: item.checked }, children: [...start, ...this.blocks(others)] }
  }

  #table(table: Tokens.Table): LooseNode {
    this.#cells += table.header.length * (table.rows.length + 1)
    if (this.#cells > MAX_CELLS) throw new DocumentError('document-too-large')
    const row = (cells: Tokens.TableCell[]) => ({ type: 'tableRow', children: cells.map((cell) => this.#cell(cell)) })
    return { type: 'table', children: [row(table.header), ...table.rows.map(row)] }
  }

  #cell(cell: Tokens.TableCell): LooseNode {
    const paragraphs = parseInline(inlineSource(cell.text), this.#definitions, (tag) => tag === 'p')
    const children = paragraphs.map((inline) => ({ type: 'paragraph', children: inline }))
    return { type: 'tableCell', attrs: { align: cell.align }, children }
  }

  #callout(token: DirectiveToken): LooseNode {
    const name = token.name.toLowerCase()
    const kind = CALLOUT_KINDS.find((known) => known === name) ?? OTHER_KINDS[name]
    // A container of a theme's own (`::: lexique`) keeps its name, unless it has a better title.
    const title = token.title || (kind ? '' : token.name)
    return { type: 'callout', attrs: { kind, title }, children: this.blocks(token.tokens) }
  }
}

type OwnToken = DirectiveToken | DefinitionToken | MathToken

function isOwn(token: Token): token is OwnToken {
  return token.type === 'directive' || token.type === 'footnote' || token.type === 'mathBlock'
}

function inlineSource(text: string): string {
  const source = restoreTabs(text)
  // Not by a regular expression: `\s+$` takes the square of a long run of spaces inside a line.
  let [from, to] = [0, source.length]
  while (from < to && isBlank(source, from)) from++
  while (to > from && isBlank(source, to - 1)) to--
  return source.slice(from, to)
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t' || text[at] === '\n'
}

/** Without the spaces and line ends that indentation left at both ends of a paragraph. */
function trimEdges(nodes: LooseNode[]): LooseNode[] {
  const blank = (node: LooseNode | undefined) => node?.type === 'text' && !node.text?.trim()
  let [from, to] = [0, nodes.length]
  while (from < to && (blank(nodes[from]) || nodes[from]?.type === 'hardBreak') && to - from > 1) from++
  while (to > from && blank(nodes[to - 1])) to--
  if (to - from === 1 && blank(nodes[from])) return []
  return nodes.slice(from, to)
}
