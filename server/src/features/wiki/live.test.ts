import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { MESSAGE_SAVED } from '@cenacle/collab/protocol'
import { SavedTracker } from '@cenacle/collab/saved-tracker'
import { readBody } from '@cenacle/document/yjs'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { until } from '../../../test/collab-client.ts'

let t: TestApp
let origin: string
let spaceId: string
let pageId: string
const people: Record<'ann' | 'bob' | 'rita' | 'sam', { id: string; caller: Caller }> = {} as never
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  for (const name of ['ann', 'bob', 'rita', 'sam'] as const) {
    const { id } = await aPerson(db, { name: `${name} Vasseur` })
    people[name] = { id, caller: await t.as(id) }
  }
  const named = [
    { id: people.ann.id, role: 'facilitator' },
    { id: people.bob.id, role: 'writer' },
    { id: people.rita.id, role: 'reader' },
  ] as const
  spaceId = (await aSpace(db, 'team', [...named])).id
  const body = { title: 'En direct', markdown: 'Premier paragraphe.' }
  pageId = (await people.ann.caller.post(`/api/spaces/${spaceId}/pages`, body)).body.id
  origin = await t.listen()
})
after(() => t.close())

/** The public client with a session's cookie. */
function openPage(who: keyof typeof people, page = pageId) {
  let saved = new SavedTracker()
  const headers = { cookie: people[who].caller.cookie }
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers, origin })
      saved = new SavedTracker()
      this.on('error', () => {})
    }
    override send(data: Uint8Array): void {
      saved.sending(data)
      super.send(data)
    }
  }
  const doc = new Y.Doc()
  const codes: number[] = []
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, page, doc, {
    WebSocketPolyfill: Socket as never,
    params: { saved: '1' },
    disableBc: true,
    maxBackoffTime: 200,
  })
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    saved.receive(decoder.arr)
    decoder.pos = decoder.arr.length
  }
  provider.on('connection-close', (event) => {
    if (event) codes.push(event.code)
  })
  return {
    doc,
    provider,
    codes,
    get saved() {
      return saved.state
    },
    get markdown() {
      return serializeMarkdown(readBody(doc))
    },
    [Symbol.dispose]() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Asks for the socket. @returns the status of the answer, and how long the socket stayed if there was one */
function upgrade(page: string, headers: Record<string, string>, from = origin): Promise<number | undefined> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/collab/${page}`, { headers, origin: from })
  socket.on('error', () => {})
  return new Promise((resolve) => {
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode)
    })
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
  })
}

test('before the 101: who may not gets the answer of any other request', async () => {
  const cookie = people.sam.caller.cookie
  assert.equal(await upgrade(pageId, {}), 401)
  assert.equal(await upgrade(pageId, { cookie }), 404)
  assert.equal(await upgrade('0198c0de-0000-7000-8000-000000000000', { cookie: people.ann.caller.cookie }), 404)
  assert.equal(await upgrade('nonsense', { cookie: people.ann.caller.cookie }), 400)
  assert.equal(await upgrade(pageId, { cookie: people.ann.caller.cookie }, 'https://evil.example'), 403)
  assert.equal(await upgrade(pageId, { cookie: people.ann.caller.cookie }), 101)
})

test('a write over HTTP arrives in the open editors, and what is typed there is read over HTTP', async () => {
  using bob = openPage('bob')
  using rita = openPage('rita')
  await until('synced', () => bob.provider.synced && rita.markdown === 'Premier paragraphe.\n')
  const { headers } = await people.ann.caller.get(`/api/pages/${pageId}`)
  const markdown = 'Premier paragraphe.\n\nUn **second**, par HTTP.'
  const match = { 'if-match': String(headers['etag']) }
  assert.equal((await people.ann.caller.put(`/api/pages/${pageId}/markdown`, { markdown }, match)).status, 200)
  await until('arrived', () => bob.markdown === `${markdown}\n` && rita.markdown === bob.markdown)

  const paragraph = bob.doc.getXmlFragment('body').get(0) as Y.XmlElement
  ;(paragraph.get(0) as Y.XmlText).insert(0, 'Tout ')
  await until('saved', () => bob.saved === 'saved')
  const read = await people.rita.caller.get(`/api/pages/${pageId}`)
  assert.match(read.body.markdown, /^Tout Premier paragraphe\./)
  assert.equal(read.headers['etag'], `"${read.body.seq}"`)
  assert.deepEqual(
    read.body.authors.map(({ id }: { id: string }) => id),
    [people.ann.id, people.bob.id],
  )
  const stale = await people.ann.caller.put(`/api/pages/${pageId}/markdown`, { markdown: 'x' }, match)
  assert.equal(stale.status, 412)
  const here = await people.ann.caller.get(`/api/pages/${pageId}/people`)
  assert.deepEqual(here.body.items.map(({ id }: { id: string }) => id).sort(), [people.bob.id, people.rita.id].sort())
})

test('who reads sees and writes nothing', async () => {
  using rita = openPage('rita')
  using bob = openPage('bob')
  await until('synced', () => bob.provider.synced && rita.markdown === bob.markdown && rita.markdown !== '')
  const before = bob.markdown
  rita.doc.getXmlFragment('body').delete(0, 1)
  await until('refused', () => rita.codes.length > 0)
  assert.equal(bob.markdown, before)
  assert.equal((await people.bob.caller.get(`/api/pages/${pageId}`)).body.markdown, before)
})

test('texts are stored after a pause, and the search finds them', async () => {
  using bob = openPage('bob')
  await until('synced', () => bob.provider.synced)
  const text = new Y.XmlText('zèbre typographique')
  const paragraph = new Y.XmlElement('paragraph')
  bob.doc.getXmlFragment('body').push([paragraph])
  paragraph.push([text])
  const stored = () =>
    t.deps.world.db
      .selectFrom('search_entry')
      .select(['title', 'body'])
      .where('id', '=', pageId)
      .executeTakeFirstOrThrow()
  await until('stored', async () => (await stored()).body.includes('zèbre'))
  const newest = t.deps.world.db
    .selectFrom('event')
    .select('ids')
    .where('type', '=', 'page.changed')
    .orderBy('seq', 'desc')
  const hint = async () => (await newest.limit(1).executeTakeFirstOrThrow()).ids
  assert.deepEqual(await hint(), { pageId, spaceId, text: 'true' })
  bob.doc.getText('title').insert(0, 'Du ')
  // Lists show titles: whoever sees one is told of more than a text.
  await until('renamed', async () => (await stored()).title === 'Du En direct')
  assert.deepEqual(await hint(), { pageId, spaceId })
})

test('a right that is taken away closes the line within two seconds, and the way back is shut', async () => {
  using bob = openPage('bob')
  await until('synced', () => bob.provider.synced)
  const removed = await people.ann.caller.delete(`/api/spaces/${spaceId}/people/${people.bob.id}`)
  assert.equal(removed.status, 204)
  const at = Date.now()
  await until('closed', () => bob.codes.length > 0, 2_000)
  assert.ok(Date.now() - at <= 2_000)
  assert.equal(bob.codes[0], 4205)
  assert.equal(await upgrade(pageId, { cookie: people.bob.caller.cookie }), 404)
})

test('who becomes a reader is sent away and comes back as one', async () => {
  await people.ann.caller.put(`/api/spaces/${spaceId}/people/${people.bob.id}`, { role: 'writer' })
  using bob = openPage('bob')
  await until('synced', () => bob.provider.synced)
  await people.ann.caller.put(`/api/spaces/${spaceId}/people/${people.bob.id}`, { role: 'reader' })
  await until('closed', () => bob.codes.includes(4205), 2_000)
  await until('back', () => bob.provider.wsconnected)
  const before = (await people.ann.caller.get(`/api/pages/${pageId}`)).body.markdown
  bob.doc.getXmlFragment('body').delete(0, 1)
  await until('refused', () => bob.codes.includes(4403))
  assert.equal((await people.ann.caller.get(`/api/pages/${pageId}`)).body.markdown, before)
})

test('the trash closes the page, and those below it, for whoever is in them', async () => {
  const create = async (title: string, parentId: string | null) =>
    (await people.ann.caller.post(`/api/spaces/${spaceId}/pages`, { title, parentId })).body.id
  const above = await create('Éphémère', null)
  const below = await create('Plus éphémère', await create('Entre deux', above))
  using ann = openPage('ann', above)
  using bob = openPage('bob', below)
  using rita = openPage('rita')
  await until('synced', () => ann.provider.synced && bob.provider.synced && rita.provider.synced)
  assert.equal((await people.ann.caller.delete(`/api/pages/${above}`)).status, 204)
  await until('closed', () => ann.codes.includes(4404) && bob.codes.includes(4404), 2_000)
  assert.deepEqual(rita.codes, [])
  assert.equal(await upgrade(below, { cookie: people.bob.caller.cookie }), 404)
})

test('the same messages over HTTP, with the same rights', async () => {
  const url = `/api/pages/${pageId}/sync?connection=0198c0de-0000-4000-8000-00000000000a`
  assert.equal((await t.anonymous.get(url)).status, 401)
  assert.equal((await people.sam.caller.get(url)).status, 404)
  const answer = await people.rita.caller.post(url, { messages: [] })
  assert.deepEqual([answer.status, answer.body.fresh, answer.body.closed], [200, true, null])
})

test('a document that a peer has poisoned opens, renders, exports, and can be mended', async () => {
  const body = { title: 'Empoisonnée', markdown: 'Texte sain.' }
  const { id } = (await people.ann.caller.post(`/api/spaces/${spaceId}/pages`, body)).body
  using ann = openPage('ann', id)
  await until('synced', () => ann.provider.synced)
  const fragment = ann.doc.getXmlFragment('body')
  const script = new Y.XmlElement('script')
  const heading = new Y.XmlElement('heading')
  heading.setAttribute('level', 'NaN; drop')
  const link = new Y.XmlText()
  fragment.push([script, heading, new Y.XmlText('nu')])
  script.push([new Y.XmlText('alert(1)')])
  heading.push([link])
  link.insert(0, 'piège', { link: { href: 'javascript:alert(1)' }, unknown: {} })
  await until('saved', () => ann.saved === 'saved')
  const page = await people.rita.caller.get(`/api/pages/${id}`)
  assert.equal(page.status, 200)
  assert.match(page.body.html, /alert\(1\)/)
  assert.doesNotMatch(page.body.html, /<script|javascript:/)
  const mended = await people.ann.caller.put(
    `/api/pages/${id}/markdown`,
    { markdown: 'Texte sain.' },
    { 'if-match': page.headers['etag'] as string },
  )
  assert.deepEqual([mended.status, mended.body.markdown], [200, 'Texte sain.\n'])
  await until('seen', () => ann.markdown === 'Texte sain.\n')
})
