import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../src/database/migrate.ts'
import { openPGlite } from '../src/database/open.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules/.cache/cenacle')

/**
 * A migrated PGlite as a dump, made once for a given set of migrations and kept between test processes: every app of
 * every test clones it. Two processes that make it at once make the same one.
 */
export async function pgliteTemplate(): Promise<Blob> {
  const path = join(cache, `template-${fingerprint()}.tar`)
  if (!existsSync(path)) {
    const database = await openPGlite()
    await migrate(database.db)
    const dump = await database.dump?.()
    await database.close()
    if (!dump) throw new Error('PGlite gave no dump')
    mkdirSync(cache, { recursive: true })
    const partial = `${path}.${randomBytes(4).toString('hex')}`
    writeFileSync(partial, Buffer.from(await dump.arrayBuffer()))
    renameSync(partial, path)
  }
  return new Blob([readFileSync(path)])
}

/** Of all migrations and of PGlite itself. */
export function fingerprint(): string {
  const hash = createHash('sha256')
  const folder = join(root, 'migrations')
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts')))
    hash.update(readFileSync(join(folder, name)))
  return hash
    .update(readFileSync(join(root, 'server/package.json')))
    .digest('hex')
    .slice(0, 16)
}
