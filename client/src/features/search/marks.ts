/** An excerpt cut where the server marked what was found: U+E000 opens, U+E001 closes. */
export const cutMarks = (excerpt: string): { text: string; found: boolean }[] =>
  excerpt
    .split(/(\ue000[^\ue000\ue001]*\ue001)/u)
    .map((part) => ({ text: part.replace(/[\ue000\ue001]/gu, ''), found: part.startsWith('\ue000') }))
    .filter((part) => part.text !== '')
