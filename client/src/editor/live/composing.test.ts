import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeUpdate } from '@cenacle/collab/protocol'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder } from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { holdWhileComposing } from './composing.ts'

test('criterion 12: what others type waits outside of the document while a letter is composed, and comes after it', async (t) => {
  const other = new Y.Doc()
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://127.0.0.1:9', 'page', doc, { connect: false, disableBc: true })
  t.after(() => {
    provider.destroy()
    doc.destroy()
  })
  const composing = holdWhileComposing(provider)
  const [handle] = provider.messageHandlers
  const receive = (frame: Uint8Array): void => {
    // As y-websocket calls it: the type of the message is read.
    const decoder = createDecoder(frame)
    readVarUint(decoder)
    handle?.(createEncoder(), decoder, provider, false, 0)
  }
  other.on('update', (update: Uint8Array) => receive(encodeUpdate(update)))
  other.getText('title').insert(0, 'avant ')
  assert.equal(doc.getText('title').toJSON(), 'avant ')
  composing.begin()
  other.getText('title').insert(6, 'pendant ')
  other.getText('title').insert(14, 'encore')
  assert.equal(doc.getText('title').toJSON(), 'avant ')
  composing.end()
  await sleep(200)
  assert.equal(doc.getText('title').toJSON(), 'avant pendant encore')
  other.getText('title').insert(0, 'après ')
  assert.equal(doc.getText('title').toJSON(), 'après avant pendant encore')
})
