import { escapeHtml } from '@cenacle/document/escape-html'

/** A start or an end tag, as `renderHtml` and KaTeX write them. */
export interface Tag {
  name: string
  close: boolean
  attrs: Map<string, string>
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [\w:-]+(?:="[^"]*")?)*) ?\/?>/g
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

export const unescapeHtml = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)

/**
 * HTML with each tag replaced by what `change` returns, and each text between two tags by what `words` returns. Only for HTML that we wrote
 * ourselves: there, `<` begins a tag wherever it stands.
 */
export function mapTags(html: string, change: (tag: Tag) => string, words: (html: string) => string): string {
  let result = ''
  let at = 0
  for (const found of html.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = found
    result += words(html.slice(at, found.index))
    const attrs = new Map(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, unescapeHtml(value)]),
    )
    result += change({ name, close: slash === '/', attrs })
    at = found.index + whole.length
  }
  return result + words(html.slice(at))
}

/** A tag as HTML; an attribute with an empty value is one that is there or not. */
export function writeTag({ name, close, attrs }: Tag): string {
  const written = [...attrs].map(([key, value]) =>
    value === '' && key !== 'alt' ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`,
  )
  return close ? `</${name}>` : `<${name}${written.join('')}>`
}
