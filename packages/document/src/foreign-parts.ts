import { type Looks, marksOf } from './foreign-inline.ts'
import { type Style, type StyleSheet, styleOf } from './foreign-style.ts'
import { elementsIn, type HtmlElement, type HtmlNode, type HtmlText, textIn } from './html-tree.ts'
import { headingLevel } from './nodes.ts'
import type { LooseNode } from './tree.ts'

/** What Word writes for readers that know less than it: markers of lists, marks of notes, spaces in empty lines. */
const UNSUPPORTED = /^\s*\[if !support\w+\]/
const ENDIF = /^\s*\[endif\]/

/** The children of an element, without comments and without what is there for readers that know less than Word. */
export function supported({ children }: HtmlElement): (HtmlElement | HtmlText)[] {
  let hidden = false
  return children.filter((child): child is HtmlElement | HtmlText => {
    if (child.kind !== 'comment') return !hidden
    if (UNSUPPORTED.test(child.text)) hidden = true
    else if (ENDIF.test(child.text)) hidden = false
    return false
  })
}

/** Adds and takes away the marks that a style speaks of. */
export function restyle(marks: Set<string>, style: Style): void {
  const set = (mark: string, on: boolean): void => void (on ? marks.add(mark) : marks.delete(mark))
  const weight = style['font-weight']
  if (weight !== undefined) set('bold', /^(?:bold|bolder|[6-9]00)/.test(weight))
  const slant = style['font-style']
  if (slant !== undefined) set('italic', /^(?:italic|oblique)/.test(slant))
  const lines = style['text-decoration'] ?? style['text-decoration-line']
  if (lines?.includes('line-through')) marks.add('strike')
}

/** Nothing for an empty line. */
export const paragraphOf = (line: LooseNode[]): LooseNode[] =>
  line.length === 0 ? [] : [{ type: 'paragraph', children: line }]
/** A quotation, unless it is empty. */
export const quoteOf = (children: LooseNode[]): LooseNode[] =>
  children.length === 0 ? [] : [{ type: 'blockquote', children }]

/** The level of a heading, also of one that only its style makes one. */
export function levelOf({ name, attrs }: HtmlElement, style: Style): number | undefined {
  if (/^h[1-6]$/.test(name)) return Number(name[1])
  if (attrs['role'] === 'heading') return headingLevel(attrs['aria-level'])
  const [, named] = /(?:^|\s)Mso(?:Heading(\d)|Title)(?:\s|$)/i.exec(attrs['class'] ?? '') ?? []
  if (/(?:^|\s)MsoTitle/i.test(attrs['class'] ?? '')) return 1
  const outline = named ?? /^[1-9]$/.exec(style['mso-outline-level'] ?? '')?.[0]
  return outline === undefined ? undefined : Math.min(6, Number(outline))
}

/** The marker that Word wrote before an item: « 1. », « · ». */
export function markerOf(paragraph: HtmlElement, sheet: StyleSheet): string {
  for (const element of elementsIn(paragraph)) {
    if (styleOf(element, sheet)['mso-list'] === 'ignore') return textIn(element)
  }
  let between: string | undefined
  for (const child of paragraph.children) {
    if (child.kind === 'comment' && UNSUPPORTED.test(child.text)) between = ''
    else if (child.kind === 'comment' && ENDIF.test(child.text)) break
    else if (between !== undefined) between += textIn(child)
  }
  return between ?? ''
}

/** The number at which a list begins, if it says so. */
export const startOf = ({ attrs }: HtmlElement): number | undefined =>
  attrs['start'] === undefined ? undefined : Number(attrs['start'])

/** The language of a block of code. */
export const languageOf = ({ attrs, children }: HtmlElement) => {
  const code = children.find((child) => child.kind === 'element')
  const named = code?.kind === 'element' ? /(?:^|\s)language-(\S+)/.exec(code.attrs['class'] ?? '')?.[1] : undefined
  return { language: attrs['data-language'] ?? named ?? null }
}

/** The text of `<pre>`, with its lines. */
export const codeIn = (element: HtmlElement): string => lines(element).replace(/^\n|\n$/g, '')
const lines = (node: HtmlNode): string => {
  if (node.kind !== 'element') return textIn(node)
  return node.name === 'br' ? '\n' : node.children.map(lines).join('')
}

/** An image that can be read later on, or its description; nothing for one that only counts readers. */
export function imageOf({ attrs }: HtmlElement, looks: Looks): LooseNode[] {
  // The box of a task, which Google Docs draws.
  if (attrs['aria-roledescription'] !== undefined) return []
  const isDot = ['width', 'height'].some((side) => /^[0-2](?:px)?$/.test(attrs[side] ?? ''))
  const alt = (attrs['alt'] ?? '').replace(/\s+/g, ' ').trim()
  const text: LooseNode[] = alt === '' || isDot ? [] : [{ type: 'text', text: alt, marks: marksOf(looks) }]
  const src = attrs['src'] ?? ''
  if (isDot || src === '') return text
  const decorative = attrs['data-decorative'] === 'true' || undefined
  return [
    {
      type: 'image',
      attrs: { src, alt, title: attrs['title'], href: attrs['data-href'], decorative },
      marks: marksOf(looks),
    },
  ]
}
