import type { Mark, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { isOwnSuggestion, nodeSuggestion, SUGGESTED } from '@cenacle/document/annotations'

/** What a transaction has changed: [from, to) of the document before it has become [from, now) of the one after. */
export interface Region {
  from: number
  to: number
  now: number
}

/** The smallest stretch that holds all that a transaction has changed; undefined when nothing is different. */
export function regionOf(tr: Transaction): Region | undefined {
  const {
    before,
    doc: after,
    mapping: { maps },
  } = tr
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const [index, map] of maps.entries()) {
    const back = maps.slice(0, index).reverse()
    const original = (position: number, side: number): number =>
      back.reduce((at, earlier) => earlier.invert().map(at, side), position)
    map.forEach((start, end) => {
      from = Math.min(from, original(start, -1))
      to = Math.max(to, original(end, 1))
    })
  }
  if (from > to) {
    // Marks and attributes have no map.
    const start = before.content.findDiffStart(after.content)
    const end = before.content.findDiffEnd(after.content)
    if (start === null || !end) return undefined
    return { from: start, to: Math.max(start, end.a), now: Math.max(start, end.b) }
  }
  const now = to + after.content.size - before.content.size
  return before.slice(from, to).eq(after.slice(from, now)) ? undefined : { from, to, now }
}

/** Is this a node that the person with that key has proposed? */
export function isOwnNode(node: Node | null | undefined, key: string): boolean {
  const found = nodeSuggestion(node?.attrs[SUGGESTED])
  return found?.what === 'insertion' && isOwnSuggestion(found.id, key)
}

/** Whether a stretch lies in one block that its writer has proposed: there one writes as one likes. */
export function isWithinOwn({ before, doc }: Transaction, { from, to, now }: Region, key: string): boolean {
  const $from = before.resolve(from)
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    if (!isOwnNode($from.node(depth), key) || to > $from.end(depth)) continue
    const $after = doc.resolve(from)
    if ($after.depth >= depth && isOwnNode($after.node(depth), key) && now <= $after.end(depth)) return true
  }
  return false
}

const insertions = (marks: readonly Mark[]): Mark[] => marks.filter(({ type }) => type.name === 'insertion')

/** Is this text that the person with that key has proposed? */
export const isOwn = (node: Node | null | undefined, key: string): boolean =>
  insertions(node?.marks ?? []).some(({ attrs }) => isOwnSuggestion(String(attrs['id']), key))

/** Is all that stands there such text? */
export function isOwnText(doc: Node, { from, to }: Pick<Region, 'from' | 'to'>, key: string): boolean {
  let own = from < to
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !isOwn(node, key)) own = false
  })
  return own
}

export { insertions }
