import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { type Heading, headings } from '@cenacle/document/outline'
import { type ExportInput, type ExportPage, pageOf } from './book.ts'

export type PmNode = ReturnType<typeof parseMarkdown>

/** A heading, or the title of a page, with its place in the whole. */
export interface Place extends Heading {
  /** Unique in the whole export; letters of any script, digits, hyphens, underscores. */
  anchor: string
  /** The same for formats that take ASCII letters, digits and underscores only, 40 at most. */
  short: string
}

/** A page as the writers read it. */
export interface Chapter {
  page: ExportPage
  doc: PmNode
  /** The page's title. */
  place: Place
  /** The page's headings in the order of its document, with no level left out: what a screen reader steps through. */
  headings: Place[]
}

/** Where a link leads, seen from inside the export. */
export type Target = { place: Place } | { href: string }

export interface Prepared {
  input: ExportInput
  chapters: Chapter[]
  /** Titles and headings for a table of contents, those that are deeper than it shows left out. */
  contents: Place[]
  target(href: string, from: Chapter): Target
}

/** Nobody can be led to what has no name. */
const UNTITLED = 'Sans titre'
/** As many lines as a reader still looks through. */
const CONTENTS_MAX = 150
const CONTENTS_DEPTH = 4

/** Reads the pages of an export and gives each heading its place. @throws DocumentError document-too-deep, document-too-large */
export function prepare(given: ExportInput): Prepared {
  const pages = given.pages.map((page) => ({ ...page, title: page.title || UNTITLED }))
  const input = { ...given, title: given.title || UNTITLED, pages }
  const chapters = input.pages.map((page, i) => chapterOf(page, i, input.isBook))
  const byId = new Map(chapters.map((chapter) => [chapter.page.id, chapter]))
  return {
    input,
    chapters,
    contents: contentsOf(chapters),
    target(href, from) {
      const inside = href.startsWith('#') ? { id: from.page.id, heading: href.slice(1) } : pageOf(href)
      const chapter = inside && byId.get(inside.id)
      if (!chapter) return { href: absolute(href, input.origin) }
      const heading = inside.heading === undefined ? '' : decoded(inside.heading)
      return { place: chapter.headings.find(({ id }) => id === heading) ?? chapter.place }
    },
  }
}

function chapterOf(page: ExportPage, index: number, isBook: boolean): Chapter {
  const doc = parseMarkdown(page.markdown)
  const prefix = isBook ? `p${index + 1}` : ''
  const level = page.depth + 1
  const place = { id: prefix || 'haut', level, text: page.title, anchor: prefix || 'haut', short: `p${index + 1}` }
  let previous = level
  const places = headings(doc).map((heading, i): Place => {
    previous = Math.min(previous + 1, Math.max(level + 1, level + heading.level - 1))
    const anchor = isBook || heading.id === 'haut' ? `${prefix}-${heading.id}` : heading.id
    return { ...heading, level: previous, anchor, short: `p${index + 1}_${i + 1}` }
  })
  return { page, doc, place, headings: places }
}

function contentsOf(chapters: readonly Chapter[]): Place[] {
  const all = chapters.flatMap(({ place, headings }) => [place, ...headings]).filter(({ text }) => text !== '')
  const titles = new Set(chapters.map(({ place }) => place))
  for (let depth = CONTENTS_DEPTH; depth > 1; depth--) {
    const shown = all.filter((place) => place.level <= depth || titles.has(place))
    if (shown.length <= CONTENTS_MAX) return shown
  }
  return all.filter((place) => place.level === 1 || titles.has(place))
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** An address as it still works away from the site. */
function absolute(href: string, origin: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href
  try {
    return new URL(href, `${origin}/`).href
  } catch {
    return origin
  }
}
