import { readReference } from './entities.ts'
import { unescape } from './inline-links.ts'
import type { InlineToken } from './inline-tokens.ts'
import type { LooseMark } from './tree.ts'

const NAME = '[A-Za-z][A-Za-z0-9-]{0,63}'
const VALUE = `"[^"]{0,4000}"|'[^']{0,4000}'|[^\\s"'=<>\`]{1,4000}`
const TAG = new RegExp(
  `<(/?)(${NAME})((?:\\s{1,200}[A-Za-z_:@][\\w.:@-]{0,63}(?:\\s{0,9}=\\s{0,9}(?:${VALUE}))?)*)\\s{0,200}/?>`,
  'y',
)
const ATTRIBUTE = new RegExp(`([A-Za-z_:@][\\w.:@-]{0,63})(?:\\s{0,9}=\\s{0,9}(${VALUE}))?`, 'g')
const MARKS: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}
const BLOCKS = new Set(
  'p div section article header footer main aside nav ul ol li dl dt dd table thead tbody tr td th h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption details summary center'.split(
    ' ',
  ),
)
/** Elements whose content is no text for a reader. */
const RAW = new Set(['script', 'style', 'template', 'title', 'textarea'])

interface Tag {
  name: string
  closing: boolean
  attrs: Map<string, string>
  end: number
}

function readTag(source: string, at: number): Tag | null {
  TAG.lastIndex = at
  const match = TAG.exec(source)
  if (!match) return null
  const attrs = new Map<string, string>()
  for (const [, name = '', quoted = ''] of (match[3] ?? '').matchAll(ATTRIBUTE)) {
    attrs.set(name.toLowerCase(), decode(quoted.replace(/^(["'])(.*)\1$/s, '$2')))
  }
  return { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/', attrs, end: TAG.lastIndex }
}

function decode(text: string): string {
  return text.replace(/&[^;&\s]{1,33};/g, (reference) => readReference(reference, 0)?.text ?? reference)
}

function skipRaw(source: string, tag: Tag): number {
  const end = new RegExp(`</${tag.name}`, 'gi')
  end.lastIndex = tag.end
  return end.exec(source)?.index ?? source.length
}

function tokensOf(tag: Tag): InlineToken[] {
  const mark = MARKS[tag.name]
  if (mark !== undefined) return [{ kind: tag.closing ? 'off' : 'on', mark: { type: mark } }]
  if (BLOCKS.has(tag.name)) return [{ kind: 'split', tag: tag.name }]
  if (tag.name === 'a') {
    const attrs = { href: tag.attrs.get('href') ?? '', title: tag.attrs.get('title') || null }
    return [{ kind: tag.closing ? 'off' : 'on', mark: { type: 'link', attrs } }]
  }
  if (tag.closing) return []
  if (tag.name === 'br') return [{ kind: 'break' }]
  if (tag.name === 'img') {
    const title = tag.attrs.get('title') || null
    return [{ kind: 'image', src: tag.attrs.get('src') ?? '', alt: tag.attrs.get('alt') ?? '', title }]
  }
  return component(tag)
}

/** `<Button text="Lire" link="/x" />`, as VuePress themes have it: its text is an attribute. */
function component(tag: Tag): InlineToken[] {
  const text = tag.attrs.get('text')
  if (!text) return []
  const mark: LooseMark = { type: 'link', attrs: { href: tag.attrs.get('link') ?? tag.attrs.get('href') ?? '' } }
  return [
    { kind: 'on', mark },
    { kind: 'text', text },
    { kind: 'off', mark },
  ]
}

/** The TeX between `<math>` and `</math>`; null when anything else stands there, as in MathML. */
function readFormula(source: string, from: number): { tokens: InlineToken[]; end: number } | null {
  let end = from
  while (end < source.length && source[end] !== '<') end += source[end] === '\\' ? 2 : 1
  const closing = readTag(source, end)
  if (closing?.name !== 'math' || !closing.closing) return null
  return { tokens: [{ kind: 'math', tex: unescape(source.slice(from, end)) }], end: closing.end }
}

/** Ends of comments and declarations known to be absent from the rest of a text: each is searched in vain once. */
export type MissingEnds = Set<string>

function endOf(source: string, end: string, at: number, missing: MissingEnds): number | null {
  if (missing.has(end)) return null
  const found = source.indexOf(end, at)
  if (found === -1) missing.add(end)
  return found === -1 ? null : found + end.length
}

/**
 * The tag, comment, or declaration that starts at `at` (a `<`): formatting tags become marks, unknown ones vanish and
 * leave their text.
 * @returns null where there is none, so that `<` is a character
 */
export function readHtml(
  source: string,
  at: number,
  missing: MissingEnds,
): { tokens: InlineToken[]; end: number } | null {
  const next = source[at + 1]
  if (next === '!' || next === '?') {
    const end = source.startsWith('<!--', at) ? endOf(source, '-->', at + 2, missing) : endOf(source, '>', at, missing)
    return end === null ? null : { tokens: [], end }
  }
  const tag = readTag(source, at)
  if (!tag) return null
  const formula = tag.name === 'math' && !tag.closing ? readFormula(source, tag.end) : null
  if (formula) return formula
  return { tokens: tokensOf(tag), end: RAW.has(tag.name) && !tag.closing ? skipRaw(source, tag) : tag.end }
}
