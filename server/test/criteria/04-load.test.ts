import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { until } from '../collab-client.ts'
import { settledBytes } from '../writing.ts'
import { committee } from './committee.ts'

const SECONDS = 4
// Each of the many providers waits for the end of the process.
process.setMaxListeners(0)
const KEYS_PER_SECOND = 5
const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const writers = names('plume', 12)
const lectrices = names('lectrice', 4)

/** The full run, with its limits of time, is `npm run bench -- coediting-full`; here all of it runs, and must agree. */
test('criterion 4: twelve write and forty read one page of 30,000 characters: all documents are equal to the byte', async (t) => {
  const roles = Object.fromEntries([
    ...writers.map((who) => [who, 'writer']),
    ...lectrices.map((who) => [who, 'reader']),
  ])
  const c = await committee({ animatrice: 'facilitator', ...roles })
  t.after(() => c.close())
  const pageId = await c.newPage('Un paragraphe de travail. '.repeat(10).concat('\n\n').repeat(115))
  const tabs = writers.map((who) => c.open(who, pageId))
  // Ten lines are what one person may have.
  const readers = lectrices.flatMap((who) => Array.from({ length: 10 }, () => c.open(who, pageId)))
  await until('synced', () => [...tabs, ...readers].every(({ provider }) => provider.synced))
  const sent = new Map<string, number>()
  const latencies: number[] = []
  for (const reader of readers)
    reader.doc.on('update', (update: Uint8Array) => {
      const now = performance.now()
      for (const [client, to] of Y.parseUpdateMeta(update).to) {
        const at = sent.get(`${client}:${to - 1}`)
        if (at !== undefined) latencies.push(now - at)
      }
    })
  for (let key = 0; key < SECONDS * KEYS_PER_SECOND; key += 1) {
    for (const [who, tab] of tabs.entries()) {
      const { clientID, store } = tab.doc
      tab.type('a', who * 3)
      sent.set(`${clientID}:${Y.getState(store, clientID) - 1}`, performance.now())
      await sleep(1000 / KEYS_PER_SECOND / tabs.length)
    }
  }
  await until('saved', () => tabs.every(({ saved }) => saved === 'saved'))
  const text = ({ doc }: { doc: Y.Doc }): string => doc.getXmlFragment('body').toJSON()
  const [first = readers[0]] = tabs
  assert.ok(first)
  await until('equal', () => [...tabs, ...readers].every((tab) => text(tab) === text(first)))
  for (const tab of [...tabs, ...readers]) assert.equal(settledBytes(tab.doc), settledBytes(first.doc))
  for (const tab of [...tabs, ...readers]) tab[Symbol.dispose]()
  latencies.sort((a, b) => a - b)
  assert.ok(latencies.length > 0)
  t.diagnostic(
    `figure: criterion 4: key to remote p95 ${Math.round(latencies[Math.floor(latencies.length * 0.95)] ?? 0)} ms, ${latencies.length} deliveries`,
  )
})
