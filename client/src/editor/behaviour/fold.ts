/** A text as one looks for it: without accents, in small letters. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, ' ')

/**
 * How well a text answers what was typed: 0 when it starts with it, 1 when each word starts one of its words, undefined when it does not.
 * @param wanted what was typed, folded
 */
export function matchOf(text: string, wanted: string): 0 | 1 | undefined {
  const folded = fold(text)
  if (folded.startsWith(wanted)) return 0
  const words = folded.split(/[\s,-]+/)
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))) ? 1 : undefined
}

/** Those that answer what was typed, the best first, else in their order. @param textOf all the words of one */
export function matching<T>(all: readonly T[], wanted: string, textOf: (one: T) => string): T[] {
  const folded = fold(wanted.trim())
  if (folded === '') return [...all]
  const found = all.map((one) => ({ one, match: matchOf(textOf(one), folded) }))
  return [0, 1].flatMap((match) => found.filter((each) => each.match === match).map(({ one }) => one))
}
