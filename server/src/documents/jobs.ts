import { mapLinks } from '@cenacle/document/links'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { parsePage, serializePage } from '@cenacle/document/page'
import { createPageDoc, replaceBody, replaceTitle } from '@cenacle/document/yjs'
import * as Y from 'yjs'
import { exportJobs } from '../exports/jobs.ts'
import { commentJobs } from './comment-jobs.ts'
import { type Derived, derive } from './derive.ts'
import { revisionJobs } from './revision-jobs.ts'
import { suggestionJobs } from './suggestion-jobs.ts'
import { historyJobs } from './history-jobs.ts'
import { importJobs } from './import-jobs.ts'
import { difference, openDoc } from './yjs-update.ts'

type PmNode = ReturnType<typeof parseMarkdown>

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
  ...exportJobs,

  /** A new page from Markdown. */
  seed: ({ title, markdown }: { title: string; markdown: string }): Seed => seedOf(title, parseMarkdown(markdown)),

  /** What a Markdown file is called and where it points. */
  outline({ text }: { text: string }): FileOutline {
    const { title, meta, doc } = parsePage(text)
    const [links, images] = [new Set<string>(), new Set<string>()]
    mapLinks(doc, (url, use) => {
      if (use === 'image') images.add(url)
      else links.add(url)
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
  derive: ({ state }: { state: Uint8Array }): Derived => derive(openDoc(state)),

  /** The update that gives a page another text, and perhaps another title, touching only what differs; null when nothing does. */
  edit({ state, markdown, title }: { state: Uint8Array; markdown?: string; title?: string }): Uint8Array | null {
    const body = markdown === undefined ? undefined : parseMarkdown(markdown)
    return difference(state, (doc) => {
      if (body) replaceBody(doc, body)
      if (title !== undefined) replaceTitle(doc, title)
    })
  },

  ...historyJobs,
  ...importJobs,

  ...commentJobs,
  ...suggestionJobs,
  ...revisionJobs,
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs

function seedOf(title: string, body: PmNode): Seed {
  const doc = createPageDoc(title, body)
  return { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID, derived: derive(doc) }
}

function withLinks(doc: PmNode, links: Links): PmNode {
  return mapLinks(doc, (url) => (Object.hasOwn(links, url) ? (links[url] ?? null) : url))
}
