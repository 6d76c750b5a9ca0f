import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { WebSocket } from 'ws'
import { columns, matrix, type Action, type Column } from '../../src/policy/matrix.ts'
import type { Route } from '../../src/http/access.ts'
import type { Answer, Caller } from '../harness.ts'
import { everywhere, type Case, type Entry } from './cases.ts'
import { adminEntries } from './admin-entries.ts'
import { awardEntries } from './award-entries.ts'
import { candidacyEntries } from './candidacy-entries.ts'
import { commentEntries } from './comment-entries.ts'
import { committeeEntries } from './committee-entries.ts'
import { contentEntries } from './content-entries.ts'
import { decidingEntries } from './deciding-entries.ts'
import { actors, install, type Actor, type Installation } from './installation.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { exportEntries } from './export-entries.ts'
import { historyEntries } from './history-entries.ts'
import { importEntries } from './import-entries.ts'
import { peopleEntries } from './people-entries.ts'
import { pollEntries } from './poll-entries.ts'
import { recoveredEntries } from './recovered-entries.ts'
import { revisionEntries } from './revision-entries.ts'
import { spaceEntries } from './space-entries.ts'
import { treeEntries } from './tree-entries.ts'
import { voteEntries } from './vote-entries.ts'

let i: Installation
let origin: string
before(async () => {
  i = await install()
  origin = await i.t.listen()
})
after(() => i.t.close())

const entries: Record<string, Entry> = {
  'GET /api/health': everywhere('public.read', '/api/health'),
  'GET /api/openapi.json': everywhere('public.read', '/api/openapi.json'),
  'GET /api/demo': (i, actor) => everywhere('public.read', '/api/demo', { before: () => beDemonstration(i) })(i, actor),
  ...adminEntries,
  ...awardEntries,
  ...peopleEntries,
  ...spaceEntries,
  ...contentEntries,
  ...candidacyEntries,
  ...commentEntries,
  ...committeeEntries,
  ...exportEntries,
  ...historyEntries,
  ...importEntries,
  ...pollEntries,
  ...recoveredEntries,
  ...revisionEntries,
  ...treeEntries,
  ...voteEntries,
  ...decidingEntries,
}

const beDemonstration = ({ t }: Installation) =>
  t.deps.world.db
    .insertInto('setting')
    .values({ key: 'demo', value: JSON.stringify({ password: 'x' }), updated_at: new Date() })
    .onConflict((oc) => oc.doNothing())
    .execute()

const nameOf = ({ method, url }: Pick<Route, 'method' | 'url'>): string => `${method} ${url}`
/** The built client: files that everybody may have, as many as the build made. */
const isClientFile = ({ url }: Route): boolean => !/^\/(?:api|ws|collab)\//.test(url)
/** Reading comes before writing, and deleting last. */
const ORDER = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

test('every route has an entry, and every entry a route', () => {
  const routes = i.t.routes.filter((route) => !isClientFile(route)).map(nameOf)
  assert.deepEqual(Object.keys(entries).toSorted(), routes.toSorted())
  for (const route of i.t.routes.filter(isClientFile)) assert.equal(route.access, 'public.read', nameOf(route))
})

test('the description of the interface lists the same routes', async () => {
  const { paths } = (await i.t.anonymous.get('/api/openapi.json')).body
  const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const routes = i.t.routes.filter((route) => route.url.startsWith('/api/')).map(nameOf)
  assert.deepEqual(described.toSorted(), routes.toSorted())
})

/** What was seen, by row and column, to be compared with the cells. */
const observed = new Map<string, Set<string>>()

let requests = 0
let wrong = 0
for (const actor of actors) {
  test(`${actor} × every route × own, in scope, out of scope, unknown`, async () => {
    const faults: string[] = []
    const routes = i.t.routes
      .filter((route) => !isClientFile(route))
      .toSorted((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method))
    for (const route of routes) faults.push(...(await tryRoute(route, actor)))
    wrong += faults.length
    assert.deepEqual(faults, [])
  })
}

