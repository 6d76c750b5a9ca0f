import type { TokenizerExtension, Tokens } from 'marked'

/** A formula on lines of its own, as marked's block lexer hands it on. */
export interface MathToken extends Tokens.Generic {
  type: 'mathBlock'
  text: string
}

const FENCED = /^ {0,3}\$\$[ \t]*\n/
/** The whole formula between its dollars; the paragraph ends where it must end. */
const CLOSED = /^ {0,3}\$\$([^$]+)\$\$[ \t]*(?:\n|$)/
const CLOSING = /^ {0,3}\$\$[ \t]*$/

/** `$$`, lines of TeX, `$$` for marked; also `$$…$$` as a paragraph of its own. What is never closed is text. */
export const mathExtension: TokenizerExtension = {
  name: 'mathBlock',
  level: 'block',
  tokenizer(source: string): MathToken | undefined {
    const opening = FENCED.exec(source)?.[0]
    return opening === undefined ? closed(source) : (fenced(source, opening.length) ?? closed(source))
  },
}

function fenced(source: string, from: number): MathToken | undefined {
  for (let at = from; at < source.length; ) {
    const feed = source.indexOf('\n', at)
    const next = feed === -1 ? source.length : feed + 1
    const line = source.slice(at, feed === -1 ? next : feed)
    if (CLOSING.test(line)) return { type: 'mathBlock', raw: source.slice(0, next), text: source.slice(from, at) }
    // Two dollars elsewhere: this is not how it ends.
    if (line.includes('$$')) return undefined
    at = next
  }
  return undefined
}

function closed(source: string): MathToken | undefined {
  if (!/^ {0,3}\$\$/.test(source)) return undefined
  const end = source.indexOf('\n\n')
  const match = CLOSED.exec(end === -1 ? source : source.slice(0, end + 1))
  return match ? { type: 'mathBlock', raw: match[0], text: match[1] as string } : undefined
}
