import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as Y from 'yjs'
import { until } from '../collab-client.ts'
import { type Committee, committee } from './committee.ts'

let c: Committee
before(async () => {
  c = await committee({ ann: 'facilitator', bob: 'writer' })
})
after(() => c.close())

const sentence = 'La commission a débattu du calendrier et des moyens de chaque atelier. '

test('criterion 18: a page of 300,000 characters and 200 images is read, and opened for writing, within 3 s each', async (t) => {
  const parts = Array.from(
    { length: 200 },
    (_, i) => `## Partie ${i}\n\n![Plan ${i}](/api/files/${i})\n\n${sentence.repeat(21)}\n\n`,
  )
  const pageId = await c.newPage(parts.join(''))
  const began = performance.now()
  const { body } = await c.caller('bob').get(`/api/pages/${pageId}`)
  const read = performance.now() - began
  assert.ok(body.markdown.length > 300_000)
  assert.equal(body.html.match(/<img/g)?.length, 200)
  const opening = performance.now()
  using bob = c.open('bob', pageId)
  await until('open', () => bob.provider.synced && bob.doc.getXmlFragment('body').length >= 600)
  const opened = performance.now() - opening
  bob.type(' Un mot de plus.', 0)
  await until('saved', () => bob.saved === 'saved')
  t.diagnostic(
    `figure: criterion 18: ${body.markdown.length} characters read in ${Math.round(read)} ms, opened in ${Math.round(opened)} ms`,
  )
  assert.ok(read < 3_000, `read in ${read} ms`)
  assert.ok(opened < 3_000, `opened in ${opened} ms`)
})

test('criterion 18: beyond a megabyte nothing is cut: refused with a reason over HTTP, said in the line, the page as it was', async () => {
  const pageId = await c.newPage('Petite page.')
  const { headers } = await c.caller('ann').get(`/api/pages/${pageId}`)
  const match = { 'if-match': String(headers['etag']) }
  const long = await c.caller('ann').put(`/api/pages/${pageId}/markdown`, { markdown: sentence.repeat(16_000) }, match)
  assert.equal(long.status, 422)
  assert.match(JSON.stringify(long.body), /too-(?:large|long)|invalid/)
  using ann = c.open('ann', pageId)
  await until('synced', () => ann.provider.synced)
  for (let i = 0; i < 12 && ann.saved !== 'refused'; i += 1) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(sentence.repeat(1_300))])
    ann.doc.getXmlFragment('body').push([paragraph])
    await until('answered', () => ann.saved === 'saved' || ann.saved === 'refused')
  }
  assert.equal(ann.saved, 'refused')
  const { body } = await c.caller('ann').get(`/api/pages/${pageId}`)
  assert.ok(body.markdown.startsWith('Petite page.'))
  const sentences = body.markdown.split(sentence.trim()).length - 1
  assert.ok(sentences >= 1_300 && sentences % 1_300 === 0, `${sentences} sentences: a paragraph was cut`)
})
