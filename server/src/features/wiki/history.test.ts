import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { MESSAGE_SAVED } from '@cenacle/collab/protocol'
import { SavedTracker } from '@cenacle/collab/saved-tracker'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { readBody } from '@cenacle/document/yjs'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { aPerson, aSpace } from '../../../test/build.ts'
import { until } from '../../../test/collab-client.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { compactPage } from '../../collab/compaction.ts'
import { MINUTE_MS } from '../../time.ts'
import { exactSeqs } from './history-names.ts'

let t: TestApp
let origin: string
let spaceId: string
const people: Record<'ann' | 'bob' | 'rita', { id: string; caller: Caller }> = {} as never
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  for (const [key, name] of [
    ['ann', 'Ann Tessier'],
    ['bob', 'Bob Lannes'],
    ['rita', 'Rita Coste'],
  ] as const) {
    const { id } = await aPerson(db, { name })
    people[key] = { id, caller: await t.as(id) }
  }
  const named = [
    { id: people.ann.id, role: 'facilitator' },
    { id: people.bob.id, role: 'writer' },
    { id: people.rita.id, role: 'reader' },
  ] as const
  spaceId = (await aSpace(db, 'team', [...named])).id
  origin = await t.listen()
})
after(() => t.close())

function lineOf(doc: Y.Doc, index: number): Y.XmlText {
  const block = doc.getXmlFragment('body').get(index)
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined
  assert.ok(text instanceof Y.XmlText)
  return text
}

/** The public client with a session's cookie. */
function openPage(who: keyof typeof people, page: string) {
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
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, page, doc, {
    WebSocketPolyfill: Socket as never,
    params: { saved: '1' },
    disableBc: true,
  })
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    saved.receive(decoder.arr)
    decoder.pos = decoder.arr.length
  }
  return {
    doc,
    provider,
    get saved() {
      return saved.state === 'saved'
    },
    get markdown() {
      return serializeMarkdown(readBody(doc))
    },
    line: (index: number): Y.XmlText => lineOf(doc, index),
    [Symbol.dispose]() {
      provider.destroy()
      doc.destroy()
    },
  }
}

const aPage = async (markdown: string, who: keyof typeof people = 'ann'): Promise<string> => {
  const { body } = await people[who].caller.post(`/api/spaces/${spaceId}/pages`, { title: 'Une page', markdown })
  return `/api/pages/${body.id}`
}
const idOf = (url: string): string => url.split('/').at(-1) ?? ''
const put = async (who: keyof typeof people, url: string, markdown: string, title?: string): Promise<number> => {
  const { headers } = await people[who].caller.get(url)
  const match = { 'if-match': String(headers['etag']) }
  const { status, body } = await people[who].caller.put(`${url}/markdown`, { markdown, ...(title && { title }) }, match)
  assert.equal(status, 200)
  return body.seq
}
const markdownOf = async (url: string): Promise<string> => (await people.rita.caller.get(url)).body.markdown
interface Run {
  by: number | null
  text: string
  transmitted: boolean
  block: number
  length: number
}
const writtenBy = async (url: string): Promise<[name: string | null, text: string, transmitted: boolean][]> => {
  const { status, body } = await people.rita.caller.get(`${url}/authors`)
  assert.equal(status, 200)
  return body.runs.map(({ by, text, transmitted }: Run) => [
    by === null ? null : body.people[by].name,
    text,
    transmitted,
  ])
}

test('a version is read as it was, with who wrote it and when; what never was is not found', async () => {
  const url = await aPage('un')
  t.advance(10 * MINUTE_MS)
  await put('bob', url, '## Deux\n\nun **deux**', 'Autre titre')
  const old = await people.rita.caller.get(`${url}/versions/1`)
  assert.deepEqual(
    [old.status, old.body.html, old.body.title, old.body.author.name, old.body.words],
    [200, '<p>un</p>', 'Une page', 'Ann Tessier', 1],
  )
  const now = await people.rita.caller.get(`${url}/versions/2`)
  assert.deepEqual([now.body.title, now.body.author.name, now.body.name], ['Autre titre', 'Bob Lannes', null])
  assert.match(now.body.html, /<h2 id="deux">Deux<\/h2>\n<p>un <strong>deux<\/strong><\/p>/)
  for (const seq of [3, 99_999]) assert.equal((await people.rita.caller.get(`${url}/versions/${seq}`)).status, 404)
  assert.equal((await people.rita.caller.get(`${url}/versions/0`)).status, 400)
})

