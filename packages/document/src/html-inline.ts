import type { Mark, Node as PmNode } from 'prosemirror-model'
import { attributes, element, escapeHtml } from './escape-html.ts'
import { FormulaWriter } from './formula-html.ts'
import { mentionHref, mentionTarget, mentionText, sizeText } from './references.ts'
import { imageSource, isLocalImage, safeHref } from './urls.ts'

/** Another way to look at a document: what stands in each node, and what is put around it. */
export interface HtmlView {
  /** What is shown in a node, in the place of its own children. */
  inside(node: PmNode): readonly PmNode[]
  /** @param html of a block or of a piece of a line, without its marks; safe, and what is returned must be so too */
  around(node: PmNode, html: string): string
}

function anchor(href: string, title: string | null, content: string): string {
  const rel = /^https?:/i.test(href) ? 'noopener noreferrer nofollow' : null
  return element('a', { href, title, rel }, content)
}

function image({ attrs }: PmNode): string {
  const { alt, title } = attrs
  const src = imageSource(attrs.src) ?? ''
  const href = safeHref(attrs.href)
  if (!isLocalImage(src)) return anchor(src, title, escapeHtml(alt || src))
  const decorative = attrs.decorative === true ? 'true' : null
  const picture = `<img${attributes({ src, alt, title, loading: 'lazy', 'data-decorative': decorative })}>`
  return href === null ? picture : anchor(href, null, picture)
}

/** A person has no page of their own to lead to. The label is the one that was written, whatever a page is called by now. */
function mention({ attrs: { kind, id, label } }: PmNode): string {
  const target = mentionTarget(kind, id)
  const shown = escapeHtml(mentionText(kind, label))
  if (target === null) return shown
  const data = {
    class: `mention mention-${target.kind}`,
    'data-mention': target.kind,
    'data-id': target.id,
    'data-label': label,
  }
  return target.kind === 'page'
    ? element('a', { ...data, href: mentionHref(target) }, shown)
    : element('span', data, shown)
}

function file({ attrs: { src, name, size } }: PmNode): string {
  const weight = sizeText(size)
  const shown = weight === '' ? '' : element('span', { class: 'file-size' }, escapeHtml(weight))
  const attrs = { class: 'file', href: src, download: name, 'data-file': name, 'data-size': String(size) }
  return element('a', attrs, `${escapeHtml(name || src)}${shown === '' ? '' : ` ${shown}`}`)
}

const MARK_TAGS: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', code: 'code' }

function marked(content: string, mark: Mark): string {
  const tag = MARK_TAGS[mark.type.name]
  return tag === undefined ? anchor(mark.attrs.href, mark.attrs.title, content) : element(tag, {}, content)
}

/** What stands inside the lines of a page; knows the footnotes and formulas that it has written. */
export class InlineWriter {
  readonly #formulas = new FormulaWriter()
  readonly #notes: PmNode[] = []
  readonly #view: HtmlView

  constructor(view: HtmlView) {
    this.#view = view
  }

  /** Inline nodes from `depth` on in their mark sets: neighbours that share a mark share its element. */
  write(nodes: readonly PmNode[], depth = 0): string {
    let html = ''
    for (let i = 0; i < nodes.length; ) {
      const first = nodes[i] as PmNode
      const mark = first.marks[depth]
      let end = i + 1
      if (mark) while (end < nodes.length && nodes[end]?.marks[depth]?.eq(mark)) end++
      html += mark
        ? marked(this.write(nodes.slice(i, end), depth + 1), mark)
        : this.#view.around(first, this.#leaf(first))
      i = end
    }
    return html
  }

  /** A formula. @param display on lines of its own */
  formula(node: PmNode, display: boolean): string {
    return this.#formulas.write(node.textContent, display)
  }

  /** The footnotes of what was written, as the end of the page; empty when it has none. No id of a heading has a colon. */
  endnotes(): string {
    if (this.#notes.length === 0) return ''
    const items = this.#notes.map((note, i) => {
      const back = { href: `#fnref:${i + 1}`, role: 'doc-backlink', 'aria-label': `Retour au texte, note ${i + 1}` }
      return element('li', { id: `fn:${i + 1}` }, `${this.write(this.#view.inside(note))} ${element('a', back, '↩')}`)
    })
    const heading = element('h2', { id: 'fn:', class: 'footnotes-title' }, 'Notes')
    const attrs = { class: 'footnotes', role: 'doc-endnotes', 'aria-labelledby': 'fn:' }
    return element('section', attrs, heading + element('ol', {}, items.join('')))
  }

  #leaf(node: PmNode): string {
    switch (node.type.name) {
      case 'hardBreak':
        return '<br>'
      case 'image':
        return image(node)
      case 'footnote':
        return this.#reference(node)
      case 'math':
        return this.formula(node, false)
      case 'mention':
        return mention(node)
      case 'file':
        return file(node)
      default:
        return escapeHtml(node.text ?? '')
    }
  }

  #reference(node: PmNode): string {
    const number = this.#notes.push(node)
    const attrs = { id: `fnref:${number}`, href: `#fn:${number}`, role: 'doc-noteref', 'aria-label': `Note ${number}` }
    return element('sup', { class: 'footnote-ref' }, element('a', attrs, String(number)))
  }
}
