import { escapeHtml } from '@cenacle/document/escape-html'
import { renderHtml } from '@cenacle/document/html'
import { fileKeyOf } from './book.ts'
import { mapTags, type Tag, writeTag } from './html-tags.ts'
import { dataUri } from './markdown-book.ts'
import type { Chapter, Place, Prepared } from './prepare.ts'
import { bindSpaces } from './typography.ts'

const VERBATIM = new Set(['code', 'pre', 'math'])
const LEVEL_MAX = 6

/** The level of a heading in HTML: a book's own name is the first. */
export const levelOf = ({ input }: Prepared, { level }: Pick<Place, 'level'>): number =>
  Math.min(LEVEL_MAX, input.isBook ? level + 1 : level)

/** A page's HTML as it stands in a file of its own: its pictures in it, its links led inside or to the site, its headings below its title. */
export function pageHtml(book: Prepared, chapter: Chapter): string {
  const html = renderHtml(chapter.doc)
  const rewriter = new Rewriter(book, chapter, new Set([...html.matchAll(/ id="(fn[^"]*)"/g)].map(([, id = '']) => id)))
  return mapTags(
    html,
    (tag) => rewriter.tag(tag),
    (words) => rewriter.words(words),
  )
}

class Rewriter {
  readonly #book: Prepared
  readonly #chapter: Chapter
  readonly #places: Iterator<Place>
  /** Ids of footnotes: they are in every page, and a book has many. */
  readonly #notes: ReadonlySet<string>
  #heading = 'h2'
  #verbatim = 0

  constructor(book: Prepared, chapter: Chapter, notes: ReadonlySet<string>) {
    this.#book = book
    this.#chapter = chapter
    this.#places = chapter.headings.values()
    this.#notes = notes
  }

  words(html: string): string {
    return this.#verbatim > 0 ? html : bindSpaces(html)
  }

  tag(tag: Tag): string {
    if (VERBATIM.has(tag.name)) this.#verbatim += tag.close ? -1 : 1
    if (/^h[1-6]$/.test(tag.name)) return this.#title(tag)
    if (tag.close) return writeTag(tag)
    const id = tag.attrs.get('id')
    if (id !== undefined) tag.attrs.set('id', this.#noteId(id))
    if (tag.name === 'img') return this.#image(tag)
    if (tag.name === 'a') this.#link(tag)
    // What may be wider than the screen moves by keyboard too.
    if (tag.name === 'pre' || tag.attrs.get('class') === 'math-block') tag.attrs.set('tabindex', '0')
    if (tag.name === 'input') tag.attrs.set('aria-label', tag.attrs.has('checked') ? 'Fait' : 'À faire')
    return writeTag(tag)
  }

  #noteId(id: string): string {
    return `${this.#chapter.place.short}-${id}`
  }

  #title(tag: Tag): string {
    if (tag.close) return `</${this.#heading}>`
    const isNotes = tag.attrs.get('class') === 'footnotes-title'
    const place = isNotes ? undefined : (this.#places.next().value as Place | undefined)
    this.#heading = `h${levelOf(this.#book, place ?? { level: this.#chapter.place.level + 1 })}`
    tag.attrs.set('id', place?.anchor ?? this.#noteId(tag.attrs.get('id') ?? ''))
    return writeTag({ ...tag, name: this.#heading })
  }

  #image(tag: Tag): string {
    const { attrs } = tag
    const image = this.#book.input.images[fileKeyOf(attrs.get('src') ?? '') ?? '']
    if (!image)
      return (
        writeTag({ name: 'span', close: false, attrs: new Map([['class', 'absent']]) }) +
        bindSpaces(escapeHtml(attrs.get('alt') ?? '')) +
        '</span>'
      )
    attrs.set('src', dataUri(image))
    attrs.set('width', String(image.width))
    attrs.set('height', String(image.height))
    attrs.delete('loading')
    return writeTag(tag)
  }

  #link({ attrs }: Tag): void {
    const href = attrs.get('href') ?? ''
    const note = href.startsWith('#') ? href.slice(1) : ''
    if (this.#notes.has(note)) return void attrs.set('href', `#${this.#noteId(note)}`)
    const target = this.#book.target(href, this.#chapter)
    attrs.set('href', 'place' in target ? `#${target.place.anchor}` : target.href)
    attrs.delete('download')
  }
}
