import type { MarkSpec } from 'prosemirror-model'
import { safeHref } from './urls.ts'

/** The part of a DOM element that the specs read: the package is typed without the DOM, to run on the server. */
export interface ElementLike {
  getAttribute(name: string): string | null
}

const link: MarkSpec = {
  attrs: { href: { default: '' }, title: { default: null } },
  inclusive: false,
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (element: ElementLike) => {
        const href = safeHref(element.getAttribute('href'))
        return href === null ? false : { href, title: element.getAttribute('title') || null }
      },
    },
  ],
  toDOM(mark) {
    const href = safeHref(mark.attrs.href)
    if (href === null) return ['span', { class: 'inert-link' }, 0]
    const title = typeof mark.attrs.title === 'string' ? { title: mark.attrs.title } : {}
    return ['a', { href, rel: 'noopener noreferrer nofollow', ...title }, 0]
  },
}

/** Mark specs, by name, outermost first. Safe in the DOM whatever a peer wrote into the attributes. */
export const marks = {
  link,
  bold: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
    toDOM: () => ['strong', 0],
  },
  italic: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
    toDOM: () => ['em', 0],
  },
  strike: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }],
    toDOM: () => ['s', 0],
  },
  code: {
    code: true,
    parseDOM: [{ tag: 'code' }],
    toDOM: () => ['code', 0],
  },
} satisfies Record<string, MarkSpec>
