import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import * as Y from 'yjs'
import { encodeAwareness, encodeSaved, encodeStep2, encodeUpdate } from '../src/protocol.ts'
import { mutate, randomBytes } from './mutate.ts'
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

test('10,000 malformed frames: closed at the third, the page as it was, nothing reported as our error', async () => {
  const rooms = world.start()
  const cleo = client(rooms, 'cleo')
  cleo.type('intact')
  await world.clock.advance(100)
  const before = rows().length
  const good = [
    encodeUpdate(update('x')),
    encodeStep2(update('y')),
    encodeSaved(1, 'saved'),
    encodeAwareness(new Uint8Array([1, 1, 1, 2, 123, 125])),
  ]
  let seed = 1
  let sent = 0
  while (sent < 10_000) {
    const bob = client(rooms, 'bob')
    await world.clock.advance(1)
    while (!bob.closed && sent < 10_000) {
      seed += 1
      const base = good[seed % good.length]
      bob.sendFrame(base && seed % 3 > 0 ? truncate(base, seed) : randomBytes(seed, seed % 40))
      sent += 1
      if (seed % 50 === 0) break
    }
    bob.destroy()
  }
  await world.clock.advance(1_000)
  assert.deepEqual(world.errors, [])
  assert.equal(rows().length, before)
  assert.equal(await world.text(rooms), 'intact')
})
const truncate = (frame: Uint8Array, seed: number) => frame.subarray(0, 1 + (seed % (frame.length - 1)))

test('1,000 mutated (poisoned) updates: each refused, or the page still opens', async () => {
  const rooms = world.start()
  const base = new Y.Doc()
  base.clientID = 99
  base.getText('title').insert(0, 'Titre')
  const paragraph = new Y.XmlElement('heading')
  paragraph.setAttribute('level', '2')
  base.getXmlFragment('body').push([paragraph])
  paragraph.push([new Y.XmlText('du texte')])
  const good = Y.encodeStateAsUpdate(base)
  for (let seed = 0; seed < 1_000; seed += 1) {
    const bob = client(rooms, 'bob')
    await world.clock.advance(1)
    bob.sendFrame((seed % 2 ? encodeUpdate : encodeStep2)(mutate(good, seed)))
    await world.clock.advance(30)
    bob.destroy()
  }
  assert.deepEqual(world.errors, [])
  const again = world.start('two')
  const fresh = client(again, 'fresh')
  await world.clock.advance(1_000)
  assert.equal(fresh.synced, true)
  assert.doesNotThrow(() => fresh.doc.getXmlFragment('body').toJSON())
})

test('a refused update is said, what follows it is not called saved, and the third closes with 4400', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  await world.clock.advance(100)
  const sub = new Y.Doc()
  sub.getMap('body').set('x', new Y.Doc())
  ann.sendFrame(encodeUpdate(Y.encodeStateAsUpdate(sub)))
  await world.clock.advance(50)
  assert.equal(ann.tracker.state, 'refused')
  ann.type('suite')
  await world.clock.advance(50)
  assert.equal(ann.tracker.state, 'refused')
  const other = new Y.Doc()
  other.getMap('elsewhere').set('x', 1)
  ann.sendFrame(encodeUpdate(Y.encodeStateAsUpdate(other)))
  ann.sendFrame(encodeUpdate(deep(200)))
  assert.equal(ann.closed?.code, 4400)
  assert.equal(await world.text(rooms), 'suite')
})

function deep(levels: number): Uint8Array {
  const doc = new Y.Doc()
  let parent: Y.XmlFragment = doc.getXmlFragment('body')
  for (let i = 0; i < levels; i += 1) {
    const child = new Y.XmlElement('quote')
    parent.push([child])
    parent = child
  }
  return Y.encodeStateAsUpdate(doc)
}

test('a page has a size limit, said before it is cut', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  await world.clock.advance(100)
  for (let i = 0; i < 12; i += 1) {
    ann.type('x'.repeat(90_000))
    await world.clock.advance(1_000)
  }
  assert.equal(ann.tracker.state, 'refused')
  assert.equal((await world.text(rooms)).length, 990_000)
})

test('a slow reader is closed with 4408, a flood with 4429, a fast typist with neither', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const slow = client(rooms, 'bob', { mode: 'read' })
  await world.clock.advance(100)
  for (let i = 0; i < 60 * 30; i += 1) {
    ann.type('a')
    ann.awareness.setLocalStateField('typing', i % 2 === 0)
    await world.clock.advance(33)
  }
  assert.equal(ann.isOpen(), true)
  slow.buffered = 5 * 1024 * 1024
  ann.type('b')
  await world.clock.advance(100)
  assert.equal(slow.closed?.code, 4408)
  for (let i = 0; i < 1000; i += 1) ann.type('c')
  assert.equal(ann.closed?.code, 4429)
})
