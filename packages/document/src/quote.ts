/** A passage as somebody saw it, with a little of what stands around it (the text quote selector of the W3C's Web Annotation Data Model). */
export interface Quote {
  text: string
  before: string
  after: string
}
export interface Range {
  from: number
  to: number
}

/** How much of its surroundings a passage remembers, in units. */
export const CONTEXT = 40
/** A quotation that is shorter says little by itself: its surroundings must agree, too. */
const TELLING = 12
const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff\ufffc]/
const SEEN = /[^\s\u00ad\u200b-\u200d\u2060\ufeff\ufffc]+/g

/** A text without its spaces, which every rendering sets anew, and where each of its units came from. */
interface Squeezed {
  text: string
  origin: Uint32Array
}

function squeeze(source: string): Squeezed {
  const { letters, starts } = composed(source)
  const origin = new Uint32Array(letters.length)
  let count = 0
  let text = ''
  for (const piece of letters.matchAll(SEEN)) {
    text += piece[0]
    for (let i = 0; i < piece[0].length; i++)
      origin[count++] = starts ? (starts[piece.index + i] ?? 0) : piece.index + i
  }
  return { text, origin }
}

/** What comes over HTTP is in the composed form; a text that is not is brought to it letter by letter. */
function composed(source: string): { letters: string; starts?: number[] } {
  if (source === source.normalize('NFC')) return { letters: source }
  const starts: number[] = []
  let letters = ''
  for (const { 0: letter, index } of source.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const one = letter.normalize('NFC')
    letters += one
    for (let i = 0; i < one.length; i++) starts.push(index)
  }
  return { letters, starts }
}

/** How much the end of `a` and the end of `b` have in common. */
function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}
function commonStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}

interface Found {
  at: number
  agrees: number
}

function occurrences(text: string, quote: string, before: string, after: string): Found[] {
  const found: Found[] = []
  for (let at = text.indexOf(quote); at !== -1 && found.length < 1_000; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length
    const agrees =
      commonEnd(text.slice(Math.max(0, at - before.length), at), before) +
      commonStart(text.slice(end, end + after.length), after)
    found.push({ at, agrees })
  }
  return found.sort((a, b) => b.agrees - a.agrees)
}

/**
 * Where a passage stands in a text. Spaces do not count: a browser says line ends and thin spaces in its own way.
 * @param near about how many units that are no space stand before it, to choose among places whose surroundings are alike; without it such places are not told apart
 * @returns undefined when it is not there, or cannot be told from others
 */
export function findQuote(source: string, quote: Quote, near?: number): Range | undefined {
  const wanted = squeeze(quote.text).text
  if (wanted === '') return undefined
  const { text, origin } = squeeze(source)
  const [before, after] = [squeeze(quote.before).text, squeeze(quote.after).text]
  const found = occurrences(text, wanted, before, after)
  const [first, second] = found
  if (!first) return undefined
  let best = first
  if (near !== undefined) {
    const alike = found.filter(({ agrees }) => agrees === first.agrees)
    best = alike.reduce((a, b) => (Math.abs(b.at - near) < Math.abs(a.at - near) ? b : a))
  } else if (second?.agrees === first.agrees || (wanted.length < TELLING && !agreesWell(first, before, after))) {
    return undefined
  }
  const last = origin[best.at + wanted.length - 1] ?? 0
  return { from: origin[best.at] ?? 0, to: wholeLetter(source, last + 1) }
}

const agreesWell = ({ agrees }: Found, before: string, after: string): boolean =>
  agrees >= Math.min(TELLING, before.length + after.length)

/** The end of the letter that ends about here: a pair of units, or marks that follow it, belong to it. */
function wholeLetter(source: string, to: number): number {
  let end = to
  while (end < source.length && /^[\p{M}\udc00-\udfff]/u.test(source.slice(end, end + 1))) end++
  return end
}

/** A range as a quotation, its edges without spaces; undefined when nothing of it is seen. */
export function quoteAt(source: string, range: Range): (Quote & Range) | undefined {
  let { from, to } = range
  while (from < to && UNSEEN.test(source[from] ?? '')) from++
  while (to > from && UNSEEN.test(source[to - 1] ?? '')) to--
  if (from === to) return undefined
  if (/^[\udc00-\udfff]/.test(source.slice(from, from + 1))) from--
  to = wholeLetter(source, to)
  return {
    from,
    to,
    text: source.slice(from, to).toWellFormed(),
    before: source.slice(Math.max(0, from - CONTEXT), from).toWellFormed(),
    after: source.slice(to, to + CONTEXT).toWellFormed(),
  }
}
