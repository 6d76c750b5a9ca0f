import type { Mark, Node as PmNode } from 'prosemirror-model'
import type * as Y from 'yjs'
import { align } from './align.ts'
import { annotatedSchema } from './annotated-schema.ts'
import { annotations } from './annotations.ts'
import { dress, type Proposal, type Span } from './dress.ts'
import { flowOf, isProposed, isTextBlock, markName, type Run } from './flow.ts'

/** A word or two that happen to be the same say nothing: what stays of a line that has changed is at least this long. */
const MIN_STAY = 4
/** Of a passage that loses more than this, nothing is kept: its thread is found again by its words, or shows its quotation. */
const MAX_LOST = 2 / 3

/** What is put into a line of a passage is of the passage, up to as much as it has, or to this. */
const MIN_GAP = 80

interface Said {
  text: string
  spans: Span[]
  proposals: Proposal[]
}

/**
 * A new content for a page, with what was said about the old one on the words that stay: comments, and suggestions. What is said of words
 * that go, goes with them.
 * @param fragment the page as it is
 * @param body what it shall be
 * @returns the body itself when nothing is said about the page
 */
export function carryAnnotations(fragment: Y.XmlFragment, body: PmNode): PmNode {
  const said = saidOf(fragment)
  if (said.spans.length + said.proposals.length === 0) return body
  const lines = linesOf(body)
  const after = lines.map((line) => `${line}\n`).join('')
  const map = staying(said.text, after)
  const spans = said.spans.flatMap((span) => movedSpan(span, map, after))
  const proposals = said.proposals.flatMap(({ at, nodes }) => {
    const to = placeOf(said.text, map, at)
    return to === undefined ? [] : [{ at: to, nodes }]
  })
  return dress(body, spans, proposals)
}

function saidOf(fragment: Y.XmlFragment): Said {
  const { text: all, runs } = flowOf(fragment, 'words')
  const { text } = flowOf(fragment, 'none')
  const spans: Span[] = []
  const proposals: Proposal[] = []
  let proposed = 0
  for (const run of runs) {
    const from = run.from - proposed
    const marks = marksOf(run)
    const said = marks.filter(({ type }) => type.name in annotations)
    if (isProposed(run)) {
      proposed += run.length
      const piece = annotatedSchema.text(all.slice(run.from, run.from + run.length), marks)
      const last = proposals.at(-1)
      if (last?.at === from) last.nodes.push(piece)
      else proposals.push({ at: from, nodes: [piece] })
      continue
    }
    for (const mark of said) {
      const open = spans.findLast((span) => span.mark.eq(mark))
      if (open && text.slice(open.to, from).trim() === '') open.to = from + run.length
      else spans.push({ from, to: from + run.length, mark })
    }
  }
  return { text, spans, proposals }
}

/** What of a run's attributes is a mark; a peer may have written anything. */
function marksOf({ attributes }: Run): readonly Mark[] {
  let marks: readonly Mark[] = []
  for (const [attribute, value] of Object.entries(attributes)) {
    const type = annotatedSchema.marks[markName(attribute) as keyof typeof annotatedSchema.marks]
    if (type) marks = type.create(typeof value === 'object' && value !== null ? { ...value } : null).addToSet(marks)
  }
  return marks
}

/** The texts of a document that stand apart, in the order and in the way of `flowOf`. */
function linesOf(body: PmNode): string[] {
  const lines: string[] = []
  body.descendants((node) => {
    if (!isTextBlock(node.type.name)) return !node.isTextblock
    let open = false
    let count = 0
    for (const child of node.children) {
      if (!child.isText) open = false
      else if (open) lines.push(`${lines.pop()}${child.text}`)
      else {
        lines.push(child.text ?? '')
        open = true
        count += 1
      }
    }
    if (count === 0) lines.push('')
    return false
  })
  return lines
}

/** For each unit of the old text the place of the same in the new one, or -1. */
function staying(before: string, after: string): Int32Array {
  const map = new Int32Array(before.length).fill(-1)
  const put = (from: number, to: number, length: number): void => {
    for (let i = 0; i < length; i++) map[from + i] = to + i
  }
  const [old, now] = [pieces(before, /[^\n]*\n/g), pieces(after, /[^\n]*\n/g)]
  let [a, b] = [0, 0]
  for (const match of [...align(old.tokens, now.tokens), { a: old.tokens.length, b: now.tokens.length, length: 0 }]) {
    alignWords(
      before.slice(old.start(a), old.start(match.a)),
      after.slice(now.start(b), now.start(match.b)),
      (x, y, n) => put(old.start(a) + x, now.start(b) + y, n),
    )
    const [from, to] = [old.start(match.a), now.start(match.b)]
    put(from, to, old.start(match.a + match.length) - from)
    a = match.a + match.length
    b = match.b + match.length
  }
  return map
}

function alignWords(before: string, after: string, put: (from: number, to: number, length: number) => void): void {
  if (before === '' || after === '') return
  const words = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu
  const [old, now] = [pieces(before, words), pieces(after, words)]
  for (const { a, b, length } of align(old.tokens, now.tokens)) {
    const [from, to] = [old.start(a), old.start(a + length)]
    const isEdge = from === 0 || to === before.length
    if (isEdge || before.slice(from, to).replaceAll(/\s/g, '').length >= MIN_STAY) put(from, now.start(b), to - from)
  }
}

function pieces(text: string, pattern: RegExp): { tokens: string[]; start(index: number): number } {
  const tokens = text.match(pattern) ?? []
  const starts = [0]
  for (const token of tokens) starts.push((starts.at(-1) ?? 0) + token.length)
  return { tokens, start: (index) => starts[index] ?? text.length }
}

function movedSpan({ from, to, mark }: Span, map: Int32Array, text: string): Span[] {
  const moved: Span[] = []
  let kept = 0
  for (let at = from; at < to; at++) {
    const there = map[at] ?? -1
    if (there === -1) continue
    kept += 1
    const last = moved.at(-1)
    const isBetween = last && there >= last.to && there - last.to <= Math.max(MIN_GAP, to - from)
    if (isBetween && !text.slice(last.to, there).includes('\n')) last.to = there + 1
    else moved.push({ from: there, to: there + 1, mark })
  }
  return kept < (to - from) * (1 - MAX_LOST) ? [] : moved
}

/** Where something goes that stood before the unit `at`: after what it followed, else before what it preceded. */
function placeOf(text: string, map: Int32Array, at: number): number | undefined {
  const before = text[at - 1] === '\n' || at === 0 ? -1 : (map[at - 1] ?? -1)
  if (before !== -1) return before + 1
  const after = map[at] ?? -1
  return after === -1 ? undefined : after
}
