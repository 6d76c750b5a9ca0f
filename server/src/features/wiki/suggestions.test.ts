import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { after, afterEach, before, test } from 'node:test'
import { encodeUpdate } from '@cenacle/collab/protocol'
import { BOUNDARY, suggestionKey } from '@cenacle/document/annotations'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { aPerson, aSpace } from '../../../test/build.ts'
import { until } from '../../../test/collab-client.ts'
import { createLogger } from '../../deps.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'

const lines: string[] = []
type Name = 'ann' | 'nadia' | 'luc'
let t: TestApp
let origin: string
let spaceId: string
const people = {} as Record<Name, { id: string; caller: Caller }>
before(async () => {
  const pipe = new PassThrough()
  pipe.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  t = await testApp({ log: createLogger('warn', pipe) })
  const { db } = t.deps.world
  for (const name of ['ann', 'nadia', 'luc'] as const) {
    const { id } = await aPerson(db, { name: `${name} Vasseur` })
    people[name] = { id, caller: await t.as(id) }
  }
  spaceId = (
    await aSpace(db, 'team', [
      { id: people.ann.id, role: 'writer' },
      { id: people.nadia.id, role: 'commenter' },
      { id: people.luc.id, role: 'commenter' },
    ])
  ).id
  origin = await t.listen()
})
after(() => t.close())

const opened: { close(): void }[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

const aPage = async (markdown: string): Promise<string> =>
  (await people.ann.caller.post(`/api/spaces/${spaceId}/pages`, { title: 'Proposée', markdown })).body.id

/** The public client in a page, and frames made by hand. */
function open(who: Name, pageId: string) {
  const { caller } = people[who]
  const sockets: WebSocket[] = []
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: caller.cookie }, origin })
      sockets.push(this)
      this.on('error', () => {})
    }
  }
  const doc = new Y.Doc()
  const codes: number[] = []
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, pageId, doc, {
    WebSocketPolyfill: Socket as never,
    disableBc: true,
    maxBackoffTime: 200,
  })
  provider.on('connection-close', (event) => {
    if (event) codes.push(event.code)
  })
  const key = suggestionKey(people[who].id)
  opened.push({
    close() {
      provider.destroy()
      doc.destroy()
    },
  })
  return {
    doc,
    codes,
    key,
    provider,
    get paragraph(): Y.XmlText {
      const block: unknown = doc.getXmlFragment('body').get(0)
      const text: unknown = block instanceof Y.XmlElement ? block.get(0) : undefined
      if (!(text instanceof Y.XmlText)) throw new Error('a paragraph has text')
      return text
    },
    ready: () => until('synced', () => provider.synced && doc.getXmlFragment('body').length > 0),
    send: (update: Uint8Array) => sockets.at(-1)?.send(encodeUpdate(update)),
  }
}
const mark = (what: 'insertion' | 'deletion', id: string) => ({
  [`${what}--abcdefgh`]: what === 'insertion' ? { id, kind: '' } : { id },
})
const read = async (pageId: string) => (await people.ann.caller.get(`/api/pages/${pageId}`)).body
const listed = async (pageId: string) => (await people.ann.caller.get(`/api/pages/${pageId}/suggestions`)).body.items

test('who may comment proposes words, an end of a paragraph and a whole block; nothing derived has them, and the server says who', async () => {
  const pageId = await aPage('Un texte à relire.')
  const [nadia, ann] = [open('nadia', pageId), open('ann', pageId)]
  await Promise.all([nadia.ready(), ann.ready()])
  nadia.doc.transact(() => {
    nadia.paragraph.insert(3, 'bon ', mark('insertion', `${nadia.key}-1`))
    nadia.paragraph.format(13, 2, mark('deletion', `${nadia.key}-2`))
    nadia.paragraph.insert(15, BOUNDARY, { 'insertion--abcdefgi': { id: `${nadia.key}-3`, kind: 'split' } })
    const rule = new Y.XmlElement('horizontalRule')
    rule.setAttribute('suggested', `insertion:${nadia.key}-4`)
    nadia.doc.getXmlFragment('body').push([rule])
  })
  await until('arrived', () => ann.doc.getXmlFragment('body').length === 2)
  const page = await read(pageId)
  assert.equal(page.markdown, 'Un texte à relire.\n')
  assert.doesNotMatch(page.html, /bon|hr|¶/)
  const items = await listed(pageId)
  type Item = {
    added: string
    removed: string
    isSplit: boolean
    adds: string[]
    author: { name: string }
    others: unknown[]
  }
  assert.deepEqual(
    items.map(({ added, removed, isSplit, adds }: Item) => [added, removed, isSplit, adds.length]),
    [
      ['bon ', '', false, 0],
      ['', 'à ', true, 0],
      ['', '', false, 1],
    ],
  )
  assert.ok(items.every(({ author, others }: Item) => author.name === 'nadia Vasseur' && others.length === 0))
  assert.ok(Math.abs(new Date(items[0].at).getTime() - t.deps.world.now().getTime()) < 60_000)
  assert.deepEqual(nadia.codes, [])
})

