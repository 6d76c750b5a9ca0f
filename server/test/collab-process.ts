import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { migrate } from '../src/database/migrate.ts'
import { openPGlite, openPostgres } from '../src/database/open.ts'
import { startCollabServer } from './collab-server.ts'
import { isPostgres, testDatabase } from './harness.ts'

/** Co-editing in a process of its own, which a test may kill. */
export interface CollabProcess {
  origin: string
  pageId: string
  child: ChildProcess
  /** Ends it. @returns how long that took, ms */
  end(signal: NodeJS.Signals): Promise<number>
}

/** Where killed servers find their pages again. */
export interface Place {
  env: Record<string, string>
  /** Starts a server on the same data; on the same port when said. */
  start(page?: { id: string; port: string }): Promise<CollabProcess>
  drop(): Promise<void>
}

/** A database of its own of the dialect under test, on disk. */
export async function placeForProcesses(): Promise<Place> {
  const fresh = isPostgres ? await testDatabase() : undefined
  const folder = mkdtempSync(join(tmpdir(), 'cenacle-process-'))
  const env = { DATABASE_URL: fresh?.url ?? '', DATA_DIR: folder }
  // Only its URL is wanted: the processes open it themselves.
  await fresh?.database.close()
  return {
    env,
    start: (page) => startProcess({ ...env, ...(page && { PORT: page.port, PAGE: page.id }) }),
    async drop() {
      await fresh?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startProcess(env: Record<string, string>): Promise<CollabProcess> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    env: { ...process.env, ...env, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (!child.stdout) throw new Error('no output')
  const line = once(createInterface({ input: child.stdout }), 'line')
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server did not start')
  })
  const [text] = (await Promise.race([line, ended])) as [string]
  ended.catch(() => {})
  const { origin, pageId } = JSON.parse(text) as { origin: string; pageId: string }
  return {
    origin,
    pageId,
    child,
    async end(signal) {
      const began = performance.now()
      if (child.exitCode !== null || child.signalCode !== null) return 0
      child.kill(signal)
      await once(child, 'exit')
      return performance.now() - began
    },
  }
}

/** The process itself. */
async function serve(): Promise<void> {
  const { DATABASE_URL: url, DATA_DIR: folder, PORT: port = '0', PAGE: page } = process.env
  const database = url ? openPostgres(url) : await openPGlite(folder)
  await migrate(database.db)
  const server = await startCollabServer({ database, port: Number(port) })
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
  // A test that fails must not leave its server behind.
  process.on('disconnect', () => process.exit(1))
  console.log(JSON.stringify({ origin: server.origin, pageId: page ?? (await server.createPage()) }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve()
