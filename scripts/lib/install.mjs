import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { cache, root } from './paths.mjs'
import { cleanEnv, run } from './run.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const stamp = join(cache, 'installed')

/**
 * Installs what the lockfile lists, unless that very lockfile was installed before.
 * @param {(line: string) => void} say told before something long begins
 * @throws {Error} with pnpm's last words, when the installation fails
 */
export async function ensureInstalled(say) {
  const wanted = hashOf(root, ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
  const isThere = () => readStamp(stamp) === wanted && existsSync(join(root, 'node_modules', '.pnpm'))
  if (isThere()) return
  await withLock(
    join(cache, 'install.lock'),
    async () => {
      if (isThere()) return
      say('Installing the packages…')
      await install()
      writeStamp(stamp, wanted)
    },
    () => say('Another process installs the packages: waiting for it…'),
  )
}

async function install() {
  /** @type {{ packageManager: string }} */
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // CI: pnpm asks nothing, also where node_modules was made by something else.
  const env = cleanEnv({ CI: 'true', npm_config_update_notifier: 'false' })
  const { code, output } = await run('npx', ['-y', packageManager, 'install', '--frozen-lockfile'], {
    env,
    seconds: 900,
  })
  if (code !== 0)
    throw new Error(
      `The installation failed (npx -y ${packageManager} install --frozen-lockfile):\n${output.slice(-4000)}`,
    )
}
