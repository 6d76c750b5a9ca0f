import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { after, before, test } from 'node:test'
import type { KyselyPlugin } from 'kysely'
import type { WebSocket } from 'ws'
import { aPerson, aSpace } from '../../test/build.ts'
import { until } from '../../test/collab-client.ts'
import { testApp, viewerOf, type TestApp } from '../../test/harness.ts'
import type { SignedIn } from '../context.ts'
import { liveSockets } from './live-sockets.ts'
import { serveEvents } from './socket.ts'
import type { EventTail, RecordedEvent } from './tail.ts'

let t: TestApp
before(async () => void (t = await testApp()))
after(() => t.close())

/** The server's end of a line, without a network. */
class Line extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly sent: string[] = []
  code: number | undefined

  send(text: string): void {
    this.sent.push(text)
  }

  close(code?: number): void {
    this.code = code
    this.readyState = 3
    this.emit('close')
  }
}

/** Somebody who reads one space, on a database that answers when the test says so. */
async function stage(role: 'member' | 'ambassador' = 'member') {
  const { db, ...world } = t.deps.world
  const person = await aPerson(db, { role })
  const { id: spaceId } = await aSpace(db, 'loop', [{ id: person.id }])
  let asked = 0
  let answer = Promise.withResolvers<void>()
  const slow: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      asked += 1
      await answer.promise
      return result
    },
  }
  const hears = new Set<(event: RecordedEvent) => void>()
  const tail: EventTail = {
    seq: 0,
    subscribe(hear) {
      hears.add(hear)
      return () => hears.delete(hear)
    },
    since: async () => [],
    stop() {},
  }
  const sockets = liveSockets(tail, () => world.now())
  let viewer: SignedIn | undefined = viewerOf(person)
  const findViewer = async () => viewer
  const line = new Line()
  const live = { world: { ...world, db: db.withPlugin(slow) }, tail, sockets, findViewer }
  const served = serveEvents(live, line as unknown as WebSocket, viewerOf(person), undefined)
  return {
    line,
    served,
    sockets,
    hears,
    /** Until the database was asked so often, which is silent meanwhile. */
    asked: (times: number) => until(`asked ${times} times`, () => asked === times),
    answer: () => answer.resolve(),
    beSilent: () => void (answer = Promise.withResolvers<void>()),
    signOut: () => void (viewer = undefined),
    leaveSpace: () => db.deleteFrom('space_person').where('person_id', '=', person.id).execute(),
    tellSeated: (): void => {
      const event = { type: 'candidacy.changed', ids: {}, personId: null, audience: 'seated', spaceId } as const
      for (const hear of hears) hear({ seq: 2, ...event })
    },
    tell: (type: 'access.changed' | 'topic.created' | 'person.changed'): void => {
      const personId = type === 'access.changed' ? person.id : null
      for (const hear of hears)
        hear({ seq: 1, type, ids: {}, personId, audience: null, spaceId: type === 'topic.created' ? spaceId : null })
    },
  }
}

test('who leaves while their rights are read is let go', async () => {
  const { line, served, sockets, hears, asked, answer } = await stage()
  await asked(1)
  line.close()
  answer()
  await served
  assert.deepEqual([sockets.size, line.sent], [0, []])
  assert.equal(hears.size, 1, 'but for the sockets themselves')
  sockets.stop()
})

test('who is signed out while their rights are read is sent away', async () => {
  const { line, served, sockets, asked, answer, signOut, tell } = await stage()
  await asked(1)
  signOut()
  tell('access.changed')
  answer()
  await served
  await until('closed', () => line.code === 4401)
  assert.equal(sockets.size, 0)
  sockets.stop()
})

test('what happens in a space just after the right to read it went is not told', async () => {
  const { line, served, sockets, asked, answer, beSilent, leaveSpace, tell } = await stage()
  answer()
  await served
  tell('topic.created')
  await until('told', () => line.sent.length === 2)
  beSilent()
  await leaveSpace()
  tell('access.changed')
  tell('topic.created')
  await asked(2)
  answer()
  // Everybody's: it comes after what was before it.
  tell('person.changed')
  await until('told', () => line.sent.some((text) => text.includes('person.changed')))
  const told = line.sent.flatMap((text) => /"type":"([^"]+)"/.exec(text)?.[1] ?? [])
  assert.deepEqual(told, ['topic.created', 'access.changed', 'person.changed'])
  sockets.stop()
})

test('a hint of an admission is for who has a seat: an ambassador of the same space hears the others alone', async () => {
  for (const [role, heard] of [
    ['member', ['candidacy.changed', 'topic.created']],
    ['ambassador', ['topic.created']],
  ] as const) {
    const { line, served, sockets, answer, tell, tellSeated } = await stage(role)
    answer()
    await served
    tellSeated()
    tell('topic.created')
    const hints = () => line.sent.flatMap((text) => JSON.parse(text).hint?.type ?? [])
    await until(`${role} hears of the topic`, () => hints().includes('topic.created'))
    assert.deepEqual(hints(), heard)
    sockets.stop()
  }
})
