import { renderHtml } from '@cenacle/document/html'
import { mapLinks } from '@cenacle/document/links'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { type Heading, headings } from '@cenacle/document/outline'
import { parsePage, serializePage } from '@cenacle/document/page'
import { plainText } from '@cenacle/document/plain-text'
import { createPageDoc, readBody, readTitle, replaceBody, replaceTitle } from '@cenacle/document/yjs'
import * as Y from 'yjs'

type PmNode = ReturnType<typeof parseMarkdown>

/** What is read of a page: all of it made from its document. */
export interface Derived {
  title: string
  markdown: string
  html: string
  /** Plain text, a line for each block. */
  text: string
  headings: Heading[]
  words: number
}

/** A page as it comes into being: its document as one update, under one new client id. */
export interface Seed {
  update: Uint8Array
  clientId: number
  derived: Derived
}

/** What stands in for an address; null removes the link or image, keeping its words. Addresses that are not here stay. */
export type Links = Record<string, string | null>

/** A Markdown file, as an import looks at it before it becomes a page. */
export interface FileOutline {
  /** Null when the file names none. */
  title: string | null
  permalink: string | null
  links: string[]
  images: string[]
}

/** The work that is done in a thread of its own. Every function is pure; each may throw a DocumentError. */
export const jobs = {
  /** A new page from Markdown. */
  seed: ({ title, markdown }: { title: string; markdown: string }): Seed => seedOf(title, parseMarkdown(markdown)),

  /** What a Markdown file is called and where it points. */
  outline({ text }: { text: string }): FileOutline {
    const { title, meta, doc } = parsePage(text)
    const [links, images] = [new Set<string>(), new Set<string>()]
    mapLinks(doc, (url, use) => {
      ;(use === 'link' ? links : images).add(url)
      return url
    })
    return { title, permalink: meta['permalink'] ?? null, links: [...links], images: [...images] }
  },

  /** A new page from a Markdown file, its title given and its addresses replaced. */
  seedFile: ({ title, text, links }: { title: string; text: string; links: Links }): Seed =>
    seedOf(title, withLinks(parsePage(text).doc, links)),

  /** A page as a Markdown file, its addresses replaced. */
  file: ({ title, markdown, links }: { title: string; markdown: string; links: Links }): string =>
    serializePage(title, withLinks(parseMarkdown(markdown), links)),

  /** What is read of a page. @param state its document as one update */
  derive: ({ state }: { state: Uint8Array }): Derived => derive(open(state)),

  /** The update that gives a page another text, and perhaps another title, touching only what differs; null when nothing does. */
  edit({ state, markdown, title }: { state: Uint8Array; markdown?: string; title?: string }): Uint8Array | null {
    const body = markdown === undefined ? undefined : parseMarkdown(markdown)
    return difference(state, (doc) => {
      if (body) replaceBody(doc, body)
      if (title !== undefined) replaceTitle(doc, title)
    })
  },

  /**
   * The update that brings a page back to an earlier document of its own.
   * @param later the rows that follow: where compaction has put rows together, one may need a piece of the next to be read
   */
  restore({ state, target, later }: { state: Uint8Array; target: Uint8Array; later: Uint8Array[] }): Uint8Array | null {
    const earlier = open(target)
    for (const row of later) {
      if (earlier.store.pendingStructs === null) break
      Y.applyUpdate(earlier, row)
    }
    return difference(state, (doc) => {
      replaceBody(doc, readBody(earlier))
      replaceTitle(doc, readTitle(earlier))
    })
  },
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs

function open(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

function seedOf(title: string, body: PmNode): Seed {
  const doc = createPageDoc(title, body)
  return { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID, derived: derive(doc) }
}

function derive(doc: Y.Doc): Derived {
  const body = readBody(doc)
  const text = plainText(body)
  return {
    title: readTitle(doc),
    markdown: serializeMarkdown(body),
    html: renderHtml(body),
    text,
    headings: headings(body),
    words: text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
  }
}

function withLinks(doc: PmNode, links: Links): PmNode {
  return mapLinks(doc, (url) => (Object.hasOwn(links, url) ? (links[url] ?? null) : url))
}

function difference(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array | null {
  const doc = open(state)
  const brought: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void brought.push(update))
  doc.transact(() => change(doc))
  return brought.length === 0 ? null : Y.mergeUpdates(brought)
}
