import { Mark, type Node as PmNode } from 'prosemirror-model'
import { commonPairs, type Pair } from './diff-lcs.ts'
import type { Piece } from './diff-piece.ts'

/** A word, the space between two, a sign, or what is no text; with the place where it stands. */
interface Token {
  node: PmNode
  start: number
  end: number
}

/** A word as it is counted: with its apostrophes and hyphens. */
export const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu
/** What is in common between two changes, but says nothing, is read better as part of them. */
const SAYS = /[\p{L}\p{N}]/u
const SHORT = 3

/** What changed in a line of text, word by word; marks that changed on the same words are a change of those words. */
export function diffInline(from: PmNode, to: PmNode): Piece[] {
  const [before, after] = [tokensOf(from), tokensOf(to)]
  const ids = new Map<string, number>()
  const number = (token: Token): number => {
    const key = keyOf(token)
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  }
  const pairs = commonPairs(before.map(number), after.map(number))
  const line = new Line()
  let [at, other] = [0, 0]
  const upTo = (nextFrom: number, nextTo: number): void => {
    for (; at < nextFrom; at++) line.add('removed', before[at], undefined)
    for (; other < nextTo; other++) line.add('added', undefined, after[other])
  }
  for (const [i, j] of telling(pairs, before, after.length)) {
    upTo(i, j)
    const [a, b] = [before[at++] as Token, after[other++] as Token]
    line.add(looksSame(a.node, b.node) ? 'same' : 'changed', a, b)
  }
  upTo(before.length, after.length)
  return line.pieces
}

function tokensOf(block: PmNode): Token[] {
  return block.children.flatMap((node): Token[] => {
    if (!node.isText) return [{ node, start: 0, end: 1 }]
    return [...(node.text ?? '').matchAll(TOKEN)].map(({ 0: text, index }) => ({
      node,
      start: index,
      end: index + text.length,
    }))
  })
}

const textOf = ({ node, start, end }: Token): string => node.text?.slice(start, end) ?? ''

/** Text is compared without its marks, a picture by where it comes from; anything else as a whole. */
function keyOf(token: Token): string {
  const { node } = token
  if (node.isText) return textOf(token)
  const { src } = node.attrs
  return `\u0000${node.type.name} ${typeof src === 'string' ? src : JSON.stringify(node.toJSON())}`
}

const looksSame = (a: PmNode, b: PmNode): boolean =>
  Mark.sameSet(a.marks, b.marks) && (a.isText || (a.sameMarkup(b) && a.content.eq(b.content)))

/** Without the short runs between two changes that say nothing: a space, a comma. */
function telling(pairs: readonly Pair[], before: readonly Token[], length: number): Pair[] {
  const runs: Pair[][] = []
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1)
    if (last && last[0] + 1 === pair[0] && last[1] + 1 === pair[1]) runs.at(-1)?.push(pair)
    else runs.push([pair])
  }
  return runs
    .filter((run) => {
      const [first, last] = [run[0] as Pair, run.at(-1) as Pair]
      const isAtEdge = (first[0] === 0 && first[1] === 0) || (last[0] === before.length - 1 && last[1] === length - 1)
      const text = run.map(([at]) => textOf(before[at] as Token)).join('')
      return isAtEdge || SAYS.test(text) || text.length > SHORT || text === ''
    })
    .flat()
}

interface Stretch {
  change: Piece['change']
  from: Token | undefined
  to: Token | undefined
}

/** Puts tokens together that stand side by side in one node and met the same fate. */
class Line {
  readonly #stretches: Stretch[] = []

  add(change: Piece['change'], from: Token | undefined, to: Token | undefined): void {
    const last = this.#stretches.at(-1)
    if (last?.change === change && follows(last.from, from) && follows(last.to, to)) {
      if (last.from && from) last.from.end = from.end
      if (last.to && to) last.to.end = to.end
    } else this.#stretches.push({ change, from: from && { ...from }, to: to && { ...to } })
  }

  get pieces(): Piece[] {
    return this.#stretches.map(({ change, from, to }) => ({
      change,
      from: from ? cut(from) : null,
      to: to ? cut(to) : null,
      inside: [],
      twin: null,
    }))
  }
}

const follows = (last: Token | undefined, next: Token | undefined): boolean =>
  last === next || (last !== undefined && last.node === next?.node && last.node.isText && last.end === next.start)

const cut = ({ node, start, end }: Token): PmNode => (node.isText ? node.cut(start, end) : node)
