import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { DAY_MS } from '../../time.ts'
import { pagesIn } from './links.ts'

let t: TestApp
let ann: Caller
let bob: Caller
let teamId: string
let loopId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const [first, second] = [await aPerson(db, { name: 'Ann Tessier' }), await aPerson(db, { name: 'Bob Lannes' })]
  const team = await aSpace(db, 'team', [{ id: first.id, role: 'facilitator' }, { id: second.id }])
  const loop = await aSpace(db, 'loop', [{ id: first.id, role: 'facilitator' }])
  ;[teamId, loopId] = [team.id, loop.id]
  ;[ann, bob] = [await t.as(first.id), await t.as(second.id)]
})
after(() => t.close())

const create = async (title: string, markdown = '', spaceId = teamId): Promise<string> => {
  const answer = await ann.post(`/api/spaces/${spaceId}/pages`, { title, markdown })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  t.advance(1_000)
  return answer.body.id
}
const titlesOf = async (who: Caller, url: string): Promise<string[]> => {
  const titles: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body }: Awaited<ReturnType<Caller['get']>> = await who.get(
      `${url}?limit=2${cursor && `&cursor=${cursor}`}`,
    )
    assert.equal(status, 200, JSON.stringify(body))
    titles.push(...body.items.map(({ title }: { title: string }) => title))
    cursor = body.next
  }
  return titles
}

test('links to pages are found in the HTML, wherever they come from', () => {
  const id = '0198c0de-0000-7000-8000-00000000dead'
  const other = '0198c0de-0000-7000-8000-00000000beef'
  const html = `<p><a href="/pages/${id}#a">un</a> <a href="/pages/${id}">deux</a> <a class="x" href="https://ici.fr/pages/${other}?b">trois</a>
    <a href="https://ailleurs.fr/pages/${other}">non</a> <a href="/pages/${id}x">non</a> <code>&lt;a href="/pages/${other}"&gt;</code></p>`
  assert.deepEqual(pagesIn(html, 'https://ici.fr'), [id, other])
  assert.deepEqual(pagesIn(`&lt;a href="/pages/${id}"`, 'https://ici.fr'), [])
})

test('backlinks: those that one may read, kept as texts change, gone with the trash', async () => {
  const target = await create('Cible')
  const here = await create('Ici', `Voir [la cible](/pages/${target}) et [encore](/pages/${target}).`)
  await create('Secret', `Voir [la cible](/pages/${target}).`, loopId)
  const third = await create('Là', `[cible](/pages/${target})`)
  const url = `/api/pages/${target}/backlinks`
  assert.deepEqual(await titlesOf(ann, url), ['Là', 'Secret', 'Ici'])
  assert.deepEqual(await titlesOf(bob, url), ['Là', 'Ici'])
  await ann.put(`/api/pages/${here}/markdown`, { markdown: 'Plus rien.' }, { 'if-match': '"1"' })
  assert.deepEqual(await titlesOf(bob, url), ['Là'])
  await ann.delete(`/api/pages/${third}`)
  assert.deepEqual(await titlesOf(bob, url), [])
  await ann.post(`/api/trash/${third}/restore`)
  assert.deepEqual(await titlesOf(bob, url), ['Là'])
})

test('a link to a page that comes later leads to it', async () => {
  const later = '0198c0de-0000-7000-8000-0000000001ab'
  await create('Devant', `[suite](/pages/${later})`)
  const { insertPage } = await import('./commands.ts')
  const { viewerOf } = await import('../../../test/harness.ts')
  const { world } = t.deps
  const person = await world.db
    .selectFrom('person')
    .selectAll()
    .where('name', '=', 'Ann Tessier')
    .executeTakeFirstOrThrow()
  const seed = await world.documents.run('seed', { title: 'Derrière', markdown: '' })
  await insertPage({ ...world, viewer: viewerOf(person) }, teamId, { id: later, parentId: null, seed })
  assert.deepEqual(await titlesOf(ann, `/api/pages/${later}/backlinks`), ['Devant'])
})

test('in the public space a visitor sees what is published, under the title that is', async () => {
  const { db } = t.deps.world
  const ann = await db.selectFrom('person').selectAll().where('name', '=', 'Ann Tessier').executeTakeFirstOrThrow()
  const guest = await t.as((await aPerson(db, { role: 'guest' })).id)
  const open = await aSpace(db, 'public', [{ id: ann.id, role: 'facilitator' }])
  const publish = async (id: string) => {
    const { body } = await host.get(`/api/pages/${id}`)
    assert.equal((await host.put(`/api/pages/${id}/publication`, { seq: body.seq })).status, 200)
  }
  const host = await t.as(ann.id)
  const target = await create('Livre blanc', '', open.id)
  const source = await create('Sommaire', '', open.id)
  await publish(target)
  await publish(source)
  const url = `/api/pages/${target}/backlinks`
  await host.put(
    `/api/pages/${source}/markdown`,
    { markdown: `[lire](/pages/${target})`, title: 'Plan' },
    { 'if-match': '"1"' },
  )
  assert.deepEqual(await titlesOf(host, url), ['Plan'])
  assert.deepEqual(await titlesOf(guest, url), [])
  assert.equal((await guest.put(`/api/pages/${source}/mark`, { favourite: true })).status, 200)
  assert.deepEqual(await titlesOf(guest, '/api/me/favourites'), ['Sommaire'])
  await publish(source)
  for (const who of [guest, t.anonymous]) assert.deepEqual(await titlesOf(who, url), ['Plan'])
  await host.delete(`/api/pages/${source}/publication`)
  assert.deepEqual(await titlesOf(t.anonymous, url), [])
  assert.deepEqual(await titlesOf(guest, '/api/me/favourites'), [])
})

