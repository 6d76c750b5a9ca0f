import { DocumentError, MAX_DEPTH, MAX_MARKDOWN } from './document-error.ts'
import { cleanText } from './repair-inline.ts'

/** Stands for a tab inside a fence while marked works: marked turns tabs in list items into spaces. */
const TAB = '\u0001'
const MARKER = /[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/y
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/
/** Opens and closes a formula. */
const DOLLARS = /^\$\$[ \t]*$/
/** A directive such as `::: tip Title` opens, a bare `:::` closes. */
const COLONS = /^:{3,}[ \t]*(\S?)/

interface Fence {
  marker: string
  column: number
}

/** Puts back the tabs that `prepareMarkdown` hid. */
export function restoreTabs(text: string): string {
  return text.replaceAll(TAB, '\t')
}

/**
 * Markdown made safe for marked: cleaned, tabs in fences hidden, and refused where its nesting would cost marked
 * seconds or its stack (marked lexes each level of nesting anew).
 * @throws {DocumentError} document-too-large, document-too-deep
 */
export function prepareMarkdown(markdown: string): string {
  if (markdown.length > MAX_MARKDOWN) throw new DocumentError('document-too-large')
  const scan = new LineScan()
  return cleanText(markdown.replace(/^\ufeff/, ''))
    .split('\n')
    .map((line) => scan.next(line))
    .join('\n')
}

/** Follows containers and fences from line to line, by indentation alone: enough to bound, not to parse. */
class LineScan {
  #columns: number[] = []
  #callouts = 0
  #fence: Fence | null = null
  #inFormula = false

  next(line: string): string {
    if (this.#fence && leaves(line, this.#fence)) this.#fence = null
    if (this.#fence) return this.#inFence(line, this.#fence)
    const start = indentation(line)
    if (start.index === line.length) return line
    while ((this.#columns.at(-1) ?? -1) > start.column) this.#columns.pop()
    const { index, column } = this.#markers(line, start)
    const rest = line.slice(index)
    if (DOLLARS.test(rest)) this.#inFormula = !this.#inFormula
    // Backticks in a formula open nothing. Its nesting counts all the same: it may be none, never closed.
    const fence = this.#inFormula ? undefined : FENCE.exec(rest)?.[1]
    if (fence) this.#fence = { marker: fence, column }
    const directive = COLONS.exec(rest)
    if (directive) this.#callouts = directive[1] ? this.#callouts + 1 : Math.max(0, this.#callouts - 1)
    if (this.#columns.length + this.#callouts > MAX_DEPTH * 2) throw new DocumentError('document-too-deep')
    return line
  }

  /** Walks over quote and list markers; each opens a container whose content starts behind it. */
  #markers(line: string, start: { index: number; column: number }) {
    let { index, column } = start
    for (;;) {
      MARKER.lastIndex = index
      const length = line[index] === '>' ? 1 : (MARKER.exec(line)?.[0].length ?? 0)
      if (length === 0) return { index, column }
      const space = indentation(line.slice(index + length))
      index += length + space.index
      column += length + space.column
      this.#columns.push(column)
      if (this.#columns.length > MAX_DEPTH * 2) throw new DocumentError('document-too-deep')
    }
  }

  #inFence(line: string, fence: Fence): string {
    const text = line.replace(/^[ \t>]*/, '').trimEnd()
    const closes = text.startsWith(fence.marker) && text.replaceAll(fence.marker[0] as string, '') === ''
    if (closes) {
      this.#fence = null
      return line
    }
    const { index } = indentation(line, fence.column, true)
    return line.slice(0, index) + line.slice(index).replaceAll('\t', TAB)
  }
}

/** Does the line stand outside the containers of the fence? Then the fence ends without a closing line. */
function leaves(line: string, fence: Fence): boolean {
  const { index, column } = indentation(line, fence.column, true)
  return column < fence.column && index < line.length
}

/** The index and column behind the spaces and tabs (and quote markers) at the start of a line, up to a column. */
function indentation(
  line: string,
  limit = Number.POSITIVE_INFINITY,
  quotes = false,
): { index: number; column: number } {
  let column = 0
  let index = 0
  for (; index < line.length && column < limit; index++) {
    if (line[index] === ' ' || (quotes && line[index] === '>')) column++
    else if (line[index] === '\t') column += 4 - (column % 4)
    else break
  }
  return { index, column }
}
