import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Migrator } from 'kysely/migration'
import { sql } from 'kysely'
import { migrations } from '@cenacle/migrations'
import { migrate } from '../../src/database/migrate.ts'
import { openPGlite, openPostgres } from '../../src/database/open.ts'
import { isPostgres, testDatabase } from '../harness.ts'

// Section C of reference/trust.md, tests 14 and 16: two starters, one directory, a migration that breaks off.

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'cenacle-processes-'))
const running = new Set<ChildProcess>()
after(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

/** What a server prints when it listens. */
const ADDRESS = /Cénacle : http:\/\/localhost:(\d+)/

interface Started {
  child: ChildProcess
  ended: Promise<number | null>
  said(what: RegExp): Promise<string>
  output(): string
}
function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [main, '--empty'], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const waiting: { what: RegExp; found: (text: string) => void }[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      for (const { what, found } of waiting) if (what.test(text)) found(text)
    })
  // Not at « exit »: what it said last may come after that.
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  void ended.then(() => running.delete(child))
  const said = (what: RegExp): Promise<string> =>
    new Promise((found) => (what.test(text) ? found(text) : waiting.push({ what, found })))
  return { child, ended, said, output: () => text }
}

test('16: a second server on one directory ends with a message, and the first goes on', async () => {
  const first = start({ DATA_DIR: directory })
  const [, port] = ADDRESS.exec(await first.said(ADDRESS)) ?? []
  const second = start({ DATA_DIR: directory })
  const began = performance.now()
  const code = await second.ended
  console.log(
    `# figure: a second process on one DATA_DIR ends after ${Math.round(performance.now() - began)} ms, its start included`,
  )
  assert.notEqual(code, 0)
  assert.match(second.output(), new RegExp(`in use by process ${first.child.pid}`))
  assert.doesNotMatch(second.output(), /\n\s+at /)
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/health`)).status, 200)
  first.child.kill('SIGTERM')
  assert.equal(await first.ended, 0)
})

test('16: the lock of a process that was killed is taken over', async () => {
  const first = start({ DATA_DIR: directory })
  await first.said(ADDRESS)
  first.child.kill('SIGKILL')
  await first.ended
  const second = start({ DATA_DIR: directory })
  await second.said(ADDRESS)
  second.child.kill('SIGTERM')
  assert.equal(await second.ended, 0)
})

test('14: a migration that breaks off leaves nothing, and the next start does all of it', async () => {
  const database = await openPGlite()
  const broken = {
    ...migrations,
    '9999-broken': {
      up: async (db: Parameters<(typeof migrations)[string]['up']>[0]) =>
        void (await sql`select no_such_function()`.execute(db)),
    },
  }
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => broken } })
  const { error } = await migrator.migrateToLatest()
  assert.ok(error)
  const { rows } = await sql`select 1 from information_schema.tables where table_name = 'person'`.execute(database.db)
  assert.deepEqual(rows, [], 'something of the earlier migrations stayed')
  assert.deepEqual(await migrate(database.db), Object.keys(migrations).toSorted())
  assert.deepEqual(await migrate(database.db), [])
  await database.close()
})

/** Of PGlite there is one process, by its lock. */
if (isPostgres) test('14: of two starters one migrates', twoStarters)

async function twoStarters(): Promise<void> {
  const fresh = await testDatabase()
  await sql`drop schema public cascade`.execute(fresh.database.db)
  await sql`create schema public`.execute(fresh.database.db)
  const other = openPostgres(fresh.url ?? '', { max: 2 })
  const applied = await Promise.all([migrate(fresh.database.db), migrate(other.db)])
  assert.deepEqual(
    applied.map((names) => names.length).toSorted((a, b) => a - b),
    [0, Object.keys(migrations).length],
  )
  await other.close()
  await fresh.database.close()
  await fresh.drop()
}
