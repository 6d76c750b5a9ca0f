import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/** The oldest major version that runs the project's TypeScript as it is. */
const OLDEST = 24

/**
 * The Node that runs the workspace: the one that the installation brought, else the one that runs this script when it is recent
 * enough. The real binary, not a shim of node_modules/.bin: signals must reach it.
 * @param {string} [folder] the workspace's root
 * @returns {string} an absolute path
 * @throws {Error} with what to do, when there is none
 */
export function workspaceNode(folder = root) {
  const brought = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  // It is started once: on a system with another C library the file is there and does not run.
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return process.execPath
  throw new Error(
    `Cénacle runs on Node ${OLDEST}. None came with the installation for ${process.platform}-${process.arch}, and this one is ` +
      `${process.version}: install Node ${OLDEST} (https://nodejs.org) and start again.`,
  )
}
