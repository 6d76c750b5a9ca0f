import { authorsOf } from '@cenacle/collab/attribution'
import type { LogRow } from '@cenacle/collab/log-port'
import { type AuthoredText, type ClientRange, readAuthors } from '@cenacle/document/authorship'
import { type ShownDiff, showDiff } from '@cenacle/document/diff-html'
import { restorePassage } from '@cenacle/document/diff-restore'
import { diffDocs } from '@cenacle/document/diff'
import { renderHtml } from '@cenacle/document/html'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { plainText } from '@cenacle/document/plain-text'
import { readBody, readTitle, replaceBody, replaceTitle } from '@cenacle/document/yjs'
import * as Y from 'yjs'
import { applyRows, openStored, type PackedRows, readable, type StoredPage, unpack } from './stored-page.ts'
import { difference } from './yjs-update.ts'

/** Two versions of a page, the older one null before anything was written. `more` leads from the older to the newer one. */
export interface StoredPair {
  from: StoredPage | null
  more: PackedRows
  later: PackedRows
}

/** A page as it was. */
export interface OldPage {
  title: string
  html: string
  words: number
}

/** A comparison, with the title where it changed. */
export interface PageDiff extends ShownDiff {
  title: { from: string; to: string } | null
}

/** The log of a page with its stamps. */
export interface StampedLog extends PackedRows {
  seqs: Float64Array
  /** ms */
  times: Float64Array
  /** Of each row, its place in `people`. */
  persons: Uint32Array
  people: string[]
  /** Yjs client id → first person who used it. */
  owners: [number, string][]
}

/** Who wrote a passage: the place of a person in the log's `people`. */
interface Stamp {
  person: number
  transmitted: boolean
  /** ms; when the last of it was written. */
  at: number
}
export interface PageAuthors {
  html: string
  runs: AuthoredText<Omit<Stamp, 'at'> & { at: string }>[]
}

/** What one person typed within an hour is one passage. */
const HOUR_MS = 3_600_000

/** The work of the history, for a thread of its own. */
export const historyJobs = {
  version(page: StoredPage): OldPage {
    const doc = readable(openStored(page), page.later)
    const body = readBody(doc)
    return { title: readTitle(doc), html: renderHtml(body), words: wordsOf(plainText(body)) }
  },

  /** What changed between two versions. */
  diff(pair: StoredPair): PageDiff {
    const { from, to } = bothSides(pair)
    const title = from.title === to.title ? null : { from: from.title, to: to.title }
    return { ...showDiff(diffDocs(from.body, to.body)), title }
  },

  /** Who wrote each passage of a page. @param log all of it; the page itself is read from its snapshot */
  authors({ page, log }: { page: StoredPage; log: StampedLog }): PageAuthors {
    const rows: LogRow[] = [...unpack(log)].map((bytes, i) => ({
      seq: i,
      personId: String(log.persons[i]),
      bytes,
      at: log.times[i] ?? 0,
    }))
    const places = new Map(log.people.map((id, place) => [id, String(place)]))
    const owners = new Map(log.owners.map(([client, id]) => [client, places.get(id) ?? id]))
    const { wrote } = authorsOf(rows, owners, ({ at }) => Math.floor(at / HOUR_MS))
    const doc = readable(openStored(page), page.later)
    const { html, runs } = readAuthors(doc, readBody(doc), lookup(wrote, log.times))
    const said = ({ at, ...stamp }: Stamp) => ({ ...stamp, at: new Date(at).toISOString() })
    return { html, runs: runs.map((run) => ({ ...run, author: run.author && said(run.author) })) }
  },

  /** The update that brings a page back to an earlier document of its own. */
  restore({ state, target }: { state: Uint8Array; target: StoredPage }): Uint8Array | null {
    const earlier = readable(openStored(target), target.later)
    return difference(state, (doc) => {
      replaceBody(doc, readBody(earlier))
      replaceTitle(doc, readTitle(earlier))
    })
  },

  /** The update that takes one change between two versions back in the page as it is; null when there is nothing to take back. */
  restorePassage({ state, pair, change }: { state: Uint8Array; pair: StoredPair; change: number }): Uint8Array | null {
    const { from, to } = bothSides(pair)
    return difference(state, (doc) => {
      const restored = restorePassage(from.body, to.body, readBody(doc), change)
      if (restored) replaceBody(doc, restored)
    })
  },

  /** The update that undoes one row of the log and leaves what others did, before and since; null when nothing of it is left. */
  undo({ state, before, row }: { state: Uint8Array; before: StoredPage; row: Uint8Array }): Uint8Array | null {
    const doc = openStored(before)
    const undo = new Y.UndoManager([doc.getXmlFragment('body'), doc.getText('title')], {
      trackedOrigins: new Set([UNDONE]),
    })
    Y.applyUpdate(doc, row, UNDONE)
    Y.applyUpdate(doc, state)
    const brought: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void brought.push(update))
    undo.undo()
    return brought.length === 0 ? null : Y.mergeUpdates(brought)
  },
}

const UNDONE = 'undone'

/** Words, as people count them. */
const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0

interface Side {
  title: string
  body: ReturnType<typeof parseMarkdown>
}

function bothSides({ from, more, later }: StoredPair): { from: Side; to: Side } {
  const doc = from ? openStored(from) : new Y.Doc()
  const older = from ? sideOf(readable(doc, from.later)) : { title: '', body: parseMarkdown('') }
  applyRows(doc, more)
  return { from: older, to: sideOf(readable(doc, later)) }
}

const sideOf = (doc: Y.Doc): Side => ({ title: readTitle(doc), body: readBody(doc) })

interface Wrote extends ClientRange {
  personId: string
  transmitted: boolean
  seq: number
}

/** Finds who wrote a range; what the log does not know has no author. */
function lookup(wrote: readonly Wrote[], times: Float64Array) {
  const stamps = new Map<string, Stamp>()
  const stampOf = ({ personId, transmitted, seq }: Wrote): Stamp => {
    const at = times[seq] ?? 0
    const key = `${personId} ${transmitted} ${Math.floor(at / HOUR_MS)}`
    const stamp = stamps.get(key) ?? { person: Number(personId), transmitted, at }
    stamp.at = Math.max(stamp.at, at)
    stamps.set(key, stamp)
    return stamp
  }
  const byClient = Map.groupBy(wrote, ({ client }) => client)
  for (const ranges of byClient.values()) ranges.sort((a, b) => a.from - b.from)
  return ({ client, from, to }: ClientRange): { length: number; author: Stamp | null }[] => {
    const ranges = byClient.get(client) ?? []
    const parts: { length: number; author: Stamp | null }[] = []
    let at = from
    for (let i = firstPast(ranges, from); at < to; i += 1) {
      const range = ranges[i]
      const start = Math.min(range?.from ?? to, to)
      if (start > at) parts.push({ length: start - at, author: null })
      at = Math.max(at, start)
      const end = Math.min(range?.to ?? to, to)
      if (range && end > at) parts.push({ length: end - at, author: stampOf(range) })
      at = Math.max(at, end)
    }
    return parts
  }
}

/** Index of the first range that ends past `at`. */
function firstPast(ranges: readonly ClientRange[], at: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
