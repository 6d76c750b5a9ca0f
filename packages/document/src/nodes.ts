import type { NodeSpec, Node as PmNode } from 'prosemirror-model'
import type { ElementLike } from './marks.ts'
import { inlineNodes, mathBlock } from './nodes-inline.ts'
import { listNodes } from './nodes-list.ts'
import { tableNodes } from './nodes-table.ts'

/** The kinds of callout. */
export const CALLOUT_KINDS = ['info', 'tip', 'warning', 'danger'] as const
export type CalloutKind = (typeof CALLOUT_KINDS)[number]

/** A callout kind; anything unknown is `info`. */
export function calloutKind(value: unknown): CalloutKind {
  return CALLOUT_KINDS.find((kind) => kind === value) ?? 'info'
}

/** A heading level, clamped to 1–6; 2 for what is no number. */
export function headingLevel(value: unknown): number {
  const level = Math.trunc(Number(value))
  return Number.isNaN(level) ? 2 : Math.min(6, Math.max(1, level))
}

/** A code language as a fence's info string can carry it, or null. */
export function codeLanguage(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return (
    value
      .replace(/[^\p{L}\p{N}+#.,:{}()/=_ -]/gu, '')
      .trim()
      .slice(0, 60)
      .trim() || null
  )
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const codeBlock: NodeSpec = {
  content: 'text*',
  marks: '',
  group: 'block',
  code: true,
  defining: true,
  attrs: { language: { default: null } },
  parseDOM: [
    {
      tag: 'pre',
      preserveWhitespace: 'full',
      getAttrs: (element: ElementLike) => ({ language: codeLanguage(element.getAttribute('data-language')) }),
    },
  ],
  toDOM(node: PmNode) {
    const language = codeLanguage(node.attrs.language)
    return ['pre', language === null ? {} : { 'data-language': language }, ['code', 0]]
  },
}

const callout: NodeSpec = {
  content: 'block+',
  group: 'block',
  defining: true,
  attrs: { kind: { default: 'info' }, title: { default: '' } },
  parseDOM: [
    {
      tag: 'aside[data-callout]',
      contentElement: '.callout-body',
      getAttrs: (element: ElementLike) => ({
        kind: calloutKind(element.getAttribute('data-callout')),
        title: element.getAttribute('data-title') ?? '',
      }),
    },
  ],
  toDOM(node: PmNode) {
    const kind = calloutKind(node.attrs.kind)
    const title = text(node.attrs.title)
    const head = ['p', { class: 'callout-title', contenteditable: 'false' }, title]
    const body = ['div', { class: 'callout-body' }, 0]
    const attrs = { class: `callout callout-${kind}`, role: 'note', 'data-callout': kind, 'data-title': title }
    return title === '' ? ['aside', attrs, body] : ['aside', attrs, head, body]
  },
}

/** Node specs, by name (Tiptap's camelCase). Safe in the DOM whatever a peer wrote into the attributes. */
export const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2 } },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node: PmNode) => [`h${headingLevel(node.attrs.level)}`, 0],
  },
  ...listNodes,
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  codeBlock,
  mathBlock,
  ...tableNodes,
  callout,
  horizontalRule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  ...inlineNodes,
  hardBreak: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  text: { group: 'inline note' },
} satisfies Record<string, NodeSpec>
