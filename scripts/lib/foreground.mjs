import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { onEnd } from './ending.mjs'

/**
 * Runs a program in this one's place: its output is ours, signals reach it, and its end is ours.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} the exit code; 128 + n after signal n
 * @throws {Error} when the program cannot start
 */
export async function foreground(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 1)))
  })
  const forget = onEnd(async (signal) => {
    // A terminal sends Ctrl-C to the child as well: twice would mean "at once" to it.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    process.exitCode = await ended
  })
  return ended.finally(forget)
}
