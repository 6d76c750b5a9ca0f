/** How many colours a person can have: `--person-0` … of the client's styles/tokens.css. */
export const PERSON_COLORS = 8

/** The colour of a person, the same everywhere and for everybody, from 0 (FNV-1a of the id). */
export const personColor = (id: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % PERSON_COLORS
}
