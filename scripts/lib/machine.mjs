import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/**
 * Where a program is, as the shell would find it.
 * @param {string} name
 * @param {string} [path] the folders to look in
 * @returns {string | undefined}
 */
export function which(name, path = process.env.PATH ?? '') {
  const places = path.split(delimiter).filter((folder) => folder !== '')
  return places.map((folder) => join(folder, name)).find(isExecutable)
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const isRoot = process.getuid?.() === 0

/**
 * Runs a shell script as root, where apt-get is there and we may: as root, or by a sudo that asks no password.
 * @param {string} script
 * @returns {Promise<{ done: boolean, reason: string }>} `reason`: why not, in one line
 */
export async function asPackager(script) {
  const apt = which('apt-get')
  if (apt === undefined || !existsSync('/etc/debian_version'))
    return { done: false, reason: 'not a Debian-like system' }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const shell = ['sh', '-ec', `apt-get -q update\n${script}`]
  if (!isRoot && (await run('sudo', ['-n', 'true'], { seconds: 10 })).code !== 0) {
    return { done: false, reason: 'neither root nor a sudo without a password' }
  }
  const [command = '', ...args] = isRoot ? shell : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...shell]
  const { code, output } = await run(command, args, { env, seconds: 600 })
  const last = output.trim().split('\n').at(-1) ?? ''
  return { done: code === 0, reason: code === 0 ? '' : `apt-get failed (${code}): ${last}` }
}
