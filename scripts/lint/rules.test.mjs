import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from './rules.mjs'
import { blanked, parseSource } from './source.mjs'

/**
 * @param {string} path
 * @param {string} text
 */
const rulesBroken = (path, text) => faultsOf(parseSource(path, text)).map(({ rule, line }) => `${rule}:${line}`)

test('comments, strings and regular expressions are no code', () => {
  const text = [
    'const a = "new Date" // new Date',
    "const b = `x ${c / 2} 'y`",
    'const d = /[/"]\\//u.test(e)',
    '/* a\n b */ f / g',
  ].join('\n')
  const code = blanked(text)
  assert.equal(code.length, text.length)
  assert.equal(code.split('\n').length, text.split('\n').length)
  assert.doesNotMatch(code, /Date|y|u\.test/)
  assert.match(code, /c \/ 2/)
  assert.match(code, /f \/ g/)
})

test('astral characters keep every offset', () => {
  const text = "const a = '🗳️🗳️' // é\nnew Date()"
  assert.equal(blanked(text).length, text.length)
  assert.deepEqual(rulesBroken('server/src/features/votes/x.ts', text), ['no-date:2'])
})

test('imports are found with their line, types and dynamic ones included', () => {
  const text =
    "import type { A } from './a.ts'\nimport {\n  b,\n} from '../b.ts'\nexport * from './c.ts'\nawait import('./d.ts')\nimport './e.css'\n"
  const { imports } = parseSource('client/src/ui/x.ts', text)
  assert.deepEqual(
    imports.map(({ spec }) => spec),
    ['./a.ts', '../b.ts', './c.ts', './d.ts', './e.css'],
  )
  assert.deepEqual(
    imports.map(({ line }) => line),
    [1, 4, 5, 6, 7],
  )
})

test('the environment is read in one place', () => {
  assert.deepEqual(rulesBroken('server/src/mail/smtp.ts', 'a\nprocess.env.X'), ['no-process-env:2'])
  assert.deepEqual(rulesBroken('server/src/mail/smtp.ts', 'const { env } = process'), ['no-process-env:1'])
  for (const path of ['server/src/config.ts', 'client/vite.config.ts', 'server/test/harness.ts', 'bench/crash.ts']) {
    assert.deepEqual(rulesBroken(path, 'process.env.X'), [], path)
  }
})

test('features take the time from their context', () => {
  assert.deepEqual(rulesBroken('server/src/features/votes/cast.ts', 'const a: Date = b\nDate.now()\nnew Date(1)'), [
    'no-date:2',
    'no-date:3',
  ])
  assert.deepEqual(rulesBroken('server/src/features/votes/cast.test.ts', 'Date.now()'), [])
  assert.deepEqual(rulesBroken('server/src/jobs/worker.ts', 'Date.now()'), [])
})

test('vote criterion 3: tally is exact, no floating point', () => {
  const path = 'packages/tally/src/x.ts'
  for (const code of ['a / b', '0.5', 'Math.round(a)', 'parseFloat(a)', '1e-3', 'a.toFixed(2)']) {
    assert.deepEqual(rulesBroken(path, code), ['exact:1'], code)
  }
  assert.deepEqual(rulesBroken(path, '// exact: b divides a\na / b\nMath.max(a, 1) + 1_000 + x[0].y'), [])
  for (const counting of ['server/src/cli/tally.ts', 'server/src/cli/tally/methods.ts'])
    assert.deepEqual(rulesBroken(counting, 'a * 0.5'), ['exact:1'])
  for (const other of ['packages/document/src/x.ts', 'packages/tally/test/x.test.ts'])
    assert.deepEqual(rulesBroken(other, 'a / 0.5'), [])
})

test('an index that only passes on is a barrel', () => {
  assert.deepEqual(rulesBroken('client/src/ui/index.ts', "export * from './a.ts'\nexport { b } from './b.ts'\n"), [
    'no-barrel:1',
  ])
  assert.deepEqual(rulesBroken('client/src/ui/index.ts', "import { b } from './b.ts'\nexport { b }\n"), ['no-barrel:1'])
  assert.deepEqual(
    rulesBroken('migrations/index.ts', "import { b } from './0001-b.ts'\nexport const all = { b }\n"),
    [],
  )
})

test('files are named as what they are', () => {
  const component = 'export function Button() {}'
  assert.deepEqual(rulesBroken('client/src/ui/Button.tsx', component), [])
  assert.deepEqual(
    rulesBroken('client/src/i18n/i18n.tsx', 'export function Provider() {}\nexport const useI18n = 1'),
    [],
  )
  assert.deepEqual(rulesBroken('client/src/ui/use-title.ts', ''), [])
  assert.deepEqual(rulesBroken('server/src/database/schema.gen.ts', ''), [])
  assert.deepEqual(rulesBroken('client/src/ui/button.tsx', component), ['file-name:1'])
  assert.deepEqual(rulesBroken('client/src/ui/Title.ts', ''), ['file-name:1'])
  assert.deepEqual(rulesBroken('server/src/mailJob.ts', ''), ['file-name:1'])
})

test('no test is left out or alone', () => {
  const [only, skip] = ['test.only', 'describe.skip']
  assert.deepEqual(rulesBroken('packages/tally/src/a.test.ts', `${only}('a')\n${skip}('b')`), [
    'no-idle-test:1',
    'no-idle-test:2',
  ])
  assert.deepEqual(rulesBroken('packages/tally/src/a.test.ts', "if (!data) return t.skip('no data')"), [])
})