const frames: Record<string, (of: ReturnType<typeof open>, others: string) => void> = {
  'deletes text of the page': ({ paragraph }) => paragraph.delete(0, 3),
  'deletes a block': ({ doc }) => doc.getXmlFragment('body').delete(0, 1),
  'inserts text that is not proposed': ({ paragraph }) => paragraph.insert(3, 'faux '),
  'inserts a block that is not proposed': ({ doc }) => doc.getXmlFragment('body').push([new Y.XmlElement('paragraph')]),
  'inserts under the name of somebody else': ({ paragraph }, others) =>
    paragraph.insert(3, 'faux ', mark('insertion', `${others}-9`)),
  'hides text of the page': ({ paragraph, key }) => paragraph.format(0, 5, mark('insertion', `${key}-9`)),
  'makes text of the page bold': ({ paragraph }) => paragraph.format(0, 2, { bold: {} }),
  'replaces text by the same text': ({ paragraph }) => {
    paragraph.delete(0, 3)
    paragraph.insert(0, 'Un ')
  },
  'changes the title': ({ doc }) => doc.getText('title').insert(0, 'Faux '),
  'withdraws the suggestion of somebody else': ({ paragraph }) => paragraph.delete(11, 5),
  'accepts the suggestion of somebody else': ({ paragraph }) =>
    paragraph.format(11, 5, { 'insertion--abcdefgh': null }),
  'takes over the suggestion of somebody else': ({ paragraph, key }) =>
    paragraph.format(11, 5, { 'insertion--abcdefgh': null, 'insertion--zzzzzzzz': { id: `${key}-9`, kind: '' } }),
  'changes an attribute of a block': ({ doc }) => {
    const block: unknown = doc.getXmlFragment('body').get(0)
    if (block instanceof Y.XmlElement) block.setAttribute('level', '2')
  },
  'deletes what nobody has written yet': ({ doc, send }) => {
    const ahead = new Y.Doc()
    ahead.clientID = doc.clientID + 1
    ahead.getText('title').insert(0, 'à venir')
    const before = Y.encodeStateVector(ahead)
    ahead.getText('title').delete(0, 4)
    send(Y.encodeStateAsUpdate(ahead, before))
  },
}

for (const [what, change] of Object.entries(frames)) {
  test(`a frame of somebody who may only suggest that ${what} is refused`, async () => {
    const pageId = await aPage('Un texte à relire.')
    const luc = open('luc', pageId)
    await luc.ready()
    luc.paragraph.insert(11, 'bien ', mark('insertion', `${luc.key}-1`))
    const ann = open('ann', pageId)
    await ann.ready()
    await until('proposed', () => ann.paragraph.toString().includes('bien'))
    const nadia = open('nadia', pageId)
    await nadia.ready()
    const before = [await read(pageId), await listed(pageId), ann.doc.getXmlFragment('body').toJSON()]
    nadia.doc.transact(() => change(nadia, luc.key))
    await until('refused', () => nadia.codes.length > 0)
    assert.ok(
      nadia.codes.every((code) => code === 4403 || code === 1011),
      nadia.codes.join(),
    )
    const after = [await read(pageId), await listed(pageId), ann.doc.getXmlFragment('body').toJSON()]
    assert.deepEqual(
      after.map((one) => one.markdown ?? one),
      before.map((one) => one.markdown ?? one),
    )
    assert.equal(after[0].title, 'Proposée')
    assert.deepEqual([...luc.codes, ...ann.codes], [])
  })
}

test('all these refusals are one line in the log, with who and why', () => {
  const refusals = lines.filter((line) => line.includes('a connection was refused'))
  assert.equal(refusals.length, 1)
  assert.match(refusals[0] ?? '', /text of the page, or of somebody else, is gone/)
  assert.ok(refusals[0]?.includes(people.nadia.id))
})

/** Nadia, who may only suggest, has proposed a word; Ann, who writes, sees it. */
async function proposed() {
  const pageId = await aPage('Un texte.')
  const nadia = open('nadia', pageId)
  await nadia.ready()
  nadia.paragraph.insert(3, 'bon ', mark('insertion', `${nadia.key}-1`))
  const ann = open('ann', pageId)
  await ann.ready()
  await until('proposed', () => ann.paragraph.toString().includes('bon'))
  return { pageId, nadia, ann }
}

test('a writer who uses the id of somebody else is named beside them', async () => {
  const { pageId, nadia, ann } = await proposed()
  ann.paragraph.insert(5, 'faux', mark('insertion', `${nadia.key}-1`))
  ann.paragraph.insert(0, 'moi ', mark('insertion', `${nadia.key}-2`))
  await until('written', () => nadia.paragraph.toString().includes('moi'))
  const items = await listed(pageId)
  assert.deepEqual(
    items.map((one: { author: { name: string }; others: { name: string }[] }) => [
      one.author.name,
      ...one.others.map(({ name }) => name),
    ]),
    [['ann Vasseur'], ['nadia Vasseur', 'ann Vasseur']],
  )
})

test('who may only suggest cannot accept their own suggestion: it stays one, and the page as it was', async () => {
  const { pageId, nadia } = await proposed()
  nadia.paragraph.format(3, 4, { 'insertion--abcdefgh': null })
  await until('proposed again', () => /insertion--/.test(nadia.paragraph.toString()))
  assert.equal((await read(pageId)).markdown, 'Un texte.\n')
  const [item] = await listed(pageId)
  assert.deepEqual([item.added, item.author.name], ['bon ', 'nadia Vasseur'])
})