test('a comparison says what changed in words and numbers, title too', async () => {
  const url = await aPage('Le vote ferme mardi.\n\nRien d’autre.')
  await put('bob', url, 'Le vote ferme jeudi.\n\nRien d’autre.\n\nUn ajout.', 'Calendrier')
  const { status, body } = await people.rita.caller.get(`${url}/diff?from=1&to=2`)
  assert.equal(status, 200)
  assert.match(body.html, /ferme <del>mardi<\/del><ins>jeudi<\/ins>\./)
  assert.deepEqual(body.title, { from: 'Une page', to: 'Calendrier' })
  assert.deepEqual([body.summary.wordsAdded, body.summary.wordsRemoved, body.summary.blocksAdded], [3, 1, 1])
  assert.deepEqual(body.changes[0], { kind: 'changed', block: 'paragraph', removed: 'mardi', added: 'jeudi' })
  const first = await people.rita.caller.get(`${url}/diff?from=0&to=1`)
  assert.equal(first.body.summary.wordsRemoved, 0)
  assert.equal((await people.rita.caller.get(`${url}/diff?from=2&to=1`)).status, 400)
  assert.equal((await people.rita.caller.get(`${url}/diff?from=1&to=9`)).status, 404)
})

test('moments, people and names: what a slider needs', async () => {
  const url = await aPage('un')
  t.advance(10 * MINUTE_MS)
  await put('bob', url, 'un deux')
  await put('bob', url, 'un deux trois')
  await put('ann', url, 'quatre')
  assert.equal((await people.bob.caller.put(`${url}/versions/3/name`, { name: '  Avant la relecture ' })).status, 204)
  const { body } = await people.rita.caller.get(`${url}/timeline`)
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
  const list = await people.rita.caller.get(`${url}/versions`)
  assert.deepEqual(
    list.body.items.map(({ name }: { name: string | null }) => name),
    [null, 'Avant la relecture', null],
  )
  assert.equal((await people.rita.caller.get(`${url}/versions/3`)).body.name.name, 'Avant la relecture')
})

test('a name is given, changed and taken away by writers, and only to what is there', async () => {
  const url = await aPage('un')
  const name = (who: keyof typeof people, seq: number, text: string) =>
    people[who].caller.put(`${url}/versions/${seq}/name`, { name: text })
  assert.equal((await name('rita', 1, 'Non')).status, 403)
  assert.equal((await name('bob', 2, 'Non')).status, 404)
  assert.equal((await name('bob', 1, ' ')).status, 422)
  assert.equal((await name('bob', 1, 'Un')).status, 204)
  assert.equal((await name('ann', 1, 'Une')).status, 204)
  const { body } = await people.rita.caller.get(`${url}/timeline`)
  assert.deepEqual(
    body.names.map((each: { name: string }) => each.name),
    ['Une'],
  )
  assert.equal((await people.rita.caller.delete(`${url}/versions/1/name`)).status, 403)
  assert.equal((await people.bob.caller.delete(`${url}/versions/1/name`)).status, 204)
  assert.equal((await people.bob.caller.delete(`${url}/versions/1/name`)).status, 404)
})

test('T11: who types and leaves at once finds a version', async () => {
  const url = await aPage('Départ.')
  {
    using bob = openPage('bob', idOf(url))
    await until('synced', () => bob.provider.synced)
    bob.line(0).insert(7, ' Parti aussitôt.')
  }
  const versions = async () => (await people.rita.caller.get(`${url}/versions`)).body.items
  for (let waited = 0; (await versions()).length < 2 && waited < 3_000; waited += 50) await sleep(50)
  const [newest] = await versions()
  assert.equal(newest.author.name, 'Bob Lannes')
  const { body } = await people.rita.caller.get(`${url}/versions/${newest.seq}`)
  assert.equal(body.html, '<p>Départ. Parti aussitôt.</p>')
})

