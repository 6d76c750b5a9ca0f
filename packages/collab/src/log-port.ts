/** One update on its way to the log. */
export interface LogEntry {
  pageId: string
  /** The session's person; a client cannot choose it. */
  personId: string
  bytes: Uint8Array
  /** Unique within the page; a retry carries the same, so that nothing is appended twice. A safe integer. */
  nonce: number
  /** Yjs client ids that this process has not seen in the page before; the log binds each to its first person. */
  clientIds: readonly number[]
  /** The last seq that the room knows: a lost answer can only have landed after it. */
  after: number
}

/** One update as the log keeps it. */
export interface LogRow {
  seq: number
  personId: string
  bytes: Uint8Array
  /** Milliseconds since 1970. */
  at: number
}

export interface Snapshot {
  seq: number
  /** The document as one Yjs update. */
  state: Uint8Array
}

export interface PageLoad {
  snapshot: Snapshot | undefined
  /** What came after the snapshot, by seq. */
  rows: LogRow[]
  /** The page's last seq. */
  seq: number
}

/** Rows that become fewer. */
export interface Stretch {
  from: number
  to: number
  /** How many rows it replaces. */
  count: number
  merged: LogRow[]
}

/**
 * Where updates are kept. Every method settles within a limit of its own; a rejection says only that no answer came, not that
 * nothing happened.
 */
export interface Log {
  /**
   * Appends all or nothing, in one transaction, in the given order, and tells the other processes (page, seq) in the same
   * transaction. Seq order is commit order within a page.
   * @param retry an earlier attempt with some of these entries had no answer: those that the log already has are not repeated
   * @returns the seq of each entry; undefined where the page is gone
   */
  append(entries: readonly LogEntry[], retry: boolean): Promise<(number | undefined)[]>
  /** @returns undefined when there is no such page */
  load(pageId: string): Promise<PageLoad | undefined>
  /** Rows with a seq greater than `seq`, in order. */
  since(pageId: string, seq: number): Promise<LogRow[]>
  /** Remembers the document as of `seq`; keeps the last two. */
  writeSnapshot(pageId: string, snapshot: Snapshot): Promise<void>
  /** Yjs client id → the first person who used it in this page. */
  clients(pageId: string): Promise<Map<number, string>>
  /**
   * Puts fewer rows in the place of a stretch, in one transaction, unless it is not what it was. Each merged row keeps the highest seq of
   * those it replaces, so that a process which has read half of them still gets the rest.
   */
  compact(pageId: string, stretch: Stretch): Promise<void>
}
