import { posix } from 'node:path'

/** The tiers of ARCHITECTURE.md, "Who may import whom", from the top. A file imports from its own tier and from those below. */
const SERVER = [
  ['main.ts', 'serve.ts', 'first-start.ts', 'cli/', 'demo/'],
  ['app.ts', 'deps.ts', 'features.ts'],
  ['features/'],
  ['events/', 'jobs/', 'collab/'],
  ['http/'],
  ['policy/'],
  ['context.ts'],
  [
    'calendar/',
    'database/',
    'documents/',
    'exports/',
    'mail/',
    'files/',
    'search/',
    'problem.ts',
    'config.ts',
    'ids.ts',
    'time.ts',
    'render.ts',
  ],
]
const CLIENT = [
  ['main.tsx'],
  ['app/'],
  ['routes/'],
  ['features/'],
  ['editor/', 'realtime/', 'ui/', 'lib/', 'i18n/', 'styles/'],
]
const FEATURES = [
  ['accounts'],
  ['spaces'],
  ['forum', 'wiki', 'watch', 'files'],
  ['workshops', 'votes', 'imports'],
  ['candidacies', 'decisions', 'award'],
  ['committee'],
  ['notifications', 'search', 'book', 'admin', 'home', 'system'],
]
const PACKAGES = ['packages/tally/', 'packages/document/', 'packages/collab/', 'migrations/']
/** What lies above the workspace's product code: it may import all of it, and none of it may import from there. */
const OUTSIDE = ['e2e/', 'bench/', 'scripts/', 'server/test/', 'server/bin/']

/**
 * The file that an import means; nothing for what comes from outside the workspace.
 * @param {string} from path of the importing file, from the root
 * @param {string} spec
 * @returns {string | undefined} path from the root
 */
export function resolveImport(from, spec) {
  if (spec.startsWith('.')) return posix.join(posix.dirname(from), spec).replace(/\?.*$/, '')
  const [, name, inside] = /^@cenacle\/([^/]+)(?:\/(.+))?$/.exec(spec) ?? []
  if (name === undefined) return undefined
  if (name === 'migrations') return 'migrations/index.ts'
  return ['server', 'client', 'e2e', 'bench'].includes(name)
    ? `${name}/${inside ?? ''}`
    : `packages/${name}/src/${inside ?? ''}.ts`
}

/**
 * Why one file may not import another.
 * @param {string} from path from the root
 * @param {string} to path from the root
 * @returns {string | undefined} the reason, or nothing when it may
 */
export function importFault(from, to) {
  if (OUTSIDE.some((folder) => from.startsWith(folder)) || /\.test\.tsx?$/.test(from)) return undefined
  if (OUTSIDE.some((folder) => to.startsWith(folder))) return 'product code imports no test, bench or script'
  if (from.startsWith('server/src/')) return serverFault(from.slice(11), to)
  if (from.startsWith('client/src/')) return clientFault(from.slice(11), to)
  if (to.startsWith('server/') || to.startsWith('client/')) return 'packages know neither server nor client'
  if (from.startsWith('packages/contract/') && !to.startsWith('packages/contract/'))
    return 'the contract is the lowest tier'
  const own = PACKAGES.find((folder) => from.startsWith(folder))
  const other = PACKAGES.find((folder) => to.startsWith(folder))
  return own && other && own !== other ? 'packages of one tier do not import each other' : undefined
}

/**
 * @param {string} from inside server/src
 * @param {string} to
 */
function serverFault(from, to) {
  if (to.startsWith('client/')) return 'the server does not know the client'
  if (!to.startsWith('server/src/')) return undefined
  const target = to.slice(11)
  return tierFault(SERVER, from, target) ?? featureFault(from, target)
}

/**
 * @param {string} from inside client/src
 * @param {string} to
 */
function clientFault(from, to) {
  if (to.startsWith('server/') || to.startsWith('migrations/'))
    return 'the client knows the server by the contract only'
  if (!to.startsWith('client/src/')) return undefined
  const target = to.slice(11)
  const [own, other] = [featureOf(from), featureOf(target)]
  if (own && other && own !== other) return `client features never import each other (${own} → ${other})`
  return tierFault(CLIENT, from, target)
}

/**
 * @param {string[][]} tiers
 * @param {string} from
 * @param {string} to
 */
function tierFault(tiers, from, to) {
  const [own, other] = [tierOf(tiers, from), tierOf(tiers, to)]
  if (own === -1) return `${from} has no tier: give it one in scripts/lint/tiers.mjs`
  if (other === -1) return `${to} has no tier: give it one in scripts/lint/tiers.mjs`
  if (own <= other) return undefined
  return `imports go downwards: ${(tiers[other] ?? []).join(' · ')} lies above ${(tiers[own] ?? []).join(' · ')}`
}

/**
 * @param {string[][]} tiers
 * @param {string} file
 */
function tierOf(tiers, file) {
  return tiers.findIndex((tier) =>
    tier.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place)),
  )
}

/** @param {string} file */
function featureOf(file) {
  return /^features\/([^/]+)\//.exec(file)?.[1]
}

/**
 * @param {string} from inside server/src
 * @param {string} to inside server/src
 */
function featureFault(from, to) {
  const [own, other] = [featureOf(from), featureOf(to)]
  if (!own || !other || own === other) return undefined
  const [mine, its] = [own, other].map((name) => FEATURES.findIndex((tier) => tier.includes(name)))
  if (mine === -1) return `the feature ${own} has no tier: give it one in scripts/lint/tiers.mjs`
  if (its === -1) return `the feature ${other} has no tier: give it one in scripts/lint/tiers.mjs`
  if (Number(its) >= Number(mine)) return `${other} is no lower feature than ${own}: upwards goes an event`
  const isDoor = /^features\/[^/]+\/(?:commands|queries|present)(?:\.ts|\/)/.test(to)
  return isDoor ? undefined : `of another feature, import only its commands, queries and present, not ${to}`
}
