/** First letters of the first and of the last word of a name: « Maëlle Bourdin » → « MB ». */
export const initials = (name: string): string => {
  const words = name
    .normalize('NFC')
    .split(/[\s\u00a0-]+/)
    .filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name.trim()]
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('fr')
}
