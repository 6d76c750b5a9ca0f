/** Formulas are TeX, as a document may hold it. Two dollars in a row mean nothing inside one, and would end it. */
function clean(text: string): string {
  return text.replaceAll('\t', ' ').replace(/\${2,}/g, '$')
}

/** The TeX of a formula within a line: on one line, trimmed. @param text clean text */
export function inlineTex(text: string): string {
  return clean(text).replaceAll('\n', ' ').trim()
}

/** The TeX of a formula of its own: no blank line (TeX refuses them), no spaces at the ends of lines. @param text clean text */
export function blockTex(text: string): string {
  return clean(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

/** Index of the first dollar from `at` on that no backslash escapes, or -1. */
export function nextDollar(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '$') return i
  }
  return -1
}

/**
 * Can `$…$` say this formula? Not one with a dollar of its own, nor one that ends in half an escape.
 * @param inCell in a table, where GFM takes a backslash before each pipe away
 */
export function dollarsFit(tex: string, inCell: boolean): boolean {
  if (nextDollar(tex, 0) !== -1 || /(?<!\\)(?:\\\\)*\\$/.test(tex)) return false
  return !(inCell && /(?<!\\)(?:\\\\)*\\\|/.test(tex))
}
