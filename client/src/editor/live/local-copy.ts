import type { IndexeddbPersistence } from 'y-indexeddb'

/** The store that y-indexeddb appends updates to. */
const UPDATES = 'updates'

/**
 * Resolves when all that y-indexeddb was given so far is written. It does not say so itself, but write transactions on one store end in
 * the order in which they began: one of ours ends after its.
 * @throws DOMException when the browser refuses to store
 */
export async function whenWritten(local: IndexeddbPersistence): Promise<void> {
  await local.whenSynced
  const { db } = local
  if (!db) throw new DOMException('no database', 'InvalidStateError')
  const transaction = db.transaction([UPDATES], 'readwrite')
  transaction.objectStore(UPDATES).count()
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}
