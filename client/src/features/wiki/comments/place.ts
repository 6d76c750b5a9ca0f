import type { NewPlace } from '@cenacle/contract/comment'

/** The longest passage that is commented, and how much of its surroundings goes along. */
export const MAX_QUOTE = 4_000
const CONTEXT = 60

/** What is shown in a text and is none of its words: names, formulas, notes, carets, controls. */
const NOT_TEXT = [
  '.math',
  '.math-block',
  '[data-math]',
  '[data-math-block]',
  '[data-mention]',
  '.mention',
  '.file',
  '.footnote',
  '.footnote-ref',
  '.footnotes',
  '[data-footnote]',
  '.callout-title',
  '.foreign-image',
  '[contenteditable="false"]',
  'label',
].join(',')

/** Where something new shall be said. */
export interface Selected {
  place: Extract<NewPlace, { near: number }>
  range: Range
}

const proseOf = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest('.page-prose') ?? null

/**
 * What is selected of a page's text, read or being written, as a quotation with what stands around it.
 * @returns undefined when nothing is, or when it is not within one text
 */
export function selectedPlace(selection: Selection | null): Selected | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const prose = proseOf(range.startContainer)
  if (!prose || prose !== proseOf(range.endContainer)) return undefined
  const { before, quote, after } = aroundRange(prose, range)
  if (quote.trim() === '' || quote.length > MAX_QUOTE) return undefined
  const near = before.replaceAll(/\s/g, '').length
  return {
    place: { quote, before: before.slice(-CONTEXT), after: after.slice(0, CONTEXT), near },
    range: range.cloneRange(),
  }
}

function aroundRange(prose: Element, range: Range): { before: string; quote: string; after: string } {
  const parts = { before: '', quote: '', after: '' }
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NOT_TEXT) && prose.contains(node.parentElement.closest(NOT_TEXT))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? ''
    const from = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) < 0 ? text.length : 0
    const isPast = node !== range.endContainer && node !== range.startContainer && range.comparePoint(node, 0) > 0
    const to = node === range.endContainer ? range.endOffset : isPast ? 0 : text.length
    parts.before += text.slice(0, isPast ? 0 : from)
    parts.quote += text.slice(from, Math.max(from, to))
    parts.after += text.slice(isPast ? 0 : Math.max(from, to))
  }
  return parts
}
