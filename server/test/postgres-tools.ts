import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { TestApp } from './harness.ts'

const run = promisify(execFile)
const LARGEST = 64 * 1024 * 1024

/** Where a test's own database is, for tools that connect to it by themselves; on PostgreSQL only. */
export async function urlOf(app: TestApp): Promise<URL> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.deps.world.db)
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${rows[0]?.name ?? ''}`
  return url
}

/** A database as `pg_dump` writes it, in plain text. */
export async function pgDump(app: TestApp): Promise<string> {
  const { href } = await urlOf(app)
  const { stdout } = await run('pg_dump', ['--no-owner', '--no-acl', href], { maxBuffer: LARGEST })
  return stdout
}

/** The rows of one table in such a dump, in their order. */
export function rowsIn(dump: string, table: string): string[] {
  const [, rest = ''] = dump.split(`\nCOPY public.${table} (`)
  const lines = rest.split('\n').slice(1)
  return lines.slice(0, lines.indexOf('\\.'))
}

/** Keeps PostgreSQL from reusing room in the two tables of secret votes, so that their rows lie as they were written. */
export async function leaveUnvacuumed(app: TestApp): Promise<void> {
  for (const table of ['secret_line', 'vote_roll'])
    await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(app.deps.world.db)
}
