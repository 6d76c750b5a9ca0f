import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { aCommentedSpace } from '../../../test/comments.ts'
import type { Looked } from '../../../test/harness.ts'

const { t, runs, comments, aPage, begin, threadsOf, page, put, covered, asWriter } = await aCommentedSpace()
after(() => t.close())

const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')
const textOf = (doc: Y.Doc, index: number): Y.XmlText => (bodyOf(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText

test('criterion 16: the anchor goes with what is typed before, in and behind it, and through a split', async () => {
  const pageId = await aPage('Un deux trois quatre.')
  const thread = await begin(pageId, 'deux trois')
  await asWriter(pageId, (doc) => {
    textOf(doc, 0).insert(0, 'Voici : ')
    textOf(doc, 0).insert('Voici : Un deux '.length, 'et demi, ')
  })
  assert.equal(await covered(pageId, thread.id), 'deux et demi, trois')
  assert.equal((await threadsOf(pageId))[0].quote, 'deux trois', 'what was commented is still said')
})

test('criterion 16: T4, a comment that comes while others type stays, and nothing typed is lost', async () => {
  const pageId = await aPage('Le passage à commenter, et la suite.')
  const typing = (async () => {
    for (let i = 0; i < 30; i++) await asWriter(pageId, (doc) => textOf(doc, 0).insert(3 + i, String(i % 10)))
  })()
  const threads = await Promise.all(
    Array.from({ length: 5 }, (_, i) =>
      begin(pageId, ['à commenter', 'la suite', 'commenter, et', 'suite', 'et la'][i] ?? ''),
    ),
  )
  await typing
  for (const thread of threads) assert.equal(await covered(pageId, thread.id), thread.quote)
  assert.match((await page(pageId)).markdown, /^Le 012345678901234567890123456789passage à commenter, et la suite\./)
})

test('positions of an editor lead to the words that they were set on, though others typed before them', async () => {
  const pageId = await aPage('oui\n\noui\n\noui')
  const encoded = await t.deps.collab.rooms.read(pageId, (doc) => {
    const at = (index: number) =>
      Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(textOf(doc, 1), index))).toString(
        'base64',
      )
    return { start: at(0), end: at(3) }
  })
  await asWriter(pageId, (doc) => textOf(doc, 0).insert(0, 'beaucoup de mots, '))
  const answer = await comments.post(`/api/pages/${pageId}/threads`, {
    body: 'Ici.',
    place: { quote: 'oui', ...encoded },
  })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  assert.match((await page(pageId)).html, /mots, oui<\/p>\n<p><span data-comment="[^"]+">oui<\/span><\/p>\n<p>oui<\/p>/)
})

test('a comment is no version of the page', async () => {
  const pageId = await aPage('Un texte.')
  await begin(pageId, 'texte')
  const { items } = (await runs.get(`/api/pages/${pageId}/versions`)).body
  assert.deepEqual(
    items.map(({ author }: Looked) => author?.name),
    ['Ève Garin'],
  )
})

test('criterion 16: when the words go, the thread stays with its quotation; when they come back without their mark, it is on them again', async () => {
  const pageId = await aPage('Avant.\n\nUne phrase que l’on discute longuement.\n\nAprès.')
  const thread = await begin(pageId, 'phrase que l’on discute')
  await asWriter(pageId, (doc) => {
    bodyOf(doc).delete(1, 1)
  })
  const [gone] = await threadsOf(pageId)
  assert.deepEqual([gone.anchored, gone.quote], [false, 'phrase que l’on discute'])
  assert.doesNotMatch((await page(pageId)).html, /data-comment/)
  // A paste from elsewhere, a merge that wrote the paragraph anew: the words without the mark.
  await asWriter(pageId, (doc) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Une phrase que l’on discute longuement.')])
    bodyOf(doc).insert(2, [paragraph])
  })
  await page(pageId)
  assert.equal(await covered(pageId, thread.id), 'phrase que l’on discute')
  assert.equal((await threadsOf(pageId))[0].anchored, true)
})

test('a text that is put over HTTP and a version that is restored keep the comments on what stays', async () => {
  const pageId = await aPage('## Titre\n\nUne phrase qui reste.\n\nUne phrase qui part.')
  const { seq } = await page(pageId)
  const [stays, goes] = [await begin(pageId, 'phrase qui reste'), await begin(pageId, 'phrase qui part')]
  assert.equal((await put(pageId, 'Autre début.\n\n- Une **phrase** qui reste.')).status, 200)
  assert.equal(await covered(pageId, stays.id), 'phrase qui reste')
  assert.deepEqual(
    (await threadsOf(pageId)).map((one) => one.anchored),
    [true, false],
  )
  const restored = await runs.post(`/api/pages/${pageId}/versions/${seq}/restore`)
  assert.equal(restored.status, 200, JSON.stringify(restored.body))
  assert.equal((await page(pageId)).markdown, '## Titre\n\nUne phrase qui reste.\n\nUne phrase qui part.\n')
  assert.equal(await covered(pageId, stays.id), 'phrase qui reste')
  assert.equal(await covered(pageId, goes.id), 'phrase qui part')
})

test('ids that a peer writes into marks name no thread of another page, and cannot break the page', async () => {
  const [mine, theirs] = [await aPage('Un texte à moi.'), await aPage('Un texte à eux.')]
  const thread = await begin(theirs, 'texte')
  await asWriter(mine, (doc) => {
    textOf(doc, 0).format(0, 4, { 'comment--AAAAAAAA': { id: thread.id } })
    textOf(doc, 0).format(5, 4, { 'comment--BBBBBBBB': { id: '"><img src=x onerror=alert(1)>' } })
  })
  await begin(mine, 'moi')
  assert.deepEqual(
    (await threadsOf(mine)).map((one) => one.quote),
    ['moi'],
  )
  assert.doesNotMatch((await page(mine)).html, /onerror/)
  assert.equal((await threadsOf(theirs))[0].anchored, true)
})
