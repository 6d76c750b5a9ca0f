import type { Delimiter, InlineToken } from './inline-tokens.ts'

const SPACE = /^\s$/u
const PUNCTUATION = /^[\p{P}\p{S}]$/u

export type CharClass = 'space' | 'punctuation' | 'other'

/** The class of a character for the flanking rules; the edge of a text counts as a space. */
export function charClass(char: string | undefined): CharClass {
  if (char === undefined || char === '' || SPACE.test(char)) return 'space'
  return PUNCTUATION.test(char) ? 'punctuation' : 'other'
}

/**
 * Whether a run of delimiters can open or close emphasis, from what stands on both sides.
 * Source: CommonMark 0.31.2, section 6.2, rules 1–8; `~` as `*` (GFM 6.5).
 */
export function flanking(char: string, before: CharClass, after: CharClass): { canOpen: boolean; canClose: boolean } {
  const left = after !== 'space' && (after !== 'punctuation' || before !== 'other')
  const right = before !== 'space' && (before !== 'punctuation' || after !== 'other')
  if (char !== '_') return { canOpen: left, canClose: right }
  return {
    canOpen: left && (!right || before === 'punctuation'),
    canClose: right && (!left || after === 'punctuation'),
  }
}

function matches(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.char !== closer.char || !opener.canOpen || opener.left === 0) return false
  if (opener.char === '~') return opener.length === closer.length && opener.length <= 2
  const oneIsBoth = closer.canOpen || opener.canClose
  return !(
    oneIsBoth &&
    (opener.length + closer.length) % 3 === 0 &&
    (opener.length % 3 !== 0 || closer.length % 3 !== 0)
  )
}

function pair(opener: Delimiter, closer: Delimiter): void {
  const size = opener.char === '~' ? opener.length : Math.min(2, opener.left, closer.left)
  const mark = { type: opener.char === '~' ? 'strike' : size === 2 ? 'bold' : 'italic' }
  opener.left -= size
  closer.left -= size
  opener.on.push(mark)
  closer.off.push(mark)
}

/**
 * Matches delimiters into emphasis, in place. Linear: below `bottoms` no opener is searched twice for the same kind
 * of closer. Source: CommonMark 0.31.2, "An algorithm for parsing nested emphasis and links", process emphasis.
 */
export function processEmphasis(tokens: InlineToken[]): void {
  const stack: Delimiter[] = []
  const bottoms = new Map<string, number>()
  for (const token of tokens) {
    if (token.kind !== 'delimiter') continue
    if (token.canClose) close(token, stack, bottoms)
    if (token.left > 0 && token.canOpen) stack.push(token)
  }
}

function close(closer: Delimiter, stack: Delimiter[], bottoms: Map<string, number>): void {
  const key = `${closer.char}${closer.canOpen}${closer.length % 3}${closer.char === '~' ? closer.length : ''}`
  const bottom = bottoms.get(key) ?? 0
  let at = stack.length - 1
  while (closer.left > 0 && at >= bottom) {
    const opener = stack[at] as Delimiter
    if (!matches(opener, closer)) {
      at--
      continue
    }
    pair(opener, closer)
    // What lies between the two can no longer match anything.
    stack.length = opener.left > 0 ? at + 1 : at
    at = stack.length - 1
    for (const [kind, known] of bottoms) if (known > stack.length) bottoms.set(kind, stack.length)
  }
  if (closer.left > 0) bottoms.set(key, stack.length)
}
