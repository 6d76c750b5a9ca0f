import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSpace } from '../../../test/build.ts'
import { aTeam } from '../../../test/team.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'

let t: TestApp
let ann: Caller
let bob: Caller
let reader: Caller
let stranger: Caller
let annId: string
let spaceId: string
before(async () => {
  t = await testApp()
  ;({ spaceId, ann, annId, bob, rita: reader, stranger } = await aTeam(t))
})
after(() => t.close())

const create = async (body: object = {}, who = ann): Promise<{ id: string; seq: number; markdown: string }> => {
  const answer = await who.post(`/api/spaces/${spaceId}/pages`, { title: 'Une page', markdown: '', ...body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

test('a page is created, read with an ETag, and found', async () => {
  const markdown = '## Méthode\n\nOn compte **tout**.\n\n::: tip À savoir\nDeux fois.\n:::'
  const page = await create({ title: 'Indicateurs', markdown })
  const { status, headers, body } = await ann.get(`/api/pages/${page.id}`)
  assert.equal(status, 200)
  assert.equal(headers['etag'], '"1"')
  assert.equal(body.markdown, `${markdown}\n`)
  assert.match(body.html, /<h2 id="methode">Méthode<\/h2>\n<p>On compte <strong>tout<\/strong>/)
  assert.deepEqual(body.headings, [{ id: 'methode', level: 2, text: 'Méthode' }])
  assert.deepEqual([body.seq, body.words, body.title], [1, 8, 'Indicateurs'])
  assert.deepEqual(
    body.authors.map((author: { id: string }) => author.id),
    [annId],
  )
  assert.deepEqual(body.can, { write: true, comment: true, manage: true, follow: true, publish: true, propose: true })
  const { db } = t.deps.world
  const entry = await db.selectFrom('search_entry').selectAll().where('id', '=', page.id).executeTakeFirstOrThrow()
  assert.deepEqual(
    [entry.kind, entry.title, entry.body.startsWith('Méthode\nOn compte tout.')],
    ['page', 'Indicateurs', true],
  )
  const rows = await db.selectFrom('page_update').select(['seq', 'person_id']).where('page_id', '=', page.id).execute()
  assert.deepEqual(rows, [{ seq: 1, person_id: annId }])
})

test('who may not read gets the answer of an unknown page; who reads may not write', async () => {
  const page = await create()
  const unknown = await stranger.get('/api/pages/0198c0de-0000-7000-8000-000000000000')
  for (const url of ['', '/people', '/versions']) {
    const hidden = await stranger.get(`/api/pages/${page.id}${url}`)
    assert.deepEqual([hidden.status, hidden.body.code], [unknown.status, unknown.body.code])
    assert.equal((await t.anonymous.get(`/api/pages/${page.id}${url}`)).status, 401)
  }
  const put = { markdown: 'non' }
  const match = { 'if-match': '"1"' }
  assert.equal((await stranger.put(`/api/pages/${page.id}/markdown`, put, match)).status, 404)
  assert.equal((await reader.put(`/api/pages/${page.id}/markdown`, put, match)).status, 403)
  assert.equal((await reader.post(`/api/spaces/${spaceId}/pages`, { title: 'Non' })).status, 403)
  assert.equal((await stranger.post(`/api/spaces/${spaceId}/pages`, { title: 'Non' })).status, 404)
  assert.equal((await reader.post(`/api/pages/${page.id}/versions/1/restore`)).status, 403)
  assert.equal((await reader.patch(`/api/pages/${page.id}`, { title: 'Non' })).status, 403)
  assert.equal((await bob.delete(`/api/pages/${page.id}`)).status, 403)
  const seen = await reader.get(`/api/pages/${page.id}`)
  assert.deepEqual(seen.body.can, {
    write: false,
    comment: false,
    manage: false,
    follow: true,
    publish: false,
    propose: false,
  })
})

test('a write over HTTP needs the version it is based on', async () => {
  const page = await create({ markdown: 'un' })
  const url = `/api/pages/${page.id}/markdown`
  assert.equal((await bob.put(url, { markdown: 'deux' })).status, 428)
  assert.equal((await bob.put(url, { markdown: 'deux' }, { 'if-match': '*' })).status, 412)
  const put = await bob.put(url, { markdown: 'deux', title: 'Deuxième' }, { 'if-match': '"1"' })
  assert.deepEqual(
    [put.status, put.headers['etag'], put.body.markdown, put.body.title],
    [200, '"2"', 'deux\n', 'Deuxième'],
  )
  assert.equal(put.body.authors.length, 2)
  assert.equal((await bob.put(url, { markdown: 'trois' }, { 'if-match': '"1"' })).status, 412)
  const same = await bob.put(url, { markdown: 'deux' }, { 'if-match': '"2"' })
  assert.deepEqual([same.status, same.headers['etag']], [200, '"2"'])
  assert.equal((await bob.put(url, { markdown: 'trois' }, { 'if-match': '"2"' })).status, 200)
})

test('who reads a page first after it changed is told when it changed', async () => {
  const page = await create({ markdown: 'un' })
  t.advance(60_000)
  const put = await bob.put(`/api/pages/${page.id}/markdown`, { markdown: 'deux' }, { 'if-match': '"1"' })
  const now = t.deps.world.now().toISOString()
  assert.deepEqual([put.body.updatedAt, (await ann.get(`/api/pages/${page.id}`)).body.updatedAt], [now, now])
})

test('of 20 writes based on one version, one goes through', async () => {
  const page = await create({ markdown: 'départ' })
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? ann : bob).put(`/api/pages/${page.id}/markdown`, { markdown: `essai ${i}` }, { 'if-match': '"1"' }),
    ),
  )
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
  assert.deepEqual(statuses, [200, ...Array.from({ length: 19 }, () => 412)])
  const winner = answers.find(({ status }) => status === 200)?.body
  assert.equal((await ann.get(`/api/pages/${page.id}`)).body.markdown, winner.markdown)
})

