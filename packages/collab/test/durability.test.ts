import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type * as Y from 'yjs'
import { type Client, PAGE, World } from './world.ts'

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.end())
const client = (...args: Parameters<World['client']>): Client => world.client(...args)

test('the log is silent for 60 s: all is shown, all is said to be unsaved, nothing is lost when the last one leaves', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(50)
  world.log.faults.beforeAppend = async () => {
    throw new Error('no database')
  }
  let expected = ''
  for (let second = 0; second < 60; second += 1) {
    ann.type(`${second} `)
    expected += `${second} `
    await world.clock.advance(1000)
    assert.equal(cleo.text, expected)
    assert.equal(ann.tracker.state, 'unsaved')
    assert.equal(cleo.tracker.state, 'unsaved')
  }
  ann.leave()
  cleo.leave()
  await world.clock.advance(120_000)
  assert.equal(rooms.size, 1)
  world.log.faults = {}
  await world.clock.advance(6_000)
  assert.equal(await world.text(world.start('two')), expected)
  assert.equal(world.log.pages.get(PAGE)?.rows.length, 60)
  await world.clock.advance(70_000)
  assert.equal(rooms.size, 0)
})

test('a lost answer: the retry appends nothing twice, and « unsaved » ends', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  const cleo = client(rooms, 'cleo')
  await world.clock.advance(50)
  let losses = 3
  world.log.faults.afterAppend = async () => {
    losses -= 1
    if (losses >= 0) throw new Error('connection lost')
  }
  for (const letter of 'abcdef') {
    ann.type(letter)
    await world.clock.advance(7)
  }
  await world.clock.advance(2_000)
  assert.equal(ann.tracker.state, 'saved')
  assert.equal(cleo.tracker.state, 'saved')
  assert.equal(cleo.text, 'abcdef')
  assert.equal(world.log.pages.get(PAGE)?.rows.length, 6)
})

test('crash: what anybody else saw, or was marked saved, is in the log', async () => {
  for (let round = 0; round < 30; round += 1) {
    world.end()
    world = new World()
    const rooms = world.start()
    const writers = Array.from({ length: 4 }, (_, i) => client(rooms, `p${i}`))
    await world.clock.advance(50)
    world.log.faults.beforeAppend = () => new Promise((resolve) => world.clock.after((round * 7) % 40, resolve))
    const saved: string[] = []
    for (let word = 0; word < 12; word += 1) {
      const who = writers[(word + round) % 4]
      who?.type(`<${round}.${word}>`, (word * 5) % 20)
      await world.clock.advance((word * round) % 13)
      if (who?.tracker.state === 'saved') saved.push(`<${round}.${word}>`)
    }
    const seen = writers.map((writer) => foreignText(writer))
    const after = world.start('after the crash')
    const text = new Set(characters(await freshDoc(after)))
    for (const characterIds of seen) for (const id of characterIds) assert.ok(text.has(id), `lost ${id}`)
    for (const writer of writers)
      if (writer.tracker.state === 'saved') for (const id of characters(writer.doc)) assert.ok(text.has(id))
  }
})

test('a page that cannot be read closes with 1011 and nothing is written; the next visitor tries anew', async () => {
  const rooms = world.start()
  world.log.faults.onLoad = async () => {
    throw new Error('no')
  }
  const ann = client(rooms, 'ann')
  ann.type('text that must not be stored as the page')
  await world.clock.advance(100)
  assert.equal(ann.closed?.code, 1011)
  assert.equal(world.log.appends, 0)
  world.log.faults = {}
  ann.connect()
  await world.clock.advance(100)
  assert.equal(ann.tracker.state, 'saved')
})

test('500 last leavers race a joiner: both texts are there, every time', async () => {
  const rooms = world.start('one', { idleMs: 500 })
  world.log.faults.beforeAppend = () => new Promise((resolve) => world.clock.after(5, resolve))
  world.log.faults.onLoad = () => new Promise((resolve) => world.clock.after(3, resolve))
  let expected = 0
  for (let round = 0; round < 500; round += 1) {
    const ann = client(rooms, 'ann')
    ann.type('a')
    await world.clock.advance(20 + (round % 7))
    ann.leave()
    await world.clock.advance((round * 37) % 1700)
    const cleo = client(rooms, 'cleo')
    cleo.type('c')
    await world.clock.advance(30)
    expected += 2
    assert.equal(cleo.text.length, expected)
    ann.destroy()
    cleo.destroy()
  }
  assert.equal((await world.text(world.start('two'))).length, expected)
})

test('stop commits what is there and tells everybody to come back', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  await world.clock.advance(50)
  ann.type('dernier mot')
  const stopped = rooms.stop(5_000)
  await world.clock.advance(100)
  await stopped
  assert.equal(ann.closed?.code, 1012)
  assert.equal(await world.text(world.start('two')), 'dernier mot')
})

async function freshDoc(rooms: Parameters<World['client']>[0]): Promise<Y.Doc> {
  const fresh = client(rooms, 'fresh', { mode: 'read' })
  await world.clock.advance(2_000)
  assert.ok(fresh.synced)
  return fresh.doc
}

function characters(doc: Y.Doc): string[] {
  return [...doc.store.clients].flatMap(([id, structs]) =>
    structs.flatMap((struct) => Array.from({ length: struct.length }, (_, i) => `${id}:${struct.id.clock + i}`)),
  )
}

function foreignText({ doc }: Client): string[] {
  return characters(doc).filter((id) => !id.startsWith(`${doc.clientID}:`))
}

test('a page that is never still gets snapshots too, and opens from one', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  await world.clock.advance(100)
  for (let second = 0; second < 90; second += 1) {
    for (let i = 0; i < 60; i += 1) ann.type('b')
    await world.clock.advance(900)
  }
  assert.ok((world.log.pages.get(PAGE)?.snapshots.at(-1)?.seq ?? 0) >= 5_000)
  assert.equal(await world.text(world.start('two')), ann.text)
})

test('one who comes back during the commit of its own text is not told that it is saved', async () => {
  const rooms = world.start()
  const ann = client(rooms, 'ann')
  await world.clock.advance(50)
  let answer = () => {}
  world.log.faults.beforeAppend = () => new Promise((resolve) => void (answer = resolve))
  ann.type('en route')
  await world.clock.advance(30)
  ann.connect()
  await world.clock.advance(100)
  assert.equal(ann.tracker.state, 'saving')
  answer()
  await world.clock.advance(100)
  assert.equal(ann.tracker.state, 'saved')
})
