/** The acceptance criteria of co-editing (../shared/reference/coediting.md, §5). A test says in its name which it belongs to: `criterion 7: …`. */
const COUNT = 20
const NAMED = /(?<!vote )\bcriterion (\d+):/giu

/** @typedef {{ number: number, passed: boolean }} Criterion what one test says of one criterion */

/**
 * @param {readonly { name: string, passed: boolean }[]} tests
 * @returns {Criterion[]}
 */
export function criteriaIn(tests) {
  return tests.flatMap(({ name, passed }) =>
    Array.from(name.matchAll(NAMED), ([, digits]) => ({ number: Number(digits), passed })),
  )
}

/**
 * How many criteria held: those of which a test ran and none failed, over all suites.
 * @param {readonly Criterion[]} all
 * @returns {string} one line; '' when no test named one
 */
export function heldLine(all) {
  if (all.length === 0) return ''
  const numbers = Array.from({ length: COUNT }, (_, index) => index + 1)
  const failed = new Set(all.filter(({ passed }) => !passed).map(({ number }) => number))
  const passed = new Set(all.filter((one) => one.passed).map(({ number }) => number))
  const held = numbers.filter((number) => passed.has(number) && !failed.has(number))
  const missing = numbers.filter((number) => !passed.has(number) && !failed.has(number))
  return [
    `coediting criteria: ${held.length} of ${COUNT} held`,
    ...(failed.size > 0 ? [`failed: ${[...failed].sort((a, b) => a - b).join(', ')}`] : []),
    ...(missing.length > 0 ? [`not run: ${missing.join(', ')}`] : []),
  ].join('; ')
}
