/** How PostgreSQL is asked: what it makes of the words itself, and our own query, in which every word is letters and digits. */
export interface AskedWords {
  /** For `websearch_to_tsquery`: quotation marks, `or` and `-` mean what they mean to a web search. */
  web: string
  /** For `to_tsquery`; empty when the words contain operators, and for a question without a word. */
  words: string
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const OPERATOR = /"|(?:^|\s)-|(?:^|\s)or(?=\s|$)/iu

/**
 * Every word in singular and plural, since the French stemmer keeps the s of « élus »; the last one, perhaps still being
 * typed, as a beginning. A word is letters, marks and digits only: nothing in it can be an operator of a query.
 */
export function askedWords(q: string): AskedWords {
  const web = q.normalize('NFC')
  const words = OPERATOR.test(web) ? [] : (web.match(WORD) ?? [])
  const isOpen = words.length > 0 && /[\p{L}\p{N}\p{M}]$/u.test(web)
  const terms = words.map((word, i) => {
    const end = isOpen && i === words.length - 1 ? ':*' : ''
    return `(${bothNumbers(word)
      .map((form) => form + end)
      .join(' | ')})`
  })
  return { web, words: terms.join(' & ') }
}

function bothNumbers(word: string): string[] {
  if (word.length < 3) return [word]
  return /[sx]$/iu.test(word) ? [word, word.slice(0, -1)] : [word, `${word}s`]
}
