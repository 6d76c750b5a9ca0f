import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asPackager, which } from './machine.mjs'
import { root } from './paths.mjs'
import { run, workspaceEnv } from './run.mjs'
import { workspaceNode } from './workspace-node.mjs'

/** @typedef {{ path: string } | { missing: string, remedy: string }} Chromium */

const REMEDY = 'apt-get install chromium, or CHROMIUM_PATH=/path/to/chromium'

/**
 * A Chromium that starts: the one that CHROMIUM_PATH names, the system's, Playwright's own download, Debian's package.
 * @param {(line: string) => void} say told before something is downloaded
 * @returns {Promise<Chromium>}
 */
export async function provideChromium(say) {
  const named = process.env.CHROMIUM_PATH
  if (named)
    return (await starts(named))
      ? { path: named }
      : { missing: `CHROMIUM_PATH=${named} does not start`, remedy: REMEDY }
  const present = (await systemChromium()) ?? (await playwrightChromium())
  if (present) return { path: present }
  say('Chromium: asking Playwright for one…')
  await playwright(['install', '--no-shell', 'chromium'], 300)
  const downloaded = await playwrightChromium()
  if (downloaded) return { path: downloaded }
  say('Chromium: asking apt-get for one…')
  const { reason } = await asPackager('apt-get -q install -y --no-install-recommends chromium')
  const installed = await systemChromium()
  if (installed) return { path: installed }
  return {
    missing: `Chromium: Playwright's host does not answer, ${reason || 'and the package does not start'}`,
    remedy: REMEDY,
  }
}

/** @returns {Promise<string | undefined>} */
export async function systemChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const path = which(name)
    if (path && (await starts(path))) return path
  }
  return undefined
}

/** @returns {Promise<string | undefined>} what Playwright has in its own cache, where its libraries are there too */
async function playwrightChromium() {
  const entry = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'index.mjs')
  const script = `const { chromium } = await import(${JSON.stringify(entry)}); console.log(chromium.executablePath())`
  const { code, output } = await run(workspaceNode(), ['--input-type=module', '-e', script], { seconds: 30 })
  const path = output.trim()
  return code === 0 && existsSync(path) && (await starts(path)) ? path : undefined
}

/**
 * @param {string[]} args
 * @param {number} seconds
 */
function playwright(args, seconds) {
  const cli = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js')
  return run(workspaceNode(), [cli, ...args], { env: workspaceEnv(), seconds })
}

/**
 * A file is not enough: Ubuntu's package only says where the real one is, and a download may lack its libraries.
 * @param {string} path
 */
async function starts(path) {
  return (await run(path, ['--version'], { seconds: 20 })).code === 0
}
