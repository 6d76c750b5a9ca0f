import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as Y from 'yjs'
import { aSpace } from '../../../test/build.ts'
import { historyWorld, idOf, type HistoryWorld, type Who } from '../../../test/history-world.ts'
import { compactPage } from '../../collab/compaction.ts'
import { MINUTE_MS } from '../../time.ts'
import { exactSeqs } from './history-names.ts'

let w: HistoryWorld
before(async () => {
  w = await historyWorld()
})
after(() => w.t.close())

test('a version is read as it was, with who wrote it and when; what never was is not found', async () => {
  const url = await w.aPage('un')
  w.t.advance(10 * MINUTE_MS)
  await w.put('bob', url, '## Deux\n\nun **deux**', 'Autre titre')
  const old = await w.people.rita.caller.get(`${url}/versions/1`)
  assert.deepEqual(
    [old.status, old.body.html, old.body.title, old.body.author.name, old.body.words],
    [200, '<p>un</p>', 'Une page', 'Ann Tessier', 1],
  )
  const now = await w.people.rita.caller.get(`${url}/versions/2`)
  assert.deepEqual([now.body.title, now.body.author.name, now.body.name], ['Autre titre', 'Bob Lannes', null])
  assert.match(now.body.html, /<h2 id="deux">Deux<\/h2>\n<p>un <strong>deux<\/strong><\/p>/)
  for (const seq of [3, 99_999]) assert.equal((await w.people.rita.caller.get(`${url}/versions/${seq}`)).status, 404)
  assert.equal((await w.people.rita.caller.get(`${url}/versions/0`)).status, 400)
})

test('a comparison says what changed in words and numbers, title too', async () => {
  const url = await w.aPage('Le vote ferme mardi.\n\nRien d’autre.')
  await w.put('bob', url, 'Le vote ferme jeudi.\n\nRien d’autre.\n\nUn ajout.', 'Calendrier')
  const { status, body } = await w.people.rita.caller.get(`${url}/diff?from=1&to=2`)
  assert.equal(status, 200)
  assert.match(body.html, /ferme <del>mardi<\/del><ins>jeudi<\/ins>\./)
  assert.deepEqual(body.title, { from: 'Une page', to: 'Calendrier' })
  assert.deepEqual([body.summary.wordsAdded, body.summary.wordsRemoved, body.summary.blocksAdded], [3, 1, 1])
  assert.deepEqual(body.changes[0], { kind: 'changed', block: 'paragraph', removed: 'mardi', added: 'jeudi' })
  const first = await w.people.rita.caller.get(`${url}/diff?from=0&to=1`)
  assert.equal(first.body.summary.wordsRemoved, 0)
  assert.equal((await w.people.rita.caller.get(`${url}/diff?from=2&to=1`)).status, 400)
  assert.equal((await w.people.rita.caller.get(`${url}/diff?from=1&to=9`)).status, 404)
})

test('moments, people and names: what a slider needs', async () => {
  const url = await w.aPage('un')
  w.t.advance(10 * MINUTE_MS)
  await w.put('bob', url, 'un deux')
  await w.put('bob', url, 'un deux trois')
  await w.put('ann', url, 'quatre')
  assert.equal((await w.people.bob.caller.put(`${url}/versions/3/name`, { name: '  Avant la relecture ' })).status, 204)
  const { body } = await w.people.rita.caller.get(`${url}/timeline`)
  assert.deepEqual(
    body.moments.map(({ seq, by, edits }: { seq: number; by: number; edits: number }) => [
      seq,
      body.people[by].name,
      edits,
    ]),
    [
      [1, 'Ann Tessier', 1],
      [3, 'Bob Lannes', 2],
      [4, 'Ann Tessier', 1],
    ],
  )
  assert.deepEqual([body.seq, body.more, body.can], [4, false, { name: false, restore: false }])
  assert.deepEqual(
    body.names.map(({ seq, name, by }: { seq: number; name: string; by: { name: string } }) => [seq, name, by.name]),
    [[3, 'Avant la relecture', 'Bob Lannes']],
  )
  const list = await w.people.rita.caller.get(`${url}/versions`)
  assert.deepEqual(
    list.body.items.map(({ name }: { name: string | null }) => name),
    [null, 'Avant la relecture', null],
  )
  assert.equal((await w.people.rita.caller.get(`${url}/versions/3`)).body.name.name, 'Avant la relecture')
})

