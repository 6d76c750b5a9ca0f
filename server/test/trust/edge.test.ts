import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aPerson, aSpace } from '../build.ts'
import { testApp, type TestApp } from '../harness.ts'
import { DAY } from '../votes.ts'

// Rows of reference/trust.md, section A, by their numbers: what is asked for in a way that no client of ours would.

let t: TestApp
before(async () => void (t = await testApp()))
after(() => t.close())

test('8: a key that is not one’s to set is refused, whoever sends it', async () => {
  const { db } = t.deps.world
  const member = await t.as((await aPerson(db)).id)
  const other = await aPerson(db, { role: 'guest' })
  const space = await aSpace(db, 'loop', [], { open: true })
  assert.equal((await member.patch('/api/me', { administrator: true })).status, 422)
  assert.equal((await member.patch(`/api/people/${other.id}`, { role: 'administrator' })).status, 403)
  const topic = { title: 'Sujet', body: 'Texte', authorId: other.id }
  assert.equal((await member.post(`/api/spaces/${space.id}/topics`, topic)).status, 422)
  assert.equal((await member.post('/api/spaces', { name: 'Boucle', createdBy: other.id })).status, 422)
  const row = await db.selectFrom('person').select('role').where('id', '=', other.id).executeTakeFirstOrThrow()
  assert.equal(row.role, 'guest')
})

test('18: a role that does not exist is refused, and access stays as it was', async () => {
  const { db } = t.deps.world
  const [host, ann] = [await aPerson(db), await aPerson(db)]
  const space = await aSpace(db, 'loop', [
    { id: host.id, role: 'facilitator' },
    { id: ann.id, role: 'reader' },
  ])
  const caller = await t.as(host.id)
  const answer = await caller.put(`/api/spaces/${space.id}/people/${ann.id}`, { role: 'ownr' })
  assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, '/role'])
  assert.equal((await (await t.as(ann.id)).get(`/api/spaces/${space.id}`)).body.role, 'reader')
})

test('49: nothing that another site’s page can send changes anything', async () => {
  const { db } = t.deps.world
  const person = await aPerson(db)
  const space = await aSpace(db, 'loop', [{ id: person.id }])
  const { cookie } = await t.as(person.id)
  const url = `/api/spaces/${space.id}/topics`
  const json = JSON.stringify({ title: 'Forgé', body: 'Texte' })
  const attempts: [string, Record<string, string>, string][] = [
    [
      'a form',
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      'title=a&body=b',
    ],
    ['text/plain', { 'content-type': 'text/plain', origin: 'https://evil.example' }, json],
    ['text/plain, no origin', { 'content-type': 'text/plain' }, json],
    ['a cross-site fetch', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, json],
    ['a sister site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }, json],
    ['a foreign origin', { 'content-type': 'application/json', origin: 'https://evil.example' }, json],
    ['origin null', { 'content-type': 'application/json', origin: 'null' }, json],
  ]
  for (const [what, headers, payload] of attempts) {
    const answer = await t.app.inject({ method: 'POST', url, headers: { cookie, ...headers }, payload })
    assert.ok([403, 415].includes(answer.statusCode), `${what}: ${answer.statusCode}`)
  }
  assert.deepEqual(await db.selectFrom('topic').selectAll().where('space_id', '=', space.id).execute(), [])
  const count = async (): Promise<unknown> => {
    const tables = [
      'event',
      'job',
      'audit',
      'topic',
      'space',
      'space_person',
      'person',
      'invitation',
      'vote_event',
    ] as const
    return Promise.all(tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length))
  }
  const before = await count()
  for (const { method, url: path } of t.routes)
    if (method === 'GET' && path.startsWith('/api/') && !path.includes(':'))
      await t.app.inject({ method, url: path, headers: { cookie } })
  assert.deepEqual(await count(), before, 'a GET has written')
})

test('51: a guest invites nobody', async () => {
  const { db } = t.deps.world
  const ann = await aPerson(db, { role: 'guest' })
  const until = new Date(t.deps.world.now().getTime() + DAY)
  const space = await aSpace(db, 'workshop', [{ id: ann.id, role: 'writer', until }])
  const body = { email: 'amie@exemple.fr', role: 'guest', spaceId: space.id, until: until.toISOString() }
  assert.equal((await (await t.as(ann.id)).post('/api/invitations', body)).status, 403)
})

test('54: a body of any other type than JSON is refused on every route, never half understood', async () => {
  const caller = await t.as((await aPerson(t.deps.world.db)).id)
  const types = [
    'application/json\ta',
    'application/json; charset=utf-7',
    'application/jsonx',
    'text/json',
    'application/merge-patch+json',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
  ]
  for (const type of types) {
    const answer = await t.app.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { cookie: caller.cookie, ...(type && { 'content-type': type }) },
      payload: '{"headline":{"$gt":""}}',
    })
    assert.ok([400, 415, 422].includes(answer.statusCode), `${type}: ${answer.statusCode}`)
  }
})

test('a kept connection is closed by who asks, not under a proxy’s next request', async () => {
  const answer = await fetch(await t.listen())
  await answer.arrayBuffer()
  const [, seconds] = /^timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? []
  assert.ok(Number(seconds) > 120, `a connection is kept for ${seconds} s; Caddy keeps its own for 120`)
})
