import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { type Browser, openBrowser, until } from '../server/test/collab-client.ts'
import { createDatabase } from './lib/database.ts'
import { flags, report } from './lib/report.ts'
import { serve } from './lib/spawn.ts'

/**
 * 12 browsers type unique words into a guide; the server is killed with SIGKILL at a random moment and every browser destroyed. Each word that
 * another browser had seen, or that its author was told is saved, must be there for a fresh browser, once.
 */
const parameters = flags({ kills: 20, writers: 12, postgres: 1, pglite: 1 })
const guide = new URL('../../shared/data/guides-etalab/', import.meta.url)

// Each of the many providers waits for the end of the process.
process.setMaxListeners(0)

interface Told {
  seen: Set<string>
  saved: Set<string>
}

async function round(
  origin: string,
  pageId: string,
  number: number,
  told: Told,
  kill: () => Promise<void>,
): Promise<number> {
  const browsers = Array.from({ length: parameters.writers }, () => openBrowser(origin, pageId, randomUUID()))
  await until('synced', () => browsers.every(({ provider }) => provider.synced), 20_000)
  const typed = browsers.map((): string[] => [])
  const timers = browsers.flatMap((browser, who) => [
    setInterval(() => {
      const word = `m${number}x${who}x${typed[who]?.length}`
      typed[who]?.push(word)
      typeWord(browser, word)
    }, 150),
    setInterval(() => note(browser, who, number, typed, told), 25),
  ])
  await sleep(randomInt(700, 2_500))
  await kill()
  for (const timer of timers) clearInterval(timer)
  for (const [who, browser] of browsers.entries()) note(browser, who, number, typed, told)
  for (const browser of browsers) browser.destroy()
  return typed.reduce((sum, words) => sum + words.length, 0)
}

/** What this browser shows of the others, and whether its own words are called saved. */
function note(browser: Browser, who: number, number: number, typed: string[][], told: Told): void {
  const own = browser.saved.state === 'saved' && browser.provider.wsconnected ? (typed[who] ?? []) : []
  for (const word of own) told.saved.add(word)
  for (const word of wordsOf(browser.doc))
    if (word.startsWith(`m${number}x`) && !word.startsWith(`m${number}x${who}x`)) told.seen.add(word)
}

const wordsOf = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment('body')
    .toJSON()
    .match(/m\d+x\d+x\d+/g) ?? []

function typeWord({ doc }: Browser, word: string): void {
  const body = doc.getXmlFragment('body')
  const paragraph = body.get(randomInt(body.length))
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (text instanceof Y.XmlText) text.insert(text.length, ` ${word} `)
}

async function importGuide(origin: string, pageId: string): Promise<void> {
  const file = existsSync(guide) ? firstGuide() : 'Un guide.\n\nQuelques mots.\n\nEt la fin.'
  const browser = openBrowser(origin, pageId, randomUUID())
  await until('synced', () => browser.provider.synced, 20_000)
  const paragraphs = file
    .split(/\n\n+/)
    .slice(0, 60)
    .map((part) => {
      const element = new Y.XmlElement('paragraph')
      element.insert(0, [new Y.XmlText(part)])
      return element
    })
  browser.doc.getXmlFragment('body').push(paragraphs)
  await until('saved', () => browser.saved.state === 'saved', 20_000)
  browser.destroy()
}

function firstGuide(): string {
  for (const name of ['README.md', 'index.md']) {
    const path = new URL(name, guide)
    if (existsSync(path)) return readFileSync(path, 'utf8')
  }
  return 'Un guide.\n\nQuelques mots.\n\nEt la fin.'
}

async function crash(kind: 'PostgreSQL' | 'PGlite'): Promise<Record<string, string | number>> {
  const database = kind === 'PostgreSQL' ? await createDatabase() : undefined
  const directory = mkdtempSync(join(tmpdir(), 'cenacle-crash-'))
  const env = {
    PORT: String(randomInt(20_000, 30_000)),
    ...(database ? { DATABASE_URL: database.url } : { DATABASE_URL: '', DATA_DIR: directory }),
  }
  let served = await serve('ours', 1, env)
  const [pageId = ''] = served.pages
  await importGuide(served.origin, pageId)
  const told: Told = { seen: new Set(), saved: new Set() }
  let typed = 0
  let lost = 0
  let doubled = 0
  for (let number = 0; number < parameters.kills; number += 1) {
    typed += await round(served.origin, pageId, number, told, () => served.stop('SIGKILL'))
    served = await serve('ours', 0, env)
    const fresh = openBrowser(served.origin, pageId, randomUUID(), 'read')
    await until('synced', () => fresh.provider.synced, 20_000)
    const words = wordsOf(fresh.doc)
    const there = new Set(words)
    lost = [...told.seen, ...told.saved].filter((word) => !there.has(word)).length
    doubled = words.length - there.size
    fresh.destroy()
  }
  await served.stop('SIGTERM')
  await database?.drop()
  rmSync(directory, { recursive: true })
  return {
    database: kind,
    kills: parameters.kills,
    'words typed': typed,
    'seen by others': told.seen.size,
    'marked saved': told.saved.size,
    lost,
    doubled,
  }
}

const rows: Record<string, string | number>[] = []
if (parameters.postgres) rows.push(await crash('PostgreSQL'))
if (parameters.pglite) rows.push(await crash('PGlite'))
report('crash', parameters, rows)
process.exitCode = rows.every(({ lost, doubled }) => lost === 0 && doubled === 0) ? 0 : 1
