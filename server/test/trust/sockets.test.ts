import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { aPerson, aSpace } from '../build.ts'
import { until } from '../collab-client.ts'
import { testApp, type Caller, type TestApp } from '../harness.ts'
import { DAY } from '../votes.ts'

// Rows 20 to 24 and 28 of reference/trust.md. Ann is a guest of workshop A, Bob of workshop B, Cleo a member, Sus will be suspended.

const PROMPT_MS = 2_000
/** Long after what should have ended by then, however busy the machine is. */
const STUCK_MS = 60_000
let t: TestApp
let origin: string
const spaces = { a: '', b: '' }
const pages = { a: '', b: '' }
const ids = { ann: '', bob: '', cleo: '', sus: '' }
type Name = keyof typeof ids
const callers = {} as Record<Name, Caller>
let admin: Caller

before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  admin = await t.as((await aPerson(db, { administrator: true })).id)
  for (const name of ['ann', 'bob', 'cleo', 'sus'] as const) {
    const role = name === 'ann' || name === 'bob' ? 'guest' : 'member'
    ids[name] = (await aPerson(db, { name: `${name} Vasseur`, role })).id
    callers[name] = await t.as(ids[name])
  }
  const nextDay = new Date(t.deps.world.now().getTime() + DAY)
  const named = (id: string) => [
    { id, role: 'writer', until: nextDay } as const,
    { id: ids.cleo, role: 'facilitator' } as const,
    { id: ids.sus },
  ]
  spaces.a = (await aSpace(db, 'workshop', named(ids.ann))).id
  spaces.b = (await aSpace(db, 'workshop', named(ids.bob))).id
  for (const key of ['a', 'b'] as const)
    pages[key] = (await callers.cleo.post(`/api/spaces/${spaces[key]}/pages`, { title: `Page ${key}` })).body.id
  origin = await t.listen()
})
after(() => t.close())

interface Line {
  status: number
  socket: WebSocket
  code: Promise<number>
  heard: string[]
}

function open(path: string, headers: Record<string, string>, from: string | undefined = origin): Promise<Line> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers, ...(from && { origin: from }) })
  const heard: string[] = []
  socket.on('error', () => {})
  socket.on('message', (data: Buffer, isBinary: boolean) => heard.push(isBinary ? 'frame' : data.toString()))
  const code = new Promise<number>((resolve) => socket.on('close', resolve))
  return new Promise((resolve) => {
    socket.on('open', () => resolve({ status: 101, socket, code, heard }))
    socket.on('unexpected-response', (request, { statusCode = 0 }) => {
      request.destroy()
      resolve({ status: statusCode, socket, code, heard })
    })
  })
}
const as = (name: Name): Record<string, string> => ({ cookie: callers[name].cookie })
/** The code with which a line is closed within two seconds. */
async function within(line: Line): Promise<number | undefined> {
  let code: number | undefined
  void line.code.then((its) => (code = its))
  await until('closed', () => code !== undefined, PROMPT_MS)
  return code
}

test('20, 28: a page that is not one’s to read is 404 before the 101, and no room comes of it', async () => {
  assert.equal((await open(`/collab/${pages.b}`, as('ann'))).status, 404)
  assert.equal((await open(`/collab/${pages.b}`, {})).status, 401)
  const before = t.deps.collab.rooms.connections
  const unknown = Array.from({ length: 100 }, (_, k) => `0198c0de-0000-7000-8000-${String(k).padStart(12, '0')}`)
  const answers = await Promise.all(unknown.map((id) => open(`/collab/${id}`, as('ann'))))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([404]))
  assert.equal(t.deps.collab.rooms.connections, before)
})

