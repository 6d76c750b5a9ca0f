import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { authorsOf } from '@cenacle/collab/attribution'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBrowser, until } from '../../test/collab-client.ts'
import { type CollabServer, startCollabServer } from '../../test/collab-server.ts'
import { testDatabase } from '../../test/harness.ts'
import { compactPage } from './compaction.ts'

let server: CollabServer
let end: () => Promise<void>
before(async () => {
  const fresh = await testDatabase()
  server = await startCollabServer({ database: fresh.database })
  end = async () => {
    await server.close()
    await fresh.drop()
  }
})
after(() => end())
const person = () => randomUUID()

test('two browsers write one page; each sees the other, and « saved » means in the table', async () => {
  const pageId = await server.createPage()
  const ann = openBrowser(server.origin, pageId, person())
  const cleo = openBrowser(server.origin, pageId, person())
  await until('synced', () => ann.provider.synced && cleo.provider.synced)
  for (const letter of 'Bonjour à toutes') ann.doc.getText('title').insert(ann.text.length, letter)
  cleo.doc.getXmlFragment('body').push([new Y.XmlElement('paragraph')])
  await until('same text', () => cleo.text === 'Bonjour à toutes' && ann.doc.getXmlFragment('body').length === 1)
  await until('saved', () => ann.saved.state === 'saved' && cleo.saved.state === 'saved')
  const rows = await server.collab.log.rows(pageId, 0)
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    rows.map((_, i) => i + 1),
  )
  const fresh = openBrowser(server.origin, pageId, person(), 'read')
  await until('read', () => fresh.text === 'Bonjour à toutes')
  const { wrote } = authorsOf(rows, await server.collab.log.clients(pageId))
  assert.equal(new Set(wrote.map(({ personId }) => personId)).size, 2)
  for (const browser of [ann, cleo, fresh]) browser.destroy()
})

