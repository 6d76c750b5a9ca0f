import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { createLogger } from '../../src/deps.ts'
import { isPostgres, type Caller } from '../harness.ts'
import { install, type Installation } from '../matrix/installation.ts'
import { bodyOf, fieldsOf, valueAt, whole, withValue, type Description, type Field, type Sample } from './fields.ts'
import { changeOf, faultOf, TABLES } from './judge.ts'
import { forgedCursors, nastyInputs, wrongTypes, type Input } from './inputs.ts'
import { CANARY, encode, idFor, sampleIn, urlOf } from './samples.ts'

const LARGE = 20_000
/** Of a parameter that is judged like one before it, so many inputs, each time others; on the embedded database, of every one. */
const AGAIN = 10

const inputs = (await nastyInputs()) ?? []
const skip = inputs.length === 0 && '../shared/data is not here'
let i: Installation
let caller: Caller
let description: Description
let fields: Field[]
let sample: Sample
const lines: string[] = []
const slowest = { ms: 0, what: '' }
let sent = 0
let serverErrors = 0
const faults: string[] = []

before(async () => {
  i = await install({ log: createLogger('trace', { write: (line) => void lines.push(line) }) })
  const { db } = i.t.deps.world
  await db.updateTable('person').set({ is_administrator: true }).where('id', '=', i.host.id).execute()
  caller = i.host.caller
  description = (await caller.get('/api/openapi.json')).body
  sample = sampleIn(i)
  fields = fieldsOf(description, sample)
})
after(() => i.t.close())

async function put(field: Field, value: unknown, what: string): Promise<number> {
  const name = String(field.at[0])
  let url = urlOf(i, field.path, field.where === 'path' ? { [name]: encode(String(value)) } : {})
  const required = field.path.endsWith('/search')
    ? { q: 'zebra' }
    : field.path.endsWith('/sync')
      ? { connection: idFor(i, 'connection', '') }
      : {}
  const query = { ...required, ...(field.where === 'query' && { [name]: String(value) }) }
  const pairs = Object.entries(query).map(([key, text]) => `${key}=${encode(text)}`)
  if (pairs.length > 0) url += `?${pairs.join('&')}`
  const body =
    field.where === 'body'
      ? value === undefined
        ? field.body
        : withValue(field.body, field.at, value)
      : sampleBody(field)
  const version: Record<string, string> = field.path.endsWith('/markdown')
    ? { 'if-match': String((await caller.get(`/api/pages/${idFor(i, 'pageId', '')}`)).headers['etag']) }
    : {}
  return check(field, url, body === undefined ? undefined : JSON.stringify(body), version, what, value)
}

const bodies = new Map<string, unknown>()
function sampleBody({ method, path }: Field): unknown {
  const key = `${method} ${path}`
  if (!bodies.has(key)) {
    const schema = bodyOf(description.paths[path]?.[method.toLowerCase()] ?? {})
    bodies.set(key, schema && whole('', schema, path, sample))
  }
  return bodies.get(key)
}

/** Sends one request and judges its answer. */
async function check(
  field: Pick<Field, 'method' | 'path'> & Partial<Field>,
  url: string,
  body: string | Buffer | undefined,
  headers: Record<string, string>,
  what: string,
  value?: unknown,
): Promise<number> {
  const began = performance.now()
  const answer = await i.t.app.inject({
    method: field.method as 'GET',
    url,
    headers: {
      cookie: caller.cookie,
      'sec-fetch-site': 'same-origin',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: body }),
  })
  const ms = performance.now() - began
  sent += 1
  if (answer.statusCode >= 500) serverErrors += 1
  const said = `${field.method} ${field.path} ${(field.at ?? []).join('/')} ← ${what}`
  if (ms > slowest.ms) Object.assign(slowest, { ms, what: said })
  const type = String(answer.headers['content-type'] ?? '')
  const wrong = faultOf(answer.statusCode, type, answer.body, field) ?? changeOf(answer.body, type, field, value)
  if (wrong) faults.push(`${said}: ${answer.statusCode} ${wrong}: ${answer.body.slice(0, 200)}`)
  return answer.statusCode
}

