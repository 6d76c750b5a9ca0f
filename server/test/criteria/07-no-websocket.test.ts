import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { decodeMessage, encodeStep1, encodeStep2, encodeUpdate } from '@cenacle/collab/protocol'
import * as Y from 'yjs'
import { faultProxy } from '../fault-proxy.ts'
import { committee } from './committee.ts'

/** Writes over plain requests, as the editor does where WebSockets are refused. */
class HttpTab {
  readonly doc = new Y.Doc()
  readonly #url: string
  readonly #headers: Record<string, string>

  constructor(origin: string, pageId: string, cookie: string) {
    this.#url = `${origin}/api/pages/${pageId}/sync?connection=${randomUUID()}`
    this.#headers = { cookie, origin, 'content-type': 'application/json' }
  }

  async exchange(frames: readonly Uint8Array[]): Promise<void> {
    const messages = frames.map((frame) => Buffer.from(frame).toString('base64'))
    const answer = await fetch(this.#url, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({ messages }),
    })
    assert.equal(answer.status, 200)
    for (const message of ((await answer.json()) as { messages: string[] }).messages) {
      const frame = decodeMessage(Buffer.from(message, 'base64'))
      if (frame.kind === 'update' || frame.kind === 'step2') Y.applyUpdate(this.doc, frame.update)
      if (frame.kind === 'step1') await this.exchange([encodeStep2(Y.encodeStateAsUpdate(this.doc, frame.stateVector))])
    }
  }

  open(): Promise<void> {
    return this.exchange([encodeStep1(Y.encodeStateVector(this.doc))])
  }

  async type(text: string): Promise<void> {
    const before = Y.encodeStateVector(this.doc)
    this.doc.getText('title').insert(0, text)
    await this.exchange([encodeUpdate(Y.encodeStateAsUpdate(this.doc, before))])
  }

  get title(): string {
    return this.doc.getText('title').toJSON()
  }
}

test('criterion 7: behind a proxy that answers 403 to an upgrade the page opens within 2 s, and two people agree within 5 s', async (t) => {
  const c = await committee({ ann: 'facilitator', bob: 'writer' })
  const proxy = await faultProxy(Number(new URL(c.origin).port))
  t.after(async () => {
    await proxy.close()
    await c.close()
  })
  proxy.faults.refuseUpgrade = 403
  const pageId = await c.newPage('Ce qui est écrit.', 'Titre')
  using refused = c.open('ann', pageId, { through: proxy.origin })
  const began = performance.now()
  const headers = { cookie: c.caller('ann').cookie }
  const page = await fetch(`${proxy.origin}/api/pages/${pageId}`, { headers })
  assert.match(((await page.json()) as { html: string }).html, /Ce qui est écrit/)
  const read = performance.now() - began

  const [ann, bob] = ['ann', 'bob'].map((who) => new HttpTab(proxy.origin, pageId, c.caller(who).cookie))
  assert.ok(ann && bob)
  await Promise.all([ann.open(), bob.open()])
  const typed = performance.now()
  await Promise.all([ann.type('A'), bob.type('B')])
  let rounds = 0
  for (; ann.title !== bob.title || ann.title.length !== 'ABTitre'.length; rounds += 1) {
    assert.ok(rounds < 10, `${ann.title} ≠ ${bob.title}`)
    await Promise.all([ann.exchange([]), bob.exchange([])])
  }
  const agreed = performance.now() - typed
  assert.equal(refused.provider.wsconnected, false)
  t.diagnostic(
    `figure: criterion 7: read in ${Math.round(read)} ms, two agree after ${Math.round(agreed)} ms and ${rounds} rounds`,
  )
  assert.ok(read < 2_000 && agreed < 5_000, `${read} ms, ${agreed} ms`)
})
