import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { Passage } from './access.ts'

/** A page that may be written, as HTTP tells it. */
const answering = (t: TestContext): void =>
  void t.mock.method(globalThis, 'fetch', async () => Response.json({ can: { write: true, comment: true } }))

const refused = async (passage: Passage, times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) await passage.failed()
}

test('a network that lets no WebSocket through is believed at its second refusal, and the line stays with HTTP', async (t) => {
  answering(t)
  const passage = new Passage('page')
  await refused(passage, 1)
  assert.equal(passage.carrier(), 'socket')
  await refused(passage, 1)
  assert.equal(passage.carrier(), 'http')
  passage.synced()
  assert.equal(passage.carrier(), 'http')
})

test('where WebSockets have passed, a line that is cut a few times while it opens is not refused', async (t) => {
  answering(t)
  const passage = new Passage('page')
  await refused(passage, 1)
  passage.synced()
  await refused(passage, 3)
  assert.equal(passage.carrier(), 'socket')
  await refused(passage, 1)
  assert.equal(passage.carrier(), 'http')
})
