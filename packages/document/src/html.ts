import type { Mark, Node as PmNode } from 'prosemirror-model'
import { calloutKind, headingLevel } from './nodes.ts'
import { listStart } from './nodes-list.ts'
import { alignmentOf } from './nodes-table.ts'
import { headings } from './outline.ts'
import { normalize } from './repair.ts'
import { imageSource, isLocalImage, safeHref } from './urls.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] as string)
}

/**
 * A document as HTML, safe by construction: every text and attribute is escaped, addresses pass the rules of
 * `urls.ts`, there is no way to raw HTML. Headings carry the ids that `headings` gives. Foreign images become links.
 */
export function renderHtml(doc: PmNode): string {
  const normal = normalize(doc)
  const ids = headings(normal).map(({ id }) => id)
  return new HtmlWriter(ids, PLAIN).blocks(normal)
}

/** Another way to look at a document: what stands in each node, and what is put around it. */
export interface HtmlView {
  /** What is shown in a node, in the place of its own children. */
  inside(node: PmNode): readonly PmNode[]
  /** @param html of a block or of a piece of a line, without its marks; safe, and what is returned must be so too */
  around(node: PmNode, html: string): string
}

const PLAIN: HtmlView = { inside: (node) => node.children, around: (_, html) => html }

/** The HTML of what a view shows of a document in normal form; its headings have no ids. */
export const renderView = (doc: PmNode, view: HtmlView): string => new HtmlWriter([], view).blocks(doc)

function element(name: string, attrs: Record<string, string | null>, content: string): string {
  return `<${name}${attributes(attrs)}>${content}</${name}>`
}

function attributes(attrs: Record<string, string | null>): string {
  return Object.entries(attrs)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('')
}

function anchor(href: string, title: string | null, content: string): string {
  const rel = /^https?:/i.test(href) ? 'noopener noreferrer nofollow' : null
  return element('a', { href, title, rel }, content)
}

function image(node: PmNode): string {
  const { alt, title } = node.attrs
  const src = imageSource(node.attrs.src) ?? ''
  const href = safeHref(node.attrs.href)
  if (!isLocalImage(src)) return anchor(src, title, escapeHtml(alt || src))
  const picture = `<img${attributes({ src, alt, title, loading: 'lazy' })}>`
  return href === null ? picture : anchor(href, null, picture)
}

const MARK_TAGS: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', code: 'code' }

function marked(content: string, mark: Mark): string {
  const tag = MARK_TAGS[mark.type.name]
  return tag === undefined ? anchor(mark.attrs.href, mark.attrs.title, content) : element(tag, {}, content)
}

function leaf(node: PmNode): string {
  if (node.type.name === 'hardBreak') return '<br>'
  return node.type.name === 'image' ? image(node) : escapeHtml(node.text ?? '')
}

/** Inline nodes from `depth` on in their mark sets: neighbours that share a mark share its element. */
function inline(nodes: readonly PmNode[], view: HtmlView, depth = 0): string {
  let html = ''
  for (let i = 0; i < nodes.length; ) {
    const first = nodes[i] as PmNode
    const mark = first.marks[depth]
    let end = i + 1
    if (mark) while (end < nodes.length && nodes[end]?.marks[depth]?.eq(mark)) end++
    html += mark ? marked(inline(nodes.slice(i, end), view, depth + 1), mark) : view.around(first, leaf(first))
    i = end
  }
  return html
}

class HtmlWriter {
  readonly #ids: Iterator<string>
  readonly #view: HtmlView

  constructor(ids: string[], view: HtmlView) {
    this.#ids = ids.values()
    this.#view = view
  }

  blocks(parent: PmNode): string {
    return this.#each(parent).join('\n')
  }

  #each(parent: PmNode): string[] {
    return this.#view.inside(parent).map((node) => this.#view.around(node, this.#block(node)))
  }

  #inline(parent: PmNode): string {
    return inline(this.#view.inside(parent), this.#view)
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
