import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, openBrowser, until } from '../collab-client.ts'
import { placeForProcesses } from '../collab-process.ts'

// Each of the many providers waits for the end of the process.
process.setMaxListeners(0)

const KILLS = 2
const WRITERS = 12
const wordsIn = ({ text }: Browser): Set<string> => new Set(text.match(/m\d+x\d+x\d+/g) ?? [])
/** While a line ends, what is typed is sent no more, before the client is told that the line is gone. */
const isOpen = ({ provider: { ws, wsconnected } }: Browser): boolean =>
  ws !== null && wsconnected && ws.readyState === ws.OPEN

test('criterion 1: killed at any moment under twelve who type, the server has all that was called saved, and all that a colleague saw', async (t) => {
  const place = await placeForProcesses()
  t.after(() => place.drop())
  const told = new Set<string>()
  let server = await place.start()
  const { pageId } = server
  for (let kill = 0; kill < KILLS; kill += 1) {
    const browsers = Array.from({ length: WRITERS }, () => openBrowser(server.origin, pageId, randomUUID()))
    await until('synced', () => browsers.every(({ provider }) => provider.synced))
    const typed = browsers.map((): string[] => [])
    const note = (): void => {
      for (const [who, browser] of browsers.entries()) {
        if (isOpen(browser) && browser.saved.state === 'saved') for (const word of typed[who] ?? []) told.add(word)
        for (const word of wordsIn(browser)) if (!word.startsWith(`m${kill}x${who}x`)) told.add(word)
      }
    }
    const timer = setInterval(() => {
      for (const [who, { doc }] of browsers.entries()) {
        const word = `m${kill}x${who}x${typed[who]?.length}`
        typed[who]?.push(word)
        doc.getText('title').insert(0, `${word} `)
      }
      note()
    }, 120)
    await sleep(randomInt(500, 1_800))
    // However little a busy machine did meanwhile, something is there to be lost.
    await until('told', () => told.size > (kill + 1) * WRITERS)
    await server.end('SIGKILL')
    clearInterval(timer)
    note()
    for (const browser of browsers) browser.destroy()
    server = await place.start({ id: pageId, port: '0' })
  }
  const fresh = openBrowser(server.origin, pageId, randomUUID(), 'read')
  await until('synced', () => fresh.provider.synced)
  const there = wordsIn(fresh)
  fresh.destroy()
  await server.end('SIGTERM')
  assert.ok(told.size > KILLS * WRITERS, `${told.size} words were told of`)
  assert.deepEqual(
    [...told].filter((word) => !there.has(word)),
    [],
  )
  t.diagnostic(`figure: criterion 1: ${KILLS} kills, ${told.size} words called saved or seen, 0 lost`)
})
