import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { aLoop, aPost, aTopic } from '../../../test/loop.ts'

const MINUTE = 60_000

let t: TestApp
before(async () => void (t = await testApp()))
after(() => t.close())

describe('reading', () => {
  it('has one position per person, which never goes back nor beyond the end', async () => {
    const { space, talks, reads } = await aLoop(t)
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
    const { space, talks, reads } = await aLoop(t)
    const topic = await aTopic(talks, space.id)
    await t.deps.world.db
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
    await t.deps.world.db.updateTable('topic').set({ post_count: 1000 }).where('id', '=', topic.id).execute()
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
    const { space, talks } = await aLoop(t)
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
    const { space, talks, reads } = await aLoop(t)
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
    const { space, talks, runs, reads } = await aLoop(t)
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
    const audit = await t.deps.world.db.selectFrom('audit').select('type').where('space_id', '=', space.id).execute()
    assert.deepEqual(audit, [{ type: 'post.removed' }], 'by another’s hand')
  })
})
