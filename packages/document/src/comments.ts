import type { Mark } from 'prosemirror-model'
import { prosemirrorToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { annotatedSchema } from './annotated-schema.ts'
import { type Flow, flowOf, markName, type Run } from './flow.ts'
import { findQuote, type Quote, quoteAt, type Range } from './quote.ts'

const BODY = 'body'
const COMMENT = 'comment'
/** Threads that are looked for in one page: a peer can write as many ids as it likes. */
const MAX_IDS = 5_000
const ID = /^[0-9a-zA-Z-]{1,64}$/

const bodyOf = (ydoc: Y.Doc): Y.XmlFragment => ydoc.getXmlFragment(BODY)

/** The attribute that stands for a mark in a Y.Text: what y-prosemirror itself writes for it, with the hash that tells marks apart that may overlap. */
export function attributeOf(mark: Mark): Record<string, unknown> {
  const { paragraph, doc } = annotatedSchema.nodes
  const scratch = new Y.Doc()
  const fragment = bodyOf(scratch)
  prosemirrorToYXmlFragment(doc.create(null, paragraph.create(null, annotatedSchema.text('x', [mark]))), fragment)
  const written = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  const attributes: Record<string, unknown> = written.toDelta()[0].attributes
  scratch.destroy()
  return attributes
}

/** The threads whose mark a stretch of text carries. */
export function threadsOf({ attributes }: Pick<Run, 'attributes'>): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (markName(name) !== COMMENT || typeof value !== 'object' || value === null || !('id' in value)) return []
    return typeof value.id === 'string' && ID.test(value.id) ? [value.id] : []
  })
}

/**
 * Puts a thread's mark on a range of the text.
 * @param flow as it is now
 * @param id of the thread; any other place that carries its mark keeps it
 */
export function setComment(ydoc: Y.Doc, flow: Flow, range: Range, id: string): void {
  const attributes = attributeOf(annotatedSchema.mark(COMMENT, { id }))
  ydoc.transact(() => {
    for (const { text, at, from, length } of flow.runs) {
      const [start, end] = [Math.max(range.from, from), Math.min(range.to, from + length)]
      if (start < end) text.format(at + start - from, end - start, attributes)
    }
  })
}

/** What each thread's mark covers, from its first word to its last; proposed text is left out. Never throws. */
export function commentsIn(ydoc: Y.Doc): Map<string, Quote> {
  const { text, runs } = flowOf(bodyOf(ydoc), 'none')
  const ranges = new Map<string, Range>()
  for (const run of runs) {
    for (const id of threadsOf(run)) {
      const known = ranges.get(id)
      const to = run.from + run.length
      if (!known && ranges.size < MAX_IDS) ranges.set(id, { from: run.from, to })
      // A second place of the same thread (a copy) is another passage, unless nothing but a block's end lies between.
      else if (known && text.slice(known.to, run.from).trim() === '') known.to = to
    }
  }
  const found = new Map<string, Quote>()
  for (const [id, range] of ranges) {
    const quote = quoteAt(text, range)
    if (quote) found.set(id, { text: quote.text, before: quote.before, after: quote.after })
  }
  return found
}

/** Where a new thread shall stand: as a browser that edits the page knows it, or as somebody who reads it saw it. */
export type Place = { start: Uint8Array; end: Uint8Array; quote: Quote } | { near: number; quote: Quote }

/** A passage that was found, in the flow in which it was found. */
export interface Passage extends Quote, Range {
  flow: Flow
}

/**
 * Finds the passage that somebody means. Positions of an editor go with what was typed meanwhile; when they lead nowhere, or elsewhere
 * than the quotation says, the quotation decides.
 * @returns undefined when the passage is not there (any more)
 */
export function findPlace(ydoc: Y.Doc, place: Place): Passage | undefined {
  const all = flowOf(bodyOf(ydoc), 'all')
  if ('start' in place) {
    const range = rangeOf(ydoc, all, place.start, place.end)
    const found = range && passageIn(all, range)
    if (found && isAbout(found.text, place.quote.text)) return found
  }
  const near = 'near' in place ? place.near : undefined
  const read = flowOf(bodyOf(ydoc), 'none')
  for (const flow of [read, all]) {
    const range = findQuote(flow.text, place.quote, near)
    const found = range && passageIn(flow, range)
    if (found) return found
  }
  return undefined
}

function passageIn(flow: Flow, range: Range): Passage | undefined {
  const quote = quoteAt(flow.text, range)
  return quote && { ...quote, flow }
}

/** Half of the words are the same: somebody has typed meanwhile, but it is the same passage. */
function isAbout(text: string, quote: string): boolean {
  const words = (of: string): string[] => of.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  const wanted = words(quote)
  const here = new Set(words(text))
  return wanted.filter((word) => here.has(word)).length * 2 >= wanted.length
}

