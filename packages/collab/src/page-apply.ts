import * as Y from 'yjs'
import type { Deletes } from './deletes.ts'
import { Malformed } from './reader.ts'
import { type ScannedUpdate, withoutDeletes } from './update-merge.ts'
import { scanUpdate, type UpdateScan } from './update-scan.ts'

/** Nodes may be nested this deep; Yjs walks them by recursion, and so does every browser. */
const MAX_DEPTH = 60

/** A change that the server makes; it may return an update instead, made from an older state. */
export type Change = (doc: Y.Doc) => Uint8Array | void

/** One transaction for all; if one of them fails, which `scanUpdate` excludes, the others still get in. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update)
      } catch {
        // Already in the log from before a check existed: a page must open all the same.
      }
    }
  })
}

/** What the log keeps of an update: not the deletions of which it says nothing itself, so that they can be told from those on purpose. */
export const keepUnsaid = (update: ScannedUpdate, unsaid: Deletes | undefined): ScannedUpdate => {
  if (!unsaid || unsaid.size === 0) return update
  const bytes = withoutDeletes(update, unsaid)
  return { bytes, scan: scanUpdate(bytes) }
}

/** It refers to what has not come yet: then all of it must be kept as it is. */
export function dangles(doc: Y.Doc, scan: UpdateScan): boolean {
  return (
    (scan.deletes && doc.store.pendingDs !== null) ||
    scan.ranges.some(({ client, to }) => to > Y.getState(doc.store, client))
  )
}

/** Visible text, or text that was. */
export function isText(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString
}

/** @throws Malformed when what was inserted there lies too deep */
export function checkDepth(doc: Y.Doc, client: number, clock: number): void {
  if (clock >= Y.getState(doc.store, client)) return
  let item: Y.Item | Y.GC | null = Y.getItem(doc.store, Y.createID(client, clock))
  for (let depth = 0; item instanceof Y.Item; depth += 1) {
    if (depth > MAX_DEPTH) throw new Malformed('nodes are nested too deeply')
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
}
