/** How many `--person-N` colours styles/tokens.css has. */
export const PERSON_COLORS = 8

/** The colour of a person, the same everywhere and for everybody: N of `--person-N` (FNV-1a of the id). */
export const personColor = (id: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % PERSON_COLORS
}

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
