import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as Y from 'yjs'
import { authorsOf } from '../src/attribution.ts'
import { compact } from '../src/compaction.ts'
import { newPageDoc } from '../src/page-document.ts'
import { decodeMessage, encodeUpdate } from '../src/protocol.ts'
import { Malformed } from '../src/reader.ts'
import { mergeScanned, squashUpdates } from '../src/update-merge.ts'
import { scanUpdate } from '../src/update-scan.ts'
import { mutate, random } from './mutate.ts'

/** What an editor does to a page: text with accents and emoji, marks, nodes with attributes, deletions. */
function edit(doc: Y.Doc, next: () => number): void {
  const body = doc.getXmlFragment('body')
  const title = doc.getText('title')
  const dice = next()
  if (dice < 0.45)
    return title.insert(
      Math.floor(next() * (title.length + 1)),
      ['a', 'é', 'le mot ', '😀', 'ß∂'][Math.floor(next() * 5)] ?? '',
    )
  if (dice < 0.6 && title.length > 2) return title.delete(Math.floor(next() * (title.length - 1)), 1)
  if (dice < 0.7 && title.length > 2) return title.format(0, 2, { strong: next() < 0.5 ? true : null })
  if (dice < 0.9) {
    const node = new Y.XmlElement('heading')
    body.insert(Math.floor(next() * (body.length + 1)), [node])
    node.setAttribute('level', '2')
    return node.push([new Y.XmlText('dedans')])
  }
  if (body.length > 0) body.delete(0, 1)
}

/** Updates of several clients who hear each other now and then. */
function session(
  seed: number,
  edits: number,
  people = 3,
): { updates: { bytes: Uint8Array; person: number }[]; docs: Y.Doc[] } {
  const next = random(seed)
  const updates: { bytes: Uint8Array; person: number }[] = []
  const docs = Array.from({ length: people }, (_, person) => {
    const doc = newPageDoc()
    doc.on(
      'update',
      (bytes: Uint8Array, origin: unknown) => void (origin === 'remote' || updates.push({ bytes, person })),
    )
    return doc
  })
  const heard = docs.map(() => 0)
  for (let i = 0; i < edits; i += 1) {
    const person = Math.floor(next() * people)
    const doc = docs[person]
    if (!doc) continue
    edit(doc, next)
    if (next() < 0.3) {
      for (const { bytes } of updates.slice(heard[person])) Y.applyUpdate(doc, bytes, 'remote')
      heard[person] = updates.length
    }
  }
  return { updates, docs }
}

/** Text and structure. Marks are left out: in Yjs itself they depend on the order of arrival (124 of 3,000 random sessions differ). */
const stateOf = (updates: Iterable<Uint8Array>) => {
  const doc = newPageDoc()
  for (const bytes of updates) Y.applyUpdate(doc, bytes)
  assert.equal(doc.store.pendingStructs, null)
  return {
    title: doc.getText('title').toJSON(),
    body: doc.getXmlFragment('body').toJSON(),
    vector: Y.decodeStateVector(Y.encodeStateVector(doc)),
  }
}

test('scanUpdate reads what Yjs reads', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { bytes } of session(seed, 30).updates) {
        const scan = scanUpdate(bytes)
        const { from, to } = Y.parseUpdateMeta(bytes)
        assert.deepEqual(new Map(scan.ranges.map((range) => [range.client, range.from])), from)
        assert.deepEqual(new Map(scan.ranges.map((range) => [range.client, range.to])), to)
      }
    }),
    { numRuns: 60 },
  )
})

