import type { InlineToken } from './inline-tokens.ts'
import { nextDollar } from './tex.ts'

const DIGIT = /^\d/

/**
 * The formula that starts at `at` (a `$`): `$…$` with no space behind the first dollar nor before the second, and no digit behind it, so
 * that « 5 $ et 6 $ » and « $20 et $30 » are prices; or `$$…$$`. The next dollar decides, so that a text is read once.
 * Source: Pandoc's manual, extension tex_math_dollars.
 * @returns null where it is a character
 */
export function readMath(source: string, at: number): { tokens: InlineToken[]; end: number } | null {
  const dollars = source[at + 1] === '$' ? 2 : 1
  const from = at + dollars
  const to = nextDollar(source, from)
  if (to <= from) return null
  const end = to + dollars
  if (dollars === 2 ? source[to + 1] !== '$' : isPrice(source, from, to)) return null
  return { tokens: [{ kind: 'math', tex: source.slice(from, to) }], end }
}

function isPrice(source: string, from: number, to: number): boolean {
  return /\s/.test(source.charAt(from)) || /\s/.test(source.charAt(to - 1)) || DIGIT.test(source.charAt(to + 1))
}
