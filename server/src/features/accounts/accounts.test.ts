import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { newSetupSecret } from './setup.ts'

let t: TestApp
before(async () => void (t = await testApp()))
after(() => t.close())

const PASSWORD = 'un soir de pluie à Quimper'

async function setUp(): Promise<{ cookie: string; id: string }> {
  const token = await newSetupSecret(t.deps.world)
  const body = { token, name: 'Aude Le Goff', email: 'aude@example.fr', password: PASSWORD, college: 'woman' }
  const answer = await t.anonymous.post('/api/setup', body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  assert.equal((await t.anonymous.post('/api/setup', body)).status, 410, 'the link serves once')
  return { cookie: String(answer.headers['set-cookie']), id: answer.body.person.id }
}

test('a first start makes the administrator, once, and the committee', async () => {
  const { cookie } = await setUp()
  assert.match(cookie, /^sid=[a-z0-9]{40}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.deepEqual((await t.anonymous.get('/api/setup')).body, { needed: false })
})

test('sign-in answers the same for a wrong address and a wrong password, and a new cookie each time', async () => {
  const wrong = await t.anonymous.post('/api/session', { email: 'aude@example.fr', password: 'non' })
  const unknown = await t.anonymous.post('/api/session', { email: 'personne@example.fr', password: 'non' })
  assert.deepEqual([wrong.status, unknown.status, wrong.body.code], [401, 401, unknown.body.code])
  const right = await t.anonymous.post('/api/session', { email: ' AUDE@example.fr', password: PASSWORD })
  assert.equal(right.status, 200, JSON.stringify(right.body))
  assert.equal(right.body.person.email, 'aude@example.fr')
  assert.equal((await t.anonymous.get('/api/session')).status, 401)
})

test('what is stored of a session does not work as a cookie', async () => {
  const stored = await t.deps.world.db.selectFrom('session').select('id').executeTakeFirstOrThrow()
  const answer = await t.app.inject({ url: '/api/session', headers: { cookie: `sid=${stored.id}` } })
  assert.equal(answer.statusCode, 401)
})

test('after five wrong passwords the wait grows, also for the right one', async () => {
  const person = await aPerson(t.deps.world.db, { email: 'lent@example.fr' })
  for (let i = 0; i < 5; i++) await t.anonymous.post('/api/session', { email: person.email, password: 'non' })
  const sixth = await t.anonymous.post('/api/session', { email: person.email, password: 'non' })
  assert.equal(sixth.status, 429)
  assert.equal(sixth.headers['retry-after'], '1')
})

test('a suspension ends every session at once', async () => {
  const { db } = t.deps.world
  const admin = await t.as((await aPerson(db, { administrator: true })).id)
  const person = await aPerson(db)
  const caller = await t.as(person.id)
  assert.equal((await caller.get('/api/session')).status, 200)
  assert.equal((await admin.patch(`/api/people/${person.id}`, { suspended: true })).status, 200)
  assert.equal((await caller.get('/api/session')).status, 401)
})

test('unknown keys and roles are refused, never dropped', async () => {
  const caller = await t.as((await aPerson(t.deps.world.db)).id)
  const answer = await caller.patch('/api/me', { role: 'administrator' })
  assert.equal(answer.status, 422)
  assert.deepEqual(answer.body.errors, [{ pointer: '/role', code: 'unknown-field', detail: 'Ce champ n’existe pas.' }])
})

test('an invitation makes one account, in its space, once', async () => {
  const { db } = t.deps.world
  const host = await aPerson(db, { name: 'Solenn Arzel' })
  const space = await aSpace(db, 'workshop', [{ id: host.id, role: 'facilitator' }], { name: 'Atelier 1' })
  const caller = await t.as(host.id)
  const until = new Date(t.deps.world.now().getTime() + 86_400_000).toISOString()
  const invited = await caller.post('/api/invitations', {
    email: 'invite@example.fr',
    role: 'guest',
    spaceId: space.id,
    until,
  })
  assert.equal(invited.status, 201, JSON.stringify(invited.body))
  await t.runJobs()
  const token = /\/invitation#(\S+)/.exec(t.outbox.at(-1)?.text ?? '')?.[1]
  assert.ok(token)
  assert.equal((await t.anonymous.post('/api/invitations/check', { token })).body.spaceName, 'Atelier 1')
  const accepts = await Promise.all(
    Array.from({ length: 5 }, () =>
      t.anonymous.post('/api/invitations/accept', { token, name: 'Yaëlle Ortiz', password: PASSWORD }),
    ),
  )
  assert.deepEqual(
    accepts.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 410, 410, 410, 410],
  )
  const cookie = String(accepts.find((one) => one.status === 201)?.headers['set-cookie']).split(';')[0] ?? ''
  const spaces = await t.app.inject({ url: '/api/spaces', headers: { cookie } })
  assert.deepEqual(
    spaces.json().items.map((one: { slug: string }) => one.slug),
    [space.slug, 'public'],
  )
  t.advance(2 * 86_400_000)
  assert.equal(
    (await t.app.inject({ url: `/api/spaces/${space.id}`, headers: { cookie } })).statusCode,
    404,
    'the end date passed',
  )
})

test('a private loop is made on one screen and hidden from others', async () => {
  const { db } = t.deps.world
  const [author, friend, other] = [await aPerson(db), await aPerson(db), await aPerson(db)]
  const caller = await t.as(author.id)
  const until = new Date(t.deps.world.now().getTime() + 86_400_000).toISOString()
  const made = await caller.post('/api/spaces', {
    name: 'Boucle presse',
    people: [{ personId: friend.id }],
    guests: [{ email: 'pigiste@example.fr', until }],
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.equal(made.body.slug, 'boucle-presse')
  assert.equal(made.body.can.manage, true)
  assert.equal((await (await t.as(friend.id)).get(`/api/spaces/${made.body.id}`)).body.role, 'writer')
  const outsider = await t.as(other.id)
  const hidden = await outsider.get(`/api/spaces/${made.body.id}`)
  const unknown = await outsider.get('/api/spaces/00000000-0000-7000-8000-000000000000')
  assert.deepEqual([hidden.status, hidden.body.code], [unknown.status, unknown.body.code])
  const listed = (await outsider.get('/api/spaces')).body.items.map((one: { id: string }) => one.id)
  assert.ok(!listed.includes(made.body.id))
})

test('the wrong method, path and type are said as such', async () => {
  assert.equal((await t.anonymous.put('/api/spaces', {})).status, 405)
  assert.equal((await t.anonymous.get('/api/rien')).status, 404)
  const form = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=a',
  })
  assert.equal(form.statusCode, 415)
  assert.match(String(form.headers['content-type']), /^application\/problem\+json/)
  const foreign = await t.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    payload: '{}',
  })
  assert.equal(foreign.statusCode, 403)
})

test('a repeated request gets the same answer, a refusal as a problem too', async () => {
  const caller = await t.as((await aPerson(t.deps.world.db)).id)
  const key = { 'idempotency-key': 'one-refusal-0001' }
  const first = await caller.post('/api/spaces', { name: '' }, key)
  const made = await caller.post('/api/spaces', { name: 'Une fois' }, { 'idempotency-key': 'one-space-000001' })
  const again = await caller.post('/api/spaces', { name: 'Une fois' }, { 'idempotency-key': 'one-space-000001' })
  assert.deepEqual([first.status, made.status, again.status], [422, 201, 201])
  assert.equal(again.body.id, made.body.id)
  const invite = { email: 'hors-cadre@example.fr', role: 'member' }
  const refused = await caller.post('/api/invitations', invite, key)
  const replayed = await caller.post('/api/invitations', invite, key)
  assert.deepEqual([refused.status, replayed.status], [403, 403])
  assert.equal(replayed.headers['idempotent-replay'], 'true')
  assert.match(String(replayed.headers['content-type']), /^application\/problem\+json/)
})
