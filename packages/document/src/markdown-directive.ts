import type { Lexer, Token, TokenizerExtension, Tokens } from 'marked'

/** A `:::` container, as marked's block lexer hands it on. */
export interface DirectiveToken extends Tokens.Generic {
  type: 'directive'
  name: string
  title: string
  tokens: Token[]
}

const OPENING = /^ {0,3}(:{3,})[ \t]*([\p{L}][\p{L}\p{N}_-]*)[ \t]*([^\n]*)(?:\n|$)/u
const OPENS = /^ {0,3}(:{3,})[ \t]*\p{L}/u
const CLOSES = /^ {0,3}(:{3,})[ \t]*$/

interface Body {
  /** Index behind the body, and behind its closing line. */
  end: number
  next: number
}

/** Finds the closing line of a container whose body starts at `from`. One that is never closed goes to the end. */
function findBody(source: string, from: number, colons: number): Body {
  const open = [colons]
  // Line by line, not split: a page may hold thousands of containers, each followed by all the rest.
  for (let at = from; at < source.length; ) {
    const feed = source.indexOf('\n', at)
    const next = feed === -1 ? source.length : feed + 1
    const line = source.slice(at, feed === -1 ? next : feed)
    const opening = OPENS.exec(line)?.[1]
    if (opening) open.push(opening.length)
    const closing = opening ? 0 : (CLOSES.exec(line)?.[1]?.length ?? 0)
    if (closing > 0) {
      const match = open.lastIndexOf(closing)
      // Too many colons close the innermost container; too few belong to one that we do not see (in a list, in code).
      if (match !== -1) open.length = match
      else if (closing > (open.at(-1) ?? 0)) open.pop()
      if (open.length === 0) return { end: at, next }
    }
    at = next
  }
  return { end: source.length, next: source.length }
}

/**
 * VuePress's `::: tip Title` … `:::` for marked. Containers may stand in one another, with more colons outside, or
 * with as many.
 */
export const directiveExtension: TokenizerExtension = {
  name: 'directive',
  level: 'block',
  // Called for each paragraph: looks no further than that paragraph reaches, or a page would cost its square.
  start(source: string) {
    const end = source.indexOf('\n\n')
    const at = (end === -1 ? source : source.slice(0, end)).search(/\n {0,3}:::[^\n]/)
    return at === -1 ? undefined : at + 1
  },
  tokenizer(this: { lexer: Lexer }, source: string): DirectiveToken | undefined {
    const opening = OPENING.exec(source)
    if (!opening) return undefined
    const [head, colons = '', name = '', title = ''] = opening
    const body = findBody(source, head.length, colons.length)
    const { top } = this.lexer.state
    this.lexer.state.top = true
    const tokens = this.lexer.blockTokens(source.slice(head.length, body.end), [])
    this.lexer.state.top = top
    return { type: 'directive', raw: source.slice(0, body.next), name, title: title.trim(), tokens }
  },
}