test('before the 101: no session 401, another origin 403, no right 404', async () => {
  const pageId = await server.createPage()
  const none = person()
  server.rights.set(none, null)
  const cases: [Record<string, string>, string, number][] = [
    [{}, server.origin, 401],
    [{ 'x-person': person() }, 'https://evil.example', 403],
    [{ 'x-person': none }, server.origin, 404],
  ]
  for (const [headers, origin, status] of cases) {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/collab/${pageId}`, { headers, origin })
    const answer = await new Promise<number | undefined>((resolve) => {
      socket.on('unexpected-response', (_request, response) => {
        assert.match(String(response.headers['content-type']), /problem\+json/)
        resolve(response.statusCode)
      })
      socket.on('open', () => resolve(101))
      socket.on('error', () => {})
    })
    assert.equal(answer, status)
    socket.terminate()
  }
  assert.equal(server.collab.rooms.membersOf(pageId, 'write'), 0)
})

test('a right that changes closes the socket with 4205', async () => {
  const pageId = await server.createPage()
  const id = person()
  const ann = openBrowser(server.origin, pageId, id)
  await until('synced', () => ann.provider.synced)
  server.rights.set(id, null)
  await server.recheckAll()
  await until('closed', () => ann.closedWith === 4205)
  ann.destroy()
})

test('who does not answer that close is no longer heard', async (t) => {
  const pageId = await server.createPage()
  const id = person()
  const ann = openBrowser(server.origin, pageId, id)
  await until('synced', () => ann.provider.synced)
  ann.doc.getText('title').insert(0, 'Avec le droit.')
  await until('saved', () => ann.saved.state === 'saved')
  // It reads nothing more, the close neither, and goes on sending.
  const line = ann.provider.ws as unknown as WebSocket
  line.pause()
  t.after(() => {
    line.terminate()
    ann.destroy()
  })
  server.rights.set(id, null)
  await server.recheckAll()
  ann.doc.getText('title').insert(ann.text.length, ' Sans.')
  await sleep(300)
  assert.equal(await server.collab.rooms.read(pageId, (doc) => doc.getText('title').toJSON()), 'Avec le droit.')
})

test('the same messages over HTTP, together with a socket', async () => {
  const pageId = await server.createPage()
  const id = person()
  const url = `${server.origin}/api/pages/${pageId}/sync?connection=${randomUUID()}`
  const headers = { 'x-person': id, 'content-type': 'application/json' }
  const post = async (frames: Uint8Array[]) => {
    const messages = frames.map((frame) => Buffer.from(frame).toString('base64'))
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ messages }) })
    assert.equal(answer.status, 200)
    return (await answer.json()) as { fresh: boolean; messages: string[] }
  }
  const { encodeStep1, encodeUpdate, decodeMessage } = await import('@cenacle/collab/protocol')
  const doc = new Y.Doc()
  const first = await post([encodeStep1(Y.encodeStateVector(doc))])
  assert.equal(first.fresh, true)
  const cleo = openBrowser(server.origin, pageId, person())
  await until('synced', () => cleo.provider.synced)
  doc.getText('title').insert(0, 'par HTTP')
  const second = await post([encodeUpdate(Y.encodeStateAsUpdate(doc))])
  assert.equal(second.fresh, false)
  await until('seen', () => cleo.text === 'par HTTP')
  setTimeout(() => cleo.doc.getText('title').insert(0, 'et par le tuyau, '), 100)
  while (doc.getText('title').toJSON() !== 'et par le tuyau, par HTTP') {
    const { messages } = (await (await fetch(url, { headers })).json()) as { messages: string[] }
    for (const message of messages) {
      const frame = decodeMessage(Buffer.from(message, 'base64'))
      if (frame.kind === 'update' || frame.kind === 'step2') Y.applyUpdate(doc, frame.update)
    }
  }
  cleo.destroy()
})

test('a lost answer is not appended twice; a page that is gone says so', async () => {
  const pageId = await server.createPage()
  const entry = { pageId, personId: person(), bytes: new Uint8Array([0, 0]), nonce: 77, clientIds: [5], after: 0 }
  const other = { ...entry, nonce: 78 }
  assert.deepEqual(await server.collab.log.append([entry], false), [1])
  assert.deepEqual(await server.collab.log.append([entry, other], true), [1, 2])
  assert.deepEqual(await server.collab.log.append([entry, other], true), [1, 2])
  assert.equal((await server.collab.log.rows(pageId, 0)).length, 2)
  assert.deepEqual(await server.collab.log.append([{ ...entry, pageId: randomUUID() }], false), [undefined])
  await server.database.db.deleteFrom('page').where('id', '=', pageId).execute()
  assert.equal((await server.collab.log.rows(pageId, 0)).length, 0)
})

test('snapshots and compaction: the page opens the same, from fewer rows', async () => {
  const pageId = await server.createPage()
  const id = person()
  for (let i = 0; i < 120; i += 1)
    await server.collab.rooms.edit(pageId, id, (doc) => doc.getText('title').insert(0, `${i} `))
  const state = await server.collab.rooms.read(pageId, (doc) => Y.encodeStateAsUpdate(doc))
  assert.ok(state)
  await server.collab.log.writeSnapshot(pageId, { seq: 120, state })
  const { database, collab } = server
  const needs = {
    database,
    log: collab.log,
    now: () => new Date(),
    versionsOf: async () => [50],
    onError: (error: unknown) => assert.fail(String(error)),
  }
  const counts = await compactPage(needs, pageId, new Date(Date.now() + 1_000))
  assert.deepEqual(counts, { from: 120, to: 2 })
  const doc = new Y.Doc()
  for (const { bytes } of await collab.log.rows(pageId, 0)) Y.applyUpdate(doc, bytes)
  assert.deepEqual(Y.encodeStateAsUpdate(doc), state)
  assert.equal(await collab.rooms.edit(pageId, id, (page) => page.getText('title').insert(0, 'encore')), 121)
})