test('favourites are one’s own, and go with the right to read', async () => {
  const [a, b, c] = [await create('Favorite a'), await create('Favorite b'), await create('Favorite c', '', loopId)]
  for (const id of [a, b, c]) {
    assert.deepEqual((await ann.put(`/api/pages/${id}/mark`, { favourite: true })).body, { favourite: true })
    t.advance(1_000)
  }
  assert.equal((await ann.put(`/api/pages/${a}/mark`, { favourite: true })).status, 200)
  assert.deepEqual(await titlesOf(ann, '/api/me/favourites'), ['Favorite c', 'Favorite b', 'Favorite a'])
  assert.equal((await bob.put(`/api/pages/${c}/mark`, { favourite: true })).status, 404)
  assert.deepEqual(await titlesOf(bob, '/api/me/favourites'), [])
  await ann.put(`/api/pages/${b}/mark`, { favourite: false })
  assert.deepEqual((await ann.get(`/api/pages/${b}/mark`)).body, { favourite: false })
  await bob.put(`/api/pages/${a}/mark`, { favourite: true })
  await t.deps.world.db.deleteFrom('space_person').where('space_id', '=', loopId).execute()
  assert.deepEqual(await titlesOf(ann, '/api/me/favourites'), ['Favorite a'])
  assert.deepEqual(await titlesOf(bob, '/api/me/favourites'), ['Favorite a'])
})

test('what one read is remembered, once a minute, the last fifty', async () => {
  const { db } = t.deps.world
  const [page, other] = [await create('Lue'), await create('Lue aussi')]
  await bob.get(`/api/pages/${page}`)
  await bob.get(`/api/pages/${other}`)
  const at = async () => (await bob.get('/api/me/seen')).body.items.find(({ id }: { id: string }) => id === page).at
  const first = await at()
  t.advance(30_000)
  await bob.get(`/api/pages/${page}`)
  assert.equal(await at(), first)
  t.advance(31_000)
  await bob.get(`/api/pages/${page}`)
  assert.notEqual(await at(), first)
  assert.deepEqual((await titlesOf(bob, '/api/me/seen')).slice(0, 2), ['Lue', 'Lue aussi'])
  await t.anonymous.get(`/api/pages/${page}`)
  const { person_id } = await db
    .selectFrom('page_seen')
    .select('person_id')
    .where('page_id', '=', page)
    .executeTakeFirstOrThrow()
  const now = t.deps.world.now().getTime()
  const more = await db.selectFrom('page').select(['id']).where('id', 'not in', [page, other]).execute()
  const fill = Array.from({ length: 60 }, (_, i) => ({
    id: `0198c0de-0000-7000-8000-0000000020${String(i).padStart(2, '0')}`,
  }))
  for (const { id } of fill)
    await db
      .insertInto('page')
      .values({ id, space_id: teamId, title: 'Remplir', created_at: new Date(now), updated_at: new Date(now) })
      .execute()
  assert.ok(more.length > 0)
  for (const [i, { id }] of fill.entries())
    await db
      .insertInto('page_seen')
      .values({ person_id, page_id: id, at: new Date(now - 120_000 - i) })
      .execute()
  t.advance(61_000)
  await bob.get(`/api/pages/${other}`)
  assert.equal((await titlesOf(bob, '/api/me/seen')).length, 50)
})

test('what nobody has touched for a year, the oldest first', async () => {
  const { db } = t.deps.world
  const [old, older] = [await create('Ancienne'), await create('Très ancienne')]
  const ago = (days: number) => new Date(t.deps.world.now().getTime() - days * DAY_MS)
  await db
    .updateTable('page')
    .set({ updated_at: ago(370) })
    .where('id', '=', old)
    .execute()
  await db
    .updateTable('page')
    .set({ updated_at: ago(800) })
    .where('id', '=', older)
    .execute()
  const url = `/api/spaces/${teamId}/pages/untouched`
  assert.deepEqual(await titlesOf(bob, url), ['Très ancienne', 'Ancienne'])
  await ann.put(`/api/pages/${old}/markdown`, { markdown: 'Relue.' }, { 'if-match': '"1"' })
  assert.deepEqual(await titlesOf(bob, url), ['Très ancienne'])
})