test('a name is given, changed and taken away by writers, and only to what is there', async () => {
  const url = await w.aPage('un')
  const name = (who: Who, seq: number, text: string) =>
    w.people[who].caller.put(`${url}/versions/${seq}/name`, { name: text })
  assert.equal((await name('rita', 1, 'Non')).status, 403)
  assert.equal((await name('bob', 2, 'Non')).status, 404)
  assert.equal((await name('bob', 1, ' ')).status, 422)
  assert.equal((await name('bob', 1, 'Un')).status, 204)
  assert.equal((await name('ann', 1, 'Une')).status, 204)
  const { body } = await w.people.rita.caller.get(`${url}/timeline`)
  assert.deepEqual(
    body.names.map((each: { name: string }) => each.name),
    ['Une'],
  )
  assert.equal((await w.people.rita.caller.delete(`${url}/versions/1/name`)).status, 403)
  assert.equal((await w.people.bob.caller.delete(`${url}/versions/1/name`)).status, 204)
  assert.equal((await w.people.bob.caller.delete(`${url}/versions/1/name`)).status, 404)
})

test('a frozen page is not brought back; its history is read', async () => {
  const url = await w.aPage('un')
  await w.put('ann', url, 'deux')
  await w.t.deps.world.db
    .updateTable('page')
    .set({ frozen_at: w.t.deps.world.now(), frozen_reason: 'Adoptée par le comité.' })
    .where('id', '=', idOf(url))
    .execute()
  for (const [path, body] of [
    ['versions/1/restore', undefined],
    ['versions/2/undo', undefined],
    ['passages/restore', { from: 1, to: 2, change: 0 }],
  ] as const)
    assert.equal((await w.people.bob.caller.post(`${url}/${path}`, body)).status, 403)
  assert.equal((await w.people.bob.caller.get(`${url}/diff?from=1&to=2`)).status, 200)
  assert.equal((await w.people.bob.caller.get(`${url}/timeline`)).body.can.restore, false)
})

test('visitors of the public space do not see how a page came about', async () => {
  const { db } = w.t.deps.world
  const open = await aSpace(db, 'public', [{ id: w.people.ann.id, role: 'facilitator' }])
  const { body } = await w.people.ann.caller.post(`/api/spaces/${open.id}/pages`, {
    title: 'Publique',
    markdown: 'Bonjour.',
  })
  const url = `/api/pages/${body.id}`
  assert.equal((await w.people.ann.caller.put(`${url}/publication`, { seq: 1 })).status, 200)
  assert.equal((await w.t.anonymous.get(url)).status, 200)
  for (const path of ['timeline', 'versions', 'versions/1', 'diff?from=0&to=1', 'authors'])
    assert.equal((await w.t.anonymous.get(`${url}/${path}`)).status, 401, path)
})

test('compaction leaves named versions exact, and history at the end of each stretch', async () => {
  const url = await w.aPage('Départ.')
  const pageId = idOf(url)
  const texts: [number, string][] = []
  for (let i = 0; i < 6; i += 1) {
    w.t.advance(MINUTE_MS)
    const seq = await w.put(i % 2 ? 'ann' : 'bob', url, `Départ, ${i} fois changé.`)
    texts.push([seq, `Départ, ${i} fois changé.`])
  }
  const [named, text] = texts[2] ?? [0, '']
  assert.equal((await w.people.ann.caller.put(`${url}/versions/${named}/name`, { name: 'Au milieu' })).status, 204)
  const { database, collab } = w.t.deps
  const state = (await collab.rooms.read(pageId, (doc) => Y.encodeStateAsUpdate(doc))) ?? new Uint8Array()
  const top = texts.at(-1)?.[0] ?? 0
  await collab.log.writeSnapshot(pageId, { seq: top, state })
  const needs = {
    database,
    log: collab.log,
    now: () => new Date(),
    versionsOf: (id: string) => exactSeqs(database.db, id),
    onError: (error: unknown) => assert.ifError(error),
  }
  const counts = await compactPage(needs, pageId, new Date(w.t.deps.world.now().getTime() + MINUTE_MS))
  assert.ok(counts.to < counts.from, JSON.stringify(counts))
  const { body } = await w.people.rita.caller.get(`${url}/versions/${named}`)
  assert.deepEqual([body.html, body.name.name], [`<p>${text}</p>`, 'Au milieu'])
  const last = await w.people.rita.caller.get(`${url}/versions/${top}`)
  assert.equal(last.body.html, '<p>Départ, 5 fois changé.</p>')
  const { body: timeline } = await w.people.rita.caller.get(`${url}/timeline`)
  assert.ok(timeline.moments.some(({ seq }: { seq: number }) => seq === named))
  assert.equal((await w.people.bob.caller.post(`${url}/versions/${named}/restore`)).status, 200)
  assert.equal(await w.markdownOf(url), `${text}\n`)
})
