const NARROW = '\u202F'
const NO_BREAK = '\u00A0'

// Code, link targets and bare addresses keep the spaces that they have.
const LITERAL = /(```[\s\S]*?```|`[^`\n]*`|\]\([^)\s]*\)|https?:\/\/\S+)/g

function space(text: string): string {
  return text
    .replace(/«[ \u202F\u00A0]?/g, `«${NARROW}`)
    .replace(/[ \u202F\u00A0]?»/g, `${NARROW}»`)
    .replace(/ (?=[;?]|!(?!\[))/g, NARROW)
    .replace(/ :(?=[\s*_]|$)/g, `${NO_BREAK}:`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW)
    .replace(/(?<=\d) (?=%)/g, NARROW)
    .replace(/(?<=\d) (?=h\b|€|min\b)/g, NO_BREAK)
    .replace(/(?<=\d\u00A0h) (?=\d)/g, NO_BREAK)
}

/**
 * Puts the no-break spaces of French typography in a text or a Markdown source that was typed with ordinary spaces:
 * U+202F inside « » and before ; ! ? %, in 80 000; U+00A0 before a colon and a unit. Code and link targets are left alone.
 * Applying it twice changes nothing. Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 * @param text plain text or Markdown
 */
export function french(text: string): string {
  return text
    .split(LITERAL)
    .map((part, index) => (index % 2 === 1 ? part : space(part)))
    .join('')
}
