import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReceipts, readLines } from './receipts.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    store: {
      get length() {
        return kept.size
      },
      key: (at: number) => [...kept.keys()][at] ?? null,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
  }
}
const lines = [{ line: 'ballot', content: { choice: 'yes', poll: 'v1' }, r: '0'.repeat(32), receipt: 'a'.repeat(64) }]
const own = { isConfirmed: true, attempts: [lines] }

test('receipts come back to who cast the ballot, for that vote, and to nobody else', () => {
  const { store } = memory()
  const receipts = createReceipts(() => store)
  assert.equal(receipts.write('maelle', 'v1', own), true)
  assert.deepEqual(receipts.read('maelle', 'v1'), own)
  assert.equal(receipts.read('hugo', 'v1'), undefined)
  assert.equal(receipts.read('maelle', 'v2'), undefined)
  receipts.forget('maelle', 'v1')
  assert.equal(receipts.read('maelle', 'v1'), undefined)
})

test('signing out forgets all of them and nothing else', () => {
  const { kept, store } = memory()
  const receipts = createReceipts(() => store)
  for (const vote of ['v1', 'v2', 'v3']) receipts.write('maelle', vote, own)
  receipts.write('hugo', 'v1', own)
  store.setItem('cenacle.theme', 'dark')
  receipts.forgetAll()
  assert.deepEqual([...kept.keys()], ['cenacle.theme'])
})

test('a device without storage says so instead of failing', () => {
  const receipts = createReceipts(() => {
    throw new Error('refused')
  })
  assert.equal(receipts.write('maelle', 'v1', own), false)
  assert.equal(receipts.isStored('maelle', 'v1'), false)
  // As long as the page is open they are there, to be saved elsewhere.
  assert.deepEqual(receipts.read('maelle', 'v1'), own)
  receipts.forget('maelle', 'v1')
  assert.equal(receipts.read('maelle', 'v1'), undefined)
  receipts.write('maelle', 'v1', own)
  receipts.forgetAll()
  assert.equal(receipts.read('maelle', 'v1'), undefined)
})

test('what something else left there is no receipt', () => {
  const { store } = memory()
  const receipts = createReceipts(() => store)
  for (const value of [
    '{',
    'null',
    '[]',
    '{"attempts":1}',
    '{"attempts":[[]]}',
    '{"attempts":[[{"line":"ballot"}]]}',
  ]) {
    store.setItem('cenacle.receipts.maelle.v1', value)
    assert.equal(receipts.read('maelle', 'v1'), undefined, value)
  }
  assert.equal(readLines({}), undefined)
  assert.deepEqual(readLines(JSON.parse(JSON.stringify(lines))), lines)
})