test('a restore reaches a live reader within a second, keeps what is being typed, and is undone as the next version', async () => {
  const url = await aPage('Premier.\n\nDeuxième.')
  await put('ann', url, 'Premier, changé.\n\nTroisième.')
  using rita = openPage('rita', idOf(url))
  using bob = openPage('bob', idOf(url))
  await until('synced', () => rita.markdown === bob.markdown && bob.markdown.includes('Troisième'))
  bob.line(1).insert(0, 'Écrit en même temps. ')
  const started = performance.now()
  const { status, body } = await people.ann.caller.post(`${url}/versions/1/restore`)
  await until('restored', () => rita.markdown.includes('Deuxième') && rita.markdown.includes('Premier.'))
  assert.ok(performance.now() - started < 1_000, `${performance.now() - started} ms`)
  assert.equal(status, 200)
  assert.ok(body.seq >= 3)
  await until('saved', () => bob.saved)
  bob.line(0).insert(0, 'Depuis. ')
  await until('saved', () => bob.saved && rita.markdown.includes('Depuis'))
  const undone = await people.ann.caller.post(`${url}/versions/${body.seq}/undo`)
  assert.equal(undone.status, 200)
  assert.ok(undone.body.seq > body.seq)
  await until('undone', () => rita.markdown.includes('changé'))
  assert.match(rita.markdown, /Depuis\. Premier, changé\./)
  assert.match(rita.markdown, /Troisième\./)
  assert.equal((await people.bob.caller.post(`${url}/versions/${body.seq}/undo`)).status, 409)
})

test('text typed while a version comes back stays in a paragraph that stays', async () => {
  const url = await aPage('Un paragraphe.\n\nFin.')
  await put('ann', url, 'Un autre paragraphe.\n\nFin.')
  using bob = openPage('bob', idOf(url))
  await until('synced', () => bob.provider.synced && bob.markdown.includes('autre'))
  bob.provider.disconnect()
  bob.line(1).insert(4, ' et quelques mots de plus')
  assert.equal((await people.ann.caller.post(`${url}/versions/1/restore`)).status, 200)
  bob.provider.connect()
  await until('back', () => bob.provider.synced && bob.markdown.startsWith('Un paragraphe'))
  await until('saved', () => bob.saved)
  assert.equal(await markdownOf(url), 'Un paragraphe.\n\nFin. et quelques mots de plus\n')
})

test('one passage comes back to its place, and what was written since stays', async () => {
  const url = await aPage('## Méthode\n\nOn compte tout.\n\nUn passage que quelqu’un retire.\n\nFin.')
  await put('bob', url, '## Méthode\n\nOn compte peu.\n\nFin.')
  await put('ann', url, '## Méthode\n\nOn compte peu.\n\nUn ajout.\n\nFin, vraiment.')
  const { body: diff } = await people.rita.caller.get(`${url}/diff?from=1&to=2`)
  const index = diff.changes.findIndex(({ kind }: { kind: string }) => kind === 'removed')
  const restored = await people.bob.caller.post(`${url}/passages/restore`, { from: 1, to: 2, change: index })
  assert.deepEqual([restored.status, restored.body.seq], [200, 4])
  assert.equal(
    await markdownOf(url),
    '## Méthode\n\nOn compte peu.\n\nUn passage que quelqu’un retire.\n\nUn ajout.\n\nFin, vraiment.\n',
  )
  const none = await people.bob.caller.post(`${url}/passages/restore`, { from: 1, to: 2, change: 50 })
  assert.deepEqual([none.status, none.body.seq], [200, null])
  assert.equal((await people.rita.caller.post(`${url}/passages/restore`, { from: 1, to: 2, change: 0 })).status, 403)
  const undone = await people.bob.caller.post(`${url}/versions/4/undo`)
  assert.equal(undone.body.seq, 5)
  assert.equal(await markdownOf(url), '## Méthode\n\nOn compte peu.\n\nUn ajout.\n\nFin, vraiment.\n')
})

test('who wrote what: by passage, across marks, in blocks', async () => {
  const url = await aPage('Le **vote** ferme.')
  t.advance(2 * 60 * MINUTE_MS)
  await put('bob', url, 'Le **vote** ferme demain.\n\n- un point')
  const runs = await writtenBy(url)
  assert.deepEqual(
    runs.map(([name, text]) => [name, text.trim()]),
    [
      ['Ann Tessier', 'Le vote ferme'],
      ['Bob Lannes', 'demain'],
      ['Ann Tessier', '.'],
      ['Bob Lannes', 'un point'],
    ],
  )
  const { body } = await people.rita.caller.get(`${url}/authors`)
  assert.match(body.html, /<p><span data-run="0">Le <\/span><strong><span data-run="0">vote<\/span><\/strong>/)
  assert.deepEqual(
    body.runs.map(({ block, length }: Run) => [block, length]),
    body.runs.map(({ block, text }: Run) => [block, text.length]),
  )
})

