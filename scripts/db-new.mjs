// `npm run db:new -- watch-notes`: the next migration, empty, and in the list.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextMigration } from './lib/migration.mjs'
import { root } from './lib/paths.mjs'

const folder = join(root, 'migrations')
const list = join(folder, 'index.ts')
try {
  const { file, text, index } = nextMigration(process.argv[2] ?? '', readdirSync(folder), readFileSync(list, 'utf8'))
  writeFileSync(join(folder, file), text, { flag: 'wx' })
  writeFileSync(list, index)
  console.log(`migrations/${file}: write its statements, then npm run db:types`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
