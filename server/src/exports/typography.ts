const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/**
 * Text with French spaces that do not break: before ; : ! ? and inside « ». Only spaces that are there are changed, so that no letter is
 * added to or taken from what somebody wrote.
 */
export const bindSpaces = (text: string): string =>
  text
    .replace(/ (?=[;!?]+(?:[\s»)…]|$))/g, NARROW)
    .replace(/ (?=:(?:\s|$))/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/(\d) (?=(?:h|min|%|€|Mo|ko|km|m²)(?![\p{L}\d]))/gu, `$1${NO_BREAK}`)

/** Longest run without a space that is left alone, UTF-16 units. */
const RUN = 48
const ZERO_WIDTH_SPACE = '\u200b'

/** Gives very long words (addresses, hashes) places where a line may end, so that they do not run out of the page. */
export const softenLongRuns = (text: string): string =>
  text.replace(/[^\s\u200b-]{49,}/gu, (run) => {
    const parts: string[] = []
    let part = ''
    for (const char of run) {
      part += char
      if (part.length >= RUN / 2 || (part.length > 3 && /[/?&=_.]/.test(char))) {
        parts.push(part)
        part = ''
      }
    }
    return [...parts, part].filter((each) => each !== '').join(ZERO_WIDTH_SPACE)
  })