test('29: a refused upgrade is ended by the server, whatever the caller does', async () => {
  const { port, hostname, host } = new URL(origin)
  const asked = [
    ['/ws/events', 401],
    [`/collab/${pages.a}`, 401],
    ['/collab/%zz', 400],
    ['/collab/x', 401],
    ['/rien', 404],
  ] as const
  for (const [path, status] of asked) {
    // Half open on purpose: this end never closes.
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
    const ended = new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      socket.on('end', () => resolve(text))
      socket.on('error', () => resolve(text))
    })
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13'
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: ${origin}\r\n${key}\r\n\r\n`,
    )
    const answer = await Promise.race([ended, sleep(STUCK_MS, 'still open', { ref: false })])
    assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), `${path}: ${answer.slice(0, 60)}`)
    socket.destroy()
  }
})

test('24: a socket from another site, from nowhere or from « null » is refused', async () => {
  for (const path of ['/ws/events', `/collab/${pages.a}`])
    for (const from of [
      'https://evil.example',
      'null',
      '',
      'http://localhost.evil.example',
      origin.replace('http', 'https'),
    ]) {
      const { status } = await open(path, as('ann'), from)
      assert.equal(status, 403, `${path} from « ${from} »`)
    }
})

test('22: whoever is removed leaves the page within two seconds, and hears of the space no more', async () => {
  const page = await open(`/collab/${pages.a}`, as('ann'))
  const events = await open('/ws/events', as('ann'))
  assert.deepEqual([page.status, events.status], [101, 101])
  assert.equal((await callers.cleo.delete(`/api/spaces/${spaces.a}/people/${ids.ann}`)).status, 204)
  assert.equal(await within(page), 4205)
  const frames = page.heard.length
  const hints = (): string[] => events.heard.filter((text) => text.includes(spaces.a) && text.includes('topic.created'))
  await callers.cleo.post(`/api/spaces/${spaces.a}/topics`, { title: 'Après', body: 'Sans elle.' })
  await sleep(300)
  assert.deepEqual([page.heard.length, hints().length], [frames, 0])
  assert.equal((await callers.ann.get(`/api/pages/${pages.a}`)).status, 404)
  assert.equal((await open(`/collab/${pages.a}`, as('ann'))).status, 404)
  events.socket.terminate()
})

test('22: an end date that passes closes the page within two seconds, with no request of anybody', async () => {
  const inAMinute = new Date(t.deps.world.now().getTime() + 60_000).toISOString()
  const put = await callers.cleo.put(`/api/spaces/${spaces.b}/people/${ids.bob}`, { role: 'writer', until: inAMinute })
  assert.equal(put.status, 204)
  const page = await open(`/collab/${pages.b}`, as('bob'))
  assert.equal(page.status, 101)
  t.advance(61_000)
  assert.equal(await within(page), 4205)
  assert.equal((await callers.bob.get(`/api/spaces/${spaces.b}`)).status, 404)
  assert.equal((await callers.bob.get('/api/search?q=page')).body.total, 0)
})

test('23: a suspension closes every socket within two seconds, and the cookie is nothing', async () => {
  const lines = [
    await open('/ws/events', as('sus')),
    await open(`/collab/${pages.a}`, as('sus')),
    await open(`/collab/${pages.b}`, as('sus')),
  ]
  assert.deepEqual(
    lines.map(({ status }) => status),
    [101, 101, 101],
  )
  assert.equal((await admin.patch(`/api/people/${ids.sus}`, { suspended: true })).status, 200)
  assert.deepEqual(await Promise.all(lines.map(within)), [4401, 4401, 4401])
  assert.equal((await open('/ws/events', as('sus'))).status, 401)
  assert.equal((await callers.sus.get('/api/home')).status, 401)
})

test('23: signing out, and a password changed elsewhere, close the sockets of the sessions that end', async () => {
  const other = await t.as(ids.cleo)
  const kept = await open('/ws/events', as('cleo'))
  const line = await open('/ws/events', { cookie: other.cookie })
  assert.equal((await other.delete('/api/session')).status, 204)
  assert.equal(await within(line), 4401)
  const third = await t.as(ids.cleo)
  const page = await open(`/collab/${pages.a}`, { cookie: third.cookie })
  assert.equal((await callers.cleo.delete('/api/sessions')).status, 204)
  assert.equal(await within(page), 4401)
  assert.equal(kept.socket.readyState, WebSocket.OPEN)
  kept.socket.terminate()
})

test('22: forty times in and out, never one frame after the close', async () => {
  for (let k = 0; k < 40; k += 1) {
    await callers.cleo.put(`/api/spaces/${spaces.a}/people/${ids.ann}`, {
      role: 'writer',
      until: new Date(t.deps.world.now().getTime() + DAY).toISOString(),
    })
    const page = await open(`/collab/${pages.a}`, as('ann'))
    assert.equal(page.status, 101)
    await callers.cleo.delete(`/api/spaces/${spaces.a}/people/${ids.ann}`)
    assert.equal(await within(page), 4205)
  }
})