test('what scanUpdate lets through, Yjs applies; what it refuses, it refuses with Malformed', () => {
  const { updates } = session(5, 60)
  const bases = [...updates.map(({ bytes }) => bytes), Y.mergeUpdates(updates.map(({ bytes }) => bytes))]
  let passed = 0
  for (let seed = 0; seed < 20_000; seed += 1) {
    const bytes = mutate(bases[seed % bases.length] ?? new Uint8Array(), seed)
    try {
      scanUpdate(bytes)
    } catch (error) {
      assert.ok(error instanceof Malformed)
      continue
    }
    passed += 1
    const doc = newPageDoc()
    for (const base of seed % 2 ? bases : []) Y.applyUpdate(doc, base)
    Y.applyUpdate(doc, bytes)
  }
  assert.ok(passed > 1_000, `${passed} passed`)
})

test('decodeMessage throws Malformed and nothing else', () => {
  const good = encodeUpdate(session(1, 5).updates[0]?.bytes ?? new Uint8Array())
  for (let seed = 0; seed < 20_000; seed += 1) {
    try {
      decodeMessage(mutate(good, seed).subarray(0, 1 + (seed % good.length)))
    } catch (error) {
      assert.ok(error instanceof Malformed)
    }
  }
})

test('joined frames mean the same as their parts', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, size) => {
      const all = session(seed, 40).updates.map(({ bytes }) => bytes)
      const joined: Uint8Array[] = []
      for (let i = 0; i < all.length; i += size) {
        const merged = mergeScanned(all.slice(i, i + size).map((bytes) => ({ bytes, scan: scanUpdate(bytes) })))
        scanUpdate(merged)
        joined.push(merged)
      }
      assert.deepEqual(stateOf(joined), stateOf(all))
      assert.deepEqual(stateOf([Y.mergeUpdates(joined)]), stateOf(all))
    }),
    { numRuns: 80 },
  )
})

test('a compact log means the same, keeps who wrote and erased what, and is small', () => {
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), (seed, pauses) => {
      const rows = session(seed, 80).updates.map(({ bytes, person }, i) => ({
        seq: i + 1,
        personId: `p${person}`,
        bytes,
        at: i * (pauses && i % 20 === 0 ? 400_000 : 1_000),
      }))
      const owners = new Map(
        rows.flatMap((row) => scanUpdate(row.bytes).ranges.map(({ client }) => [client, row.personId] as const)),
      )
      const versions = new Set([20, 41])
      const stretches = compact(rows, versions)
      const merged = stretches.flatMap((stretch) => stretch.merged)
      const kept = rows.filter(({ seq }) => !stretches.some(({ from, to }) => seq >= from && seq <= to))
      const small = [...merged, ...kept].sort((a, b) => a.seq - b.seq)
      assert.deepEqual(stateOf(small.map(({ bytes }) => bytes)), stateOf(rows.map(({ bytes }) => bytes)))
      for (const version of versions) {
        const upTo = (all: typeof rows) => stateOf(all.filter(({ seq }) => seq <= version).map(({ bytes }) => bytes))
        if (rows.length > 41) assert.deepEqual(upTo(small), upTo(rows))
      }
      assert.deepEqual(perCharacter(small, owners), perCharacter(rows, owners))
    }),
    { numRuns: 60 },
  )
})

function perCharacter(rows: Parameters<typeof authorsOf>[0], owners: Map<number, string>): unknown {
  const { wrote, erased } = authorsOf(rows, owners)
  const flat = (ranges: typeof erased) =>
    new Map(
      ranges
        .flatMap(({ client, from, to, personId }) =>
          Array.from({ length: to - from }, (_, i) => [`${client}:${from + i}`, personId] as const),
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return { wrote: flat(wrote), erasedSize: flat(erased).size }
}

test('squashing makes one struct of what was typed in one go, and keeps what was deleted', () => {
  const doc = newPageDoc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const text = doc.getText('title')
  for (const letter of 'Un texte tapé lettre à lettre') text.insert(text.length, letter)
  text.delete(3, 5)
  const squashed = squashUpdates(updates)
  assert.equal(scanUpdate(squashed).structs, 1)
  assert.ok(new TextDecoder().decode(squashed).includes('Un texte tapé lettre à lettre'))
  assert.deepEqual(stateOf([squashed]), stateOf(updates))
})
