import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { cache, root } from './paths.mjs'
import { run, workspaceEnv } from './run.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'
import { workspaceNode } from './workspace-node.mjs'

const stamp = join(cache, 'client-built')
const dist = join(root, 'client', 'dist')

/**
 * Builds client/dist, unless it was built from these very sources.
 * @param {(line: string) => void} say told before something long begins
 * @throws {Error} with Vite's last words, when the build fails
 */
export async function ensureClient(say) {
  const wanted = hashOf(root, ['client', 'packages', 'pnpm-lock.yaml', 'tsconfig.base.json'])
  const isThere = () => readStamp(stamp) === wanted && existsSync(join(dist, 'index.html'))
  if (isThere()) return
  await withLock(
    join(cache, 'client.lock'),
    async () => {
      if (isThere()) return
      say('Building the client…')
      await build()
      writeStamp(stamp, wanted)
    },
    () => say('Another process builds the client: waiting for it…'),
  )
}

/** Beside the old one, then in its place: a server that runs never serves half a build. */
async function build() {
  const draft = join(cache, `client-${process.pid}`)
  const old = join(cache, `client-old-${process.pid}`)
  const vite = join(root, 'client', 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    const { code, output } = await run(
      workspaceNode(),
      [vite, 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'],
      {
        cwd: join(root, 'client'),
        env: workspaceEnv({ NODE_ENV: 'production' }),
        seconds: 300,
      },
    )
    if (code !== 0) throw new Error(`The client's build failed (vite build):\n${output.slice(-4000)}`)
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(draft, dist)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}
