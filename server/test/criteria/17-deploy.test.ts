import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { encodeUpdate } from '@cenacle/collab/protocol'
import { schemaVersion } from '@cenacle/document/schema-version'
import * as Y from 'yjs'
import { until } from '../collab-client.ts'
import { type Committee, committee } from './committee.ts'

let c: Committee
before(async () => {
  c = await committee({ ann: 'facilitator', bob: 'reader' })
})
after(() => c.close())

const markdownOf = async (pageId: string): Promise<string> =>
  (await c.caller('ann').get(`/api/pages/${pageId}`)).body.markdown

test('criterion 17: a tab from before a deployment is closed with 4426 before it writes anything; after a reload its text is merged', async () => {
  const pageId = await c.newPage('Avant.')
  using old = c.open('ann', pageId, { params: { schema: 'older' } })
  using other = c.open('ann', pageId, { params: { schema: schemaVersion } })
  await until('synced', () => other.provider.synced)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Gardé dans l’ancien onglet.')])
  old.doc.getXmlFragment('body').insert(0, [paragraph])
  await until('closed', () => old.codes.includes(4426))
  other.type(' Après.')
  await until('saved', () => other.saved === 'saved')
  assert.deepEqual([old.provider.synced, old.provider.shouldConnect], [false, false])
  assert.equal(await markdownOf(pageId), 'Avant. Après.\n')
  using reloaded = c.open('ann', pageId, { params: { schema: schemaVersion } })
  Y.applyUpdate(reloaded.doc, Y.encodeStateAsUpdate(old.doc))
  await until('merged', () => reloaded.saved === 'saved' && other.markdown === reloaded.markdown)
  // Both came first: which stands above is Yjs's to say.
  const merged = (await markdownOf(pageId)).trim().split('\n\n').sort()
  assert.deepEqual(merged, ['Avant. Après.', 'Gardé dans l’ancien onglet.'])
})

test('criterion 17: the same over plain requests; who may not read the page learns nothing of it', async () => {
  const pageId = await c.newPage('Avant.')
  const url = `/api/pages/${pageId}/sync?connection=${randomUUID()}&schema=older`
  const doc = new Y.Doc()
  doc.getText('title').insert(0, 'non')
  const messages = [Buffer.from(encodeUpdate(Y.encodeStateAsUpdate(doc))).toString('base64')]
  for (const answer of [await c.caller('ann').post(url, { messages }), await c.caller('ann').get(url)])
    assert.deepEqual([answer.status, answer.body.closed.code, answer.body.messages], [200, 4426, []])
  assert.equal((await c.t.anonymous.get(url)).status, 401)
  assert.equal((await c.caller('ann').get(`/api/pages/${pageId}`)).body.title, 'Une page')
})

test('criterion 17: the public client, which says no version, goes on working', async () => {
  const pageId = await c.newPage('Avant.')
  using tab = c.open('ann', pageId)
  await until('synced', () => tab.provider.synced)
  tab.type(' Encore.')
  await until('saved', () => tab.saved === 'saved')
  assert.equal(await markdownOf(pageId), 'Avant. Encore.\n')
})
