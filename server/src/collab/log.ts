import type { Log, LogEntry, LogRow, PageLoad, Snapshot, Stretch } from '@cenacle/collab/log-port'
import { CompiledQuery, sql } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Db } from '../database/types.ts'
import { APPEND, APPEND_AGAIN, LOCK } from './statements.ts'

/** An answer that takes longer is none: the server's own statement timeout is 5 s. */
const QUERY_TIMEOUT_MS = 7_000
const PART = 10_000

interface Appended {
  nonce: number
  seq: number
}

/** The log of co-editing in PostgreSQL or PGlite. @param processId names this process in its announcements */
export class DatabaseLog implements Log {
  readonly #database: Database
  readonly #now: () => Date
  readonly #processId: string

  constructor(database: Database, now: () => Date, processId: string) {
    this.#database = database
    this.#now = now
    this.#processId = processId
  }

  get #db(): Db {
    return this.#database.db
  }

  async append(entries: readonly LogEntry[], retry: boolean): Promise<(number | undefined)[]> {
    const values = appendValues(entries, this.#now(), this.#processId)
    const rows = retry ? await this.#appendAgain(entries, values) : await this.#appendOnce(values)
    const seqs = new Map(rows.map(({ nonce, seq }) => [Number(nonce), Number(seq)]))
    return entries.map(({ nonce }) => seqs.get(nonce))
  }

  /** Prepared on the pool's connections: planning the statement would cost as much as running it. */
  async #appendOnce(values: unknown[]): Promise<Appended[]> {
    const { pool, db } = this.#database
    if (!pool) return (await db.executeQuery<Appended>(CompiledQuery.raw(APPEND, values))).rows
    const query = { name: 'collab-append', text: APPEND, values, query_timeout: QUERY_TIMEOUT_MS }
    return (await pool.query<Appended>(query)).rows
  }

  async #appendAgain(entries: readonly LogEntry[], values: unknown[]): Promise<Appended[]> {
    return this.#db.transaction().execute(async (tx) => {
      await tx.executeQuery(CompiledQuery.raw(LOCK, [entries.map(({ pageId }) => pageId)]))
      return (await tx.executeQuery<Appended>(CompiledQuery.raw(APPEND_AGAIN, values))).rows
    })
  }

  async load(pageId: string): Promise<PageLoad | undefined> {
    const head = await this.#db.selectFrom('page_head').select('seq').where('page_id', '=', pageId).executeTakeFirst()
    if (!head) return undefined
    const snapshot = await this.#db
      .selectFrom('page_snapshot')
      .select(['seq', 'state'])
      .where('page_id', '=', pageId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const rows = await this.since(pageId, snapshot?.seq ?? 0)
    return { snapshot, rows, seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0 }
  }

  async since(pageId: string, seq: number): Promise<LogRow[]> {
    return this.rows(pageId, seq)
  }

  /** Rows after `from` and up to `to`, by seq. Read in parts: one statement for a day's typing would run into its timeout. */
  async rows(pageId: string, from: number, to = Number.MAX_SAFE_INTEGER): Promise<LogRow[]> {
    const all: LogRow[] = []
    for (let after = from; ; ) {
      const part = await this.#part(pageId, after, to)
      all.push(...part)
      const last = part.at(-1)
      if (!last || part.length < PART) return all
      after = last.seq
    }
  }

  async #part(pageId: string, from: number, to: number): Promise<LogRow[]> {
    const rows = await this.#db
      .selectFrom('page_update')
      .select(['seq', 'person_id', 'bytes', 'at'])
      .where('page_id', '=', pageId)
      .where('seq', '>', from)
      .where('seq', '<=', to)
      .orderBy('seq')
      .limit(PART)
      .execute()
    return rows.map(({ seq, person_id, bytes, at }) => ({ seq, personId: person_id, bytes, at: at.getTime() }))
  }

  async writeSnapshot(pageId: string, { seq, state }: Snapshot): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .insertInto('page_snapshot')
        .values({ page_id: pageId, seq, state: Buffer.from(state), at: this.#now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await sql`delete from page_snapshot where page_id = ${pageId} and seq not in
        (select seq from page_snapshot where page_id = ${pageId} order by seq desc limit 2)`.execute(tx)
    })
  }

  async clients(pageId: string): Promise<Map<number, string>> {
    const rows = await this.#db
      .selectFrom('page_client')
      .select(['client_id', 'person_id'])
      .where('page_id', '=', pageId)
      .execute()
    return new Map(rows.map(({ client_id, person_id }) => [client_id, person_id]))
  }

  async compact(pageId: string, { from, to, count, merged }: Stretch): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await tx.executeQuery(CompiledQuery.raw(LOCK, [[pageId]]))
      const inside = tx
        .selectFrom('page_update')
        .where('page_id', '=', pageId)
        .where('seq', '>=', from)
        .where('seq', '<=', to)
      const found = await inside.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      if (Number(found.count) !== count) return
      await tx
        .deleteFrom('page_update')
        .where('page_id', '=', pageId)
        .where('seq', '>=', from)
        .where('seq', '<=', to)
        .execute()
      const rows = merged.map((row) => ({
        page_id: pageId,
        seq: row.seq,
        person_id: row.personId,
        nonce: 0,
        bytes: Buffer.from(row.bytes),
        at: new Date(row.at),
      }))
      for (const row of rows) await tx.insertInto('page_update').values(row).execute()
    })
  }
}

function appendValues(entries: readonly LogEntry[], now: Date, processId: string): unknown[] {
  let at = 1
  const starts = entries.map(({ bytes }) => (at += bytes.length) - bytes.length)
  const bound = entries.flatMap(({ pageId, personId, clientIds }) =>
    clientIds.map((clientId) => ({ pageId, clientId, personId })),
  )
  return [
    entries.map(({ pageId }) => pageId),
    entries.map(({ personId }) => personId),
    entries.map(({ nonce }) => nonce),
    starts,
    entries.map(({ bytes }) => bytes.length),
    entries.map(({ after }) => after),
    Buffer.concat(entries.map(({ bytes }) => bytes)),
    now.toISOString(),
    bound.map(({ pageId }) => pageId),
    bound.map(({ clientId }) => clientId),
    bound.map(({ personId }) => personId),
    processId,
  ]
}
