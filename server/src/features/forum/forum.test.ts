import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace, theCommittee } from '../../../test/build.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'

let t: TestApp
const db = () => t.deps.world.db
const MINUTE = 60_000

/** A loop with one who runs it, one who writes and one who reads; and somebody outside. */
async function aLoop() {
  const people = await Promise.all(
    ['Aude Le Goff', 'Basile Nkosi', 'Chloé Martin', 'Driss Alaoui'].map((name) => aPerson(db(), { name })),
  )
  const [aude, basile, chloe, driss] = people as [
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
  ]
  const space = await aSpace(db(), 'loop', [
    { id: aude.id, role: 'facilitator' },
    { id: basile.id, role: 'commenter' },
    { id: chloe.id, role: 'reader' },
  ])
  const [runs, talks, reads, outside] = (await Promise.all(
    [aude, basile, chloe, driss].map((one) => t.as(one.id)),
  )) as [Caller, Caller, Caller, Caller]
  return { space, aude, basile, chloe, driss, runs, talks, reads, outside }
}
async function aTopic(caller: Caller, spaceId: string, body = 'Bonjour à toutes et à tous.', title = 'Un sujet') {
  const answer = await caller.post(`/api/spaces/${spaceId}/topics`, { title, body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
async function aPost(caller: Caller, topicId: string, body = 'Une réponse.') {
  const answer = await caller.post(`/api/topics/${topicId}/posts`, { body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
/** What an answer says, without what names the request. */
const told = ({
  status,
  body: { instance: _, requestId: __, ...body },
}: {
  status: number
  body: Record<string, unknown>
}) => ({ status, body })
const UNKNOWN = '00000000-0000-7000-8000-000000000000'

before(async () => void (t = await testApp()))
after(() => t.close())

describe('rights', () => {
  it('one outside gets what an unknown id gets, on every route', async () => {
    const { space, talks, outside } = await aLoop()
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
    const { space, runs, talks, reads } = await aLoop()
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
    const { space, talks, runs } = await aLoop()
    const open = await aSpace(db(), 'public', [])
    const hidden = await aTopic(talks, space.id)
    const administrator = await t.as((await aPerson(db(), { administrator: true })).id)
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
    const { space, runs, talks, reads } = await aLoop()
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
    const { space, talks, runs } = await aLoop()
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
    const { space, talks } = await aLoop()
    const topic = await aTopic(talks, space.id)
    const send = () =>
      talks.post(`/api/topics/${topic.id}/posts`, { body: 'Une fois' }, { 'idempotency-key': 'envoi-du-train-42' })
    const [first, again] = [await send(), await send()]
    assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body])
    assert.equal((await talks.get(`/api/topics/${topic.id}/posts`)).body.items.length, 2)
  })

  it('are announced to the space, in the same transaction', async () => {
    const { space, talks } = await aLoop()
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id)
    await talks.patch(`/api/posts/${post.id}`, { body: 'Autrement dit' })
    const events = await db()
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
    const { space, talks } = await aLoop()
    const topic = await aTopic(talks, space.id, '**Fort** <script>alert(1)</script> [ici](javascript:alert(1))')
    assert.match(topic.html, /<strong>Fort<\/strong>/)
    assert.doesNotMatch(topic.html, /<script|javascript:/)
    assert.match(topic.body, /<script>/, 'the words stay as they were written')
  })
})

describe('reading', () => {
  it('has one position per person, which never goes back nor beyond the end', async () => {
    const { space, talks, reads } = await aLoop()
    const topic = await aTopic(talks, space.id)
    for (let i = 0; i < 4; i++) await aPost(talks, topic.id)
    const seen = async (caller: Caller) => {
      const { readNumber, unread } = (await caller.get(`/api/topics/${topic.id}`)).body
      return [readNumber, unread]
    }
    assert.deepEqual(await seen(reads), [0, 5])
    assert.deepEqual(await seen(talks), [5, 0], 'one’s own words are read')
    const mark = (number: number) => reads.put(`/api/topics/${topic.id}/read`, { number })
    await Promise.all([mark(3), mark(1), mark(2)])
    assert.deepEqual(await seen(reads), [3, 2])
    await mark(1000)
    assert.deepEqual(await seen(reads), [5, 0])
    await aPost(talks, topic.id)
    assert.equal((await reads.get(`/api/spaces/${space.id}/topics`)).body.items[0].unread, 1)
  })

  it('pages through 1,000 posts in both directions and from any number', async () => {
    const { space, talks, reads } = await aLoop()
    const topic = await aTopic(talks, space.id)
    await db()
      .insertInto('post')
      .columns(['id', 'topic_id', 'number', 'body', 'html', 'excerpt', 'created_at', 'written_at'])
      .expression(
        (eb) =>
          eb
            .selectFrom(eb.fn<{ n: number }>('generate_series', [eb.lit(2), eb.lit(1000)]).as('n'))
            .select((eb) => [
              eb.fn<string>('gen_random_uuid', []).as('id'),
              eb.cast<string>(eb.val(topic.id), 'uuid').as('topic_id'),
              eb.ref('n').as('number'),
              eb.val('x').as('body'),
              eb.val('x').as('html'),
              eb.val('x').as('excerpt'),
              eb.fn<Date>('now', []).as('created_at'),
              eb.fn<Date>('now', []).as('written_at'),
            ]) as never,
      )
      .execute()
    await db().updateTable('topic').set({ post_count: 1000 }).where('id', '=', topic.id).execute()
    const walk = async (query: string): Promise<number[]> => {
      const numbers: number[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { status, body } = await reads.get(
          `/api/topics/${topic.id}/posts?limit=100&${query}${cursor && `&cursor=${cursor}`}`,
        )
        assert.equal(status, 200, JSON.stringify(body))
        const page = body.items.map(({ number }: { number: number }) => number)
        assert.deepEqual(
          page,
          page.toSorted((a: number, b: number) => a - b),
          'a page ascends',
        )
        numbers.push(...page)
        cursor = body.next
      }
      return numbers
    }
    const all = Array.from({ length: 1000 }, (_, i) => i + 1)
    assert.deepEqual(await walk(''), all)
    assert.deepEqual(await walk('after=957'), all.slice(957))
    assert.deepEqual(
      (await walk('before=451')).toSorted((a, b) => a - b),
      all.slice(0, 450),
    )
    assert.deepEqual(await walk('after=10&before=13'), [11, 12])
    assert.equal((await reads.get(`/api/topics/${topic.id}/posts?before=451&limit=20`)).body.items[0].number, 431)
    assert.equal((await reads.get(`/api/topics/${topic.id}/posts?cursor=bm9uc2Vuc2U`)).status, 400)
  })

  it('lists topics by their last words, page after page', async () => {
    const { space, talks } = await aLoop()
    for (const title of ['Un', 'Deux', 'Trois']) {
      t.advance(MINUTE)
      await aTopic(talks, space.id, `Pour *${title}*, voici`, title)
    }
    const oldest = (await talks.get(`/api/spaces/${space.slug}/topics`)).body.items.at(-1)
    t.advance(MINUTE)
    await aPost(talks, oldest.id)
    const first = (await talks.get(`/api/spaces/${space.slug}/topics?limit=2`)).body
    const second = (await talks.get(`/api/spaces/${space.slug}/topics?limit=2&cursor=${first.next}`)).body
    const titles = [...first.items, ...second.items].map(({ title }: { title: string }) => title)
    assert.deepEqual([titles, second.next], [['Un', 'Trois', 'Deux'], null])
    assert.equal(second.items[0].excerpt, 'Pour Deux, voici')
    assert.equal(first.items[0].lastAuthor.name, 'Basile Nkosi')
  })
})

describe('editing', () => {
  it('is free for half an hour, shows afterwards, and keeps one revision in five minutes', async () => {
    const { space, talks, reads } = await aLoop()
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id, 'Un')
    const edit = async (body: string, minutes: number) => {
      t.advance(minutes * MINUTE)
      return (await talks.patch(`/api/posts/${post.id}`, { body })).body
    }
    assert.equal((await edit('Deux', 4)).editedAt, null)
    assert.equal((await edit('Trois', 20)).editedAt, null)
    assert.notEqual((await edit('Quatre', 10)).editedAt, null)
    const last = await edit('Cinq', 4)
    assert.equal(last.html, '<p>Cinq</p>\n')
    const { items } = (await reads.get(`/api/posts/${post.id}/revisions`)).body
    assert.deepEqual(
      items.map(({ body }: { body: string }) => body),
      ['Cinq', 'Trois', 'Deux'],
    )
    assert.equal(items[1].editor.name, 'Basile Nkosi')
  })

  it('a deleted post keeps its number and its author, and nothing of its text anywhere', async () => {
    const { space, talks, runs, reads } = await aLoop()
    const topic = await aTopic(talks, space.id)
    const post = await aPost(talks, topic.id, 'Zébrure secrète @Chloé Martin')
    t.advance(10 * MINUTE)
    await talks.patch(`/api/posts/${post.id}`, { body: 'Zébrure encore @Chloé Martin' })
    await aPost(talks, topic.id, 'La suite')
    assert.equal((await runs.delete(`/api/posts/${post.id}`)).status, 204)
    const { items } = (await reads.get(`/api/topics/${topic.id}/posts`)).body
    assert.deepEqual([items[1].number, items[1].body, items[1].html, items[1].author.name], [2, '', '', 'Basile Nkosi'])
    assert.deepEqual(
      [items[1].deletedAt !== null, items[1].can, items.length],
      [true, { edit: false, remove: false }, 3],
    )
    assert.deepEqual((await reads.get(`/api/posts/${post.id}/revisions`)).body.items, [])
    assert.equal((await reads.get('/api/search?q=zebrure')).body.total, 0)
    assert.deepEqual((await reads.get('/api/home')).body.waiting, [])
    assert.equal((await talks.patch(`/api/posts/${post.id}`, { body: 'Revenu' })).status, 404)
    const audit = await db().selectFrom('audit').select('type').where('space_id', '=', space.id).execute()
    assert.deepEqual(audit, [{ type: 'post.removed' }], 'by another’s hand')
  })
})
