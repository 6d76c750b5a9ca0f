import { readConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { createLogger, openDatabase, openDeps, type Deps } from '../deps.ts'

/**
 * Opens what the server stands on, for one command: PostgreSQL by DATABASE_URL, also while the server runs, else the embedded database in
 * DATA_DIR, which the server must have let go of.
 * @throws ConfigError, DirectoryLocked
 */
export async function withDeps<T>(work: (deps: Deps) => Promise<T>): Promise<T> {
  const config = readConfig()
  const database = await openDatabase(config)
  await migrate(database.db)
  const deps = await openDeps(config, createLogger('error'), { database })
  try {
    return await work(deps)
  } finally {
    await deps.close()
  }
}
