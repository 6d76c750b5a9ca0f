import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { openDocuments } from './documents.ts'
import type { PackedRows } from './stored-page.ts'

const documents = openDocuments()
after(() => documents.close())

test('a text that costs too much is given up, and the next is served', async () => {
  const long = 'Un **mot** et [un lien](https://exemple.fr).\n\n'.repeat(20_000)
  const work = [
    documents.run('seed', { title: 'a', markdown: long }, 20),
    documents.run('seed', { title: 'b', markdown: 'court' }),
  ]
  const [costly, short] = await Promise.allSettled(work)
  assert.equal(costly?.status === 'rejected' && costly.reason.code, 'text-too-costly')
  assert.equal(short?.status === 'fulfilled' && short.value.derived.markdown, 'court\n')
})

test('many at once are all served, each with its own', async () => {
  const texts = Array.from({ length: 30 }, (_, i) => `texte ${i}`)
  const seeds = await Promise.all(texts.map((markdown) => documents.run('seed', { title: '', markdown })))
  assert.deepEqual(
    seeds.map(({ derived }) => derived.text),
    texts,
  )
})

test('what is refused says why', async () => {
  const large = { title: '', markdown: 'x'.repeat(1_048_577) }
  await assert.rejects(documents.run('seed', large), { code: 'too-large' })
  await assert.rejects(documents.run('seed', { title: '', markdown: `${'> '.repeat(300)}x` }), {
    code: 'text-too-costly',
  })
})

test('an edit touches only what differs; no difference is no edit', async () => {
  const { update: state } = await documents.run('seed', { title: 'Titre', markdown: 'un\n\ndeux\n\ntrois' })
  assert.equal(await documents.run('edit', { state, markdown: 'un\n\ndeux\n\ntrois', title: 'Titre' }), null)
  const edit = await documents.run('edit', { state, markdown: 'un\n\ndeux et demi\n\ntrois' })
  assert.ok(edit && edit.length < 60, `${edit?.length} bytes`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  Y.applyUpdate(doc, edit)
  const { markdown } = await documents.run('derive', { state: Y.encodeStateAsUpdate(doc) })
  assert.equal(markdown, 'un\n\ndeux et demi\n\ntrois\n')
})

test('a version that needs a piece of the next row is read with it', async () => {
  const { update: first } = await documents.run('seed', { title: '', markdown: 'un' })
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  Y.applyUpdate(a, first)
  Y.applyUpdate(b, first)
  const title = a.getText('title')
  const seen: Uint8Array[] = []
  a.on('update', (update: Uint8Array) => void seen.push(update))
  title.insert(0, 'A')
  Y.applyUpdate(b, seen[0] as Uint8Array)
  const others: Uint8Array[] = []
  b.on('update', (update: Uint8Array) => void others.push(update))
  b.getText('title').insert(1, 'B')
  // The row of A comes second, put together from before and after B's: alone, B's cannot be read.
  const row = (bytes: Uint8Array): PackedRows => ({ bytes, lengths: Uint32Array.of(bytes.length) })
  const target = { base: first, rows: row(others[0] as Uint8Array), later: row(seen[0] as Uint8Array) }
  const restored = await documents.run('restore', { state: first, target })
  assert.ok(restored)
  const { title: back } = await documents.run('derive', { state: Y.mergeUpdates([first, restored]) })
  assert.equal(back, 'AB')
})
