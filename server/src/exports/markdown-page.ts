import { mapLinks } from '@cenacle/document/links'
import { serializePage } from '@cenacle/document/page'
import { linkOf } from './markdown-book.ts'
import type { Prepared } from './prepare.ts'

/** A page as a Markdown file, as the importer reads it. It comes by itself: its pictures and links are found on the site. */
export function writeMarkdownPage(book: Prepared): string {
  const [chapter] = book.chapters
  if (!chapter) return ''
  return serializePage(
    chapter.page.title,
    mapLinks(chapter.doc, (url) => (url.startsWith('#') ? url : linkOf(book, url, chapter))),
  )
}
