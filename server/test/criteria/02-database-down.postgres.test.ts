import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPostgres } from '../../src/database/open.ts'
import { openBrowser, until } from '../collab-client.ts'
import { createPage, startCollabServer } from '../collab-server.ts'
import { faultProxy } from '../fault-proxy.ts'
import { testDatabase } from '../harness.ts'

test('criterion 2: the database goes away while people type and the last one leaves: said within 3 s, nothing lost when it is back', async (t) => {
  const fresh = await testDatabase()
  const url = new URL(fresh.url ?? '')
  const proxy = await faultProxy(Number(url.port))
  url.hostname = '127.0.0.1'
  url.port = String(proxy.port)
  const server = await startCollabServer({ database: openPostgres(url.href, { max: 4 }) })
  t.after(async () => {
    await server.close()
    await proxy.close()
    await fresh.drop()
  })
  const pageId = await createPage(fresh.database)
  const browsers = [openBrowser(server.origin, pageId, randomUUID()), openBrowser(server.origin, pageId, randomUUID())]
  await until('synced', () => browsers.every(({ provider }) => provider.synced))

  proxy.faults.down = true
  proxy.cut()
  const [ann, bob] = browsers
  ann?.doc.getText('title').insert(0, 'avant ')
  const began = Date.now()
  await until('said', () => browsers.every(({ saved }) => saved.state === 'unsaved'), 3_000)
  const saidAfter = Date.now() - began
  for (let i = 0; i < 20; i += 1) {
    ann?.doc.getText('title').insert(0, `a${i} `)
    bob?.doc.getText('title').insert(0, `b${i} `)
    await sleep(200)
  }
  await until('shown all the same', () => ann?.text === bob?.text)
  const typed = ann?.text ?? ''
  for (const browser of browsers) browser.destroy()
  await sleep(2_000)
  assert.equal(server.collab.rooms.size, 1)

  proxy.faults.down = false
  await server.collab.rooms.flusher.drained()
  const late = openBrowser(server.origin, pageId, randomUUID(), 'read')
  await until('there', () => late.text === typed)
  late.destroy()
  assert.match(typed, /a19/)
  assert.match(typed, /b19.*avant/)
  const rows = await fresh.database.db.selectFrom('page_update').select('seq').where('page_id', '=', pageId).execute()
  assert.equal(rows.length, 41)
  t.diagnostic(`figure: criterion 2: « non enregistré » after ${saidAfter} ms, 41 edits, 0 lost`)
})
