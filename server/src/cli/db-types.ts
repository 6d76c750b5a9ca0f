import { readFileSync, writeFileSync } from 'node:fs'
import { generateTypes } from '../database/generate-types.ts'
import { migrate } from '../database/migrate.ts'
import { openPGlite } from '../database/open.ts'

// `npm run db:types` writes the generated schema; with --check it fails when the file would change.
const path = new URL('../database/schema.gen.ts', import.meta.url)
const database = await openPGlite()
await migrate(database.db)
const text = await generateTypes(database.db)
await database.close()
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) {
    console.error('schema.gen.ts differs from the migrated database: run `npm run db:types`.')
    process.exit(1)
  }
} else writeFileSync(path, text)
