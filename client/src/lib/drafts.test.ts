import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrafts } from './drafts.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    store: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
  }
}
const draft = { title: 'Un titre', text: 'Deux\nlignes', sendKey: 'k1' }

test('a draft comes back to its author, at its place, and to nobody else', () => {
  const { store } = memory()
  const drafts = createDrafts(() => store)
  assert.equal(drafts.write('maelle', 'reply.t1', draft), true)
  assert.deepEqual(drafts.read('maelle', 'reply.t1'), draft)
  assert.equal(drafts.read('hugo', 'reply.t1'), undefined)
  assert.equal(drafts.read('maelle', 'reply.t2'), undefined)
  assert.equal(drafts.read('maelle', 'edit.t1'), undefined)
})

test('an emptied draft leaves nothing behind', () => {
  const { kept, store } = memory()
  const drafts = createDrafts(() => store)
  drafts.write('maelle', 'topic.s1', draft)
  drafts.write('maelle', 'topic.s1', { title: ' ', text: '\n', sendKey: 'k2' })
  assert.equal(kept.size, 0)
  drafts.write('maelle', 'topic.s1', { title: 'Un titre', text: '', sendKey: 'k3' })
  assert.equal(kept.size, 1)
  drafts.forget('maelle', 'topic.s1')
  assert.equal(kept.size, 0)
})

test('a device without storage says so instead of failing', () => {
  const drafts = createDrafts(() => {
    throw new Error('refused')
  })
  assert.equal(drafts.write('maelle', 'reply.t1', draft), false)
  assert.equal(drafts.read('maelle', 'reply.t1'), undefined)
  drafts.forget('maelle', 'reply.t1')
})

test('what something else left under the same name is no draft', () => {
  const { store } = memory()
  const drafts = createDrafts(() => store)
  for (const value of ['{', 'null', '"text"', '{"text":1,"sendKey":"k"}', '{"text":"a"}']) {
    store.setItem('cenacle.draft.maelle.reply.t1', value)
    assert.equal(drafts.read('maelle', 'reply.t1'), undefined, value)
  }
})
