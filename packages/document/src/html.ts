import type { Node as PmNode } from 'prosemirror-model'
import { element, escapeHtml } from './escape-html.ts'
import { type HtmlView, InlineWriter } from './html-inline.ts'
import { calloutKind, headingLevel } from './nodes.ts'
import { listStart } from './nodes-list.ts'
import { alignmentOf } from './nodes-table.ts'
import { headings } from './outline.ts'
import { normalize } from './repair.ts'

/**
 * A document as HTML, safe by construction: every text and attribute is escaped, addresses pass the rules of
 * `urls.ts`, there is no way to raw HTML. Headings carry the ids that `headings` gives. Foreign images become links, formulas
 * MathML; footnotes come at the end, each linked both ways.
 */
export function renderHtml(doc: PmNode): string {
  const normal = normalize(doc)
  const ids = headings(normal).map(({ id }) => id)
  return new HtmlWriter(ids, PLAIN).page(normal)
}

const PLAIN: HtmlView = { inside: (node) => node.children, around: (_, html) => html }

/** The HTML of what a view shows of a document in normal form; its headings have no ids. */
export const renderView = (doc: PmNode, view: HtmlView): string => new HtmlWriter([], view).page(doc)

class HtmlWriter {
  readonly #ids: Iterator<string>
  readonly #lines: InlineWriter
  readonly #view: HtmlView

  constructor(ids: string[], view: HtmlView) {
    this.#ids = ids.values()
    this.#view = view
    this.#lines = new InlineWriter(view)
  }

  page(doc: PmNode): string {
    const body = this.blocks(doc)
    const notes = this.#lines.endnotes()
    return notes === '' ? body : `${body}\n${notes}`
  }

  blocks(parent: PmNode): string {
    return this.#each(parent).join('\n')
  }

  #each(parent: PmNode): string[] {
    return this.#view.inside(parent).map((node) => this.#view.around(node, this.#block(node)))
  }

  #inline(parent: PmNode): string {
    return this.#lines.write(this.#view.inside(parent))
  }

  /** The only paragraph of an item or cell, which then needs no element of its own; the block's marks would be lost with it. */
  #only(parent: PmNode): PmNode | undefined {
    const [first, second] = this.#view.inside(parent)
    const isAlone = first?.type.name === 'paragraph' && second === undefined
    return isAlone && this.#view.around(first, '<p>') === '<p>' ? first : undefined
  }

  #block(node: PmNode): string {
    switch (node.type.name) {
      case 'paragraph':
        return element('p', {}, this.#inline(node))
      case 'heading':
        return element(`h${headingLevel(node.attrs.level)}`, { id: this.#ids.next().value ?? null }, this.#inline(node))
      case 'bulletList':
        return element('ul', {}, this.blocks(node))
      case 'orderedList': {
        const start = listStart(node.attrs.start)
        return element('ol', { start: start === 1 ? null : String(start) }, this.blocks(node))
      }
      case 'taskList':
        return element('ul', { 'data-type': 'taskList' }, this.blocks(node))
      case 'blockquote':
        return element('blockquote', {}, this.blocks(node))
      case 'codeBlock':
        return element('pre', { 'data-language': node.attrs.language }, element('code', {}, this.#inline(node)))
      case 'mathBlock':
        return this.#lines.formula(node, true)
      case 'horizontalRule':
        return '<hr>'
      case 'table':
        return this.#table(node)
      case 'tableRow':
        return element('tr', {}, this.#each(node).join(''))
      case 'tableHeader':
      case 'tableCell':
        return this.#cell(node)
      case 'callout':
        return this.#callout(node)
      default:
        return this.#item(node)
    }
  }

  #item(node: PmNode): string {
    const only = this.#only(node)
    const content = only ? this.#inline(only) : this.blocks(node)
    if (node.type.name === 'listItem') return element('li', {}, content)
    const checked = node.attrs.checked === true
    const box = `<label><input type="checkbox" disabled${checked ? ' checked' : ''}></label>`
    return element(
      'li',
      { 'data-type': 'taskItem', 'data-checked': String(checked) },
      `${box}${element('div', {}, content)}`,
    )
  }

  #table(node: PmNode): string {
    const [head, ...body] = this.#each(node)
    const top = head === undefined ? '' : element('thead', {}, head)
    return element('table', {}, top + (body.length > 0 ? element('tbody', {}, body.join('')) : ''))
  }

  #cell(node: PmNode): string {
    const header = node.type.name === 'tableHeader'
    const attrs = { scope: header ? 'col' : null, 'data-align': alignmentOf(node.attrs.align) }
    const only = this.#only(node)
    const content = only ? this.#inline(only) : this.blocks(node)
    return element(header ? 'th' : 'td', attrs, content)
  }

  #callout(node: PmNode): string {
    const kind = calloutKind(node.attrs.kind)
    const title = String(node.attrs.title)
    const head = title === '' ? '' : element('p', { class: 'callout-title' }, escapeHtml(title))
    const body = element('div', { class: 'callout-body' }, this.blocks(node))
    const attrs = { class: `callout callout-${kind}`, role: 'note', 'data-callout': kind, 'data-title': title }
    return element('aside', attrs, head + body)
  }
}
