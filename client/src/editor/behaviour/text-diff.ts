/** What changed between two lines of text: at `index`, `remove` characters go and `insert` comes. */
export interface Change {
  index: number
  remove: number
  insert: string
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/**
 * The smallest single change that makes `after` of `before`. Where several would (« aa » → « aaa »), the one that ends at the caret.
 * @param caret where the caret stands in `after`
 * @returns undefined when nothing changed
 */
export function changeBetween(before: string, after: string, caret: number): Change | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let end = 0
  const mostEnd = Math.min(shorter, after.length - caret)
  while (end < mostEnd && before.at(-1 - end) === after.at(-1 - end)) end += 1
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start += 1
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  // Half of an emoji must not be kept.
  if (start > 0 && (isLowSurrogate(before.charCodeAt(start)) || isLowSurrogate(after.charCodeAt(start)))) start -= 1
  if (end > 0 && isLowSurrogate(after.charCodeAt(after.length - end))) end -= 1
  return { index: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/** Where a caret is after a change that somebody else made. */
export function caretAfter(caret: number, { index, remove, insert }: Change): number {
  return caret <= index ? caret : Math.max(index, caret - remove) + insert.length
}

/** One line out of whatever was pasted. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ')
