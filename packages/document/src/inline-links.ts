import { readReference } from './entities.ts'

/** Link reference definitions of a text, by label as `normalizeLabel` gives it. */
export type References = Map<string, { href: string; title: string | null }>

const PUNCTUATION = /[!-/:-@[-`{-~]/
const MAX_PARENS = 32
/** Longest destination and title that are looked for: an unclosed one must not be searched through the page each time. */
const MAX_TARGET = 4000

/** A label for comparison: case and runs of spaces do not count. */
export function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** Resolves backslash escapes and character references. */
export function unescape(source: string): string {
  let text = ''
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string
    const reference = char === '&' ? readReference(source, i) : null
    if (reference) {
      text += reference.text
      i = reference.end - 1
    } else if (char === '\\' && PUNCTUATION.test(source[i + 1] ?? '')) text += source[++i]
    else text += char
  }
  return text
}

function skipSpace(source: string, at: number): number {
  let i = at
  while (source[i] === ' ' || source[i] === '\n' || source[i] === '\t') i++
  return i
}

/** Index behind the first unescaped `end` from `at`, or -1; one of `stops` ends the search. */
function findEnd(source: string, at: number, end: string, stops: string): number {
  for (let i = at; i < source.length; i++) {
    const char = source[i] as string
    if (char === '\\') i++
    else if (char === end) return i + 1
    else if (stops.includes(char)) return -1
  }
  return -1
}

function readDestination(source: string, at: number): number {
  if (source[at] === '<') return findEnd(source, at + 1, '>', '\n<')
  let depth = 0
  for (let i = at; i < source.length; i++) {
    const char = source[i] as string
    if (char === '\\') i++
    else if (char <= ' ') return i
    else if (char === '(' && ++depth > MAX_PARENS) return -1
    else if (char === ')' && --depth < 0) return i
  }
  return -1
}

const TITLE_ENDS: Record<string, string> = { '"': '"', "'": "'", '(': ')' }

/**
 * The inline target `(destination "title")` that starts at `at`.
 * Source: CommonMark 0.31.2, section 6.3.
 * @returns null when there is none
 */
export function readTarget(page: string, at: number): { href: string; title: string | null; end: number } | null {
  if (page[at] !== '(') return null
  const source = page.slice(0, at + 2 * MAX_TARGET)
  const start = skipSpace(source, at + 1)
  const destinationEnd = readDestination(source, start)
  if (destinationEnd === -1) return null
  const angled = source[start] === '<'
  const href = unescape(source.slice(angled ? start + 1 : start, angled ? destinationEnd - 1 : destinationEnd))
  let next = skipSpace(source, destinationEnd)
  let title: string | null = null
  const quote = TITLE_ENDS[source[next] ?? '']
  if (quote && next > destinationEnd) {
    const titleEnd = findEnd(source, next + 1, quote, '')
    if (titleEnd === -1) return null
    title = unescape(source.slice(next + 1, titleEnd - 1)) || null
    next = skipSpace(source, titleEnd)
  }
  return source[next] === ')' ? { href, title, end: next + 1 } : null
}

/**
 * The definition that a `[text][label]`, `[text][]` or `[text]` ending at `at` (behind the first bracket) refers to.
 * @returns null when there is none
 */
export function readReferenceLink(source: string, at: number, text: string, references: References) {
  if (references.size === 0) return null
  let label = text
  let end = at
  if (source[at] === '[') {
    const close = findEnd(source.slice(0, at + 1000), at + 1, ']', '[')
    if (close !== -1) {
      end = close
      label = source.slice(at + 1, close - 1) || text
    }
  }
  const found = label.length < 1000 ? references.get(normalizeLabel(label)) : undefined
  return found ? { ...found, end } : null
}
