import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { createLogger } from '../../src/deps.ts'
import { aPerson, aSpace } from '../build.ts'
import { testApp, type Caller, type TestApp } from '../harness.ts'
import { nastyInputs } from './inputs.ts'

const inputs = ((await nastyInputs()) ?? []).filter(({ name }) => name.startsWith('ws-'))
/** Long after what should have been closed by then, however busy the machine is. */
const STUCK_MS = 60_000
const skip = inputs.length === 0 && '../shared/data is not here'
let t: TestApp
let origin: string
let pageId: string
let callers: Caller[]
const lines: string[] = []

before(async () => {
  t = await testApp({ log: createLogger('info', { write: (line) => void lines.push(line) }) })
  const { db } = t.deps.world
  const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(db)))
  const space = await aSpace(
    db,
    'team',
    people.map(({ id }) => ({ id, role: 'facilitator' })),
  )
  callers = await Promise.all(people.map(({ id }) => t.as(id)))
  const body = { title: 'Texte tenu', markdown: 'Un paragraphe qui reste.' }
  pageId = (await callers[0]?.post(`/api/spaces/${space.id}/pages`, body))?.body.id
  origin = await t.listen()
})
after(() => t.close())

interface Line {
  socket: WebSocket
  closed: Promise<number>
}
async function open(path: string, caller = callers[0]): Promise<Line> {
  const headers = { cookie: caller?.cookie ?? '' }
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers, origin })
  socket.on('error', () => {})
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('unexpected-response', (_, { statusCode }) => reject(new Error(`upgrade: ${statusCode}`)))
  })
  return { socket, closed }
}

const isAlive = async (): Promise<boolean> => (await fetch(`${origin}/api/health`)).status === 200
const text = async (): Promise<string> => (await callers[0]?.get(`/api/pages/${pageId}`))?.body.markdown

for (const path of ['/ws/events', '/collab/'] as const) {
  test(`each frame of the list on ${path}: closed or ignored, the process alive, the page as it was`, {
    skip,
  }, async () => {
    for (const { name, value } of inputs) {
      if (name === 'ws-unmasked') continue
      const { socket, closed } = await open(path === '/collab/' ? `/collab/${pageId}` : path)
      const frame = Buffer.from(value)
      for (let k = 0; k < 4 && socket.readyState === WebSocket.OPEN; k += 1) socket.send(frame, () => {})
      const code = await Promise.race([closed, sleep(STUCK_MS, undefined, { ref: false })])
      assert.ok(code !== undefined, `${name}: still open`)
      const expected = name === 'ws-64mb-frame' ? [1006, 1009] : [1007, 4400, 4403]
      assert.ok(expected.includes(code), `${name}: closed with ${code}`)
      assert.ok(await isAlive(), name)
    }
    assert.equal(await text(), 'Un paragraphe qui reste.\n')
  })
}

test('an unmasked frame, raw: the connection ends, the others do not', { skip }, async () => {
  const { host, port, hostname } = new URL(origin)
  const bystander = await open('/ws/events')
  for (const path of ['/ws/events', `/collab/${pageId}`]) {
    const socket: Socket = connect(Number(port), hostname)
    const ended = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => {})
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: ${origin}\r\ncookie: ${callers[0]?.cookie}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
    await new Promise((resolve) => socket.once('data', resolve))
    socket.write(inputs.find(({ name }) => name === 'ws-unmasked')?.value ?? '')
    socket.resume()
    assert.notEqual(await Promise.race([ended.then(() => 'ended'), sleep(STUCK_MS, 'open', { ref: false })]), 'open')
  }
  assert.equal(bystander.socket.readyState, WebSocket.OPEN)
  bystander.socket.terminate()
})

test('10,000 malformed frames over the socket: process alive, page intact, at most 100 lines of log', async () => {
  const before = lines.length
  const bad = [[9, 9, 9], [0, 2, 255, 255], [0, 2, 3, 1, 2, 3], [1, 200], [0], [255, 255, 255, 255, 255]].map((bytes) =>
    Buffer.from(bytes),
  )
  let sent = 0
  while (sent < 10_000) {
    const { socket, closed } = await open(`/collab/${pageId}`, callers[sent % callers.length])
    for (let k = 0; k < 250; k += 1) socket.send(bad[(sent + k) % bad.length] ?? '', () => {})
    sent += 250
    assert.notEqual(await Promise.race([closed, sleep(STUCK_MS, 'open', { ref: false })]), 'open')
  }
  assert.ok(await isAlive())
  assert.equal(await text(), 'Un paragraphe qui reste.\n')
  assert.ok(lines.length - before <= 100, `${lines.length - before} lines`)
})

test('an address of 16 kB, and headers of 32 kB: 414 or 431 as a problem, the next request is served', async () => {
  const ask = (path: string, headers: Record<string, string> = {}): Promise<{ status: number; type: string }> =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { headers }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, type: String(answer.headers['content-type']) })
      })
      sent.on('error', reject)
      sent.end()
    })
  for (const answer of [
    await ask(`/api/search?q=${'a'.repeat(16_384)}`),
    await ask('/api/spaces', { 'x-long': 'a'.repeat(32_000) }),
    await ask(`/api/spaces/${'a'.repeat(5_000)}`),
  ]) {
    assert.ok([414, 431].includes(answer.status), String(answer.status))
    assert.match(answer.type, /^application\/problem\+json/)
  }
  assert.ok(await isAlive())
})
