import { diffDocs } from '@cenacle/document/diff'
import { type ShownDiff, showDiff } from '@cenacle/document/diff-html'
import { renderHtml } from '@cenacle/document/html'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { readBody, readTitle, replaceBody, replaceTitle } from '@cenacle/document/yjs'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import * as Y from 'yjs'
import { type Derived, derive } from './derive.ts'
import { openStored, readable, type StoredPage } from './stored-page.ts'

/** A page's text, as the product writes it. */
export interface PageText {
  title: string
  markdown: string
}

/** What one text would change of another. */
export interface Compared extends ShownDiff {
  title: { from: string; to: string } | null
  /** The later one by itself. */
  text: string
}

/** A page that took another text: the update that makes it so, null where it already reads like that. */
export interface Replaced {
  update: Uint8Array | null
  clientId: number
  /** What it was. */
  before: PageText
  derived: Derived
}

/** The work of proposed revisions, for a thread of its own. */
export const revisionJobs = {
  compare({ from, to }: { from: PageText; to: PageText }): Compared {
    const [before, after] = [parseMarkdown(from.markdown), parseMarkdown(to.markdown)]
    const title = from.title === to.title ? null : { from: from.title, to: to.title }
    return { ...showDiff(diffDocs(before, after)), title, text: renderHtml(parseMarkdown(to.markdown)) }
  },

  /** Gives a page a text and a title, touching only what differs, so that comments stay on their words. */
  replace({ page, title, markdown }: PageText & { page: StoredPage }): Replaced {
    const doc = readable(openStored(page), page.later)
    const before = { title: readTitle(doc), markdown: serializeMarkdown(readBody(doc)) }
    const brought: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void brought.push(update))
    doc.transact(() => {
      replaceBody(doc, parseMarkdown(markdown))
      replaceTitle(doc, title)
    })
    const update = brought.length === 0 ? null : Y.mergeUpdates(brought)
    return { update, clientId: doc.clientID, before, derived: derive(doc) }
  },
}
