import { createWriteStream, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cache, root } from '../lib/paths.mjs'
import { heldLines } from './criteria.mjs'
import { tailOf } from './outcome.mjs'

/**
 * @typedef {import('./outcome.mjs').Outcome} Outcome
 * @typedef {import('./outcome.mjs').Finished} Finished
 * @typedef {{ what: string, remedy: string, suite: string }} Missing
 */

/** What ran so far, and what could not. */
export class Ledger {
  /** @type {Finished[]} */
  finished = []
  /** @type {Missing[]} */
  missing = []

  /**
   * Runs a suite, with its output in a file of its own, and prints its line. What it throws is its failure.
   * @param {string} name
   * @param {(onOutput: (text: string) => void) => Promise<Outcome>} suite
   */
  async run(name, suite) {
    const folder = join(cache, 'test')
    mkdirSync(folder, { recursive: true })
    const log = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.log`)
    const stream = createWriteStream(log)
    const began = performance.now()
    const outcome = await suite((text) => stream.write(text)).catch((error) => thrown(error))
    await new Promise((resolve) => stream.end(() => resolve(undefined)))
    const done = { name, seconds: (performance.now() - began) / 1000, log: relative(root, log), ...outcome }
    this.finished.push(done)
    console.log(lineFor(done))
    for (const failure of done.failures) console.log(textOf(failure))
    if (done.failures.length > 0) console.log(`    all of its output: ${done.log}`)
  }

  /**
   * Notes a suite that could not run.
   * @param {string} suite
   * @param {{ missing: string, remedy: string }} why
   */
  lacks(suite, { missing, remedy }) {
    this.missing.push({ suite, what: missing, remedy })
    console.log(`– ${suite}: not run`)
  }

  /**
   * Prints what was measured, skipped and missing, then the one line that tools read.
   * @param {boolean} strict whether what is missing fails the run
   * @returns {boolean} whether all is well
   */
  summarise(strict) {
    const sum = totals(this, strict)
    const skipped = this.finished.flatMap((suite) =>
      suite.skipped.map(({ name, detail }) => `${suite.name}: ${name} (${detail})`),
    )
    const figures = this.finished.flatMap((suite) => suite.figures.map((figure) => `${suite.name}: ${figure}`))
    const missing = this.missing.map(({ suite, what, remedy }) => `${suite}: ${what}. It comes with: ${remedy}`)
    for (const [title, lines] of Object.entries({ Figures: figures, Skipped: skipped, Missing: missing })) {
      if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`)
    }
    const held = heldLines(this.finished.flatMap(({ criteria }) => criteria ?? []))
    if (held.length > 0) console.log(`\n${held.join('\n')}`)
    console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
    return sum.failed === 0
  }
}

/**
 * @param {{ finished: Finished[], missing: Missing[] }} ledger
 * @param {boolean} strict
 */
export function totals({ finished, missing }, strict) {
  const failed = finished.reduce((sum, { failures }) => sum + failures.length, 0)
  return {
    passed: finished.reduce((sum, { passed }) => sum + passed, 0),
    failed: failed + (strict ? missing.length : 0),
  }
}

/**
 * @param {unknown} error
 * @returns {Outcome}
 */
function thrown(error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { passed: 0, failures: [{ name: 'could not run', detail }], skipped: [], figures: [] }
}

/** @param {Finished} suite */
function lineFor({ name, passed, failures, skipped, seconds }) {
  const counts = [
    `${passed} passed`,
    `${failures.length} failed`,
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ]
  return `${failures.length === 0 ? '✓' : '✗'} ${name.padEnd(24)} ${counts.join(', ').padEnd(36)} ${seconds.toFixed(1)} s`
}

/** @param {import('./outcome.mjs').Failure} failure */
function textOf({ name, detail }) {
  const lines = detail === '' ? [] : tailOf(detail, 60).split('\n')
  return [`    ✗ ${name}`, ...lines.map((line) => `      ${line}`)].join('\n')
}
