import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { authorsOf } from '../src/attribution.ts'
import { encodeAwareness, encodeStep2, encodeUpdate } from '../src/protocol.ts'
import { type Client, PAGE, World } from './world.ts'

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.end())
const client = (...args: Parameters<World['client']>): Client => world.client(...args)
const update = (text: string, clientId = 7): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getText('title').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
const rows = () => world.log.pages.get(PAGE)?.rows ?? []

test('criterion 9: a reader sees everything and can change nothing', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  ann.type('lu par tous')
  await world.clock.advance(300)
  const before = rows().length
  for (const encode of [encodeUpdate, encodeStep2]) {
    const reader = client(rooms, 'bob', { mode: 'read' })
    await world.clock.advance(300)
    assert.equal(reader.text, 'lu par tous')
    assert.equal(reader.isOpen(), true)
    assert.equal(ann.awareness.getStates().size, 1)
    reader.sendFrame(encode(update('forgé')))
    await world.clock.advance(300)
    assert.equal(reader.closed?.code, 4403)
  }
  assert.equal(rows().length, before)
  assert.equal(ann.text, 'lu par tous')
})

test('criterion 9: awareness: the server says who it is, a client only where it points', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(200)
  ann.awareness.setLocalState({
    user: { id: 'cleo', name: 'Cléo', color: 'red;background:url(//e)' },
    cursor: { anchor: { tname: 'title', extra: 1 }, head: { tname: 'title' } },
    typing: true,
    other: 'x',
  })
  await world.clock.advance(200)
  const position = { type: null, tname: 'title', item: null, assoc: 0 }
  assert.deepEqual(cleo.awareness.getStates().get(ann.doc.clientID), {
    user: { id: 'ann', name: 'ann', color: '#06c' },
    cursor: { anchor: position, head: position },
    typing: true,
  })
  ann.awareness.setLocalStateField('cursor', { anchor: null, head: 'x' })
  await world.clock.advance(200)
  assert.equal(cleo.awareness.getStates().get(ann.doc.clientID)?.['cursor'], null)
  assert.equal(ann.closed, undefined)
  ann.leave()
  await world.clock.advance(200)
  assert.equal(cleo.awareness.getStates().has(ann.doc.clientID), false)
  ann.connect()
  await world.clock.advance(200)
  assert.equal(cleo.awareness.getStates().has(ann.doc.clientID), true)
})

test('criterion 9: awareness of somebody else’s client is ignored, and cursors are gathered', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(300)
  const forged = encoding.createEncoder()
  encoding.writeVarUint(forged, 1)
  encoding.writeVarUint(forged, cleo.doc.clientID)
  encoding.writeVarUint(forged, 10_000_000)
  encoding.writeVarString(forged, 'null')
  ann.sendFrame(encodeAwareness(encoding.toUint8Array(forged)))
  cleo.frames.length = 0
  for (let i = 0; i < 50; i += 1) {
    ann.awareness.setLocalStateField('typing', i % 2 === 0)
    await world.clock.advance(20)
  }
  assert.ok(cleo.frames.length <= 11, `${cleo.frames.length} frames in a second`)
  const late = client(rooms, 'late')
  await world.clock.advance(100)
  assert.ok(late.awareness.getStates().has(cleo.doc.clientID))
})

test('criterion 9: text under a client id of another person is credited to who brought it', async () => {
  const rooms = world.start()
  const cleo = client(rooms, 'cleo')
  cleo.type('mot de Cléo')
  await world.clock.advance(100)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(cleo.doc))
  copy.clientID = cleo.doc.clientID
  cleo.leave()
  copy.getText('title').insert(0, 'forgé ')
  const ann = client(rooms, 'ann')
  await world.clock.advance(100)
  ann.sendFrame(encodeStep2(Y.encodeStateAsUpdate(copy)))
  await world.clock.advance(100)
  const { wrote } = authorsOf(rows(), await world.log.clients(PAGE))
  assert.deepEqual(
    wrote.map(({ personId, transmitted, from, to }) => ({ personId, transmitted, length: to - from })),
    [
      { personId: 'cleo', transmitted: false, length: 11 },
      { personId: 'ann', transmitted: true, length: 6 },
    ],
  )
})

test('criterion 9: nobody writes under the client id of a colleague who is here', async () => {
  const rooms = world.start()
  const cleo = client(rooms, 'cleo')
  const ann = client(rooms, 'ann')
  await world.clock.advance(300)
  ann.sendFrame(encodeUpdate(update('forgé', cleo.doc.clientID)))
  ann.sendFrame(encodeStep2(update('forgé', cleo.doc.clientID)))
  await world.clock.advance(100)
  assert.equal(rows().length, 0)
  cleo.type('vrai')
  await world.clock.advance(100)
  assert.equal(ann.text, 'vrai')
  assert.equal(await world.text(rooms), 'vrai')
})

test('expelled: closed at once, and not one frame more', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(100)
  ann.frames.length = 0
  assert.equal(
    rooms.expel((pageId, { personId }) => (pageId === PAGE && personId === 'ann' ? 4205 : undefined)),
    1,
  )
  assert.equal(ann.closed?.code, 4205)
  cleo.type('après')
  await world.clock.advance(1_000)
  assert.equal(ann.frames.length, 0)
  assert.equal(cleo.tracker.state, 'saved')
})