async function countRows(): Promise<unknown> {
  const counts = TABLES.map((table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`)
  const { rows } = await sql`select ${sql.join(counts)}`.execute(i.t.deps.world.db)
  return rows[0]
}

const texts = inputs.filter(
  (one): one is Input & { value: string } => typeof one.value === 'string' && !one.name.startsWith('ws-'),
)
const isLarge = ({ value }: { value: string }): boolean => value.length > LARGE
const forget = () => i.t.deps.world.db.deleteFrom('throttle').execute()

/** Puts values into a field; when all are refused, nothing may be left of them. */
async function attack(field: Field, values: readonly (readonly [string, unknown])[]): Promise<void> {
  await restore()
  await forget()
  field.isRefused = true
  field.isRefused = field.where === 'body' && (await put(field, valueAt(field), 'what is right')) === 422
  const before = await countRows()
  let accepted = 0
  // Each try of a password is hashed: after five the limits refuse the others, as in life.
  const isHashed = /password|current|next/.test(String(field.at.at(-1)))
  await forget()
  for (const [n, [what, value]] of values.entries()) {
    if ((await put(field, value, what)) < 400) accepted += 1
    if (!isHashed && n % 10 === 0 && /session|password-resets/.test(field.path)) await forget()
  }
  if (accepted > 0) return
  const after = await countRows()
  if (JSON.stringify(after) !== JSON.stringify(before))
    faults.push(`${field.method} ${field.path} ${field.at.join('/')} left something: ${JSON.stringify(after)}`)
}

/** A field that closes or suspends was taken at its word: what comes next finds all open again. */
async function restore(): Promise<void> {
  const { db } = i.t.deps.world
  await db.updateTable('space').set({ closed_at: null }).execute()
  await db.updateTable('topic').set({ closed_at: null }).execute()
  await db.updateTable('person').set({ suspended_at: null }).execute()
}

const named = [...texts.map((one) => [one.name, one.value] as const), ['nul', 'a\u0000b'] as const]
const types = wrongTypes.map((value) => [JSON.stringify(value), value] as const)
const cursors = forgedCursors.map((value) => [Buffer.from(value, 'base64url').toString(), value] as const)

test('every field of every body × every input', { skip }, async () => {
  const small = named.filter(([, value]) => !isLarge({ value }))
  const seen = new Set<string>()
  for (const [n, field] of fields.filter(({ where }) => where === 'body').entries()) {
    const all = [...named, ...types]
    await attack(field, seen.has(field.kind) ? some(small, n) : isPostgres ? all : some(all, n))
    seen.add(field.kind)
  }
  assert.deepEqual(faults.splice(0).slice(0, 30), [])
})

/** A few of the inputs, others each time. */
const some = <Value>(all: readonly Value[], n: number): Value[] =>
  all.filter((_, k) => (k + n * AGAIN) % Math.ceil(all.length / AGAIN) === 0)

test('every parameter × every input', { skip }, async () => {
  const small = named.filter(([, value]) => !isLarge({ value }))
  const seen = new Set<string>()
  for (const [n, field] of fields.filter(({ where }) => where !== 'body').entries()) {
    // A line that waits for news would wait for all of them.
    if (field.path.endsWith('/sync') && field.method === 'GET' && field.where === 'path') continue
    await attack(field, [
      ...(seen.has(field.kind) || !isPostgres ? some(small, n) : small),
      ...(field.at[0] === 'cursor' ? cursors : []),
    ])
    seen.add(field.kind)
    if (field.where === 'query') await twice(field)
  }
  assert.deepEqual(faults.splice(0).slice(0, 30), [])
})

/** A parameter that comes twice is none. */
async function twice(field: Field): Promise<void> {
  const pair = `${field.at[0]}=1`
  const status = await check(field, `${urlOf(i, field.path, {})}?${pair}&${pair}`, undefined, {}, 'twice')
  if (status !== 400) faults.push(`${field.method} ${field.path} ${pair}&${pair} → ${status}`)
}

const EXPECTED: Record<string, number[]> = {
  'proto-pollution': [400],
  'scalar-body': [400],
  'invalid-utf8': [400],
  // A ballot is short: its limit comes first.
  'deep-array-10000': [400, 413],
  'content-type-tab': [415],
  'content-type-form': [415],
}

test('raw bodies and headers on every route that takes a body', { skip }, async () => {
  for (const [path, operations] of Object.entries(description.paths))
    for (const [method, operation] of Object.entries(operations)) {
      if (!bodyOf(operation)) continue
      const route = { method: method.toUpperCase(), path }
      const valid = JSON.stringify(whole('', bodyOf(operation) ?? {}, path, sample))
      for (const { name, where, value } of inputs.filter((one) => /raw json body|header|X-/.test(one.where))) {
        const isBody = where.startsWith('raw json')
        const headers: Record<string, string> = {
          ...(where.startsWith('Content-Type') && { 'content-type': String(value) }),
          ...(where.startsWith('X-Forwarded') && {
            'x-forwarded-for': String(value),
            'cf-connecting-ip': String(value),
          }),
          ...(where.startsWith('X-HTTP') && { 'x-http-method-override': String(value) }),
        }
        const status = await check(route, urlOf(i, path, {}), isBody ? value : valid, headers, name)
        if (EXPECTED[name] && !EXPECTED[name].includes(status)) faults.push(`${method} ${path} ← ${name}: ${status}`)
        if (isBody && status < 300) faults.push(`${method} ${path} ← ${name}: taken`)
      }
      await forget()
    }
  assert.deepEqual(faults.splice(0).slice(0, 30), [])
})

test('what was refused left nothing half written, and no log holds what people wrote', { skip }, async () => {
  const { db } = i.t.deps.world
  const none = async (query: ReturnType<typeof sql>): Promise<void> =>
    assert.deepEqual((await query.execute(db)).rows, [])
  await none(sql`select id from topic t where not exists (select from post p where p.topic_id = t.id and p.number = 1)`)
  await none(
    sql`select id from page g where not exists (select from page_update u where u.page_id = g.id and u.seq = 1)`,
  )
  await none(sql`select id from vote v where not exists (select from vote_event e where e.vote_id = v.id)`)
  await none(
    sql`select s.id from space s where not exists (select from space_person p where p.space_id = s.id and p.role = 'facilitator')`,
  )
  assert.equal((await i.t.anonymous.get('/api/health')).body.status, 'ok')
  assert.deepEqual(lines.filter((line) => line.includes(CANARY)).slice(0, 3), [])
  const gaps = lines.filter((line) => line.includes('the database refused'))
  console.log(
    `# figure: nasty ${sent} requests, ${serverErrors} server errors, slowest ${Math.round(slowest.ms)} ms (${slowest.what})`,
  )
  assert.deepEqual(gaps.slice(0, 3), [], 'validation let something through')
})
