import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { lockDirectory, type DirectoryLock } from './directory-lock.ts'
import type { Db, Schema } from './types.ts'

/** Hears what `NOTIFY channel, payload` says. `stop` ends it. */
export interface Listener {
  listen(channel: string, hear: (payload: string) => void): Promise<void>
  /** Called after a lost connection came back: what was said in between must be read from the tables. */
  onGap(catchUp: () => void): void
  stop(): Promise<void>
}

export interface Database {
  db: Db
  dialect: 'pglite' | 'postgres'
  listener: Listener
  /** The pool, where there is one: co-editing keeps a connection of its own. */
  pool?: pg.Pool
  /** PGlite only: its whole content, to be cloned. */
  dump?(): Promise<Blob>
  close(): Promise<void>
}

const BIGINT = 20
const STATEMENT_TIMEOUT_MS = 5_000
const IDLE_IN_TRANSACTION_MS = 10_000

/** Opens PGlite on a directory (or in memory without one), under our own lock file. */
export async function openPGlite(directory?: string, dump?: Blob): Promise<Database> {
  let lock: DirectoryLock | undefined
  if (directory) {
    await mkdir(directory, { recursive: true })
    lock = await lockDirectory(directory)
  }
  try {
    // Loaded only where it is used: on PostgreSQL it would cost memory for nothing.
    const { PGlite } = await import('@electric-sql/pglite')
    const { unaccent } = await import('@electric-sql/pglite/contrib/unaccent')
    const lite = await PGlite.create({
      ...(directory && { dataDir: join(directory, 'pglite') }),
      ...(dump && { loadDataDir: dump }),
      extensions: { unaccent },
      parsers: { [BIGINT]: Number },
    })
    await lite.exec(`set timezone = 'UTC'`)
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }) })
    return {
      db,
      dialect: 'pglite',
      listener: pgliteListener(lite),
      dump: () => lite.dumpDataDir('none'),
      async close() {
        await db.destroy()
        await lock?.release()
      },
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

function pgliteListener(lite: PGlite): Listener {
  const stops: (() => Promise<void>)[] = []
  return {
    async listen(channel, hear) {
      stops.push(await lite.listen(channel, hear))
    },
    onGap() {},
    async stop() {
      if (!lite.closed) for (const stop of stops.splice(0)) await stop()
    },
  }
}

/**
 * Opens a pool on PostgreSQL. Timeouts are the server's own, so that a stuck statement frees its locks.
 * @param options `waitMs`: how long one waits for a connection when all of them are in use
 */
export function openPostgres(connectionString: string, options: { max?: number; waitMs?: number } = {}): Database {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      Number(oid) === BIGINT ? Number : pg.types.getTypeParser(oid, format),
  }
  const pool = new pg.Pool({
    connectionString,
    types,
    max: options.max ?? 20,
    connectionTimeoutMillis: options.waitMs ?? 5_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    options: '-c timezone=UTC',
    application_name: 'cenacle',
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, dialect: 'postgres', pool, listener: postgresListener(connectionString), close: () => db.destroy() }
}

const RECONNECT_MS = 500

function postgresListener(connectionString: string): Listener {
  const hears = new Map<string, ((payload: string) => void)[]>()
  const catchUps: (() => void)[] = []
  let client: pg.Client | undefined
  let stopped = false

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString, application_name: 'cenacle-listen', keepAlive: true })
    next.on('notification', ({ channel, payload }) => hears.get(channel)?.forEach((hear) => hear(payload ?? '')))
    next.on('error', () => {})
    next.on('end', () => {
      if (client === next) void reconnect()
    })
    await next.connect()
    for (const channel of hears.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = next
  }

  async function reconnect(): Promise<void> {
    client = undefined
    while (!stopped && !client) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
      await connect().catch(() => {})
    }
    if (!stopped) for (const catchUp of catchUps) catchUp()
  }

  let connecting: Promise<void> | undefined
  return {
    async listen(channel, hear) {
      const known = hears.get(channel)
      if (known) return void known.push(hear)
      hears.set(channel, [hear])
      connecting ??= connect()
      await connecting
      await client?.query(`listen ${pg.escapeIdentifier(channel)}`)
    },
    onGap(catchUp) {
      catchUps.push(catchUp)
    },
    async stop() {
      stopped = true
      const last = client
      client = undefined
      await last?.end()
    },
  }
}
