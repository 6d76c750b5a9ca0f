// `npm test`: gets what the machine lacks, runs every suite, ends with one line `N passed, N failed`. Runs on Node 18 and later.
import { provideChromium } from './lib/chromium.mjs'
import { ensureClient } from './lib/client.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { provideOffice } from './lib/office.mjs'
import { providePostgres } from './lib/postgres.mjs'
import { runJourneys } from './test/journeys.mjs'
import { Ledger } from './test/ledger.mjs'
import { runNodeTests, testFilesIn } from './test/node-tests.mjs'
import { groupsOf } from './test/options.mjs'
import { checks, runCheck } from './test/static.mjs'

const strict = ['true', '1'].includes(process.env.CI ?? '')
const ledger = new Ledger()

/** Two at a time: the linter takes both cores for a second, the others one each. */
async function runChecks() {
  const waiting = [...checks]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, ...command] = check
      await ledger.run(name, (onOutput) => runCheck(command, onOutput))
    }
  }
  await Promise.all([worker(), worker()])
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
function runServerTests(name, env) {
  // What only several connections can show does not run where there is one.
  const isPostgres = env.TEST_DATABASE === 'postgres'
  const files = testFilesIn(['server']).filter((file) => isPostgres || !file.endsWith('.postgres.test.ts'))
  return ledger.run(name, (onOutput) => runNodeTests(files, { env, seconds: 1200, onOutput }))
}

async function runOnPostgres() {
  const name = 'server on PostgreSQL'
  const postgres = await providePostgres(console.log)
  if ('missing' in postgres) return ledger.lacks(name, postgres)
  try {
    await runServerTests(name, { TEST_DATABASE: 'postgres', TEST_DATABASE_URL: postgres.url })
  } finally {
    await postgres.stop()
  }
}

async function runInBrowser() {
  const name = 'journeys in Chromium'
  const chromium = await provideChromium(console.log)
  if ('missing' in chromium) return ledger.lacks(name, chromium)
  await ledger.run(name, async (onOutput) => {
    await ensureClient((line) => onOutput(`${line}\n`))
    return runJourneys(chromium.path, onOutput)
  })
}

/**
 * Tests of documents that come from elsewhere or go there skip themselves without these; here it is said what that takes.
 * @param {Set<string>} groups
 */
async function lookForOffice(groups) {
  if (!['pglite', 'postgres', 'e2e'].some((group) => groups.has(group))) return
  const lack = await provideOffice(console.log)
  if (lack) ledger.lacks('documents of LibreOffice, PDFs', lack)
}

const suites = {
  static: runChecks,
  unit: () =>
    ledger.run('unit', (onOutput) =>
      runNodeTests(testFilesIn(['packages', 'scripts', 'client', 'migrations', 'bench']), { seconds: 900, onOutput }),
    ),
  pglite: () => runServerTests('server on PGlite', { TEST_DATABASE: 'pglite' }),
  postgres: runOnPostgres,
  e2e: runInBrowser,
}

try {
  const groups = groupsOf(process.argv.slice(2))
  await ensureInstalled(console.log)
  await lookForOffice(groups)
  for (const group of groups) await suites[group]()
} catch (error) {
  // What stops the run itself is a failure to count, not only a message.
  await ledger.run('the test run', () => Promise.reject(error))
}
process.exitCode = ledger.summarise(strict) ? 0 : 1
