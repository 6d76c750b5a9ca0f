/**
 * The acceptance criteria of co-editing (../shared/reference/coediting.md, §5) and of votes (../shared/reference/voting.md, §7). A
 * test says in its name which it belongs to: `criterion 7: …`, `vote criterion 7: …`.
 */
const COUNT = 20
const NAMED = /(\bvote )?\bcriterion (\d+):/giu

/** @typedef {'coediting' | 'vote'} List */
/** @typedef {{ list: List, number: number, passed: boolean }} Criterion what one test says of one criterion */

/**
 * @param {readonly { name: string, passed: boolean }[]} tests
 * @returns {Criterion[]}
 */
export function criteriaIn(tests) {
  return tests.flatMap(({ name, passed }) =>
    Array.from(name.matchAll(NAMED), ([, vote, digits]) => ({
      list: vote ? 'vote' : 'coediting',
      number: Number(digits),
      passed,
    })),
  )
}

/**
 * How many criteria held: those of which a test ran and none failed, over all suites.
 * @param {readonly Criterion[]} all
 * @returns {string[]} one line per list of which a test named one
 */
export function heldLines(all) {
  return [...new Set(all.map(({ list }) => list))].map((list) => {
    const own = all.filter((one) => one.list === list)
    const numbers = Array.from({ length: COUNT }, (_, index) => index + 1)
    const failed = new Set(own.filter(({ passed }) => !passed).map(({ number }) => number))
    const passed = new Set(own.filter((one) => one.passed).map(({ number }) => number))
    const held = numbers.filter((number) => passed.has(number) && !failed.has(number))
    const missing = numbers.filter((number) => !passed.has(number) && !failed.has(number))
    return [
      `${list} criteria: ${held.length} of ${COUNT} held`,
      ...(failed.size > 0 ? [`failed: ${[...failed].sort((a, b) => a - b).join(', ')}`] : []),
      ...(missing.length > 0 ? [`not run: ${missing.join(', ')}`] : []),
    ].join('; ')
  })
}
