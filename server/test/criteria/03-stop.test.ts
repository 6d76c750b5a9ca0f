import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser, until } from '../collab-client.ts'
import { placeForProcesses } from '../collab-process.ts'

process.setMaxListeners(0)

test('criterion 3: stopped under twelve who type, the server writes all down, ends within 10 s, and they come back by themselves', async (t) => {
  const place = await placeForProcesses()
  t.after(() => place.drop())
  const first = await place.start()
  const { pageId } = first
  const browsers = Array.from({ length: 12 }, () => openBrowser(first.origin, pageId, randomUUID()))
  await until('synced', () => browsers.every(({ provider }) => provider.synced))
  const typed: string[] = []
  const timer = setInterval(() => {
    for (const [who, { doc }] of browsers.entries()) {
      const word = `s${who}x${typed.length}`
      typed.push(word)
      doc.getText('title').insert(0, `${word} `)
    }
  }, 100)
  await sleep(1_000)
  const took = await first.end('SIGTERM')
  assert.ok(took < 10_000, `${took} ms`)
  assert.equal(first.child.exitCode, 0)
  // The end of a process may be heard before the end of its lines.
  await until('closed', () => browsers.every(({ closedWith }) => closedWith !== undefined))
  assert.ok(browsers.every(({ closedWith }) => closedWith === 1012 || closedWith === 1006))
  const again = await place.start({ id: pageId, port: new URL(first.origin).port })
  await sleep(500)
  clearInterval(timer)
  await until('back', () => browsers.every(({ provider, saved }) => provider.synced && saved.state === 'saved'))
  const [one] = browsers
  await until('one text', () => browsers.every(({ text }) => text === one?.text))
  const there = new Set(one?.text.split(' '))
  assert.deepEqual(
    typed.filter((word) => !there.has(word)),
    [],
  )
  for (const browser of browsers) browser.destroy()
  await again.end('SIGTERM')
  t.diagnostic(`figure: criterion 3: ended after ${Math.round(took)} ms, ${typed.length} words, 0 lost`)
})
