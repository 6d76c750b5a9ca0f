import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import * as Y from 'yjs'
import { type Client, PAGE, World } from './world.ts'

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.end())
const client = (...args: Parameters<World['client']>): Client => world.client(...args)
const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

test('others see an edit only after its commit, and its author does not get it back', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(100)
  assert.ok(ann.synced && cleo.synced)
  const commit = gate()
  world.log.faults.beforeAppend = () => commit.opened
  ann.frames.length = 0
  ann.type('Bonjour')
  await world.clock.advance(200)
  assert.equal(cleo.text, '')
  assert.equal(ann.tracker.state, 'saving')
  commit.open()
  await world.clock.advance(50)
  assert.equal(cleo.text, 'Bonjour')
  assert.equal(ann.tracker.state, 'saved')
  assert.ok(ann.frames.every((frame) => frame[0] !== 0))
})

test('one who joins during a commit gets no text that is not stored, and then all of it', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  await world.clock.advance(50)
  const commit = gate()
  world.log.faults.beforeAppend = () => commit.opened
  ann.type('a')
  const paragraph = new Y.XmlElement('paragraph')
  ann.doc.getXmlFragment('body').push([paragraph])
  ann.type('b')
  await world.clock.advance(100)
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(100)
  assert.equal(cleo.text, '')
  assert.equal(cleo.doc.getXmlFragment('body').length, 0)
  commit.open()
  await world.clock.advance(50)
  assert.equal(cleo.text, 'ab')
  assert.equal(cleo.doc.getXmlFragment('body').length, 1)
})

test('a page that does not exist closes with 4404 and leaves no room behind', async () => {
  const rooms = world.start()
  world.log.pages.clear()
  const ann = client(rooms, 'ann')
  await world.clock.advance(10)
  assert.equal(ann.closed?.code, 4404)
  assert.equal(rooms.size, 0)
})

test('frames that come before a slow load wait for it: no empty and no doubled text', async () => {
  const first = world.start('first')
  const ann = client(first, 'ann')
  ann.type('texte')
  await world.clock.advance(100)
  const rooms = world.start('second')
  world.log.faults.onLoad = () => new Promise((resolve) => world.clock.after(1000, resolve))
  const cleo = client(rooms, 'cleo')
  cleo.type('!')
  await world.clock.advance(500)
  assert.equal(cleo.synced, false)
  await world.clock.advance(600)
  assert.equal(cleo.text.length, 6)
  assert.equal(await world.text(rooms), cleo.text)
})

test('links cut at random: all converge and no letter is lost', async () => {
  const rooms = world.start()
  const writers = Array.from({ length: 6 }, (_, i) => client(rooms, `p${i}`))
  let letters = 0
  for (let step = 0; step < 600; step += 1) {
    const writer = writers[(step * 7) % 6]
    if (!writer) continue
    if (step % 11 === 3) writer.leave()
    if (step % 5 === 0) writers[(step * 3) % 6]?.connect()
    writer.type(String.fromCharCode(97 + (step % 26)), (step * 13) % 50)
    letters += 1
    await world.clock.advance(step % 17)
  }
  for (const writer of writers) writer.connect()
  await world.clock.advance(500)
  for (const writer of writers) assert.equal(writer.text, writers[0]?.text)
  assert.equal(writers[0]?.text.length, letters)
  assert.ok(writers.every(({ tracker }) => tracker.state === 'saved'))
  assert.equal(await world.text(world.start('two')), writers[0]?.text)
})

test('two processes on one log: both sides see both, in the same order', async () => {
  const one = world.start('one')
  const two = world.start('two')
  const ann = client(one, 'ann')
  const cleo = client(two, 'cleo')
  await world.clock.advance(50)
  world.log.faults.beforeAppend = () => new Promise((resolve) => world.clock.after(4, resolve))
  for (let i = 0; i < 100; i += 1) {
    ann.type('a', i % 9)
    cleo.type('c', i % 5)
    if (i % 10 === 0) cleo.doc.getXmlFragment('body').push([new Y.XmlElement('paragraph')])
    await world.clock.advance(i % 12)
  }
  await world.clock.advance(500)
  assert.equal(ann.text.length, 200)
  assert.equal(ann.text, cleo.text)
  assert.equal(ann.doc.getXmlFragment('body').length, 10)
  assert.equal(await world.text(one), ann.text)
  assert.equal(await world.text(two), ann.text)
  ann.awareness.setLocalStateField('cursor', {
    anchor: { type: null, tname: 'title', item: null, assoc: 0 },
    head: { tname: 'title' },
  })
  await world.clock.advance(500)
  const state = cleo.awareness.getStates().get(ann.doc.clientID)
  assert.equal(state?.['user'].id, 'ann')
  assert.equal(state?.['cursor'].anchor.tname, 'title')
})

test('an edit of the server reaches everybody, waits for its commit, and leaves nothing when it fails', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  ann.type('avant ')
  await world.clock.advance(50)
  const edit = rooms.edit(PAGE, 'cleo', (doc) => doc.getText('title').insert(6, 'après'))
  await world.clock.advance(50)
  assert.equal(await edit, 2)
  assert.equal(ann.text, 'avant après')
  await assert.rejects(
    rooms.edit(PAGE, 'cleo', (doc) => {
      doc.getText('title').insert(0, 'moitié')
      throw new Error('no')
    }),
    /no/,
  )
  assert.equal(await world.text(rooms), 'avant après')
  await assert.rejects(
    rooms.edit(PAGE, 'cleo', (doc) => doc.getText('title').insert(0, 'x'.repeat(1_000_001))),
    { name: 'PageTooLarge' },
  )
  assert.equal(await world.text(rooms), 'avant après')
  const rows = world.log.pages.get(PAGE)?.rows
  assert.deepEqual(
    rows?.map(({ personId }) => personId),
    ['ann', 'cleo'],
  )
})

test('one who is alone hears something every 20 s, so that y-websocket does not give the line up', async () => {
  const rooms = world.start()
  for (const mode of ['write', 'read'] as const) {
    const ann = client(rooms, 'ann', { mode })
    await world.clock.advance(1_000)
    for (let i = 0; i < 6; i += 1) {
      ann.frames.length = 0
      await world.clock.advance(20_000)
      assert.ok(ann.frames.length > 0)
    }
    ann.leave()
  }
})
