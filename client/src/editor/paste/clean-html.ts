import { withRealLists } from './word-lists.ts'

const isOurs = (html: string): boolean => html.includes('data-pm-slice')

/** Attributes that say how something looks; what they mean is put into words first. */
const withoutLooks = (html: string): string =>
  html.replace(/<([a-z][a-z0-9]*)\b([^>]*)>/gi, (_, tag: string, attributes: string) => {
    const kept = attributes.replace(
      /\s(?:class|style|lang|dir|id|width|height|bgcolor|border|cell\w+|v?align|on\w+|data-(?!align)[\w-]+|xml:\w+|o:\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi,
      '',
    )
    return `<${tag}${kept}>`
  })

/** « font-weight:700 » is bold, « font-style:italic » is italic, where an office suite writes no tag for it. */
const withMeaning = (html: string): string =>
  html.replace(/<span\b([^>]*)>([^<]*)<\/span>/gi, (_, attributes: string, inner: string) => {
    const has = (pattern: RegExp): boolean => pattern.test(attributes)
    let marked = inner
    if (has(/font-style:\s*italic/i)) marked = `<em>${marked}</em>`
    if (has(/text-decoration[\w-]*:\s*[^;"']*line-through/i)) marked = `<s>${marked}</s>`
    if (has(/font-weight:\s*(?:bold|[6-9]00)/i)) marked = `<strong>${marked}</strong>`
    return marked
  })

/** The page has its title already: headings of a document that has one go one level down. */
const withLowerHeadings = (html: string): string =>
  /<h1\b/i.test(html)
    ? html.replace(/<(\/?)h([1-5])\b/gi, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
    : html

/**
 * Cleans HTML that was copied elsewhere (Word, LibreOffice, Google Docs, a web page): styles and scripts go, lists, headings, tables,
 * links and emphasis stay. What the editor itself copied is left as it is. Safety does not rest on this: the schema decides what enters.
 */
export function cleanHtml(html: string): string {
  if (isOurs(html)) return html
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html
  const bare = body
    .replace(/<(style|script|xml|head|title|noscript|svg|o:p|w:\w+|m:\w+)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?(?:o|w|v|m|st1):[^>]*>/gi, '')
    // Google Docs wraps everything in a bold that is not one.
    .replace(/<b\b[^>]*font-weight:\s*(?:normal|400)[^>]*>/gi, '<div>')
  return withLowerHeadings(withoutLooks(withMeaning(withRealLists(bare)))).replace(
    /<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g,
    '',
  )
}
