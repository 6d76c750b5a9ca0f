import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run, workspaceEnv } from '../lib/run.mjs'
import { withFolder } from '../lib/temporary.mjs'
import { workspaceNode } from '../lib/workspace-node.mjs'
import { countJourneys } from './counts.mjs'
import { figuresIn, judged, tailOf } from './outcome.mjs'

/**
 * Runs the browser journeys of e2e/.
 * @param {string} chromium path of the browser
 * @param {(text: string) => void} onOutput
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export function runJourneys(chromium, onOutput) {
  const cli = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js')
  return withFolder(async (folder) => {
    const report = join(folder, 'report.json')
    const result = await run(workspaceNode(), [cli, 'test', '--reporter=list,json'], {
      cwd: join(root, 'e2e'),
      env: workspaceEnv({ NO_COLOR: '1', CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      // Ends what hangs: on a busy machine all of them take most of an hour.
      seconds: 4800,
      onOutput,
    })
    return judged({ ...readReport(report, result.output), figures: figuresIn(result.output) }, result)
  })
}

/**
 * @param {string} file
 * @param {string} output
 */
function readReport(file, output) {
  try {
    return countJourneys(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    const failures = [{ name: 'Playwright wrote no report', detail: tailOf(output, 40) }]
    return { passed: 0, failures, skipped: [] }
  }
}
