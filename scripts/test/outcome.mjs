/**
 * @typedef {{ name: string, detail: string }} Failure
 * @typedef {{ passed: number, failures: Failure[], skipped: Failure[], figures: string[], criteria?: import('./criteria.mjs').Criterion[] }} Outcome what a suite did
 * @typedef {{ name: string, seconds: number, log: string } & Outcome} Finished
 */

const FIGURE = /^(?:#|ℹ) figure: (.+)$/u

/**
 * The lines that a test printed to be repeated in the summary.
 * @param {string} output
 * @returns {string[]}
 */
export function figuresIn(output) {
  return output.split('\n').flatMap((line) => FIGURE.exec(line.trim())?.[1] ?? [])
}

/**
 * @param {string} text
 * @param {number} lines how many of its last lines to keep
 */
export function tailOf(text, lines) {
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

/**
 * A suite's outcome, made to fail where counting alone would let it pass: no test at all, only skipped ones, or a process that
 * ended badly although its tests say nothing of it.
 * @param {Outcome} counted
 * @param {import('../lib/run.mjs').Result} result
 * @returns {Outcome}
 */
export function judged(counted, { code, output }) {
  const { passed, failures, skipped } = counted
  if (failures.length > 0) return counted
  if (code === 124) return { ...counted, failures: [{ name: 'did not end in time', detail: tailOf(output, 40) }] }
  if (code !== 0) return { ...counted, failures: [{ name: `ended with code ${code}`, detail: tailOf(output, 40) }] }
  if (passed > 0) return counted
  return { ...counted, failures: [{ name: skipped.length > 0 ? 'every test was skipped' : 'no test ran', detail: '' }] }
}
