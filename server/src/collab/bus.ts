import type { Bus, BusListener } from '@cenacle/collab/bus'
import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { CHANNEL, PRESENCE_CHANNEL } from './statements.ts'

/** Cursors are sent to the other processes this often, ms: all rooms in one message. */
const PRESENCE_MS = 200
/** PostgreSQL refuses longer notices. */
const MAX_NOTICE = 7_900
/** Another process that has said nothing for this long is gone, ms. */
const ALIVE_MS = 30_000
const HELLO_MS = 10_000

/**
 * The wire between processes on one PostgreSQL. Announcements of commits come from the log itself. Cursors are sent only while another
 * process is known to be there, which each says every ten seconds.
 */
export class DatabaseBus implements Bus {
  readonly #database: Database
  readonly #processId: string
  readonly #onError: (error: unknown) => void
  #outgoing = new Map<string, Uint8Array>()
  #sending: NodeJS.Timeout | undefined
  #lastHeard = 0

  constructor(database: Database, processId: string, onError: (error: unknown) => void) {
    this.#database = database
    this.#processId = processId
    this.#onError = onError
  }

  listen(listener: BusListener): () => void {
    if (this.#database.dialect === 'pglite') return () => {}
    const { listener: wire } = this.#database
    const start = async (): Promise<void> => {
      await wire.listen(CHANNEL, (payload) => this.#hearCommits(payload, listener))
      await wire.listen(PRESENCE_CHANNEL, (payload) => this.#hearPresence(payload, listener))
      wire.onGap(() => listener.resync())
      await this.#notify('hello')
      listener.resync()
    }
    start().catch(this.#onError)
    const hello = setInterval(() => void this.#notify('hello'), HELLO_MS)
    hello.unref()
    return () => {
      clearInterval(hello)
      clearTimeout(this.#sending)
    }
  }

  sendPresence(pageId: string, update: Uint8Array): void {
    if (Date.now() - this.#lastHeard > ALIVE_MS) return
    this.#outgoing.set(pageId, update)
    this.#sending ??= setTimeout(() => this.#flush(), PRESENCE_MS)
  }

  #flush(): void {
    this.#sending = undefined
    let notice = ''
    for (const [pageId, update] of this.#outgoing) {
      const part = `${pageId}:${Buffer.from(update).toString('base64')}`
      if (part.length > MAX_NOTICE) continue
      if (notice.length + part.length > MAX_NOTICE) {
        void this.#notify(notice)
        notice = ''
      }
      notice = notice ? `${notice},${part}` : part
    }
    this.#outgoing = new Map()
    if (notice) void this.#notify(notice)
  }

  async #notify(text: string): Promise<void> {
    try {
      await sql`select pg_notify(${PRESENCE_CHANNEL}, ${`${this.#processId} ${text}`})`.execute(this.#database.db)
    } catch (error) {
      this.#onError(error)
    }
  }

  #hearCommits(payload: string, listener: BusListener): void {
    const [from, text = ''] = payload.split(' ')
    if (from === this.#processId) return
    this.#lastHeard = Date.now()
    if (text === '*') return listener.resync()
    for (const head of text.split(',')) {
      const [pageId, seq] = head.split(':')
      if (pageId && seq) listener.committed(pageId, Number(seq))
    }
  }

  #hearPresence(payload: string, listener: BusListener): void {
    const [from = '', text = ''] = payload.split(' ')
    if (from === this.#processId) return
    const isNew = Date.now() - this.#lastHeard > ALIVE_MS
    this.#lastHeard = Date.now()
    if (isNew) void this.#notify('hello')
    if (text === 'hello') return
    for (const part of text.split(',')) {
      const [pageId, update] = part.split(':')
      if (pageId && update) listener.presence(pageId, from, Buffer.from(update, 'base64'))
    }
  }
}
