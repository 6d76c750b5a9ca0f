import type { Node as PmNode } from 'prosemirror-model'
import * as Y from 'yjs'
import { nodeSuggestion, PROPOSED, SUGGESTED } from './annotations.ts'
import { renderView } from './html.ts'
import { BODY } from './yjs.ts'

/** A range of what one Yjs client brought: from a clock up to another. */
export interface ClientRange {
  client: number
  from: number
  to: number
}

/** A passage within one line that has one author. */
export interface AuthoredText<Author> {
  /** Null for text that nobody is known to have written. */
  author: Author | null
  /** Which line of the document it is in, from 0. */
  block: number
  text: string
}

/** Text that is read from Yjs, with who brought it. */
interface Brought<Author> {
  text: string
  author: Author | null
}

/** What `repair` left out of a line is looked for so far ahead, in UTF-16 units, and is found again by as many that agree. */
const AHEAD = 4_096
const AGREE = 8

/**
 * Who wrote each passage of a page, and the page with it: each passage in a `span` whose `data-run` is its place in the list.
 * @param body the content of `ydoc`, as `readBody` gives it
 * @param authorsIn who brought a range: its parts, in order, which together cover it. The same author is the same value.
 */
export function readAuthors<Author>(
  ydoc: Y.Doc,
  body: PmNode,
  authorsIn: (range: ClientRange) => { length: number; author: Author | null }[],
): { html: string; runs: AuthoredText<Author>[] } {
  const source = new Source(broughtIn(ydoc.getXmlFragment(BODY), authorsIn))
  const runs: AuthoredText<Author>[] = []
  const inside = new Map<PmNode, PmNode[]>()
  const runOf = new Map<PmNode, number>()
  let block = 0
  body.descendants((line) => {
    if (!line.isTextblock) return true
    const pieces = line.children.flatMap((node) => {
      if (!node.isText) return [node]
      let at = 0
      return source.follow(node.text ?? '').map(({ text, author }) => {
        const last = runs.at(-1)
        if (last?.block === block && last.author === author) last.text += text
        else runs.push({ author, block, text })
        const piece = node.cut(at, (at += text.length))
        runOf.set(piece, runs.length - 1)
        return piece
      })
    })
    inside.set(line, pieces)
    block += 1
    return false
  })
  const html = renderView(body, {
    inside: (node) => inside.get(node) ?? node.children,
    around: (node, own) => (runOf.has(node) ? `<span data-run="${runOf.get(node)}">${own}</span>` : own),
  })
  return { html, runs }
}

function broughtIn<Author>(
  parent: Y.XmlFragment,
  authorsIn: (range: ClientRange) => { length: number; author: Author | null }[],
): Brought<Author>[] {
  const found: Brought<Author>[] = []
  const stack: unknown[] = parent.toArray().reverse()
  while (stack.length > 0) {
    const node = stack.pop()
    if (node instanceof Y.XmlText) {
      for (const { id, text } of textsIn(node)) {
        let at = 0
        for (const { length, author } of authorsIn({ client: id.client, from: id.clock, to: id.clock + text.length }))
          found.push({ text: text.slice(at, (at += length)), author })
      }
    } else if (node instanceof Y.XmlElement && nodeSuggestion(node.getAttribute(SUGGESTED))?.what !== PROPOSED)
      stack.push(...node.toArray().reverse())
  }
  return found
}

/** The pieces of a text that are there and not only proposed, each with where it came from. */
function textsIn(text: Y.XmlText): { id: Y.ID; text: string }[] {
  const found: { id: Y.ID; text: string }[] = []
  const proposed = new Set<string>()
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (content.key.split('--')[0] !== PROPOSED) continue
      if (content.value === null) proposed.delete(content.key)
      else proposed.add(content.key)
    } else if (content instanceof Y.ContentString && proposed.size === 0) found.push({ id: item.id, text: content.str })
  }
  return found
}

/** The text of Yjs as it is read once from its start to its end; a document in normal form has nearly the same. */
class Source<Author> {
  readonly #text: string
  readonly #ends: number[] = []
  readonly #authors: (Author | null)[]
  #at = 0
  #piece = 0

  constructor(brought: readonly Brought<Author>[]) {
    this.#text = brought.map(({ text }) => text).join('')
    this.#authors = brought.map(({ author }) => author)
    let end = 0
    for (const { text } of brought) this.#ends.push((end += text.length))
  }

  /** The next text of the document, cut by author. */
  follow(wanted: string): Brought<Author>[] {
    const found: Brought<Author>[] = []
    for (let at = 0; at < wanted.length; ) {
      const [length, author] = this.#next(wanted, at)
      const last = found.at(-1)
      const text = wanted.slice(at, at + length)
      if (last && last.author === author) last.text += text
      else found.push({ text, author })
      at += length
    }
    return found
  }

  #next(wanted: string, at: number): [length: number, author: Author | null] {
    if (this.#text[this.#at] !== wanted[at]) {
      const again = this.#text.slice(this.#at, this.#at + AHEAD).indexOf(wanted.slice(at, at + AGREE))
      if (again < 0) return [1, null]
      this.#at += again
    }
    while ((this.#ends[this.#piece] ?? Number.POSITIVE_INFINITY) <= this.#at) this.#piece += 1
    const most = Math.min(this.#ends[this.#piece] ?? 0, this.#at + wanted.length - at)
    const start = this.#at
    while (this.#at < most && this.#text[this.#at] === wanted[at + this.#at - start]) this.#at += 1
    return [Math.max(1, this.#at - start), this.#authors[this.#piece] ?? null]
  }
}
