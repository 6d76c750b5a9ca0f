import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { compactPage } from '../server/src/collab/compaction.ts'
import { DatabaseLog } from '../server/src/collab/log.ts'
import { openPostgres } from '../server/src/database/open.ts'
import { type Browser, openBrowser, until } from '../server/test/collab-client.ts'
import { createDatabase } from './lib/database.ts'
import { flags, report, round } from './lib/report.ts'
import { serve } from './lib/spawn.ts'

/** A real paper being typed, 259,778 edits, through one browser to another: speed, equality, bytes stored, cold open. */
const parameters = flags({ edits: 1_000_000 })
const file = new URL('../../shared/data/traces/automerge-paper.json.gz', import.meta.url)
if (!existsSync(file)) {
  console.log(`Skipped: ${file.pathname} is not here.`)
  process.exit(0)
}
interface Trace {
  txns: { patches: [number, number, string][] }[]
}
const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace
const edits = txns.slice(0, parameters.edits)

const database = await createDatabase()
const env = { DATABASE_URL: database.url }
const first = await serve('ours', 1, env, ['20', '1000000000'])
const [pageId = ''] = first.pages
const writer = openBrowser(first.origin, pageId, randomUUID())
const observer = openBrowser(first.origin, pageId, randomUUID(), 'read')
await until('synced', () => writer.provider.synced && observer.provider.synced)
const seconds = await type(writer, observer)
const text = textOf(writer)
const isEqual = textOf(observer) === text && text.length > 0
const state = Y.encodeStateAsUpdate(writer.doc)

const other = openPostgres(database.url, { max: 2 })
const log = new DatabaseLog(other, () => new Date(), 'bench')
const newest = async () => (await log.load(pageId))?.snapshot?.seq ?? 0
const raw = await storedBytes()
const last = (await log.rows(pageId, 0)).at(-1)?.seq ?? 0
for (let waited = 0; (await newest()) < last && waited < 60; waited += 1) await sleep(500)
const needs = { database: other, log, now: () => new Date(), versionsOf: async () => [], onError: console.error }
const startedCompaction = performance.now()
const counts = await compactPage(needs, pageId, new Date(Date.now() + 60_000))
const compaction = performance.now() - startedCompaction
await database.backend.query('checkpoint').catch(() => {})
const compact = await storedBytes()
writer.destroy()
observer.destroy()
await first.stop()

const second = await serve('ours', 0, env)
const opened = performance.now()
const fresh = openBrowser(second.origin, pageId, randomUUID(), 'read')
await until('synced', () => fresh.provider.synced, 20_000)
const coldOpen = performance.now() - opened
const isIdentical = Buffer.compare(Y.encodeStateAsUpdate(fresh.doc), state) === 0
const fromLog = new Y.Doc()
for (const row of await log.rows(pageId, 0)) Y.applyUpdate(fromLog, row.bytes)
const logSays = fromLog.getXmlFragment('body').toJSON() === fresh.doc.getXmlFragment('body').toJSON()
fresh.destroy()
await second.stop()
await other.listener.stop()
await other.close()
await database.drop()

report('trace', { edits: edits.length }, [
  {
    'edits/s': Math.round(edits.length / seconds),
    'equal text': String(isEqual),
    characters: text.length,
    'Yjs state, bytes': state.length,
    'stored raw, bytes/edit': round(raw / edits.length),
    'stored compact, bytes/edit': round(compact / edits.length),
    'compact ÷ Yjs state': round(compact / state.length),
    'rows before, after': `${counts.from}, ${counts.to}`,
    'compaction ms': Math.round(compaction),
    'cold open ms': Math.round(coldOpen),
    'byte-identical': String(isIdentical),
    'log gives the same text': String(logSays),
  },
])

/** Live rows with their overhead, and the index: what is left when PostgreSQL has tidied up. */
async function storedBytes(): Promise<number> {
  const tables = ['page_update', 'page_snapshot', 'page_client']
  let bytes = 0
  for (const table of tables) {
    const { rows } = await other
      .pool!.query<{ bytes: string }>(`vacuum (full) ${table}`)
      .then(() => other.pool!.query<{ bytes: string }>(`select pg_total_relation_size('${table}') as bytes`))
    bytes += Number(rows[0]?.bytes ?? 0)
  }
  return bytes
}

function textOf({ doc }: Browser): string {
  const paragraph = doc.getXmlFragment('body').get(0)
  const inside = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return inside instanceof Y.XmlText ? inside.toJSON() : ''
}

/** As fast as the server commits: at most two thousand messages ahead of what it has said is saved. */
async function type(from: Browser, to: Browser): Promise<number> {
  const paragraph = new Y.XmlElement('paragraph')
  const inside = new Y.XmlText()
  paragraph.insert(0, [inside])
  from.doc.getXmlFragment('body').push([paragraph])
  const started = performance.now()
  for (const [index, { patches }] of edits.entries()) {
    from.doc.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) inside.delete(at, deleted)
        if (inserted) inside.insert(at, inserted)
      }
    })
    if (index % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
    while (from.saved.waiting > 2_000) await sleep(1)
  }
  await until('saved', () => from.saved.state === 'saved', 60_000)
  await until('seen', () => textOf(to).length === textOf(from).length, 60_000)
  return (performance.now() - started) / 1000
}
