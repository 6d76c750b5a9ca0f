import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aLoop, aPost, aTopic } from '../../../test/loop.ts'

let t: TestApp
before(async () => void (t = await testApp()))
after(() => t.close())

/** What an answer says, without what names the request. */
const told = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
  const { instance, requestId, ...rest } = body
  assert.ok(instance && requestId)
  return { status, rest }
}
const UNKNOWN = '00000000-0000-7000-8000-000000000000'

describe('rights', () => {
  it('one outside gets what an unknown id gets, on every route', async () => {
    const { space, talks, outside } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id)
    const calls: ((
      spaceId: string,
      topicId: string,
      postId: string,
    ) => Promise<{ status: number; body: Record<string, unknown> }>)[] = [
      (spaceId) => outside.get(`/api/spaces/${spaceId}/topics`),
      (spaceId) => outside.post(`/api/spaces/${spaceId}/topics`, { title: 'Un', body: 'deux' }),
      (_, topicId) => outside.get(`/api/topics/${topicId}`),
      (_, topicId) => outside.patch(`/api/topics/${topicId}`, { title: 'Un autre' }),
      (_, topicId) => outside.get(`/api/topics/${topicId}/posts`),
      (_, topicId) => outside.post(`/api/topics/${topicId}/posts`, { body: 'deux' }),
      (_, topicId) => outside.put(`/api/topics/${topicId}/read`, { number: 1 }),
      (_, __, postId) => outside.patch(`/api/posts/${postId}`, { body: 'trois' }),
      (_, __, postId) => outside.delete(`/api/posts/${postId}`),
      (_, __, postId) => outside.get(`/api/posts/${postId}/revisions`),
    ]
    for (const call of calls) {
      const hidden = await call(space.id, topic.id, post.id)
      assert.equal(hidden.status, 404, String(call))
      assert.deepEqual(told(hidden), told(await call(UNKNOWN, UNKNOWN, UNKNOWN)), String(call))
    }
  })

  it('a reader reads and does not write; others change their own words alone', async () => {
    const { space, runs, talks, reads } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id)
    assert.equal((await reads.get(`/api/topics/${topic.id}/posts`)).body.items.length, 2)
    assert.deepEqual((await reads.get(`/api/topics/${topic.id}`)).body.can, { reply: false, edit: false, close: false })
    assert.equal((await reads.post(`/api/spaces/${space.id}/topics`, { title: 'Un', body: 'deux' })).status, 403)
    assert.equal((await reads.post(`/api/topics/${topic.id}/posts`, { body: 'deux' })).status, 403)
    assert.equal((await runs.patch(`/api/posts/${post.id}`, { body: 'En son nom' })).status, 403)
    assert.equal((await reads.delete(`/api/posts/${post.id}`)).status, 403)
    assert.equal((await talks.patch(`/api/topics/${topic.id}`, { closed: true })).status, 403)
    assert.equal((await talks.patch(`/api/topics/${topic.id}`, { title: 'Mieux dit' })).body.title, 'Mieux dit')
  })

  it('a visitor reads what is public, and is asked to sign in for all else', async () => {
    const { space, talks, runs } = await aLoop(t)
    const open = await aSpace(t.deps.world.db, 'public', [])
    const hidden = await aTopic(talks, space.id)
    const administrator = await t.as((await aPerson(t.deps.world.db, { administrator: true })).id)
    const topic = await aTopic(administrator, open.id)
    assert.equal((await t.anonymous.get(`/api/topics/${topic.id}`)).body.unread, 0)
    assert.equal(
      (await t.anonymous.get(`/api/topics/${topic.id}/posts`)).body.items[0].html,
      '<p>Bonjour à toutes et à tous.</p>\n',
    )
    assert.equal((await t.anonymous.get(`/api/spaces/${open.slug}/topics`)).body.items.length, 1)
    for (const url of [`/api/topics/${hidden.id}`, `/api/topics/${UNKNOWN}`, `/api/spaces/${space.id}/topics`])
      assert.equal((await t.anonymous.get(url)).body.code, 'sign-in-required', url)
    assert.equal((await t.anonymous.post(`/api/topics/${topic.id}/posts`, { body: 'Un' })).status, 401)
    assert.equal((await runs.post(`/api/topics/${topic.id}/posts`, { body: 'Une membre commente.' })).status, 201)
  })

  it('what has ended takes no more words, and opens again', async () => {
    const { space, runs, talks, reads } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id)
    assert.equal((await runs.patch(`/api/topics/${topic.id}`, { closed: true })).body.closedAt !== null, true)
    assert.equal((await talks.post(`/api/topics/${topic.id}/posts`, { body: 'Encore' })).body.code, 'topic-closed')
    assert.equal((await talks.patch(`/api/posts/${post.id}`, { body: 'Encore' })).status, 409)
    assert.equal(
      (await reads.post(`/api/topics/${topic.id}/posts`, { body: 'Encore' })).status,
      403,
      'the role comes first',
    )
    assert.equal((await runs.patch(`/api/topics/${topic.id}`, { closed: false })).body.closedAt, null)
    await aPost(talks, topic.id)
    await runs.patch(`/api/spaces/${space.id}`, { closed: true })
    assert.equal((await talks.post(`/api/topics/${topic.id}/posts`, { body: 'Encore' })).body.code, 'space-closed')
    assert.equal((await talks.post(`/api/spaces/${space.id}/topics`, { title: 'Un', body: 'Encore' })).status, 409)
    assert.equal((await runs.delete(`/api/posts/${post.id}`)).status, 204, 'moderation goes on')
  })
})

describe('replies', () => {
  it('fifty at the same moment get the numbers 2 to 51', async () => {
    const { space, talks, runs } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, i) => aPost(i % 2 ? talks : runs, topic.id, `Réponse ${i}`)),
    )
    assert.deepEqual(
      sent.map(({ number }) => number).toSorted((a, b) => a - b),
      Array.from({ length: 50 }, (_, i) => i + 2),
    )
    assert.equal((await talks.get(`/api/topics/${topic.id}`)).body.postCount, 51)
  })

  it('sent twice with one key, there is one', async () => {
    const { space, talks } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    const send = () =>
      talks.post(`/api/topics/${topic.id}/posts`, { body: 'Une fois' }, { 'idempotency-key': 'envoi-du-train-42' })
    const [first, again] = [await send(), await send()]
    assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body])
    assert.equal((await talks.get(`/api/topics/${topic.id}/posts`)).body.items.length, 2)
  })

  it('are announced to the space, in the same transaction', async () => {
    const { space, talks } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id)
    await talks.patch(`/api/posts/${post.id}`, { body: 'Autrement dit' })
    const events = await t.deps.world.db
      .selectFrom('event')
      .select(['type', 'space_id', 'ids'])
      .where('space_id', '=', space.id)
      .orderBy('seq')
      .execute()
    const ids = { topicId: topic.id, spaceId: space.id, postId: post.id, number: '2' }
    assert.deepEqual(events, [
      { type: 'topic.created', space_id: space.id, ids: { topicId: topic.id, spaceId: space.id } },
      { type: 'post.created', space_id: space.id, ids },
      { type: 'post.changed', space_id: space.id, ids },
    ])
  })

  it('never carry a script', async () => {
    const { space, talks } = await aLoop(t)
    const topic = await aTopic(talks, space.id, '**Fort** <script>alert(1)</script> [ici](javascript:alert(1))')
    assert.match(topic.html, /<strong>Fort<\/strong>/)
    assert.doesNotMatch(topic.html, /<script|javascript:/)
    assert.match(topic.body, /<script>/, 'the words stay as they were written')
  })
})
