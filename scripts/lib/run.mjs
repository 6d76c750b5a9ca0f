import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { onEnd } from './ending.mjs'
import { cache, root } from './paths.mjs'

/** @typedef {{ code: number, output: string }} Result */

/**
 * This process's environment without what npm put there: pnpm would take npm's settings for its own.
 * @param {NodeJS.ProcessEnv} [more] variables to add
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnv(more = {}) {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name))
  return { ...Object.fromEntries(own), ...more }
}

/**
 * The environment for what runs on the workspace's own Node: a `node` that it starts in turn is the same one, and takes no module apart
 * that another did before.
 * @param {NodeJS.ProcessEnv} [more]
 */
export function workspaceEnv(more = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return cleanEnv({ PATH: path, NODE_COMPILE_CACHE: join(cache, 'compiled'), ...more })
}

/**
 * Runs a command to its end and keeps what it printed (both streams). Never throws: a command that cannot start has code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { seconds?: number, silence?: number, onOutput?: (text: string) => void }} [options]
 *   `seconds`: the time after which it is killed, with everything it started (code 124); `silence`: the same, without any output.
 *   Counted second by second: minutes in which the machine stands still are one
 * @returns {Promise<Result>}
 */
export function run(command, args, { seconds, silence, onOutput, ...options } = {}) {
  return new Promise((resolve) => {
    let output = ''
    let late = false
    // Its own process group: what it started can be ended with it.
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options })
    const forget = onEnd((signal) => endGroup(child, signal))
    let [passed, silent] = [0, 0]
    const timer = setInterval(() => {
      passed += 1
      silent += 1
      if (passed < (seconds ?? Infinity) && silent < (silence ?? Infinity)) return
      late = true
      endGroup(child, 'SIGKILL')
    }, 1000)
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      output += chunk.toString()
      onOutput?.(chunk.toString())
      silent = 0
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    /** @param {number} code */
    const finish = (code) => {
      clearInterval(timer)
      forget()
      resolve({ code: late ? 124 : code, output })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}
