import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../src/database/migrate.ts'
import { openPostgres } from '../src/database/open.ts'
import { fingerprint } from './template.ts'

const MAKING = 'cenacle-test-template'

/**
 * A migrated database that others are copied from, made once on a server for a given set of migrations and kept there. Of several
 * test processes one makes it; nobody may connect to it, since a database in use cannot be copied.
 * @returns its name
 */
export async function postgresTemplate(serverUrl: string): Promise<string> {
  const name = `cenacle_template_${fingerprint()}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    if (await isThere(admin, name)) return name
    await admin.query('select pg_advisory_lock(hashtext($1))', [MAKING])
    if (!(await isThere(admin, name))) await make(admin, serverUrl, name)
    return name
  } finally {
    // The lock goes with the connection.
    await admin.end()
  }
}

async function isThere(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
  return rowCount === 1
}

/** Under another name until it is whole: what is interrupted leaves no half of a template. */
async function make(admin: pg.Client, serverUrl: string, name: string): Promise<void> {
  const partial = `${name}_${randomBytes(4).toString('hex')}`
  await admin.query(`create database ${partial}`)
  const url = new URL(serverUrl)
  url.pathname = `/${partial}`
  const database = openPostgres(url.href, { max: 1 })
  try {
    await migrate(database.db)
  } finally {
    await database.close()
  }
  await admin.query(`alter database ${partial} with allow_connections false`)
  await admin.query(`alter database ${partial} rename to ${name}`)
}
