import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run, workspaceEnv } from '../lib/run.mjs'
import { filesUnder } from '../lib/stamp.mjs'
import { withFolder } from '../lib/temporary.mjs'
import { workspaceNode } from '../lib/workspace-node.mjs'
import { countNodeTests } from './counts.mjs'
import { figuresIn, judged } from './outcome.mjs'

const reporter = join(root, 'scripts', 'test', 'counting-reporter.mjs')

/**
 * The files of node:test under some folders.
 * @param {string[]} folders from the root
 */
export function testFilesIn(folders) {
  return folders.flatMap((folder) => filesUnder(join(root, folder))).filter((file) => /\.test\.(?:ts|mjs)$/.test(file))
}

/**
 * Runs test files on the workspace's Node.
 * @param {string[]} files
 * @param {{ env?: NodeJS.ProcessEnv, atOnce?: number, seconds: number, silence?: number, onOutput: (text: string) => void }} options
 *   `atOnce`: files; `seconds`: for the whole run; `silence`: without any output, which is more than one test may take
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runNodeTests(files, { env, atOnce = availableParallelism(), seconds, silence = 600, onOutput }) {
  const none = { passed: 0, failures: [], skipped: [], figures: [] }
  // Without a file, node --test would look for some on its own.
  if (files.length === 0) return judged(none, { code: 0, output: '' })
  return withFolder(async (folder) => {
    const lines = join(folder, 'tests.jsonl')
    const args = ['--test', `--test-concurrency=${atOnce}`, '--test-timeout=600000']
    args.push('--test-reporter=spec', '--test-reporter-destination=stdout')
    args.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${lines}`)
    const options = { env: workspaceEnv({ NO_COLOR: '1', ...env }), seconds, silence, onOutput }
    const result = await run(workspaceNode(), [...args, ...files], options)
    return judged({ ...countNodeTests(readFileSync(lines, 'utf8')), figures: figuresIn(result.output) }, result)
  })
}
