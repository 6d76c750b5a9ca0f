import assert from 'node:assert/strict'
import { afterEach, beforeEach, test, mock } from 'node:test'
import { openEventStream } from './event-stream.ts'

/** A socket that the test opens and closes. */
class FakeSocket {
  static readonly CLOSING = 2
  static made: FakeSocket[] = []
  readyState = 0
  onmessage: ((message: { data: string }) => void) | undefined
  onclose: ((event: { code: number }) => void) | undefined
  constructor() {
    FakeSocket.made.push(this)
  }
  open(): void {
    this.onmessage?.({ data: JSON.stringify({ hello: { seq: 1 } }) })
  }
  end(code: number): void {
    this.readyState = 3
    this.onclose?.({ code })
  }
  close(): void {}
}

const events: string[] = []
const listener = {
  onHint: () => {},
  onResync: () => {},
  onState: () => {},
  onRefused: () => events.push('refused'),
  onUnopened: () => events.push('unopened'),
}
const last = (): FakeSocket => FakeSocket.made.at(-1) ?? assert.fail('no socket')
let stop = (): void => {}
const page = { addEventListener: () => {}, removeEventListener: () => {} }

beforeEach(() => {
  events.splice(0)
  FakeSocket.made = []
  Object.assign(globalThis, { WebSocket: FakeSocket, window: page, document: page })
  mock.timers.enable({ apis: ['setTimeout'] })
  stop = openEventStream('ws://localhost/ws/events', listener)
})
afterEach(() => {
  stop()
  mock.timers.reset()
})

test('a socket that is turned away again and again has the session asked, which ends it', () => {
  last().end(1006)
  assert.deepEqual(events, [], 'once may be a server that starts anew')
  for (const attempt of [1, 2]) {
    mock.timers.tick(30_000)
    assert.equal(FakeSocket.made.length, attempt + 1)
    last().end(1006)
  }
  assert.deepEqual(events, ['unopened', 'unopened'])
  stop()
  mock.timers.tick(60_000)
  assert.equal(FakeSocket.made.length, 3, 'nobody asks any more')
})

test('a line that breaks asks nothing, and a session that ends meanwhile closes for good', () => {
  last().open()
  last().end(1006)
  mock.timers.tick(30_000)
  last().open()
  last().end(4401)
  mock.timers.tick(60_000)
  assert.deepEqual([events, FakeSocket.made.length], [['refused'], 2])
})