test('history is grouped by person and pause; a version comes back as a new edit', async () => {
  const page = await create({ markdown: 'un' })
  const url = `/api/pages/${page.id}`
  const write = async (who: Caller, seq: number, markdown: string) => {
    const { status } = await who.put(`${url}/markdown`, { markdown }, { 'if-match': `"${seq}"` })
    assert.equal(status, 200)
  }
  await write(ann, 1, 'un deux')
  t.advance(3_600_000)
  await write(bob, 2, 'trois')
  await write(bob, 3, 'trois quatre')
  await write(ann, 4, 'cinq')
  const { body } = await reader.get(`${url}/versions`)
  const shape = (items: { seq: number; edits: number; author: { name: string } }[]) =>
    items.map(({ seq, edits, author }) => [seq, edits, author.name])
  const all = [
    [5, 1, 'Ann Tessier'],
    [4, 2, 'Bob Lannes'],
    [2, 2, 'Ann Tessier'],
  ]
  assert.deepEqual(shape(body.items), all)
  const first = await reader.get(`${url}/versions?limit=1`)
  const second = await reader.get(`${url}/versions?limit=1&cursor=${first.body.next}`)
  const third = await reader.get(`${url}/versions?limit=1&cursor=${second.body.next}`)
  assert.deepEqual(
    [first, second, third].map((page) => shape(page.body.items)[0]),
    all,
  )
  assert.equal(third.body.next, null)
  const restored = await bob.post(`${url}/versions/2/restore`)
  assert.deepEqual([restored.status, restored.body.seq], [200, 6])
  assert.equal((await bob.get(url)).body.markdown, 'un deux\n')
  assert.deepEqual((await bob.post(`${url}/versions/2/restore`)).body, { seq: null })
  assert.equal((await bob.post(`${url}/versions/5/restore`)).body.seq, 7)
  assert.equal((await bob.get(url)).body.markdown, 'cinq\n')
  assert.equal((await bob.post(`${url}/versions/99/restore`)).status, 404)
})

