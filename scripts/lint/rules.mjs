import { posix } from 'node:path'
import { lineAt } from './source.mjs'
import { importFault, resolveImport } from './tiers.mjs'

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {{ path: string, line: number, rule: string, why: string }} Fault
 * @typedef {(source: Source) => Fault[]} Rule
 */

const isTest = (/** @type {string} */ path) =>
  /\.test\.(?:tsx?|mjs)$/.test(path) || /^(?:e2e|bench|scripts)\/|\/test\//.test(path)

/** Where votes are counted. */
const isTally = (/** @type {string} */ path) =>
  /^(?:packages\/tally\/src|server\/src\/cli\/tally)[/.]/.test(path) && !isTest(path)

/**
 * A rule that forbids a pattern in code, comments and strings left out.
 * @param {{ rule: string, why: string, pattern: RegExp, where: (path: string) => boolean }} what
 * @returns {Rule}
 */
function forbid({ rule, why, pattern, where }) {
  return ({ path, code }) => {
    if (!where(path)) return []
    return [...code.matchAll(pattern)].map(({ index }) => ({ path, line: lineAt(code, index), rule, why }))
  }
}

/** @type {Rule} */
function tiers({ path, imports }) {
  return imports.flatMap(({ spec, line }) => {
    const target = resolveImport(path, spec)
    const why = target && importFault(path, target)
    return why ? [{ path, line, rule: 'import-tiers', why }] : []
  })
}

/** @type {Rule} */
function noBarrel({ path, code }) {
  if (!/^index\.tsx?$/.test(posix.basename(path))) return []
  const rest = code.replace(/\b(?:import|export)\b[^'"]*?\bfrom\s*(['"])[^'"]*\1|\bexport\s*(?:type\s*)?\{[^}]*\}/g, '')
  if (!/\bexport\b/.test(code) || rest.replaceAll(';', '').trim() !== '') return []
  return [{ path, line: 1, rule: 'no-barrel', why: 'it only exports what others define: import from where things are' }]
}

/** @type {Rule} A .tsx file that exports components only is named after one; every other file by what it is about. */
function fileName({ path, code }) {
  const name = posix.basename(path)
  const values = [...code.matchAll(/\bexport\s+(?:async\s+)?(?:function|const|class)\s+(\w)/g)].map(
    ([, initial = '']) => initial,
  )
  const isComponent =
    name.endsWith('.tsx') && values.length > 0 && values.every((initial) => initial !== initial.toLowerCase())
  const shape = isComponent ? /^[A-Z][A-Za-z0-9]*\.tsx$/ : /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.(?:tsx?|mjs)$/
  if (shape.test(name)) return []
  const why = isComponent ? 'a component lives in PascalCase.tsx' : 'what is no component is named in kebab-case'
  return [{ path, line: 1, rule: 'file-name', why }]
}

/** @type {Rule} A quotient may be exact (integers of one's own making): then it says so. */
function exactDivision({ path, code, text }) {
  if (!isTally(path)) return []
  const lines = text.split('\n')
  return [...code.matchAll(/\//g)].flatMap(({ index }) => {
    const line = lineAt(code, index)
    if ([lines[line - 1], lines[line - 2]].some((words) => words?.includes('exact:'))) return []
    return [{ path, line, rule: 'exact', why: 'a division says why it is exact, as « // exact: … », or is not there' }]
  })
}

/** @type {Rule[]} */
const rules = [
  tiers,
  noBarrel,
  fileName,
  exactDivision,
  forbid({
    rule: 'no-process-env',
    why: 'server/src/config.ts reads and checks the environment; everything else is handed the result',
    pattern: /\bprocess\s*\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/g,
    where: (path) => path !== 'server/src/config.ts' && !path.endsWith('vite.config.ts') && !isTest(path),
  }),
  forbid({
    rule: 'no-date',
    why: 'features take the time from ctx.now(): a test must be able to set it',
    pattern: /\bnew\s+Date\b|\bDate\s*\.|\bDate\s*\(/g,
    where: (path) => path.startsWith('server/src/features/') && !isTest(path),
  }),
  forbid({
    rule: 'exact',
    why: 'votes are counted on exact integers: no floating point in tally',
    pattern: /(?<![\w.])\d+\.\d|(?<![\w.])\d+e-\d|\bparseFloat\b|\bMath\s*\.\s*(?!max\b|min\b|abs\b)\w+|\btoFixed\b/g,
    where: isTally,
  }),
  forbid({
    rule: 'no-idle-test',
    why: 'every test runs, always; t.skip(reason) inside a test is for data that is absent',
    pattern: /\b(?:test|it|describe|suite)\s*\.\s*(?:only|skip|todo|fixme)\b|\b(?:only|skip|todo)\s*:\s*true\b/g,
    where: isTest,
  }),
]

/**
 * Everything that breaks a rule of the house in one file.
 * @param {Source} source
 * @returns {Fault[]}
 */
export function faultsOf(source) {
  return rules.flatMap((rule) => rule(source)).sort((a, b) => a.line - b.line)
}
