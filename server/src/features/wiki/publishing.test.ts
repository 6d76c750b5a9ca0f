import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { WebSocket } from 'ws'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'

let t: TestApp
let runs: Caller
let writes: Caller
let member: Caller
let guest: Caller
let publicId: string
let teamId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const anne = await aPerson(db, { name: 'Anne Tessier' })
  const bilal = await aPerson(db, { name: 'Bilal Lannes' })
  const maud = await aPerson(db, { name: 'Maud Coste' })
  const gil = await aPerson(db, { name: 'Gil Ruel', role: 'guest' })
  const named = [
    { id: anne.id, role: 'facilitator' },
    { id: bilal.id, role: 'writer' },
  ] as const
  publicId = (await aSpace(db, 'public', [...named], { slug: 'public' })).id
  teamId = (await aSpace(db, 'team', [...named])).id
  ;[runs, writes, member, guest] = (await Promise.all([anne, bilal, maud, gil].map(({ id }) => t.as(id)))) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ]
})
after(() => t.close())

const page = async (spaceId: string, markdown: string, title = 'Charte'): Promise<string> =>
  (await runs.post(`/api/spaces/${spaceId}/pages`, { title, markdown })).body.id
const read = async (who: Caller, id: string) => (await who.get(`/api/pages/${id}`)).body
const publish = async (id: string) => runs.put(`/api/pages/${id}/publication`, { seq: (await read(runs, id)).seq })
const write = async (id: string, markdown: string): Promise<void> => {
  const { seq } = await read(runs, id)
  const answer = await writes.put(`/api/pages/${id}/markdown`, { markdown }, { 'if-match': `"${seq}"` })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}
const found = async (who: Caller, q: string): Promise<string[]> =>
  (await who.get(`/api/search?q=${q}`)).body.items.map(({ id }: { id: string }) => id)
const listed = async (who: Caller, spaceId: string, id: string) =>
  (await who.get(`/api/spaces/${spaceId}/pages`)).body.items.find((item: { id: string }) => item.id === id)

test('in the public space a draft is not there for readers: neither read, listed, found nor followed', async () => {
  const id = await page(publicId, 'Un brouillon sur les zébrures.')
  for (const who of [t.anonymous, guest]) {
    assert.equal((await who.get(`/api/pages/${id}`)).status, who === guest ? 404 : 401)
    assert.equal(await listed(who, publicId, id), undefined)
    assert.deepEqual(await found(who, 'zébrures'), [])
  }
  assert.equal((await member.get(`/api/pages/${id}`)).body.state, 'draft', 'who may comment reads along')
})

test('a published page below a draft does not tell readers of the draft', async () => {
  const above = await page(publicId, 'En préparation.')
  const made = await runs.post(`/api/spaces/${publicId}/pages`, { title: 'Bilan', markdown: 'Lu.', parentId: above })
  const { id } = made.body
  await publish(id)
  for (const who of [t.anonymous, guest]) {
    assert.equal((await read(who, id)).parentId, null)
    assert.equal((await listed(who, publicId, id)).parentId, null)
  }
  assert.equal((await read(writes, id)).parentId, above)
  assert.equal((await listed(writes, publicId, id)).parentId, above)
  await publish(above)
  assert.equal((await read(t.anonymous, id)).parentId, above)
  assert.equal((await listed(t.anonymous, publicId, id)).parentId, above)
  await runs.delete(`/api/pages/${above}/publication`)
  assert.equal((await read(t.anonymous, id)).parentId, null)
})

test('what is published is what readers get, whatever is written after it', async () => {
  const id = await page(publicId, 'Ce que dit la première version.')
  assert.equal((await publish(id)).status, 200)
  const version = await read(t.anonymous, id)
  assert.match(version.html, /première version/)
  assert.deepEqual([version.state, version.can.follow, version.can.write], ['published', false, false])
  await write(id, 'Ce que dit la deuxième girouette.')
  assert.match((await read(t.anonymous, id)).html, /première version/)
  assert.equal((await read(t.anonymous, id)).seq, version.seq)
  assert.deepEqual(await found(t.anonymous, 'girouette'), [])
  assert.deepEqual((await read(writes, id)).state, 'changed')
  assert.equal((await listed(writes, publicId, id)).state, 'changed')
  await publish(id)
  assert.match((await read(t.anonymous, id)).html, /girouette/)
  assert.deepEqual(await found(t.anonymous, 'girouette'), [id])
  assert.equal((await read(writes, id)).state, 'published')
})

test('readers of what is published get neither the history nor the line of what is being written', async () => {
  const id = await page(publicId, 'Ouvert à tous.')
  await publish(id)
  assert.equal((await guest.get(`/api/pages/${id}/versions`)).status, 403)
  assert.equal((await guest.get(`/api/pages/${id}/people`)).status, 403)
  assert.equal((await t.anonymous.get(`/api/pages/${id}/versions`)).status, 401)
  const origin = await t.listen()
  for (const [who, expected] of [
    [guest, 403],
    [t.anonymous, 401],
  ] as const) {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/collab/${id}`, {
      origin,
      headers: { cookie: who.cookie },
    })
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
      socket.on('open', () => resolve(101))
      socket.on('error', () => {})
    })
    socket.terminate()
    assert.equal(status, expected)
  }
})

test('a page that went on since one has read it is not published unread', async () => {
  const id = await page(teamId, 'Relu.')
  const { seq } = await read(runs, id)
  await write(id, 'Changé entre-temps.')
  const answer = await runs.put(`/api/pages/${id}/publication`, { seq })
  assert.deepEqual([answer.status, answer.body.code], [412, 'version-stale'])
  assert.equal((await read(runs, id)).state, 'draft')
})

test('a published version that is withdrawn is a draft again', async () => {
  const id = await page(publicId, 'Trop tôt : hirondelle.')
  await publish(id)
  assert.equal((await writes.delete(`/api/pages/${id}/publication`)).status, 403)
  assert.equal((await runs.delete(`/api/pages/${id}/publication`)).body.state, 'draft')
  assert.equal((await t.anonymous.get(`/api/pages/${id}`)).status, 401)
  assert.deepEqual(await found(t.anonymous, 'hirondelle'), [])
})

test('a frozen page says who froze it and why, is written by nobody, and goes on when it is released', async () => {
  const id = await page(teamId, 'Adopté en séance.')
  assert.equal((await writes.put(`/api/pages/${id}/freeze`, { reason: 'Adoptée.' })).status, 403)
  const frozen = (await runs.put(`/api/pages/${id}/freeze`, { reason: 'Adoptée le 12 mars.' })).body
  assert.deepEqual([frozen.frozen.reason, frozen.frozen.by.name], ['Adoptée le 12 mars.', 'Anne Tessier'])
  assert.deepEqual([frozen.can.write, frozen.can.comment, frozen.can.publish], [false, false, true])
  const etag = { 'if-match': `"${frozen.seq}"` }
  assert.equal((await writes.put(`/api/pages/${id}/markdown`, { markdown: 'Autre.' }, etag)).status, 403)
  assert.equal((await writes.post(`/api/pages/${id}/versions/1/restore`, {})).status, 403)
  for (const who of [writes, runs]) assert.equal((await who.patch(`/api/pages/${id}`, { title: 'Autre' })).status, 403)
  assert.equal((await runs.patch(`/api/pages/${id}`, { position: 0 })).status, 200)
  assert.equal((await runs.delete(`/api/pages/${id}/freeze`)).body.frozen, null)
  assert.equal((await writes.put(`/api/pages/${id}/markdown`, { markdown: 'Autre.' }, etag)).status, 200)
})
