import * as Y from 'yjs'

/** A page's document from one update. */
export function openDoc(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

/** The update that a change makes of a document; null where it changes nothing. */
export function difference(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array | null {
  const doc = openDoc(state)
  const brought: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void brought.push(update))
  doc.transact(() => change(doc))
  return brought.length === 0 ? null : Y.mergeUpdates(brought)
}
