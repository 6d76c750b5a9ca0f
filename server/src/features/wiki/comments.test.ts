import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { commentsIn } from '@cenacle/document/comments'
import * as Y from 'yjs'
import { aPerson, aSpace } from '../../../test/build.ts'
import { until } from '../../../test/collab-client.ts'
import { testApp, type Answer, type Caller, type Looked, type TestApp } from '../../../test/harness.ts'

let t: TestApp
let runs: Caller
let writes: Caller
let comments: Caller
let other: Caller
let reads: Caller
let stranger: Caller
let spaceId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const names = ['Ève Garin', 'Wilfried Noir', 'Coralie Brun', 'Omar Diallo', 'Rose Petit', 'Sam Ruel']
  const people = await Promise.all(names.map((name) => aPerson(db, { name })))
  const roles = ['facilitator', 'writer', 'commenter', 'commenter', 'reader'] as const
  const named = roles.map((role, i) => ({ id: people[i]?.id ?? '', role }))
  spaceId = (await aSpace(db, 'loop', named)).id
  const callers = await Promise.all(people.map(({ id }) => t.as(id)))
  ;[runs, writes, comments, other, reads, stranger] = callers as [Caller, Caller, Caller, Caller, Caller, Caller]
})
after(() => t.close())

async function aPage(markdown: string): Promise<string> {
  const { status, body } = await runs.post(`/api/spaces/${spaceId}/pages`, { title: 'Une page', markdown })
  assert.equal(status, 201)
  return body.id
}
const quoted = (quote: string, more: object = {}) => ({ quote, near: 0, ...more })
async function begin(pageId: string, quote: string, who = comments, body = 'À revoir.'): Promise<Looked> {
  const answer = await who.post(`/api/pages/${pageId}/threads`, { body, place: quoted(quote) })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
const threadsOf = async (pageId: string, who = comments): Promise<Looked[]> =>
  (await who.get(`/api/pages/${pageId}/threads`)).body.items
const code = ({ status, body }: Answer) => [status, body.code]
const page = async (pageId: string, who = comments): Promise<Looked> => (await who.get(`/api/pages/${pageId}`)).body
const put = async (pageId: string, markdown: string): Promise<Answer> =>
  runs.put(`/api/pages/${pageId}/markdown`, { markdown }, { 'if-match': `"${(await page(pageId)).seq}"` })
/** What a thread's mark covers in the document as it is in its room. */
const covered = async (pageId: string, threadId: string): Promise<string | undefined> =>
  (await t.deps.collab.rooms.read(pageId, (doc) => commentsIn(doc)))?.get(threadId)?.text
const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')
const textOf = (doc: Y.Doc, index: number): Y.XmlText => (bodyOf(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText
const asWriter = (pageId: string, change: (doc: Y.Doc) => void) =>
  t.deps.collab.rooms.edit(pageId, '0198c0de-0000-7000-8000-000000000001', change)

test('who may not write comments a passage, which the page then shows to those who see comments', async () => {
  const pageId = await aPage('Le **budget** est voté.\n\nPuis le reste.')
  const before = await page(pageId)
  t.advance(60_000)
  const thread = await begin(pageId, 'budget est voté', comments, 'En _quelle_ année ?')
  assert.deepEqual(
    [thread.quote, thread.anchored, thread.resolved, thread.author.name],
    ['budget est voté', true, null, 'Coralie Brun'],
  )
  assert.deepEqual(thread.can, { reply: true, resolve: true, remove: false })
  assert.match(thread.comments[0].html, /<em>quelle<\/em>/)
  const after = await page(pageId, reads)
  const span = `<span data-comment="${thread.id}">`
  assert.equal(
    after.html,
    `<p>Le <strong>${span}budget</span></strong>${span} est voté</span>.</p>\n<p>Puis le reste.</p>`,
  )
  assert.deepEqual(
    [after.markdown, after.updatedAt, after.authors.length],
    [before.markdown, before.updatedAt, 1],
    'a comment is not part of the text, and makes nobody its author',
  )
  assert.deepEqual((await threadsOf(pageId, reads))[0].can, { reply: false, resolve: false, remove: false })
})

test('rights: readers see, strangers and visitors know of nothing; own words alone are changed', async () => {
  const pageId = await aPage('Un texte à lire.')
  const thread = await begin(pageId, 'texte')
  const [comment] = thread.comments
  const url = `/api/pages/${pageId}/threads`
  const body = { body: 'Non.', place: null }
  assert.deepEqual(code(await reads.post(url, body)), [403, 'forbidden'])
  assert.deepEqual(code(await stranger.post(url, body)), [404, 'not-found'])
  assert.deepEqual(code(await stranger.get(url)), [404, 'not-found'])
  assert.deepEqual(code(await t.anonymous.get(url)), [401, 'sign-in-required'])
  assert.deepEqual(code(await other.patch(`/api/comments/${comment.id}`, { body: 'x' })), [403, 'forbidden'])
  assert.deepEqual(code(await runs.patch(`/api/comments/${comment.id}`, { body: 'x' })), [403, 'forbidden'])
  assert.deepEqual(code(await other.patch(`/api/threads/${thread.id}`, { resolved: true })), [403, 'forbidden'])
  assert.equal(
    (await writes.patch(`/api/threads/${thread.id}`, { resolved: true })).body.resolved.by.name,
    'Wilfried Noir',
  )
  assert.equal((await comments.patch(`/api/threads/${thread.id}`, { resolved: false })).body.resolved, null)
  assert.deepEqual(code(await writes.delete(`/api/threads/${thread.id}`)), [403, 'forbidden'])
  const edited = await comments.patch(`/api/comments/${comment.id}`, { body: 'Mieux dit.' })
  assert.deepEqual([edited.body.comments[0].body, edited.body.comments[0].editedAt === null], ['Mieux dit.', false])
  assert.equal((await runs.delete(`/api/threads/${thread.id}`)).status, 204)
  assert.deepEqual(await threadsOf(pageId), [])
})

test('answers open a settled thread again; a deleted comment leaves its place, the last one takes the thread along', async () => {
  const pageId = await aPage('Un texte.')
  const thread = await begin(pageId, 'texte')
  await writes.patch(`/api/threads/${thread.id}`, { resolved: true })
  const answered = await other.post(`/api/threads/${thread.id}/comments`, { body: 'Pas tout à fait.' })
  assert.deepEqual([answered.status, answered.body.resolved, answered.body.comments.length], [201, null, 2])
  assert.equal((await comments.delete(`/api/comments/${thread.comments[0].id}`)).status, 204)
  const [left] = await threadsOf(pageId)
  assert.deepEqual(
    left.comments.map((one: Looked) => [one.body, one.deletedAt === null]),
    [
      ['', false],
      ['Pas tout à fait.', true],
    ],
  )
  assert.deepEqual(code(await comments.patch(`/api/comments/${thread.comments[0].id}`, { body: 'x' })), [
    403,
    'forbidden',
  ])
  assert.equal((await runs.delete(`/api/comments/${answered.body.comments[1].id}`)).status, 204)
  assert.deepEqual(await threadsOf(pageId), [])
})

test('of twenty who settle a thread at one moment, one has done it', async () => {
  const pageId = await aPage('Un texte.')
  const thread = await begin(pageId, 'texte')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      [writes, runs, comments][i % 3]?.patch(`/api/threads/${thread.id}`, { resolved: true }),
    ),
  )
  assert.deepEqual(new Set(answers.map((answer) => answer?.status)), new Set([200]))
  assert.equal(new Set(answers.map((answer) => answer?.body.resolved.by.id)).size, 1)
})

test('a key sent twice makes one thread; a passage that is not there makes none', async () => {
  const pageId = await aPage('Un texte.')
  const key = { 'idempotency-key': 'cle-du-commentaire' }
  const body = { body: 'Une fois.', place: quoted('texte') }
  const [first, second] = [
    await comments.post(`/api/pages/${pageId}/threads`, body, key),
    await comments.post(`/api/pages/${pageId}/threads`, body, key),
  ]
  assert.equal(first.body.id, second.body.id)
  const gone = await comments.post(`/api/pages/${pageId}/threads`, { ...body, place: quoted('autre chose') })
  assert.deepEqual(code(gone), [409, 'passage-not-found'])
  assert.equal((await threadsOf(pageId)).length, 1)
  const whole = await comments.post(`/api/pages/${pageId}/threads`, { body: 'Sur tout.', place: null })
  assert.deepEqual([whole.status, whole.body.quote], [201, ''])
})

test('the anchor goes with what is typed before, in and behind it, and through a split', async () => {
  const pageId = await aPage('Un deux trois quatre.')
  const thread = await begin(pageId, 'deux trois')
  await asWriter(pageId, (doc) => {
    textOf(doc, 0).insert(0, 'Voici : ')
    textOf(doc, 0).insert('Voici : Un deux '.length, 'et demi, ')
  })
  assert.equal(await covered(pageId, thread.id), 'deux et demi, trois')
  assert.equal((await threadsOf(pageId))[0].quote, 'deux trois', 'what was commented is still said')
})

test('T4: a comment that comes while others type stays, and nothing typed is lost', async () => {
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

test('when the words go, the thread stays with its quotation; when they come back without their mark, it is on them again', async () => {
  const pageId = await aPage('Avant.\n\nUne phrase que l’on discute longuement.\n\nAprès.')
  const thread = await begin(pageId, 'phrase que l’on discute')
  let kept = new Uint8Array()
  await asWriter(pageId, (doc) => {
    kept = Y.encodeStateAsUpdate(doc)
    bodyOf(doc).delete(1, 1)
  })
  assert.ok(kept.length > 0)
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

test('a frozen page shows its threads and takes no new ones', async () => {
  const pageId = await aPage('Adopté.')
  const thread = await begin(pageId, 'Adopté')
  assert.equal((await runs.put(`/api/pages/${pageId}/freeze`, { reason: 'Adoptée le 12 mars.' })).status, 200)
  assert.deepEqual((await threadsOf(pageId))[0].can, { reply: false, resolve: false, remove: false })
  const asked = [
    comments.post(`/api/pages/${pageId}/threads`, { body: 'x', place: null }),
    comments.post(`/api/threads/${thread.id}/comments`, { body: 'x' }),
    comments.patch(`/api/comments/${thread.comments[0].id}`, { body: 'x' }),
  ]
  for (const answer of await Promise.all(asked)) assert.deepEqual(code(answer), [403, 'forbidden'])
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

test('everybody in the space hears of it', async () => {
  const pageId = await aPage('Un texte.')
  const heard: string[] = []
  const stop = t.deps.tail.subscribe(({ type, ids }) => void (ids['pageId'] === pageId && heard.push(type)))
  await begin(pageId, 'texte')
  await until('the hint', () => heard.includes('comment.changed'))
  stop()
})

test('a hundred threads are listed by two requests, in order', async () => {
  const pageId = await aPage('Un texte.')
  for (let i = 0; i < 12; i++) await comments.post(`/api/pages/${pageId}/threads`, { body: `Fil ${i}`, place: null })
  const first = (await comments.get(`/api/pages/${pageId}/threads?limit=10`)).body
  const rest = (await comments.get(`/api/pages/${pageId}/threads?limit=10&cursor=${first.next}`)).body
  assert.deepEqual(
    [...first.items, ...rest.items].map((one: Looked) => one.comments[0].body),
    Array.from({ length: 12 }, (_, i) => `Fil ${i}`),
  )
  assert.equal(rest.next, null)
})
