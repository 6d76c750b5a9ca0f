import type { Log, LogEntry, LogRow, PageLoad, Snapshot, Stretch } from './log-port.ts'

interface MemoryPage {
  seq: number
  rows: LogRow[]
  nonces: Map<number, number>
  snapshots: Snapshot[]
  clients: Map<number, string>
}

/** What goes wrong, and when; awaited before and after each append. */
export interface Faults {
  /** Rejects or waits before anything is written. */
  beforeAppend?(): Promise<void>
  /** Rejects after all is written: the answer is lost. */
  afterAppend?(): Promise<void>
  /** Rejects or waits in `load`. */
  onLoad?(): Promise<void>
}

/** A log in memory, for tests and for trying rooms without a database. */
export class MemoryLog implements Log {
  readonly pages = new Map<string, MemoryPage>()
  faults: Faults = {}
  onCommit: (pageId: string, seq: number) => void = () => {}
  appends = 0
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Makes an empty page. */
  create(pageId: string): void {
    this.pages.set(pageId, { seq: 0, rows: [], nonces: new Map(), snapshots: [], clients: new Map() })
  }

  async append(entries: readonly LogEntry[], retry: boolean): Promise<(number | undefined)[]> {
    this.appends += 1
    await this.faults.beforeAppend?.()
    const touched = new Set<string>()
    const seqs = entries.map((entry) => {
      const page = this.pages.get(entry.pageId)
      if (!page) return undefined
      const known = retry ? page.nonces.get(entry.nonce) : undefined
      if (known !== undefined) return known
      page.seq += 1
      page.rows.push({ seq: page.seq, personId: entry.personId, bytes: entry.bytes, at: this.#now() })
      page.nonces.set(entry.nonce, page.seq)
      for (const id of entry.clientIds) if (!page.clients.has(id)) page.clients.set(id, entry.personId)
      touched.add(entry.pageId)
      return page.seq
    })
    for (const pageId of touched) this.onCommit(pageId, this.pages.get(pageId)?.seq ?? 0)
    await this.faults.afterAppend?.()
    return seqs
  }

  async load(pageId: string): Promise<PageLoad | undefined> {
    await this.faults.onLoad?.()
    const page = this.pages.get(pageId)
    if (!page) return undefined
    const snapshot = page.snapshots.at(-1)
    return { snapshot, rows: page.rows.filter((row) => row.seq > (snapshot?.seq ?? 0)), seq: page.seq }
  }

  async since(pageId: string, seq: number): Promise<LogRow[]> {
    return this.pages.get(pageId)?.rows.filter((row) => row.seq > seq) ?? []
  }

  async writeSnapshot(pageId: string, snapshot: Snapshot): Promise<void> {
    const page = this.pages.get(pageId)
    if (page) page.snapshots = [...page.snapshots, snapshot].slice(-2)
  }

  async clients(pageId: string): Promise<Map<number, string>> {
    return this.pages.get(pageId)?.clients ?? new Map()
  }

  async compact(pageId: string, { from, to, count, merged }: Stretch): Promise<void> {
    const page = this.pages.get(pageId)
    if (!page) return
    const others = page.rows.filter((row) => row.seq < from || row.seq > to)
    if (page.rows.length - others.length !== count) return
    page.rows = [...others, ...merged].sort((a, b) => a.seq - b.seq)
  }
}
