// `npm run bench -- <name> [arguments]`: runs bench/<name>.ts with a PostgreSQL that waits for its disk. Without a name: which there are.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureClient } from './lib/client.mjs'
import { foreground } from './lib/foreground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'
import { providePostgres } from './lib/postgres.mjs'
import { workspaceEnv } from './lib/run.mjs'
import { workspaceNode } from './lib/workspace-node.mjs'

const [name, ...args] = process.argv.slice(2)
const script = join(root, 'bench', `${name}.ts`)

/** Benches lie in bench/ itself; what they share lies in folders below. */
function list() {
  const names = readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `  ${file.slice(0, -3)}`)
  console.log(['npm run bench -- <name>, with one of', ...names.sort()].join('\n'))
}

async function bench() {
  await ensureInstalled(console.log)
  await ensureClient(console.log)
  const postgres = await providePostgres(console.log, { durable: true })
  if ('missing' in postgres) throw new Error(`${postgres.missing}. It comes with: ${postgres.remedy}`)
  try {
    return await foreground(workspaceNode(), [script, ...args], {
      env: workspaceEnv({ TEST_DATABASE_URL: postgres.url }),
    })
  } finally {
    await postgres.stop()
  }
}

if (name === undefined || !/^[a-z0-9-]+$/.test(name) || !existsSync(script)) {
  if (name !== undefined) console.error(`There is no bench ${name}.`)
  list()
  process.exitCode = name === undefined ? 0 : 1
} else {
  try {
    process.exitCode = await bench()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
