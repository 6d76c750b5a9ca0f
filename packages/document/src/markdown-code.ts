import type { Tokens } from 'marked'

/**
 * The text of a code block. Read from the source again: marked adds a line feed to a fence whose last line is blank.
 * Source: CommonMark 0.31.2, section 4.5.
 */
export function codeText(token: Tokens.Code): string {
  const [opening = '', ...lines] = token.raw.split('\n')
  const [, space = '', marker] = /^( *)(`{3,}|~{3,})/.exec(opening) ?? []
  if (marker === undefined) return token.text
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const end = lines[last]?.trim() ?? ''
  const closed = end.startsWith(marker) && end.replaceAll(marker.charAt(0), '') === ''
  const indentation = new RegExp(`^ {0,${space.length}}`)
  const body = lines.slice(0, closed ? last : last + 1)
  return body.map((line) => line.replace(indentation, '')).join('\n')
}
