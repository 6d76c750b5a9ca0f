/** @typedef {'static' | 'unit' | 'pglite' | 'postgres' | 'e2e'} Group */

/** @type {readonly Group[]} */
const GROUPS = ['static', 'unit', 'pglite', 'postgres', 'e2e']

/**
 * Which groups of suites to run: all, or those of `--only=unit,server`.
 * @param {string[]} args the command line, without node and script
 * @returns {Set<Group>}
 * @throws {Error} on a word that names no group
 */
export function groupsOf(args) {
  const words = args.flatMap((arg) => {
    const only = /^--only=(.+)$/.exec(arg)?.[1]
    if (only === undefined)
      throw new Error(`Unknown option ${arg}. There is --only=${[...GROUPS, 'server'].join('|')}.`)
    return only.split(',')
  })
  if (words.length === 0) return new Set(GROUPS)
  return new Set(words.flatMap(groupsNamed))
}

/**
 * @param {string} word
 * @returns {Group[]}
 */
function groupsNamed(word) {
  if (word === 'server') return ['pglite', 'postgres']
  const group = GROUPS.find((known) => known === word)
  if (group === undefined)
    throw new Error(`--only=${word} names nothing. There is ${[...GROUPS, 'server'].join(', ')}.`)
  return [group]
}