function rangeOf(ydoc: Y.Doc, flow: Flow, start: Uint8Array, end: Uint8Array): Range | undefined {
  const [from, to] = [offsetOf(ydoc, flow, start), offsetOf(ydoc, flow, end)]
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined
}

/** A position of an editor in the flow; undefined when it makes no sense here. */
function offsetOf(ydoc: Y.Doc, flow: Flow, encoded: Uint8Array): number | undefined {
  try {
    const position = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(encoded), ydoc)
    if (!position) return undefined
    const { type, index } = position
    const runs = flow.runs.filter(({ text }) => text === type)
    const run = runs.find(({ at, length }) => index <= at + length) ?? runs.at(-1)
    return run && run.from + Math.min(index, run.at + run.length) - run.at
  } catch {
    return undefined
  }
}

/**
 * Puts threads back on their words where their mark is gone and the words are there: an undo, a paste or a merge brought them back without
 * it. Only where there is one place that it can be.
 * @returns the threads that have found their place
 */
export function anchorAgain(ydoc: Y.Doc, threads: readonly ({ id: string } & Quote)[]): string[] {
  const present = commentsIn(ydoc)
  return threads.flatMap((thread) => {
    if (present.has(thread.id)) return []
    const flow = flowOf(bodyOf(ydoc), 'none')
    const range = findQuote(flow.text, thread)
    if (!range) return []
    setComment(ydoc, flow, range, thread.id)
    return [thread.id]
  })
}

const OPEN = '\ufdd0'
const CLOSE = '\ufdd1'
/** Sixteen digits that no text has, since they are no characters: ids ride through the rendering in them. */
const DIGIT = 0xfdd2
/** A fence within a word would change the anchor that is made of it. */
const HEADING = /<h[1-6] id="[^"]*">/g
const FENCES = /[\ufdd0-\ufde1]/

/**
 * The HTML of a page with its commented words in `<span data-comment="…">`, one for each thread that covers them; null when there are none.
 * Without these spans it is the page's HTML, to the letter.
 * @param state the page's document as one update
 * @param render the page's HTML from a document
 */
export function commentedHtml(state: Uint8Array, html: string, render: (ydoc: Y.Doc) => string): string | null {
  // Somebody has put such a thing into the text itself: then nothing can be told apart.
  if (FENCES.test(html)) return null
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, state)
  const ids = fence(ydoc)
  if (ids.length === 0) return null
  const fenced = render(ydoc)
  ydoc.destroy()
  const anchors = html.match(HEADING) ?? []
  const spans = fenced
    .replaceAll(HEADING, () => anchors.shift() ?? '')
    .replaceAll(/\ufdd0([\ufdd2-\ufde1]+)/g, (_, digits: string) => openings(digits, ids))
    .replaceAll(/\ufdd1([\ufdd2-\ufde1]+)/g, (_, digits: string) => '</span>'.repeat(numberOf(digits)))
  return spans.replaceAll(/<span data-comment="[0-9a-zA-Z-]+">|<\/span>/g, '') === html.replaceAll('</span>', '')
    ? spans
    : null
}

const digitsOf = (number: number): string =>
  number.toString(16).replaceAll(/./g, (digit) => String.fromCharCode(DIGIT + Number.parseInt(digit, 16)))
const numberOf = (digits: string): number =>
  Number.parseInt(
    digits.replaceAll(/./g, (digit) => (digit.charCodeAt(0) - DIGIT).toString(16)),
    16,
  )

const openings = (digits: string, sets: readonly string[][]): string =>
  (sets[numberOf(digits)] ?? []).map((id) => `<span data-comment="${id}">`).join('')

/** Puts fences around commented words. A line end within them closes and opens again, so that an element of a mark never lies across. */
function fence(ydoc: Y.Doc): string[][] {
  const { text, runs } = flowOf(bodyOf(ydoc), 'none')
  const sets: string[][] = []
  ydoc.transact(() => {
    for (const run of runs.toReversed()) {
      const ids = threadsOf(run)
      if (ids.length === 0) continue
      const [open, close] = [`${OPEN}${digitsOf(sets.length)}`, `${CLOSE}${digitsOf(ids.length)}`]
      sets.push(ids)
      const fenced = text
        .slice(run.from, run.from + run.length)
        .split(/(\r\n?|[\n\u2028\u2029])/)
        .map((piece, i) => (i % 2 === 1 || piece === '' ? piece : open + piece + close))
        .join('')
      run.text.delete(run.at, run.length)
      run.text.insert(run.at, fenced, { ...run.attributes })
    }
  })
  return sets
}
