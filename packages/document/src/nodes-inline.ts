import { Fragment, type NodeSpec, type Node as PmNode, type Schema } from 'prosemirror-model'
import type { ElementLike } from './marks.ts'
import { fileSize, mentionHref, mentionTarget, mentionText, sizeText } from './references.ts'
import { imageSource, isLocalImage, safeHref } from './urls.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const image: NodeSpec = {
  inline: true,
  group: 'inline',
  draggable: true,
  atom: true,
  attrs: {
    src: { default: '' },
    alt: { default: '' },
    title: { default: null },
    // The link around the image: y-prosemirror keeps no mark on a node that is not text.
    href: { default: null },
    // True: somebody decided that it needs no description. Without one and not decorative: nobody has decided yet.
    decorative: { default: null },
  },
  parseDOM: [
    {
      tag: 'img[src]',
      getAttrs: (element: ElementLike) => {
        const src = imageSource(element.getAttribute('src'))
        if (src === null) return false
        const href = safeHref(element.getAttribute('data-href'))
        if (element.getAttribute('data-decorative') === 'true') return { src, href, decorative: true }
        const alt = element.getAttribute('alt') ?? ''
        return { src, alt, title: element.getAttribute('title') || null, href }
      },
    },
  ],
  toDOM(node: PmNode) {
    const src = imageSource(node.attrs.src)
    const alt = text(node.attrs.alt)
    if (src === null || !isLocalImage(src))
      return ['span', { class: 'foreign-image', title: src ?? '' }, alt || src || '']
    const title = typeof node.attrs.title === 'string' ? { title: node.attrs.title } : {}
    const href = safeHref(node.attrs.href)
    const decorative = node.attrs.decorative === true ? { 'data-decorative': 'true' } : {}
    return ['img', { src, alt, ...title, ...(href === null ? {} : { 'data-href': href }), ...decorative }]
  },
}

/**
 * The note is content, not an attribute: two people who write in it at once both keep their words, and it is found, credited and compared
 * like any text. Its number is nowhere: it is its place among the others.
 */
const footnote: NodeSpec = {
  inline: true,
  group: 'inline',
  atom: true,
  content: 'note*',
  isolating: true,
  parseDOM: [{ tag: 'span[data-footnote]' }],
  toDOM: () => ['span', { class: 'footnote', 'data-footnote': '' }, 0],
}

/** The TeX that a rendered formula carries, as KaTeX writes it into its MathML. */
function annotated(dom: unknown, schema: Schema): Fragment {
  const holder = dom as { querySelector(selector: string): { textContent: string | null } | null }
  const tex = holder.querySelector('annotation')?.textContent ?? ''
  return tex === '' ? Fragment.empty : Fragment.from(schema.text(tex))
}

/** The TeX is content, like a footnote's text, and for the same reason. */
const math: NodeSpec = {
  inline: true,
  group: 'inline note',
  atom: true,
  code: true,
  content: 'text*',
  marks: '',
  parseDOM: [
    { tag: 'span[data-math]', preserveWhitespace: 'full' },
    { tag: 'span.math', getContent: annotated },
  ],
  toDOM: () => ['span', { class: 'math', 'data-math': '' }, 0],
}

/** A formula on lines of its own. */
export const mathBlock: NodeSpec = {
  group: 'block',
  atom: true,
  code: true,
  defining: true,
  content: 'text*',
  marks: '',
  parseDOM: [
    { tag: 'div[data-math-block]', preserveWhitespace: 'full' },
    { tag: 'div.math-block', getContent: annotated },
  ],
  toDOM: () => ['div', { class: 'math-block', 'data-math-block': '' }, 0],
}

const mention: NodeSpec = {
  inline: true,
  group: 'inline note',
  atom: true,
  attrs: { kind: { default: 'person' }, id: { default: '' }, label: { default: '' } },
  parseDOM: [
    {
      tag: '[data-mention]',
      // Before the link that it may be.
      priority: 60,
      getAttrs: (element: ElementLike) => {
        const target = mentionTarget(element.getAttribute('data-mention'), element.getAttribute('data-id'))
        return target === null ? false : { ...target, label: element.getAttribute('data-label') ?? '' }
      },
    },
  ],
  toDOM(node: PmNode) {
    const label = text(node.attrs.label)
    const target = mentionTarget(node.attrs.kind, node.attrs.id)
    const shown = mentionText(node.attrs.kind, label)
    if (target === null) return ['span', { class: 'mention' }, shown]
    const { kind, id } = target
    const attrs = { class: `mention mention-${kind}`, 'data-mention': kind, 'data-id': id, 'data-label': label }
    return kind === 'page' ? ['a', { ...attrs, href: mentionHref(target) }, shown] : ['span', attrs, shown]
  },
}

const file: NodeSpec = {
  inline: true,
  group: 'inline',
  atom: true,
  draggable: true,
  attrs: { src: { default: '' }, name: { default: '' }, size: { default: 0 } },
  parseDOM: [
    {
      tag: 'a[data-file]',
      priority: 60,
      getAttrs: (element: ElementLike) => {
        const src = element.getAttribute('href') ?? ''
        const size = fileSize(element.getAttribute('data-size'))
        return isLocalImage(src) && { src, name: element.getAttribute('data-file') ?? '', size }
      },
    },
  ],
  toDOM(node: PmNode) {
    const name = text(node.attrs.name)
    const size = fileSize(node.attrs.size)
    const src = imageSource(node.attrs.src)
    if (src === null || !isLocalImage(src)) return ['span', { class: 'file' }, name]
    const attrs = { class: 'file', href: src, 'data-file': name, 'data-size': String(size), download: name }
    return ['a', attrs, name, ['span', { class: 'file-size' }, sizeText(size)]]
  },
}

/** Specs of what stands inside a line and is more than text. */
export const inlineNodes = { image, footnote, math, mention, file } satisfies Record<string, NodeSpec>
