import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { countJourneys, countNodeTests } from './counts.mjs'
import { totals } from './ledger.mjs'
import { runNodeTests } from './node-tests.mjs'
import { groupsOf } from './options.mjs'
import { figuresIn, judged } from './outcome.mjs'

const none = { passed: 0, failures: [], skipped: [], figures: [] }

/**
 * Runs test files of one's own, as `npm test` does.
 * @param {import('node:test').TestContext} t
 * @param {Record<string, string>} files
 * @param {number} [silence]
 */
function outcomeOf(t, files, silence) {
  const folder = mkdtempSync(join(tmpdir(), 'cenacle-counts-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
  // The outer runner's mark would make the inner one report to it.
  return runNodeTests(paths, { env: { NODE_TEST_CONTEXT: undefined }, seconds: 60, silence, onOutput: () => {} })
}

const head = `import { test, describe, after } from 'node:test'\n`

test('passed, failed and skipped tests are counted, groups are not', async (t) => {
  const body = `console.log('# figure: routes 12')
    describe('group', () => {
      test('good', async (t) => { t.diagnostic('figure: cases 3'); await t.test('inner', () => {}) })
      test('bad', () => { throw new Error('because') })
      test('absent', (t) => t.skip('no data'))
    })`
  const { passed, failures, skipped, figures } = await outcomeOf(t, { 'a.test.mjs': head + body })
  assert.equal(passed, 2)
  assert.deepEqual(
    failures.map(({ name }) => name),
    ['group › bad'],
  )
  assert.match(failures[0]?.detail ?? '', /because/)
  assert.deepEqual(
    skipped.map(({ detail }) => detail),
    ['no data'],
  )
  assert.deepEqual(figures, ['routes 12', 'cases 3'])
})

test('a file without a test, one that does not load and a hook that throws are failures', async (t) => {
  const { passed, failures } = await outcomeOf(t, {
    'empty.test.mjs': 'export {}',
    'broken.test.mjs': `import './nowhere.mjs'`,
    'hook.test.mjs': `${head}describe('g', () => { after(() => { throw new Error('hook') }); test('fine', () => {}) })`,
  })
  assert.equal(passed, 1)
  const details = failures.map(({ detail }) => detail).join('\n')
  assert.equal(failures.length, 3, details)
  for (const words of [/no test in this file/, /ERR_MODULE_NOT_FOUND/, /hook/]) assert.match(details, words)
})

test('a file that does not end is named, and what passed before still counts', async (t) => {
  const body = `setInterval(() => {}, 1000)\ntest('fine', () => {})`
  const { passed, failures } = await outcomeOf(
    t,
    { 'a.test.mjs': `${head}test('a', () => {})`, 'open.test.mjs': head + body },
    // Also on a busy machine two processes start within this silence.
    10,
  )
  assert.ok(passed >= 1)
  assert.equal(failures.length, 1)
  assert.match(failures[0]?.name ?? '', /open\.test\.mjs$/)
})

test('a run that ends badly fails, whatever was counted', () => {
  const good = { ...none, passed: 3 }
  assert.deepEqual(judged(good, { code: 0, output: '' }), good)
  assert.equal(judged(good, { code: 7, output: 'x' }).failures[0]?.name, 'ended with code 7')
  assert.equal(judged(good, { code: 124, output: 'x' }).failures[0]?.name, 'did not end in time')
  assert.equal(judged(none, { code: 0, output: '' }).failures[0]?.name, 'no test ran')
  const skipped = [{ name: 'a', detail: 'b' }]
  assert.equal(judged({ ...none, skipped }, { code: 0, output: '' }).failures[0]?.name, 'every test was skipped')
})

test('a run that was cut short counts what it had written', () => {
  const line = JSON.stringify({ kind: 'passed', name: 'a', detail: '' })
  assert.equal(countNodeTests(`${line}\n${line}\n{"kind":"pas`).passed, 2)
})

test("Playwright's report is counted through all its levels; a flaky journey failed", () => {
  const test = (/** @type {string} */ status, message = '') => ({ status, results: [{ error: { message } }] })
  const counted = countJourneys({
    errors: [{ message: 'no such config' }],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [{ title: 'one', tests: [test('expected')] }],
        suites: [{ title: 'group', specs: [{ title: 'two', tests: [test('flaky', 'once'), test('skipped')] }] }],
      },
    ],
  })
  assert.equal(counted.passed, 1)
  assert.deepEqual(
    counted.failures.map(({ name, detail }) => `${name}: ${detail}`),
    ['a.spec.ts › group › two: once', 'Playwright: no such config'],
  )
  assert.equal(counted.skipped.length, 1)
})

test('what is missing fails a strict run only', () => {
  const finished = [{ ...none, passed: 2, name: 'unit', seconds: 1, log: '' }]
  const missing = [{ suite: 'journeys', what: 'Chromium', remedy: 'apt-get' }]
  assert.deepEqual(totals({ finished, missing }, false), { passed: 2, failed: 0 })
  assert.deepEqual(totals({ finished, missing }, true), { passed: 2, failed: 1 })
})

test('--only names groups; server is both databases', () => {
  assert.deepEqual([...groupsOf([])], ['static', 'unit', 'pglite', 'postgres', 'e2e'])
  assert.deepEqual([...groupsOf(['--only=unit,server'])], ['unit', 'pglite', 'postgres'])
  assert.throws(() => groupsOf(['--only=units']), /units names nothing/)
  assert.throws(() => groupsOf(['--fast']), /Unknown option/)
})

test('figures are found where a test prints them, and nowhere else', () => {
  assert.deepEqual(figuresIn('# figure: a 1\n  ℹ figure: b 2\nfigure: c\nx # figure: d'), ['a 1', 'b 2'])
})