/** @returns what is wrong, in words */
async function tryRoute(route: Route, actor: Actor): Promise<string[]> {
  const faults: string[] = []
  const cases = (await entries[nameOf(route)]?.(i, actor)) ?? []
  const caller = await i.callerOf(actor)
  const refusals = new Set<string>()
  for (const one of cases) {
    const answer = await ask(caller, route.method, one)
    requests += 1
    const outcome = outcomeOf(answer)
    if (actor !== 'suspended') noteOutcome(one.row ?? route.access, actor, outcome)
    const said = `${route.method} ${one.url} (${one.target}) → ${answer.status} ${answer.body?.code ?? ''}`
    if (outcome !== one.expected) faults.push(`${said}, expected ${one.expected}`)
    if (outcome === 'hidden' || outcome === 'sign-in') refusals.add(comparable(answer))
  }
  if (refusals.size > 1) faults.push(`${nameOf(route)} tells hidden from unknown: ${[...refusals].join(' | ')}`)
  return faults
}

function noteOutcome(row: Action, column: Column, outcome: string): void {
  const key = `${row} ${column}`
  observed.set(key, (observed.get(key) ?? new Set()).add(outcome))
}

async function ask(caller: Caller, method: string, one: Case): Promise<Answer> {
  await one.before?.()
  const send = caller[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete']
  const answer = one.socket ? await upgrade(caller, one.url) : await send(one.url, one.body, one.headers)
  await one.after?.()
  return answer
}

/** Asks for a socket. @returns the answer of the upgrade, as of any other request */
function upgrade({ cookie }: Caller, path: string): Promise<Answer> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers: cookie ? { cookie } : {}, origin })
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      socket.close()
      socket.on('close', () => resolve({ status: 101, headers: {}, body: {} }))
    })
    socket.on('unexpected-response', (_, response) => {
      const text: Buffer[] = []
      response.on('data', (chunk: Buffer) => text.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: {}, body: JSON.parse(Buffer.concat(text).toString()) })
      })
    })
  })
}

/** A refusal without what differs for every request. */
const comparable = ({ status, body }: Answer): string =>
  JSON.stringify({ ...body, status, requestId: undefined, instance: undefined })

test('the cells of the table are what was seen', () => {
  console.log(`# figure: matrix ${requests} requests over ${Object.keys(entries).length} routes, ${wrong} wrong`)
  assert.ok(requests > 2_000, `only ${requests} requests`)
  const unlike: string[] = []
  for (const row of Object.keys(matrix) as Action[]) {
    for (const column of columns) {
      const seen = observed.get(`${row} ${column}`) as Set<Outcome> | undefined
      const cell = matrix[row].cells[column]
      const verdict = seen ? fits(cell, seen) : row !== 'public.read' && 'no request reached it'
      if (verdict) unlike.push(`${row}, ${column}: « ${cell} » but ${verdict} (${[...(seen ?? [])].join(', ')})`)
    }
  }
  assert.deepEqual(unlike, [])
})

/** What speaks against a cell; whatever is hidden stays hidden in every column but `401`. */
function fits(cell: string, seen: Set<Outcome>): string | undefined {
  const has = (outcome: Outcome): boolean => seen.has(outcome)
  if (cell === '401') return seen.size === 1 && has('sign-in') ? undefined : 'not always 401'
  if (cell === 'p') return has('allowed') && has('sign-in') && !has('hidden') ? undefined : 'not public or 401'
  if (has('sign-in')) return 'sometimes 401'
  if (cell === '✔') return has('allowed') ? undefined : 'never allowed'
  if (cell === '✗') return !has('allowed') && has('forbidden') ? undefined : 'not refused'
  if (cell === '·') return !has('allowed') && !has('forbidden') ? undefined : 'not hidden'
  return cell === 'o' && !has('allowed') ? 'one’s own is refused' : undefined
}
