import { elementsIn, type HtmlElement, textIn } from './html-tree.ts'
import { slug } from './outline.ts'

/** Services that stand between a link and where it leads: host → parameter that holds the address. They also tell who clicked. */
const BETWEEN: readonly [RegExp, string][] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]+$/, 'q'],
]

/**
 * Where a link of a foreign document leads in truth: Outlook and Google Docs put an address of theirs around it, with the name of who received it.
 * @param anchors ids of the document → those of its headings once it is a page; other anchors lead nowhere
 * @returns null when it leads nowhere that could be kept
 */
export function trueAddress(href: string, anchors: ReadonlyMap<string, string>): string | null {
  const text = href.trim()
  if (text.startsWith('#')) {
    const slug = anchors.get(text.slice(1))
    return slug === undefined ? null : `#${slug}`
  }
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return text
  const url = new URL(text)
  const parameter = BETWEEN.find(([host]) => host.test(url.hostname))?.[1]
  const inner = parameter === 'q' && url.pathname !== '/url' ? null : parameter && url.searchParams.get(parameter)
  return inner && /^https?:/i.test(inner) ? inner : text
}

/** The ids of a document's headings, and of bookmarks in them → what the page will call them. */
export function anchorsOf(root: HtmlElement): Map<string, string> {
  const anchors = new Map<string, string>()
  for (const heading of elementsIn(root)) {
    if (!/^h[1-6]$/.test(heading.name)) continue
    const name = slug(textIn(heading).replace(/\s+/gu, ' ').trim())
    for (const { attrs } of [heading, ...elementsIn(heading)]) {
      for (const id of [attrs['id'], attrs['name']]) if (id) anchors.set(id, name)
    }
  }
  return anchors
}
