import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import * as Y from 'yjs'
import { type Browser, openBrowser, until } from '../server/test/collab-client.ts'
import { faultProxy } from '../server/test/fault-proxy.ts'
import { restructure, rewrite, settledBytes, textsIn, wordsIn } from '../server/test/writing.ts'
import { createDatabase } from './lib/database.ts'
import { flags, report } from './lib/report.ts'
import { serve } from './lib/spawn.ts'

/**
 * The long chaos run: each line is cut `cuts` times at random, the database is out of reach for `down` seconds, the server is killed and started
 * again `kills` times, while people type and restructure. At the end all documents are equal to the byte, and every word that was called saved is
 * in the page or in « Texte récupéré ». The others too: their browsers live on.
 */
const parameters = flags({ seconds: 300, writers: 8, cuts: 20, down: 60, kills: 2 })
const SETTLE_MS = 120_000
const FACILITATORS = 2
process.setMaxListeners(0)

const database = await createDatabase()
const databaseLink = await faultProxy(Number(new URL(database.url).port))
const url = new URL(database.url)
url.hostname = '127.0.0.1'
url.port = String(databaseLink.port)
const env = { DATABASE_URL: url.href, PORT: String(randomInt(20_000, 30_000)) }
let served = await serve('ours', 1, env)
const [pageId = ''] = served.pages
const links = await Promise.all(Array.from({ length: parameters.writers }, () => faultProxy(Number(env.PORT))))
const browsers = links.map(({ origin }) => openBrowser(origin, pageId, randomUUID()))
await until('synced', () => browsers.every(({ provider }) => provider.synced), SETTLE_MS)
const [first] = browsers
if (!first) throw new Error('nobody writes')
rewrite(first.doc, 'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nSix.\n')
await until('seeded', () => browsers.every(({ doc }) => textsIn(doc).length === 6), SETTLE_MS)

const typed = browsers.map((): string[] => [])
const saved = new Set<string>()
let cuts = 0

function act({ doc }: Browser, who: number): void {
  const texts = textsIn(doc)
  const text = texts[randomInt(Math.max(1, texts.length))]
  const word = `m${who}x${typed[who]?.length}.`
  if (text) {
    text.insert(text.length, ` ${word}`)
    typed[who]?.push(word)
  }
  // Two facilitators: where all eight move a paragraph in the dark it comes back eight times, and a minute later sixty-four.
  if (who < FACILITATORS && Math.random() < 0.03) restructure(doc, Math.random)
}

function note(): void {
  for (const [who, browser] of browsers.entries())
    if (browser.provider.wsconnected && browser.provider.synced && browser.saved.state === 'saved')
      for (const word of typed[who] ?? []) saved.add(word)
}

/** The database is away in the middle of the run. */
async function loseDatabase(): Promise<void> {
  await sleep((parameters.seconds * 1000) / 4)
  databaseLink.faults.down = true
  databaseLink.cut()
  await sleep(parameters.down * 1000)
  databaseLink.faults.down = false
}

/** The server is killed while the database is there: what it alone had seen in the silence would be said to be unsaved. */
async function kill(): Promise<void> {
  const from = (parameters.seconds * 1000) / 4 + parameters.down * 1000 + 2_000
  const every = (parameters.seconds * 1000 - from) / (parameters.kills + 1)
  await sleep(from)
  for (let i = 0; i < parameters.kills; i += 1) {
    await sleep(Math.max(every, 500))
    await served.stop('SIGKILL')
    served = await serve('ours', 0, env)
  }
}

const chaos = Promise.all([loseDatabase(), kill()])
const end = Date.now() + parameters.seconds * 1000
while (Date.now() < end) {
  for (const [who, browser] of browsers.entries()) act(browser, who)
  for (const link of links)
    if (Math.random() < (parameters.cuts * 0.2) / parameters.seconds) cuts += link.cut() > 0 ? 1 : 0
  await sleep(200)
  note()
}
await chaos
await until('all saved', () => browsers.every((one) => one.provider.synced && one.saved.state === 'saved'), SETTLE_MS)
await until('all agree', () => browsers.every(({ doc }) => wordsIn(doc) === wordsIn(first.doc)), SETTLE_MS)
note()
const equal = browsers.every((one) => settledBytes(one.doc) === settledBytes(first.doc))
const { missing, drawer } = await lookFor([...saved, ...typed.flat()])
report('chaos', parameters, [
  {
    'lines cut': cuts,
    words: typed.flat().length,
    'called saved': saved.size,
    'equal to the byte': String(equal),
    'in the drawer': drawer,
    lost: missing.length,
  },
])
for (const browser of browsers) browser.destroy()
await served.stop('SIGTERM')
await Promise.all([...links, databaseLink].map((link) => link.close()))
await database.drop()
process.exit(equal && missing.length === 0 ? 0 : 1)

/** Words that are neither in the page nor in the drawer, after the time that finding them may take. */
async function lookFor(all: readonly string[]): Promise<{ missing: string[]; drawer: number }> {
  for (let tries = 0; ; tries += 1) {
    const kept = await recovered()
    const text = [wordsIn(first?.doc ?? new Y.Doc()), ...kept].join('\n')
    const missing = [...new Set(all)].filter((word) => !text.includes(word))
    if (missing.length === 0 || tries > 30) return { missing, drawer: kept.length }
    await sleep(500)
  }
}

/** What waits in « Texte récupéré »: pieces that were typed in one go, as one. */
async function recovered(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{
    client_id: string
    clock: string
    length: number
    text: string
    before: string
  }>('select client_id, clock, length, text, before from page_recovered order by client_id, clock')
  await client.end()
  const all: { key: string; text: string }[] = []
  for (const { client_id, clock, length, text, before } of rows) {
    const last = all.at(-1)
    const key = `${client_id}:${Number(clock) + length}`
    if (last?.key === `${client_id}:${clock}`) Object.assign(last, { key, text: last.text + text })
    else all.push({ key, text: before + text })
  }
  return all.map(({ text }) => text)
}
