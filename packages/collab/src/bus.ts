/** What a process hears of the others that hold the same pages. */
export interface BusListener {
  /** Rows up to `seq` are committed. May repeat, may concern a page that is not open here. */
  committed(pageId: string, seq: number): void
  /** Who is here in another process, as an awareness update whose entries that process has checked. */
  presence(pageId: string, from: string, update: Uint8Array): void
  /** Messages may have been missed: read again what is open. */
  resync(): void
}

/**
 * The wire between processes on one database. Commits are announced by the log itself, in the transaction that makes them; the bus
 * only brings them, and carries cursors.
 */
export interface Bus {
  /** Called once, at the start. @returns what stops it */
  listen(listener: BusListener): () => void
  /** Sends cursors to the other processes; may be thinned or lost, never queued without end. */
  sendPresence(pageId: string, update: Uint8Array): void
}

/** Joins several rooms registries within one process, as tests and the embedded database need it. */
export class MemoryHub {
  readonly #listeners = new Map<string, BusListener>()

  /** A bus of this hub. @param name the process it stands for */
  bus(name: string): Bus {
    return {
      listen: (listener) => {
        this.#listeners.set(name, listener)
        return () => void this.#listeners.delete(name)
      },
      sendPresence: (pageId, update) => {
        for (const [other, listener] of this.#listeners) if (other !== name) listener.presence(pageId, name, update)
      },
    }
  }

  /** Tells every process that rows are committed. */
  announce(pageId: string, seq: number): void {
    for (const listener of this.#listeners.values()) listener.committed(pageId, seq)
  }
}
