import { criteriaIn } from './criteria.mjs'

/** @typedef {import('./outcome.mjs').Outcome} Outcome */

/**
 * What the counting reporter wrote, added up.
 * @param {string} lines one JSON object per line; an unfinished last line is left out
 * @returns {Outcome}
 */
export function countNodeTests(lines) {
  /** @type {import('./counting-reporter.mjs').Line[]} */
  const all = lines
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
  const closed = new Set(all.flatMap(({ kind, name }) => (kind === 'closed' ? name : [])))
  const hanging = all.filter(({ kind, name }) => kind === 'opened' && !closed.has(name))
  const hung = hanging.map(({ name }) => ({
    name,
    detail: 'did not end: a test hangs, or a timer, socket or server is left open',
  }))
  return {
    passed: all.filter(({ kind }) => kind === 'passed').length,
    failures: [...all.filter(({ kind }) => kind === 'failed'), ...hung],
    skipped: all.filter(({ kind }) => kind === 'skipped'),
    figures: [],
    criteria: criteriaIn(
      all
        .filter(({ kind }) => kind === 'passed' || kind === 'failed')
        .map(({ kind, name }) => ({ name, passed: kind === 'passed' })),
    ),
  }
}

/**
 * @typedef {{ status: string, results: { error?: { message?: string } }[] }} JourneyTest
 * @typedef {{ title: string, tests: JourneyTest[] }} Spec
 * @typedef {{ title: string, specs?: Spec[], suites?: JourneySuite[] }} JourneySuite
 * @typedef {{ suites: JourneySuite[], errors: { message?: string }[] }} JourneyReport the part of Playwright's JSON that we read
 */

/**
 * What Playwright's JSON reporter wrote, added up. A journey that only passed when it was repeated has failed.
 * @param {JourneyReport} report
 * @returns {Outcome}
 */
export function countJourneys(report) {
  const all = report.suites.flatMap((suite) => testsIn(suite, ''))
  const errors = report.errors.map(({ message = '' }) => ({ name: 'Playwright', detail: message }))
  return {
    passed: all.filter(({ status }) => status === 'expected').length,
    failures: [...all.filter(({ status }) => status === 'unexpected' || status === 'flaky'), ...errors],
    skipped: all.filter(({ status }) => status === 'skipped'),
    figures: [],
    criteria: criteriaIn(
      all
        .filter(({ status }) => status !== 'skipped')
        .map(({ status, name }) => ({ name, passed: status === 'expected' })),
    ),
  }
}

/**
 * @param {JourneySuite} suite
 * @param {string} above
 * @returns {{ status: string, name: string, detail: string }[]}
 */
function testsIn({ title, specs = [], suites = [] }, above) {
  const path = above === '' ? title : `${above} › ${title}`
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ status, results }) => ({
      status,
      name: `${path} › ${spec.title}`,
      detail: results.map(({ error }) => error?.message ?? '').find(Boolean) ?? '',
    })),
  )
  return [...own, ...suites.flatMap((inner) => testsIn(inner, path))]
}
