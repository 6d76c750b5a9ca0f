import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { migrate } from './database/migrate.ts'
import { createLogger, openDatabase, openDeps } from './deps.ts'
import { jobHandlers } from './features.ts'
import { seedFirst, startDemo, welcomeFirst } from './first-start.ts'
import { startWorker } from './jobs/worker.ts'

const CLOSE_MS = 9_000

/** Config → database → deps → app → listen; signals close in reverse order. Prints the address when it is ready. */
export async function serve(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const database = await openDatabase(config)
  await migrate(database.db)
  const deps = await openDeps(config, log, { database })
  await seedFirst(deps)
  const worker = await startWorker(deps.world, database.listener, jobHandlers(deps))
  const { app } = await buildApp(deps)

  let closing = false
  let stopDemo = (): void => {}
  const close = async (why: string, code: number): Promise<void> => {
    if (closing) return
    closing = true
    log.info({ why }, 'closing')
    setTimeout(() => process.exit(1), CLOSE_MS).unref()
    stopDemo()
    await deps.collab.stop()
    await app.close()
    await worker.stop()
    await deps.close()
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void close(signal, 0))
  process.on('unhandledRejection', (error) => {
    log.fatal({ error }, 'unhandled rejection')
    close('unhandled rejection', 1).catch(() => process.exit(1))
  })

  const local = await app.listen({ port: config.port, host: config.host })
  const origin = config.baseUrl ?? `http://localhost:${new URL(local).port}`
  stopDemo = await startDemo(deps, local)
  await welcomeFirst(deps, origin)
  console.log(
    `Cénacle : ${origin}${database.dialect === 'pglite' ? '  (base embarquée : pour essayer, voir README)' : ''}`,
  )
}
