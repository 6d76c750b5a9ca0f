import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from '../../../test/collab-client.ts'
import { aCommentedSpace, codeOf, quoted } from '../../../test/comments.ts'
import type { Looked } from '../../../test/harness.ts'

const { t, runs, writes, comments, other, reads, stranger, aPage, begin, threadsOf, page } = await aCommentedSpace()
after(() => t.close())

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
  assert.deepEqual(codeOf(await reads.post(url, body)), [403, 'forbidden'])
  assert.deepEqual(codeOf(await stranger.post(url, body)), [404, 'not-found'])
  assert.deepEqual(codeOf(await stranger.get(url)), [404, 'not-found'])
  assert.deepEqual(codeOf(await t.anonymous.get(url)), [401, 'sign-in-required'])
  assert.deepEqual(codeOf(await other.patch(`/api/comments/${comment.id}`, { body: 'x' })), [403, 'forbidden'])
  assert.deepEqual(codeOf(await runs.patch(`/api/comments/${comment.id}`, { body: 'x' })), [403, 'forbidden'])
  assert.deepEqual(codeOf(await other.patch(`/api/threads/${thread.id}`, { resolved: true })), [403, 'forbidden'])
  assert.equal(
    (await writes.patch(`/api/threads/${thread.id}`, { resolved: true })).body.resolved.by.name,
    'Wilfried Noir',
  )
  assert.equal((await comments.patch(`/api/threads/${thread.id}`, { resolved: false })).body.resolved, null)
  assert.deepEqual(codeOf(await writes.delete(`/api/threads/${thread.id}`)), [403, 'forbidden'])
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
  assert.deepEqual(codeOf(await comments.patch(`/api/comments/${thread.comments[0].id}`, { body: 'x' })), [
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
      ([writes, runs, comments][i % 3] ?? runs).patch(`/api/threads/${thread.id}`, { resolved: true }),
    ),
  )
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]))
  assert.equal(new Set(answers.map((answer) => answer.body.resolved.by.id)).size, 1)
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
  assert.deepEqual(codeOf(gone), [409, 'passage-not-found'])
  assert.equal((await threadsOf(pageId)).length, 1)
  const whole = await comments.post(`/api/pages/${pageId}/threads`, { body: 'Sur tout.', place: null })
  assert.deepEqual([whole.status, whole.body.quote], [201, ''])
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
  for (const answer of await Promise.all(asked)) assert.deepEqual(codeOf(answer), [403, 'forbidden'])
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
