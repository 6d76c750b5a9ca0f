import { startCollabServer } from '../../server/test/collab-server.ts'
import { migrate } from '../../server/src/database/migrate.ts'
import { openPGlite, openPostgres } from '../../server/src/database/open.ts'
import { startRelay } from './relay.ts'

/** A server in a process of its own: `serve.ts ours|bare|durable`, with DATABASE_URL or DATA_DIR. Prints its origin and its pages. */
const [kind = 'ours', pages = '0', windowMs = '', framesPerSecond = ''] = process.argv.slice(2)
const { DATABASE_URL: url, DATA_DIR: directory, PORT: port = '0' } = process.env

async function ours(): Promise<object> {
  const database = url ? openPostgres(url) : await openPGlite(directory)
  await migrate(database.db)
  const limits = {
    ...(windowMs && { windowMs: Number(windowMs) }),
    ...(framesPerSecond && { framesPerSecond: Number(framesPerSecond) }),
  }
  const server = await startCollabServer({ database, port: Number(port), ...limits })
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
  process.on('message', (message) => {
    if (message === 'gc') globalThis.gc?.()
    if (message === 'rooms') process.send?.({ rooms: server.collab.rooms.size })
  })
  const ids: string[] = []
  for (let i = 0; i < Number(pages); i += 1) ids.push(await server.createPage())
  return { origin: server.origin, pages: ids }
}

async function relay(): Promise<object> {
  const { origin } = await startRelay(kind === 'durable' ? url : undefined)
  return { origin, pages: Array.from({ length: Number(pages) }, (_, i) => `page-${i}`) }
}

// A bench that fails must not leave its server behind.
process.on('disconnect', () => process.exit(1))

console.log(JSON.stringify(await (kind === 'ours' ? ours() : relay())))
