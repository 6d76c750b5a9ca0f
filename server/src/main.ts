import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { DirectoryLocked } from './database/directory-lock.ts'
import { migrate } from './database/migrate.ts'
import { createLogger, openDatabase, openDeps } from './deps.ts'
import { jobHandlers } from './features.ts'
import { firstStart, startDemo } from './first-start.ts'
import { startWorker } from './jobs/worker.ts'

const CLOSE_MS = 9_000

/** Environment → config → database → deps → app → listen; signals close in reverse order. */
async function main(): Promise<void> {
  const config = readConfig(undefined, process.argv.slice(2))
  const log = createLogger(config.logLevel)
  const database = await openDatabase(config)
  await migrate(database.db)
  const deps = await openDeps(config, log, { database })
  const origin = config.baseUrl ?? `http://localhost:${config.port}`
  await firstStart(deps, origin)
  const worker = await startWorker(deps.world, database.listener, jobHandlers)
  const { app } = await buildApp(deps)

  let closing = false
  let stopDemo = (): void => {}
  const close = async (signal: string): Promise<void> => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    setTimeout(() => process.exit(1), CLOSE_MS).unref()
    stopDemo()
    await deps.collab.stop()
    await app.close()
    await worker.stop()
    await deps.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void close(signal))
  process.on('unhandledRejection', (error) => {
    log.fatal({ error }, 'unhandled rejection')
    void close('unhandledRejection').finally(() => process.exit(1))
  })

  const local = await app.listen({ port: config.port, host: config.host })
  stopDemo = await startDemo(deps, local)
  console.log(
    `Cénacle : ${config.baseUrl ?? `http://localhost:${new URL(local).port}`}${database.dialect === 'pglite' ? '  (base embarquée : pour essayer, voir README)' : ''}`,
  )
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof DirectoryLocked
  console.error(known ? error.message : error)
  process.exit(1)
})
