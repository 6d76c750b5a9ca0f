import { ConfigError, readConfig } from './config.ts'
import { DirectoryLocked, refuseLocked } from './database/directory-lock.ts'

/** A start that cannot succeed says so before the server's code is even loaded. */
async function main(): Promise<void> {
  const config = readConfig(undefined, process.argv.slice(2))
  if (!config.databaseUrl) await refuseLocked(config.dataDir)
  const { serve } = await import('./serve.ts')
  await serve(config)
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof DirectoryLocked
  console.error(known ? error.message : error)
  process.exit(1)
})
