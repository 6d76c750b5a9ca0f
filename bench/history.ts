import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { createDatabase } from './lib/database.ts'
import { flags, report } from './lib/report.ts'

/**
 * The history of a real paper, 259,778 edits: how long until the slider, one comparison and who wrote what are there, first as the product
 * keeps such a log (typed in sessions over weeks by four people, old rows put together), then with every row still raw.
 */
const parameters = flags({ edits: 1_000_000, session: 4_000 })
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

process.env['TEST_DATABASE'] = 'postgres'
const database = await createDatabase()
process.env['TEST_DATABASE_URL'] = database.url
const { testApp } = await import('../server/test/harness.ts')
const { aPerson, aSpace } = await import('../server/test/build.ts')
const { compactPage } = await import('../server/src/collab/compaction.ts')
const { exactSeqs } = await import('../server/src/features/wiki/history-names.ts')

const DAY_MS = 24 * 3_600_000
const GAP_MS = 300
const t = await testApp()
const { db } = t.deps.world
const people = await Promise.all(['Ann', 'Bob', 'Rita', 'Sam'].map((name) => aPerson(db, { name })))
const space = await aSpace(
  db,
  'team',
  people.map(({ id }) => ({ id })),
)
const ann = await t.as(people[0]?.id ?? '')
const page = await ann.post(`/api/spaces/${space.id}/pages`, { title: 'Trace' })
const url = `/api/pages/${page.body.id}`
const top = await write(page.body.id)

const raw = await measure('raw')
const needs = {
  database: t.deps.database,
  log: t.deps.collab.log,
  now: () => new Date(),
  versionsOf: (id: string) => exactSeqs(db, id),
  onError: console.error,
}
await t.deps.collab.log.writeSnapshot(page.body.id, { seq: top.seq, state: top.state })
const counts = await compactPage(needs, page.body.id, new Date())
const compact = await measure('put together')
await t.close()
await database.drop()
report('history', { edits: edits.length, rows: counts.from, 'rows put together': counts.to }, [compact, raw])
process.exit(0)

/** Writes the log as four people would have left it: each session in one browser, one person at a time. */
async function write(pageId: string): Promise<{ seq: number; state: Uint8Array }> {
  const first = await db
    .selectFrom('page_update')
    .select('bytes')
    .where('page_id', '=', pageId)
    .executeTakeFirstOrThrow()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, first.bytes)
  let seq = 1
  let rows: { page_id: string; seq: number; person_id: string; nonce: number; bytes: Buffer; at: Date }[] = []
  const start = Date.now() - (edits.length / parameters.session) * DAY_MS - DAY_MS
  const clients = new Map<number, string>()
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await db.insertInto('page_update').values(rows).execute()
    rows = []
  }
  let at = start
  let author = ''
  doc.on('update', (bytes: Uint8Array) => {
    seq += 1
    rows.push({ page_id: pageId, seq, person_id: author, nonce: seq, bytes: Buffer.from(bytes), at: new Date(at) })
  })
  const block = doc.getXmlFragment('body').get(0)
  const text = new Y.XmlText()
  author = people[0]?.id ?? ''
  if (block instanceof Y.XmlElement) block.insert(0, [text])
  for (const [index, { patches }] of edits.entries()) {
    const session = Math.floor(index / parameters.session)
    if (index % parameters.session === 0) {
      doc.clientID = 1_000 + session
      author = people[session % people.length]?.id ?? ''
      at = start + session * DAY_MS
      clients.set(doc.clientID, author)
    }
    at += GAP_MS
    doc.transact(() => {
      for (const [place, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(place, deleted)
        if (inserted) text.insert(place, inserted)
      }
    })
    if (rows.length >= 2_000) await flush()
  }
  await flush()
  const owners = [...clients].map(([client_id, person_id]) => ({ page_id: pageId, client_id, person_id }))
  await db
    .insertInto('page_client')
    .values(owners)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db.updateTable('page_head').set({ seq }).where('page_id', '=', pageId).execute()
  return { seq, state: Y.encodeStateAsUpdate(doc) }
}

async function timed(path: string): Promise<number> {
  const started = performance.now()
  const { status, body } = await ann.get(`${url}/${path}`)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return Math.round(performance.now() - started)
}

async function measure(log: string): Promise<Record<string, string | number>> {
  // The threads are warm, as they are on a server that runs.
  await ann.get(`${url}/versions/1`)
  const slider = await timed('timeline')
  const { moments } = (await ann.get(`${url}/timeline`)).body as { moments: { seq: number }[] }
  const seqOf = (share: number): number => moments[Math.floor((moments.length - 1) * share)]?.seq ?? 1
  const [last, before] = [moments.at(-1)?.seq ?? 2, moments.at(-2)?.seq ?? 1]
  const row = {
    log,
    moments: moments.length,
    'slider ms': slider,
    'last change ms': await timed(`diff?from=${before}&to=${last}`),
    'change in the middle ms': await timed(`diff?from=${seqOf(0.48)}&to=${seqOf(0.5)}`),
    'from first to last ms': await timed(`diff?from=${seqOf(0)}&to=${last}`),
    'a version in the middle ms': await timed(`versions/${seqOf(0.5)}`),
    'who wrote what ms': await timed('authors'),
    'again, kept, ms': await timed('authors'),
  }
  return row
}
