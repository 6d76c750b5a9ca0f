import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import * as Y from 'yjs'
import { type Loss, lossWithout } from '../src/losses.ts'
import { type Client, PAGE, World } from './world.ts'

let world: World
let lost: Loss[]
beforeEach(() => {
  world = new World()
  lost = []
})
afterEach(() => world.end())
const client = (...args: Parameters<World['client']>): Client => world.client(...args)
const onLost = async (_page: string, losses: readonly Loss[]): Promise<void> => void lost.push(...losses)
const body = ({ doc }: Pick<Client, 'doc'>) => doc.getXmlFragment('body')
const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const block = (name: string, text: string): Y.XmlElement => element(name, new Y.XmlText(text))
/** The text of the nth block, however deep. */
function textIn({ doc }: Pick<Client, 'doc'>, n = 1): Y.XmlText {
  let node: unknown = body({ doc }).get(n)
  while (node instanceof Y.XmlElement) node = node.get(0)
  assert.ok(node instanceof Y.XmlText)
  return node
}
/** As y-prosemirror wraps a block: the old one goes, a new one holds a copy of its text. */
function wrap({ doc }: Pick<Client, 'doc'>, n = 1): void {
  doc.transact(() => {
    const copy = textIn({ doc }, n).toJSON()
    body({ doc }).delete(n, 1)
    body({ doc }).insert(n, [element('bulletList', element('listItem', block('paragraph', copy)))])
  })
}

async function start(keep = onLost): Promise<{ ann: Client; bob: Client; rooms: ReturnType<World['start']> }> {
  const rooms = world.start('one', { onLost: keep })
  const ann = client(rooms, 'ann')
  const bob = client(rooms, 'bob')
  await world.clock.advance(100)
  body(ann).insert(0, [block('heading', 'Le plan'), block('paragraph', 'Il faut relire.')])
  await world.clock.advance(500)
  return { ann, bob, rooms }
}
const shown = () => lost.map(({ text, before, heading }) => ({ text, before, heading }))

test('typed while another wraps the block, in either order of arrival: given back, with where it stood', async () => {
  for (const annFirst of [true, false]) {
    lost = []
    const { ann, bob } = await start()
    const type = () => textIn(ann).insert(15, ' Avant jeudi')
    if (annFirst) type()
    wrap(bob)
    if (!annFirst) type()
    await world.clock.advance(5_000)
    assert.deepEqual(ann.doc.toJSON(), bob.doc.toJSON())
    const text = lost.map((loss) => loss.text).join('')
    assert.equal(text, ' Avant jeudi', String(annFirst))
    assert.deepEqual(shown(), [{ text, before: annFirst ? 'Il faut relire.' : '', heading: 'Le plan' }])
    assert.equal(body(bob).toJSON().includes('jeudi'), false)
    world.end()
    world = new World()
  }
})

test('what the other had seen is copied or deleted on purpose: nothing is given back', async () => {
  const { ann, bob } = await start()
  textIn(ann).insert(15, ' Vu.')
  await world.clock.advance(200)
  wrap(bob)
  await world.clock.advance(200)
  body(bob).delete(0, 2)
  await world.clock.advance(200)
  ann.type('titre')
  await world.clock.advance(5_000)
  assert.deepEqual(lost, [])
})

test('typed without a line, then handed in: nothing is thrown away in the browser before it is sent', async () => {
  const { ann, bob } = await start()
  ann.leave()
  textIn(ann).insert(0, 'Dans le train, ')
  textIn(ann).delete(0, 4)
  body(ann).insert(2, [block('paragraph', 'Un paragraphe à part')])
  wrap(bob)
  await world.clock.advance(3_000)
  ann.connect()
  await world.clock.advance(5_000)
  assert.equal(lost.map(({ text }) => text).join(''), ' le train, ')
  assert.match(body(bob).toJSON(), /Un paragraphe à part/)
  assert.equal(ann.tracker.state, 'saved')
})

test('a new item in a list that somebody else replaces', async () => {
  const { ann, bob } = await start()
  wrap(bob)
  await world.clock.advance(200)
  const list = body(ann).get(1) as Y.XmlElement
  list.insert(1, [element('listItem', block('paragraph', 'Deuxième point'))])
  body(bob).delete(1, 1)
  body(bob).insert(1, [block('blockquote', 'Il faut relire.')])
  await world.clock.advance(5_000)
  assert.deepEqual(shown(), [{ text: 'Deuxième point', before: '', heading: 'Le plan' }])
})

test('killed before it was kept: found again in the log, and once only by what is known', async () => {
  let killed = false
  const { ann, bob, rooms } = await start(async (_page, losses) => {
    if (!killed) lost.push(...losses)
  })
  textIn(ann).insert(15, ' Un.')
  wrap(bob)
  await world.clock.advance(50)
  ann.leave()
  bob.leave()
  killed = true
  assert.equal(lost.length, 0)
  const again = world.start('two', { onLost })
  const cleo = client(again, 'cleo')
  await world.clock.advance(3_000)
  assert.deepEqual(
    lost.map(({ text }) => text),
    [' Un.'],
  )
  const [loss] = lost
  assert.ok(loss)
  assert.deepEqual(lossWithout(loss, [{ clock: loss.from, len: 4 }]), [])
  assert.deepEqual(
    lossWithout(loss, [{ clock: loss.from + 1, len: 2 }]).map(({ text }) => text),
    [' ', '.'],
  )
  cleo.leave()
  await rooms.stop(1)
})

test('no snapshot is written, and no room let go, before it is kept', async () => {
  let refuse = true
  const rooms = world.start('one', {
    idleMs: 1_000,
    onLost: async (_page, losses) => {
      if (refuse) throw new Error('no database')
      lost.push(...losses)
    },
  })
  const [ann, bob] = [client(rooms, 'ann'), client(rooms, 'bob')]
  await world.clock.advance(100)
  body(ann).insert(0, [block('heading', 'Le plan'), block('paragraph', 'Il faut relire.')])
  await world.clock.advance(500)
  textIn(ann).insert(0, 'Non. ')
  wrap(bob)
  await world.clock.advance(100)
  ann.leave()
  bob.leave()
  await world.clock.advance(30_000)
  assert.equal(rooms.size, 1)
  assert.equal(world.log.pages.get(PAGE)?.snapshots.length, 0)
  refuse = false
  await world.clock.advance(10_000)
  assert.deepEqual([rooms.size, lost.map(({ text }) => text)], [0, ['Non. ']])
})

test('an edit that the server made from an older state takes nothing away in silence', async () => {
  const { ann, rooms } = await start()
  const older = new Y.Doc()
  Y.applyUpdate(older, Y.encodeStateAsUpdate(ann.doc))
  const before = Y.encodeStateVector(older)
  wrap({ doc: older })
  textIn(ann).insert(15, ' Pendant ce temps.')
  await world.clock.advance(200)
  await Promise.all([rooms.edit(PAGE, 'cleo', () => Y.encodeStateAsUpdate(older, before)), world.clock.advance(3_000)])
  assert.deepEqual(
    lost.map(({ text }) => text),
    [' Pendant ce temps.'],
  )
})
