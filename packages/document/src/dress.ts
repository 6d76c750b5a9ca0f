import type { Mark, Node as PmNode } from 'prosemirror-model'
import { annotatedSchema } from './annotated-schema.ts'
import { isTextBlock } from './flow.ts'

/** A mark on a stretch of a document's text, counted as `flowOf` does. */
export interface Span {
  from: number
  to: number
  mark: Mark
}
/** Text that is only proposed: it stands before the unit `at` of the text that is read. */
export interface Proposal {
  at: number
  nodes: PmNode[]
}

/** A document in the schema that knows annotations, with these on it. */
export function dress(body: PmNode, spans: readonly Span[], proposals: readonly Proposal[]): PmNode {
  return new Dresser(spans, proposals).block(body)
}

class Dresser {
  readonly #spans: readonly Span[]
  readonly #waiting: Proposal[]
  #at = 0

  constructor(spans: readonly Span[], proposals: readonly Proposal[]) {
    this.#spans = spans
    this.#waiting = proposals.toSorted((a, b) => b.at - a.at)
  }

  block(node: PmNode): PmNode {
    const isText = isTextBlock(node.type.name)
    if (!isText && node.isTextblock) return annotatedSchema.nodeFromJSON(node.toJSON())
    const content = isText ? this.#inline(node.children) : node.children.map((child) => this.block(child))
    const type = annotatedSchema.nodes[node.type.name as keyof typeof annotatedSchema.nodes]
    if (!type) throw new Error(`the schema has no ${node.type.name}`)
    // What is proposed may have stood where more marks are allowed: a browser would drop a code block with bold words in it.
    return type.create(
      node.attrs,
      content.map((child) => child.mark(type.allowedMarks(child.marks))),
    )
  }

  /** A run of text ends with a unit of its own, and so does a block without text. */
  #inline(children: readonly PmNode[]): PmNode[] {
    const nodes: PmNode[] = []
    for (const [index, child] of children.entries()) {
      if (!child.isText) nodes.push(annotatedSchema.nodeFromJSON(child.toJSON()))
      else {
        nodes.push(...this.#text(child))
        if (!children[index + 1]?.isText) nodes.push(...this.#end())
      }
    }
    return children.some(({ isText }) => isText) ? nodes : [...nodes, ...this.#end()]
  }

  #end(): PmNode[] {
    const nodes = this.#proposed()
    this.#at += 1
    return nodes
  }

  #text(child: PmNode): PmNode[] {
    const [start, end, text] = [this.#at, this.#at + child.nodeSize, child.text ?? '']
    const own = child.marks.map(({ type, attrs }) => annotatedSchema.mark(type.name, attrs))
    const here = this.#spans.filter(({ from, to }) => from < end && to > start)
    const stops = [end, ...here.flatMap(({ from, to }) => [from, to]), ...this.#waiting.map(({ at }) => at)]
    const nodes: PmNode[] = []
    for (const stop of new Set(stops.filter((one) => one > start && one <= end).sort((a, b) => a - b))) {
      nodes.push(...this.#proposed())
      const over = here.filter(({ from, to }) => from <= this.#at && to >= stop)
      const marks = over.reduce<readonly Mark[]>((set, { mark }) => mark.addToSet(set), own)
      nodes.push(annotatedSchema.text(text.slice(this.#at - start, stop - start), marks))
      this.#at = stop
    }
    return nodes
  }

  /** What is proposed up to here. */
  #proposed(): PmNode[] {
    const nodes: PmNode[] = []
    for (let one = this.#waiting.at(-1); one && one.at <= this.#at; one = this.#waiting.at(-1)) {
      nodes.push(...one.nodes)
      this.#waiting.pop()
    }
    return nodes
  }
}
