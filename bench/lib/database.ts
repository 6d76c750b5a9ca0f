import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Creates an empty database on TEST_DATABASE_URL (`npm run bench` provides it). */
export async function createDatabase(): Promise<{ url: string; backend: pg.Client; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL']
  if (!server) throw new Error('This bench needs TEST_DATABASE_URL; `npm run bench -- <name>` provides one.')
  const name = `bench_${randomBytes(6).toString('hex')}`
  const backend = new pg.Client({ connectionString: server })
  await backend.connect()
  await backend.query(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    backend,
    async drop() {
      await backend.query(`drop database ${name} with (force)`)
      await backend.end()
    },
  }
}

/** Process id of the server's side of a connection. */
export async function pidOf(backend: pg.Client): Promise<number> {
  const { rows } = await backend.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}
