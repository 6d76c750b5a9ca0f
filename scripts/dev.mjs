// `npm run dev`: the server restarts and the client reloads when their sources change. One URL, ended by Ctrl-C.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { onEnd } from './lib/ending.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'
import { freePort } from './lib/ports.mjs'
import { workspaceEnv } from './lib/run.mjs'
import { workspaceNode } from './lib/workspace-node.mjs'

/**
 * @param {string[]} args for the workspace's Node
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} resolved when it has ended
 */
function start(args, cwd, env) {
  const child = spawn(workspaceNode(), args, { cwd, env: workspaceEnv(env), stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise((resolve) =>
    child.on('close', (code) => resolve(code ?? 1)).on('error', () => resolve(127)),
  )
  // A terminal's Ctrl-C reaches the child as well; a second signal does no harm to either of these two.
  onEnd((signal) => {
    child.kill(signal)
    return ended
  })
  return ended
}

try {
  await ensureInstalled(console.log)
  const [port, api] = [Number(process.env.PORT ?? 3000), await freePort()]
  const url = `http://localhost:${port}`
  const server = [
    '--watch',
    '--watch-preserve-output',
    join(root, 'server', 'src', 'main.ts'),
    ...process.argv.slice(2),
  ]
  const vite = [
    join(root, 'client', 'node_modules', 'vite', 'bin', 'vite.js'),
    '--port',
    String(port),
    '--strictPort',
    '--logLevel',
    'warn',
  ]
  const both = [
    start(server, process.cwd(), { PORT: String(api), HOST: '127.0.0.1', BASE_URL: url }),
    start(vite, join(root, 'client'), { CENACLE_API: `http://127.0.0.1:${api}` }),
  ]
  console.log(`Cénacle for developers: ${url} (API on port ${api})`)
  // Neither is of use without the other.
  process.exitCode = await Promise.race(both)
  process.kill(process.pid, 'SIGTERM')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
