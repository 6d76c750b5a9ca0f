import * as Y from 'yjs'

/** Rows of a page's log on their way into a thread: many small arrays would each be copied with what lies around them. */
export interface PackedRows {
  bytes: Uint8Array
  /** Of each row, in order. */
  lengths: Uint32Array
}

/** A page as of some seq: a snapshot and the rows after it. */
export interface StoredPage {
  base: Uint8Array | null
  rows: PackedRows
  /** The rows that follow: where compaction has put rows together, one may need a piece of the next to be read. */
  later: PackedRows
}

export const NO_ROWS: PackedRows = { bytes: new Uint8Array(), lengths: new Uint32Array() }

/** The rows one by one, without copying them. */
export function* unpack({ bytes, lengths }: PackedRows): Generator<Uint8Array> {
  let at = 0
  for (const length of lengths) yield bytes.subarray(at, (at += length))
}

/** Applies rows in one transaction. */
export function applyRows(doc: Y.Doc, rows: PackedRows): void {
  doc.transact(() => {
    for (const row of unpack(rows)) Y.applyUpdate(doc, row)
  })
}

/** The document that was stored. It may still wait for pieces: read it by `readable`. */
export function openStored({ base, rows }: StoredPage): Y.Doc {
  const doc = new Y.Doc()
  if (base) Y.applyUpdate(doc, base)
  applyRows(doc, rows)
  return doc
}

/** The document itself where it is whole, else a copy with as many of the later rows as it needs. */
export function readable(doc: Y.Doc, later: PackedRows): Y.Doc {
  if (doc.store.pendingStructs === null) return doc
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  for (const row of unpack(later)) {
    if (copy.store.pendingStructs === null) break
    Y.applyUpdate(copy, row)
  }
  return copy
}
