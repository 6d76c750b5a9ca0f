import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedForum } from '../../../test/forum.ts'
import { isPostgres, testApp } from '../../../test/harness.ts'

const MOST = 12
/** How many statements there are is the same for fewer rows; that each keeps its time limit with as many is told by a real server. */
const posts = isPostgres ? 100_000 : 5_000

test(`with ${posts} posts by 200 people a list, a topic, a search and a home take few statements`, async (context) => {
  const t = await testApp()
  try {
    const { spaceSlug, topicId, personId } = await seedForum(t.deps.world.db, {
      posts,
      people: 200,
      topics: posts / 20,
    })
    const caller = await t.as(personId)
    const pages = {
      list: `/api/spaces/${spaceSlug}/topics`,
      topic: `/api/topics/${topicId}`,
      posts: `/api/topics/${topicId}/posts`,
      search: '/api/search?q=indicateur',
      home: '/api/home',
    }
    const authors = (await caller.get(pages.posts)).body.items.map(
      ({ author }: { author: { id: string } }) => author.id,
    )
    assert.equal(new Set(authors).size, 20, 'every post of the page has another author')
    for (const [name, url] of Object.entries(pages)) {
      let status = 0
      const count = await t.countStatements(async () => {
        status = (await caller.get(url)).status
      })
      context.diagnostic(`${name}: ${count} statements`)
      assert.equal(status, 200, name)
      assert.ok(count > 0 && count <= MOST, `${name}: ${count} statements`)
    }
    // A topic's page is the topic and its posts.
    const both = await t.countStatements(() => Promise.all([caller.get(pages.topic), caller.get(pages.posts)]))
    assert.ok(both <= MOST, `${both} statements`)
  } finally {
    await t.close()
  }
})
