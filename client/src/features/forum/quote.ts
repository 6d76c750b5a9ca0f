/** Characters that would mean something where a text is quoted as it was seen. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')

/**
 * A quotation to answer under: who said it, then each line behind `>`. A blank line after it leaves it.
 * @param attribution one line, already in Markdown
 * @param text what was selected, as it was seen
 */
export const quoteSelection = (attribution: string, text: string): string => quote(attribution, escaped(text))

/** The same from the Markdown of a whole post. */
export const quote = (attribution: string, markdown: string): string => {
  const lines = [attribution, '', ...markdown.trim().split(/\r?\n/)]
  return `${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n\n`
}

/** A draft with a quotation at its end; what was written stays before it. */
export const withQuote = (draft: string, quotation: string): string =>
  draft.trim() === '' ? quotation : `${draft.trimEnd()}\n\n${quotation}`
