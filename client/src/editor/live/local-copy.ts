import type { IndexeddbPersistence } from 'y-indexeddb'

/** The store that y-indexeddb appends updates to. */
const UPDATES = 'updates'

/**
 * Resolves when all that y-indexeddb was given so far is written. It does not say so itself, but write transactions on one store end in
 * the order in which they began: one of ours ends after its.
 * @throws DOMException when the browser refuses to store
 */
async function whenWritten(local: IndexeddbPersistence): Promise<void> {
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

/** Follows what is typed onto this device's disk, one look at a time. */
export class LocalCopy {
  readonly #local: IndexeddbPersistence
  readonly #onWritten: () => void
  #typed = 0
  #written = 0
  #isLooking = false
  #ended = false

  constructor(local: IndexeddbPersistence, onWritten: () => void) {
    this.#local = local
    this.#onWritten = onWritten
  }

  /** All that was typed is on the disk. */
  get isWhole(): boolean {
    return this.#written === this.#typed
  }

  /** Something was typed. */
  typed(): void {
    this.#typed += 1
    if (!this.#isLooking) void this.#follow()
  }

  /** No longer looks. */
  end(): void {
    this.#ended = true
  }

  async #follow(): Promise<void> {
    this.#isLooking = true
    try {
      while (!this.#ended && !this.isWhole) {
        const typed = this.#typed
        await whenWritten(this.#local)
        this.#written = typed
      }
    } catch {
      // Refused storage: the screen does not claim that the text is kept.
    }
    this.#isLooking = false
    this.#onWritten()
  }
}
