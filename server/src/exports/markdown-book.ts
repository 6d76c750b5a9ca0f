import { createHash } from 'node:crypto'
import { mapLinks } from '@cenacle/document/links'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { repair } from '@cenacle/document/repair'
import { type LooseNode, looseFromNode } from '@cenacle/document/tree'
import { type ExportImage, type ExportInput, fileKeyOf, sayDay } from './book.ts'
import type { Chapter, Place, Prepared } from './prepare.ts'

const LEVEL_MAX = 6

const text = (words: string, href?: string): LooseNode => ({
  type: 'text',
  text: words,
  marks: href === undefined ? [] : [{ type: 'link', attrs: { href } }],
})
const paragraph = (...children: LooseNode[]): LooseNode => ({ type: 'paragraph', children })
const heading = (level: number, ...children: LooseNode[]): LooseNode => ({
  type: 'heading',
  attrs: { level: Math.min(LEVEL_MAX, level) },
  children,
})

/**
 * Pages as one Markdown text: one document, so that its footnotes are numbered through; headings that something leads to have an anchor;
 * pictures stand at its end, out of the reader's way.
 */
export function writeMarkdownBook(book: Prepared): string {
  return new MarkdownBook(book).write()
}

class MarkdownBook {
  readonly #book: Prepared
  /** Stands for what a page has no word for, and is replaced at the end. Made from the texts, so that none of them can hold it. */
  readonly #mark: string
  readonly #anchors: string[] = []
  readonly #keys: string[] = []
  /** Anchors that some link leads to. */
  readonly #linked = new Set<string>()

  constructor(book: Prepared) {
    this.#book = book
    const hash = createHash('sha256')
    for (const { page } of book.chapters) hash.update(JSON.stringify([page.title, page.markdown]))
    this.#mark = `x${hash.digest('hex').slice(0, 32)}x`
  }

  write(): string {
    const { input, chapters } = this.#book
    // First all links, then the headings: only where something leads does an anchor stand.
    const bodies = chapters.map((chapter) => this.#linkedBody(chapter))
    const doc = repair([
      heading(1, text(input.title)),
      paragraph(text(aboutOf(input))),
      heading(2, text('Sommaire')),
      listOf(chapters.map(({ place }) => place)),
      ...chapters.flatMap((chapter, i) => this.#chapter(chapter, bodies[i] ?? [])),
      ...people(input),
    ])
    return this.#finish(serializeMarkdown(doc))
  }

  #anchor({ anchor }: Place): LooseNode {
    return paragraph(text(`${this.#mark}a${this.#anchors.push(anchor) - 1}z`))
  }

  #linkedBody(chapter: Chapter): LooseNode[] {
    const doc = mapLinks(chapter.doc, (url, use) => {
      if (use === 'image' && this.#imageOf(url)) return url
      const target = linkOf(this.#book, url, chapter)
      if (target?.startsWith('#')) this.#linked.add(target.slice(1))
      return target
    })
    return looseFromNode(doc).children ?? []
  }

  #chapter({ place, page, headings }: Chapter, body: readonly LooseNode[]): LooseNode[] {
    const title = heading(place.level + 1, text(page.title))
    return [this.#anchor(place), title, ...this.#lowered(body, headings.values())]
  }

  /** Headings below that of their page, each with its anchor; pictures by a name. */
  #lowered(nodes: readonly LooseNode[], places: Iterator<Place>): LooseNode[] {
    return nodes.flatMap((node) => {
      if (node.type === 'image') return [this.#picture(node)]
      const place = node.type === 'heading' ? (places.next().value as Place | undefined) : undefined
      const children = this.#lowered(node.children ?? [], places)
      if (!place) return [{ ...node, children }]
      const lowered = heading(place.level + 1, ...children)
      return this.#linked.has(place.anchor) ? [this.#anchor(place), lowered] : [lowered]
    })
  }

  #picture(node: LooseNode): LooseNode {
    const key = fileKeyOf(String(node.attrs?.['src']))
    if (key === undefined || !this.#book.input.images[key]) return node
    return { ...node, attrs: { ...node.attrs, src: `${this.#mark}i${this.#keys.push(key) - 1}z` } }
  }

  #imageOf(url: string): ExportImage | undefined {
    const key = fileKeyOf(url)
    return key === undefined ? undefined : this.#book.input.images[key]
  }

  #finish(markdown: string): string {
    const labels = new Map<string, string>()
    const body = markdown
      .replace(new RegExp(`${this.#mark}a(\\d+)z`, 'g'), (_, n: string) => `<a id="${this.#anchors[Number(n)]}"></a>`)
      .replace(
        new RegExp(`\\]\\(${this.#mark}i(\\d+)z( "(?:[^"\\\\]|\\\\.)*")?\\)`, 'g'),
        (_, n: string, title: string | undefined) => {
          const picture = `${this.#keys[Number(n)]}${title ?? ''}`
          const label = labels.get(picture) ?? `image-${labels.size + 1}`
          labels.set(picture, label)
          return `][${label}]`
        },
      )
    const definitions = [...labels].map(([picture, label]) => {
      const key = /^[0-9a-f]+/.exec(picture)?.[0] ?? ''
      return `[${label}]: ${dataUri(this.#book.input.images[key])}${picture.slice(key.length)}\n`
    })
    return definitions.length === 0 ? body : `${body}\n${definitions.join('')}`
  }
}

const aboutOf = ({ title, space, date }: ExportInput): string =>
  [...(space === title ? [] : [space]), `Textes arrêtés au ${sayDay(date)}`].join(' · ')

/** An image as an address that needs no other file. */
export const dataUri = (image: ExportImage | undefined): string =>
  image ? `data:${image.type};base64,${Buffer.from(image.bytes).toString('base64')}` : ''

/** Where a link leads away from the site; null where it says nothing to who reads elsewhere. */
export function linkOf(book: Prepared, url: string, from: Chapter): string | null {
  if (url.startsWith('/personnes/')) return null
  const target = book.target(url, from)
  return 'place' in target ? `#${target.place.anchor}` : target.href
}

/** Titles as nested lists, by their level. */
function listOf(places: readonly Place[]): LooseNode {
  const top = Math.min(...places.map(({ level }) => level))
  const items: LooseNode[] = []
  for (let i = 0; i < places.length; ) {
    const first = places[i] as Place
    let end = i + 1
    while (end < places.length && (places[end]?.level ?? 0) > top) end++
    const below = places.slice(i + 1, end)
    const link = paragraph(text(first.text, `#${first.anchor}`))
    items.push({ type: 'listItem', children: below.length > 0 ? [link, listOf(below)] : [link] })
    i = end
  }
  return { type: 'bulletList', children: items }
}

function people({ contributors }: ExportInput): LooseNode[] {
  if (contributors.length === 0) return []
  const items = contributors.map((name) => ({ type: 'listItem', children: [paragraph(text(name))] }))
  return [heading(2, text('Contributions')), { type: 'bulletList', children: items }]
}