test('the tree: places, moves, no cycles, other spaces refused', async () => {
  const { db } = t.deps.world
  const elsewhere = await aSpace(db, 'team', [{ id: annId, role: 'facilitator' }])
  const other = await ann.post(`/api/spaces/${elsewhere.id}/pages`, { title: 'Ailleurs' })
  const a = await create({ title: 'a' })
  const b = await create({ title: 'b', parentId: a.id })
  const c = await create({ title: 'c', parentId: b.id })
  const d = await create({ title: 'd', parentId: a.id })
  const wrong = await ann.post(`/api/spaces/${spaceId}/pages`, { title: 'x', parentId: other.body.id })
  assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '/parentId'])
  for (const [page, parentId] of [
    [a, c.id],
    [a, a.id],
    [b, other.body.id],
  ] as const) {
    assert.equal((await ann.patch(`/api/pages/${page.id}`, { parentId })).status, 422)
  }
  assert.equal((await ann.patch(`/api/pages/${d.id}`, { position: 0 })).status, 200)
  assert.equal((await ann.patch(`/api/pages/${c.id}`, { parentId: a.id, position: 1 })).status, 200)
  assert.deepEqual(await childrenOf(a.id), ['d', 'c', 'b'])
  const races = await Promise.all([
    ann.patch(`/api/pages/${b.id}`, { parentId: c.id }),
    ann.patch(`/api/pages/${c.id}`, { parentId: b.id }),
  ])
  assert.deepEqual(
    races.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422],
  )
})

const childrenOf = async (parentId: string): Promise<string[]> => {
  const { body } = await ann.get(`/api/spaces/${spaceId}/pages`)
  type Item = { parentId: string | null; title: string; position: number }
  const items = body.items.filter((item: Item) => item.parentId === parentId)
  return items.sort((a: Item, b: Item) => a.position - b.position).map(({ title }: Item) => title)
}

test('a page in the trash is gone for all', async () => {
  const b = await create({ title: 'milieu' }, bob)
  assert.equal((await bob.delete(`/api/pages/${b.id}`)).status, 204)
  assert.equal((await ann.get(`/api/pages/${b.id}`)).status, 404)
  assert.equal((await ann.put(`/api/pages/${b.id}/markdown`, { markdown: 'x' }, { 'if-match': '"1"' })).status, 404)
  const entry = t.deps.world.db.selectFrom('search_entry').select('id').where('id', '=', b.id)
  assert.equal(await entry.executeTakeFirst(), undefined)
})

test('a new title goes through the room and is read everywhere', async () => {
  const page = await create({ title: 'Avant' })
  const { body } = await bob.patch(`/api/pages/${page.id}`, { title: 'Après' })
  assert.deepEqual([body.title, body.seq], ['Après', 2])
  const list = await ann.get(`/api/spaces/${spaceId}/pages`)
  assert.equal(list.body.items.find((item: { id: string }) => item.id === page.id).title, 'Après')
})

test('bad input is refused in words, nothing is half written', async () => {
  const url = `/api/spaces/${spaceId}/pages`
  const before = (await ann.get(url)).body.items.length
  const deep = `${'> '.repeat(200)}fond`
  for (const [body, status] of [
    [{ title: '' }, 422],
    [{ title: 'a', markdown: 'x\u0000y' }, 422],
    [{ title: 'a', markdown: 'x'.repeat(1_048_577) }, 422],
    [{ title: 'a', markdown: deep }, 422],
    [{ title: 'a', parentId: 'x' }, 422],
    [{ title: 'a', role: 'x' }, 422],
  ] as const) {
    const answer = await ann.post(url, body)
    assert.equal(answer.status, status, JSON.stringify(body).slice(0, 80))
    assert.match(String(answer.headers['content-type']), /problem\+json/)
  }
  assert.equal((await ann.get(url)).body.items.length, before)
})
