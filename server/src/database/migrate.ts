import { Migrator } from 'kysely/migration'
import { migrations } from '@cenacle/migrations'
import type { Db } from './types.ts'

/**
 * Brings the database to the newest migration. Kysely takes an advisory lock and one transaction over all of them:
 * of two starters one migrates, and an interruption leaves nothing half done.
 * @returns names of the migrations that were applied
 * @throws the migration's own error
 */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}
