// `npm start`: everything from a fresh clone to a running server. Runs on Node 18 and later, before anything is installed.
import { join } from 'node:path'
import { ensureClient } from './lib/client.mjs'
import { foreground } from './lib/foreground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'
import { workspaceEnv } from './lib/run.mjs'
import { workspaceNode } from './lib/workspace-node.mjs'

try {
  await ensureInstalled(console.log)
  await ensureClient(console.log)
  const main = join(root, 'server', 'src', 'main.ts')
  // DATA_DIR and the like are relative to where the command was given: the working folder stays.
  process.exitCode = await foreground(workspaceNode(), [main, ...process.argv.slice(2)], { env: workspaceEnv() })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
