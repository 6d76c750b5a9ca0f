import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run, workspaceEnv } from '../lib/run.mjs'
import { workspaceNode } from '../lib/workspace-node.mjs'
import { generated } from './generated.mjs'
import { tailOf } from './outcome.mjs'

/** @typedef {import('./outcome.mjs').Outcome} Outcome */

/** Each check is a script for the workspace's Node and its arguments. @type {[name: string, ...command: string[]][]} */
export const checks = [
  ['format', 'node_modules/@biomejs/biome/bin/biome', 'format', '--colors=off'],
  ['lint', 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format=unix'],
  ['lint: house', 'scripts/lint-house.mjs'],
  ['types', 'node_modules/typescript/bin/tsc', '-b', '--pretty', 'false'],
  ...generated,
]

/**
 * Runs one check, which counts as one test.
 * @param {string[]} command a script and its arguments, from the root
 * @param {(text: string) => void} onOutput
 * @returns {Promise<Outcome>}
 */
export async function runCheck([script = '', ...args], onOutput) {
  const { code, output } = await run(workspaceNode(), [join(root, script), ...args], {
    env: workspaceEnv({ NO_COLOR: '1' }),
    seconds: 300,
    onOutput,
  })
  const shown = [script, ...args].join(' ')
  const failures = code === 0 ? [] : [{ name: `${shown} (code ${code})`, detail: tailOf(output, 60) }]
  return { passed: code === 0 ? 1 : 0, failures, skipped: [], figures: [] }
}
