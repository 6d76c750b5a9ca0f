// `npm test`: gets what the machine lacks, runs every suite, ends with one line `N passed, N failed`. Runs on Node 18 and later.
import { availableParallelism } from 'node:os'
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

/** Ends what hangs. Beside the journeys, with other work on two cores, the server's tests take up to forty minutes. */
const SERVER_SECONDS = 4800
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

/** What makes documents out of documents knows no dialect: once is enough. */
const withoutDatabase = testFilesIn(['server/src/documents', 'server/src/exports'])

/** What walks over every route asks for rights and refusals, not for a dialect. Minutes each: once, on the faster one, where both run. */
const walks = testFilesIn(['server/test/matrix', 'server/test/nasty', 'server/src/features/votes']).filter((file) =>
  /(?:matrix|nasty|hidden)\.test\.ts$/.test(file),
)

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [beside] how many processors something else has meanwhile
 */
function runServerTests(name, env, beside = 0) {
  // What only several connections can show does not run where there is one.
  const isPostgres = env.TEST_DATABASE === 'postgres'
  const files = testFilesIn(['server'])
    .filter((file) => isPostgres || !file.endsWith('.postgres.test.ts'))
    .filter((file) => !withoutDatabase.includes(file))
    .filter((file) => isPostgres || !groups.has('postgres') || !walks.includes(file))
  const atOnce = Math.max(1, availableParallelism() - beside)
  return ledger.run(name, (onOutput) => runNodeTests(files, { env, atOnce, seconds: SERVER_SECONDS, onOutput }))
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

/**
 * Installs a browser and builds what the server serves, before anything runs beside the journeys.
 * @returns {Promise<() => Promise<void>>} the journeys, or what there is to say of them instead
 */
async function prepareJourneys() {
  const name = 'journeys in Chromium'
  try {
    const chromium = await provideChromium(console.log)
    if ('missing' in chromium) return async () => ledger.lacks(name, chromium)
    await ensureClient(console.log)
    return () => ledger.run(name, (onOutput) => runJourneys(chromium.path, onOutput))
  } catch (error) {
    return () => ledger.run(name, () => Promise.reject(error))
  }
}

/** Tests of documents that come from elsewhere or go there skip themselves without these; here it is said what that takes. */
async function lookForOffice() {
  if (!['unit', 'pglite', 'postgres', 'e2e'].some((group) => groups.has(group))) return
  const lack = await provideOffice(console.log)
  if (lack) ledger.lacks('documents of LibreOffice, PDFs', lack)
}

function runUnit() {
  const files = [...testFilesIn(['packages', 'scripts', 'client', 'migrations', 'bench']), ...withoutDatabase]
  return ledger.run('unit', (onOutput) => runNodeTests(files, { seconds: 1800, onOutput }))
}

/**
 * On PGlite beside the journeys, each with a processor of its own; on PostgreSQL afterwards, with all of them: beside a browser, one
 * would stand still once the journeys have ended.
 */
async function runServerAndJourneys() {
  const runJourneysBeside = groups.has('e2e') ? await prepareJourneys() : async () => {}
  const onPGlite = async () => {
    if (groups.has('pglite'))
      await runServerTests('server on PGlite', { TEST_DATABASE: 'pglite' }, groups.has('e2e') ? 1 : 0)
  }
  const ends = await Promise.allSettled([onPGlite(), runJourneysBeside()])
  if (groups.has('postgres')) await runOnPostgres()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** @type {Set<string>} */
let groups = new Set()
try {
  groups = groupsOf(process.argv.slice(2))
  await ensureInstalled(console.log)
  await lookForOffice()
  if (groups.has('static')) await runChecks()
  if (groups.has('unit')) await runUnit()
  await runServerAndJourneys()
} catch (error) {
  // What stops the run itself is a failure to count, not only a message.
  await ledger.run('the test run', () => Promise.reject(error))
}
process.exitCode = ledger.summarise(strict) ? 0 : 1
