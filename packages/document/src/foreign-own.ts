import { elementsIn, type HtmlElement, textIn } from './html-tree.ts'
import type { LooseNode } from './tree.ts'

const hasClass = ({ attrs }: HtmlElement, name: string): boolean => (attrs['class'] ?? '').split(/\s+/).includes(name)
const text = (value: string): LooseNode => ({ type: 'text', text: value })

/** The TeX of a formula: its text, or what KaTeX keeps of it in a rendered one. */
function texIn(element: HtmlElement): string {
  const annotation = [...elementsIn(element)].find(({ name }) => name === 'annotation')
  return textIn(annotation ?? element)
}

/**
 * A block that only we write: callouts, formulas.
 * @param blocks what lies below an element
 */
export function ownBlock(element: HtmlElement, blocks: (inner: HtmlElement) => LooseNode[]): LooseNode | undefined {
  const { name, attrs } = element
  if (name === 'aside' && attrs['data-callout'] !== undefined) {
    const body = [...elementsIn(element)].find((inner) => hasClass(inner, 'callout-body')) ?? element
    const kind = { kind: attrs['data-callout'], title: attrs['data-title'] ?? '' }
    return { type: 'callout', attrs: kind, children: blocks(body) }
  }
  const isFormula = name === 'div' && (attrs['data-math-block'] !== undefined || hasClass(element, 'math-block'))
  return isFormula ? { type: 'mathBlock', children: [text(texIn(element))] } : undefined
}

/**
 * What only we write within a line: notes, formulas, mentions, files. Formulas that KaTeX rendered elsewhere are the same.
 * @param line what lies below an element
 */
export function ownInline(element: HtmlElement, line: (inner: HtmlElement) => LooseNode[]): LooseNode | undefined {
  const { attrs } = element
  if (attrs['data-footnote'] !== undefined) return { type: 'footnote', children: line(element) }
  if (attrs['data-math'] !== undefined || hasClass(element, 'math') || hasClass(element, 'katex'))
    return { type: 'math', children: [text(texIn(element))] }
  if (attrs['data-mention'] !== undefined) {
    const mention = { kind: attrs['data-mention'], id: attrs['data-id'], label: attrs['data-label'] }
    return { type: 'mention', attrs: mention }
  }
  if (attrs['data-file'] === undefined) return undefined
  return { type: 'file', attrs: { src: attrs['href'], name: attrs['data-file'], size: Number(attrs['data-size']) } }
}
