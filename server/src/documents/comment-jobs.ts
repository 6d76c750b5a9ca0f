import { anchorAgain, commentedHtml, commentsIn } from '@cenacle/document/comments'
import { renderHtml } from '@cenacle/document/html'
import type { Quote } from '@cenacle/document/quote'
import { readBody } from '@cenacle/document/yjs'
import { openDoc } from './yjs-update.ts'

/** A thread of a page, with what its mark covered last. */
export interface KnownThread extends Quote {
  id: string
}

/** What a page's document says about its threads. */
export interface Commented {
  /** The page's HTML with its commented words; null when none are. */
  html: string | null
  /** What the mark of each thread covers, for those that have one. */
  covered: (Quote & { id: string })[]
  /** Threads whose mark is gone, and whose words are there. */
  lost: string[]
}

/** Work on the comments of a page. */
export const commentJobs = {
  /** @param html of the page as it is in `state` */
  comments({ state, html, threads }: { state: Uint8Array; html: string; threads: KnownThread[] }): Commented {
    const doc = openDoc(state)
    const found = commentsIn(doc)
    const covered = threads.flatMap(({ id }) => {
      const quote = found.get(id)
      return quote ? [{ ...quote, id }] : []
    })
    const marked = commentedHtml(state, html, (fenced) => renderHtml(readBody(fenced)))
    return { html: marked, covered, lost: anchorAgain(doc, threads) }
  },
}
