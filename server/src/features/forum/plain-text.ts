/** Named entities that our sanitiser writes; it leaves every other character as it is. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  's',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])
const EXCERPT = 240

/**
 * The words of sanitised HTML, in one pass. Blocks are parted by a space.
 * @param without elements whose content is left out
 */
export function plainText(html: string, without: readonly string[] = []): string {
  let text = ''
  let depth = 0
  for (const [, words = '', closing, name = ''] of html.matchAll(/([^<]*)(?:<(\/?)([a-z][a-z0-9]*)[^>]*>)?/g)) {
    if (depth === 0) text += words
    if (without.includes(name)) depth += closing ? -1 : 1
    if (name && !INLINE.has(name)) text += ' '
  }
  return decode(text).replace(/\s+/g, ' ').trim()
}

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })

/** The beginning of a text, cut between words. */
export function excerptOf(text: string): string {
  const points = Array.from(text.slice(0, 2 * EXCERPT + 1))
  if (points.length <= EXCERPT) return text
  const head = points.slice(0, EXCERPT - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${space > EXCERPT / 2 ? head.slice(0, space) : head}…`
}