test('a forged client id and handed-in text are never credited to the victim', async () => {
  const url = await aPage('Début.')
  let victim = 0
  {
    using ann = openPage('ann', idOf(url))
    await until('synced', () => ann.provider.synced)
    victim = ann.doc.clientID
    ann.line(0).insert(6, ' Mes mots.')
    await until('saved', () => ann.saved)
  }
  await sleep(100)
  // Bob goes on under Ann's client id, once she has left.
  {
    using forger = openPage('bob', idOf(url))
    await until('synced', () => forger.provider.synced && forger.markdown.includes('Mes mots'))
    const mask = new Y.Doc()
    Y.applyUpdate(mask, Y.encodeStateAsUpdate(forger.doc))
    mask.clientID = victim
    lineOf(mask, 0).insert(lineOf(mask, 0).length, ' Faux.')
    Y.applyUpdate(forger.doc, Y.encodeStateAsUpdate(mask))
    await until('saved', () => forger.saved)
  }
  const runs = await writtenBy(url)
  assert.deepEqual(
    runs.filter(([, text]) => text.includes('Mes mots')).map(([name]) => name),
    ['Ann Tessier'],
  )
  const forged = runs.filter(([, text]) => text.includes('Faux'))
  assert.deepEqual(
    forged.map(([name, text, transmitted]) => [name, text, transmitted]),
    [['Bob Lannes', ' Faux.', true]],
  )
})

test('compaction leaves named versions exact, and history at the end of each stretch', async () => {
  const url = await aPage('Départ.')
  const pageId = idOf(url)
  const texts: [number, string][] = []
  for (let i = 0; i < 6; i += 1) {
    t.advance(MINUTE_MS)
    const seq = await put(i % 2 ? 'ann' : 'bob', url, `Départ, ${i} fois changé.`)
    texts.push([seq, `Départ, ${i} fois changé.`])
  }
  const [named, text] = texts[2] ?? [0, '']
  assert.equal((await people.ann.caller.put(`${url}/versions/${named}/name`, { name: 'Au milieu' })).status, 204)
  const { database, collab } = t.deps
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
  const counts = await compactPage(needs, pageId, new Date(t.deps.world.now().getTime() + MINUTE_MS))
  assert.ok(counts.to < counts.from, JSON.stringify(counts))
  const { body } = await people.rita.caller.get(`${url}/versions/${named}`)
  assert.deepEqual([body.html, body.name.name], [`<p>${text}</p>`, 'Au milieu'])
  const last = await people.rita.caller.get(`${url}/versions/${top}`)
  assert.equal(last.body.html, '<p>Départ, 5 fois changé.</p>')
  const { body: timeline } = await people.rita.caller.get(`${url}/timeline`)
  assert.ok(timeline.moments.some(({ seq }: { seq: number }) => seq === named))
  assert.equal((await people.bob.caller.post(`${url}/versions/${named}/restore`)).status, 200)
  assert.equal(await markdownOf(url), `${text}\n`)
})

test('a frozen page is not brought back; its history is read', async () => {
  const url = await aPage('un')
  await put('ann', url, 'deux')
  await t.deps.world.db
    .updateTable('page')
    .set({ frozen_at: t.deps.world.now(), frozen_reason: 'Adoptée par le comité.' })
    .where('id', '=', idOf(url))
    .execute()
  for (const [path, body] of [
    ['versions/1/restore', undefined],
    ['versions/2/undo', undefined],
    ['passages/restore', { from: 1, to: 2, change: 0 }],
  ] as const)
    assert.equal((await people.bob.caller.post(`${url}/${path}`, body)).status, 403)
  assert.equal((await people.bob.caller.get(`${url}/diff?from=1&to=2`)).status, 200)
  assert.equal((await people.bob.caller.get(`${url}/timeline`)).body.can.restore, false)
})

test('visitors of the public space do not see how a page came about', async () => {
  const { db } = t.deps.world
  const open = await aSpace(db, 'public', [{ id: people.ann.id, role: 'facilitator' }])
  const { body } = await people.ann.caller.post(`/api/spaces/${open.id}/pages`, {
    title: 'Publique',
    markdown: 'Bonjour.',
  })
  const url = `/api/pages/${body.id}`
  assert.equal((await people.ann.caller.put(`${url}/publication`, { seq: 1 })).status, 200)
  assert.equal((await t.anonymous.get(url)).status, 200)
  for (const path of ['timeline', 'versions', 'versions/1', 'diff?from=0&to=1', 'authors'])
    assert.equal((await t.anonymous.get(`${url}/${path}`)).status, 401, path)
})
