/**
 * Typst's code, put together from strings of its language. A text of a page gets into it by `str` alone: there is no markup mode in what we
 * write, so that nothing that somebody typed can be read as a command.
 */

/** A text as a string literal. */
export const str = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`

/** A call; arguments are code. */
export const call = (name: string, ...args: string[]): string => `${name}(${args.join(', ')})`

/** Pieces of content, one after the other. */
export function join(pieces: readonly string[]): string {
  const some = pieces.filter((piece) => piece !== '')
  return some.length === 0 ? '[]' : `{${some.join(';')}}`
}

/** An array, also of one. */
export const array = (items: readonly string[]): string => `(${items.map((item) => `${item},`).join(' ')})`
