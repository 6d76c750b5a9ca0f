import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { type Browser, openBrowser, until } from '../../test/collab-client.ts'
import { type CollabServer, createPage, startCollabServer } from '../../test/collab-server.ts'
import { testDatabase } from '../../test/harness.ts'
import { type Database, openPostgres } from '../database/open.ts'
import { DatabaseLog } from './log.ts'

// What only a database with several connections can show: `*.postgres.test.ts` runs on PostgreSQL alone.
let servers: CollabServer[] = []
let third: Database
let drop: () => Promise<void>
const browsers: Browser[] = []
const open = (server: CollabServer | undefined, pageId: string, mode: 'write' | 'read' = 'write') => {
  const browser = openBrowser(server?.origin ?? '', pageId, randomUUID(), mode)
  browsers.push(browser)
  return browser
}

before(async () => {
  const fresh = await testDatabase()
  const url = fresh.url ?? ''
  drop = () => fresh.drop()
  third = openPostgres(url)
  const databases = [fresh.database, openPostgres(url)]
  servers = await Promise.all(databases.map((database) => startCollabServer({ database })))
})
after(async () => {
  for (const browser of browsers) browser.destroy()
  await third.close()
  for (const server of servers) await server.close()
  await drop()
})

test('two processes on one PostgreSQL edit one page together, cursors included', async () => {
  const [one, two] = servers
  const pageId = await createPage(third)
  const ann = open(one, pageId)
  const cleo = open(two, pageId)
  await until('synced', () => ann.provider.synced && cleo.provider.synced)
  for (let i = 0; i < 60; i += 1) {
    ann.doc.getText('title').insert(i % 7 > ann.text.length ? 0 : i % 7, 'a')
    cleo.doc.getText('title').insert(0, 'c')
    if (i % 20 === 0) cleo.doc.getXmlFragment('body').push([new Y.XmlElement('paragraph')])
    await new Promise((resolve) => setTimeout(resolve, i % 15))
  }
  await until('both texts', () => ann.text.length === 120 && ann.text === cleo.text)
  await until('saved', () => ann.saved.state === 'saved' && cleo.saved.state === 'saved')
  const rows = await new DatabaseLog(third, () => new Date(), 'third').rows(pageId, 0)
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    rows.map((_, i) => i + 1),
  )
  const position = { type: null, tname: 'title', item: null, assoc: 0 }
  ann.provider.awareness.setLocalStateField('cursor', { anchor: position, head: position })
  await until(
    'cursor',
    () => cleo.provider.awareness.getStates().get(ann.doc.clientID)?.['cursor']?.anchor.tname === 'title',
  )
})

test('the database is silent: shown after 250 ms and called unsaved; saved when it answers', async () => {
  const [one] = servers
  const pageId = await createPage(third)
  const ann = open(one, pageId)
  const cleo = open(one, pageId)
  await until('synced', () => ann.provider.synced && cleo.provider.synced)
  await third.db.transaction().execute(async (tx) => {
    await sql`select 1 from page_head where page_id = ${pageId} for update`.execute(tx)
    ann.doc.getText('title').insert(0, 'pas encore écrit')
    await until('shown', () => cleo.text === 'pas encore écrit', 2_000)
    await until('unsaved', () => ann.saved.state === 'unsaved' && cleo.saved.state === 'unsaved', 1_000)
    const late = open(one, pageId, 'read')
    await until('late reader', () => late.text === 'pas encore écrit')
  })
  await until('saved', () => ann.saved.state === 'saved' && cleo.saved.state === 'saved')
})

test('two processes append to the same pages in opposite orders: no deadlock, seqs without gap or double', async () => {
  const pages = await Promise.all(Array.from({ length: 6 }, () => createPage(third)))
  let nonce = 1
  const append = async (process: number) => {
    const log = new DatabaseLog(third, () => new Date(), `process ${process}`)
    for (let i = 0; i < 60; i += 1) {
      const order = process % 2 ? pages : pages.toReversed()
      const entries = order.map((pageId) => ({
        pageId,
        personId: randomUUID(),
        bytes: new Uint8Array([0, 0]),
        nonce: (nonce += 1),
        clientIds: [i],
        after: 0,
      }))
      await log.append(entries, i % 5 === 0)
    }
  }
  await Promise.all([append(0), append(1), append(2)])
  const log = new DatabaseLog(third, () => new Date(), 'reader')
  for (const pageId of pages) {
    const rows = await log.rows(pageId, 0)
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      Array.from({ length: 180 }, (_, i) => i + 1),
    )
  }
})
