/** Which posts a page of a topic holds: those after a number, or the last ones before it. */
export type Window = { after: number } | { before: number }

interface Numbered {
  number: number
}
export interface Page<Item extends Numbered> {
  items: Item[]
  /** More of the topic lies after it. */
  hasAfter: boolean
}

/** Posts shown above the one at which a topic opens, for context. */
const CONTEXT = 3

/** Where to start reading so that a post has a little of what came before it. */
export const firstWindow = (start: number): Window => ({ after: Math.max(0, start - 1 - CONTEXT) })

/** An answer as a page. What lies before a number has, by definition, something after it. */
export const pageOf = <Item extends Numbered>(
  window: Window,
  { items, next }: { items: Item[]; next: string | null },
): Page<Item> => ({ items, hasAfter: 'before' in window || next !== null })

export const nextWindow = ({ items, hasAfter }: Page<Numbered>): Window | undefined => {
  const last = items.at(-1)
  return last && hasAfter ? { after: last.number } : undefined
}

export const previousWindow = ({ items }: Page<Numbered>): Window | undefined => {
  const first = items[0]
  return first && first.number > 1 ? { before: first.number } : undefined
}

/** The number in `#message-12`. */
export const numberIn = (hash: string): number | undefined => {
  const found = /^#message-([1-9]\d{0,6})$/.exec(hash)
  return found ? Number(found[1]) : undefined
}

interface Position {
  postCount: number
  readNumber: number
  unread: number
}

/**
 * The post at which a topic opens: the one that the address names, else the first unread. A topic never read opens at its
 * beginning; one that is read to the end, at its last post where it is long.
 */
export const openingNumber = ({ postCount, readNumber, unread }: Position, named: number | undefined): number => {
  if (named !== undefined) return Math.min(named, postCount)
  if (unread > 0) return Math.min(readNumber + 1, postCount)
  return postCount > 20 ? postCount : 1
}
