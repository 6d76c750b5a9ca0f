import { readReference } from './entities.ts'

/** The source of an empty paragraph, which Markdown itself does not have. */
export const EMPTY_PARAGRAPH = '&nbsp;'

const WORD = /[\p{L}\p{N}]/u
const SPECIAL =
  /[\\`*[\]~]|(?<=https?):(?=\/\/)|(?<=www)\.|(?<=[A-Za-z0-9._+-])@(?=[A-Za-z0-9-])|<(?=[A-Za-z/!?]|$)|\$(?![ \u00a0\u202f]\S)|[_&\t]/gi

/** Text of a document as Markdown inline text: only what would mean something is escaped. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, (char, at: number) => {
    if (char === '\t') return '&#9;'
    if (char === '&') return readReference(text, at) ? '\\&' : '&'
    if (char === '_' && isWord(text, at - 1) && isWord(text, at + 1)) return '_'
    return `\\${char}`
  })
}

/** Text between brackets: a caret at its start would make it a footnote. */
export function escapeLabel(text: string): string {
  return escapeText(text).replace(/^\^/, '\\^')
}

/** Is there a letter or digit of the basic plane at this index? Beyond it, an escape too many does no harm. */
function isWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at))
}

/** A space at the edge of a line, as a reference: bare, Markdown would drop it. */
function edge(char: string): string {
  return `&#${char.codePointAt(0)};`
}

/** A line of a paragraph, heading or cell whose outer spaces survive. */
export function protectEdges(line: string): string {
  return line.replace(/^\s/u, edge).replace(/\s$/u, edge)
}

/** A line of a paragraph that cannot be taken for the start of another block. */
export function protectStart(line: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|=+\s*$|-[-\s|:]*$|:[-:]|\|)/u.test(line)) return `\\${line}`
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
}

/** A formula where `$…$` does not do. */
export function mathTag(tex: string): string {
  return `<math>${escapeReferences(tex.replace(/[\\<]/g, '\\$&'))}</math>`
}

/** A code span's text between as many backticks as it needs. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const ticks = '`'.repeat(hasRun(text, 1) ? longest + 1 : 1)
  const pad = /^`|`$|^ .*[^ ].* $/s.test(text) ? ' ' : ''
  return ticks + pad + text + pad + ticks
}

function hasRun(text: string, length: number): boolean {
  return [...text.matchAll(/`+/g)].some(([run]) => run.length === length)
}

function escapeReferences(text: string): string {
  return text.replace(/&/g, (char, at: number) => (readReference(text, at) ? '\\&' : char))
}

function destination(url: string): string {
  const escaped = escapeReferences(url.replace(/\\/g, '\\\\'))
  if (/[\s<>]/u.test(url)) return `<${escaped.replace(/[<>]/g, '\\$&')}>`
  return isBalanced(url) ? escaped : escaped.replace(/[()]/g, '\\$&')
}

function isBalanced(url: string): boolean {
  let depth = 0
  for (const char of url) {
    if (char === '(') depth++
    else if (char === ')' && --depth < 0) return false
    if (depth > 8) return false
  }
  return depth === 0
}

/** The target of a link or image: `(destination "title")`. */
export function linkTarget(href: string, title: string | null): string {
  if (title === null) return `(${destination(href)})`
  return `(${destination(href)} "${escapeReferences(title.replace(/["\\]/g, '\\$&'))}")`
}

/**
 * An inline source as the text of a table cell. GFM takes one backslash before each pipe away, before anything else.
 * Needs an even number of backslashes before each pipe; code spans with another one are written as `<code>`.
 */
export function escapePipes(source: string): string {
  return source.replaceAll('|', '\\|')
}
