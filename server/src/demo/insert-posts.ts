import { excerptOf, plainText } from '../features/forum/plain-text.ts'
import type { SignedIn } from '../context.ts'
import type { DemoPostPoll } from './content.ts'
import type { Seeding } from './seed-people.ts'

export interface SeededPost {
  id: string
  topicId: string
  number: number
  author: SignedIn
  body: string
  html: string
  at: Date
  poll?: DemoPostPoll | undefined
}
export interface SeededTopic {
  id: string
  spaceId: string
  title: string
  posts: SeededPost[]
}

const ROWS_AT_ONCE = 100

/** Writes topics with their counts, and their posts. */
export async function insertPosts(ctx: Seeding, topics: readonly SeededTopic[]): Promise<void> {
  const rows = topics.flatMap(({ id, spaceId, title, posts }) => {
    const [first, last] = [posts[0], posts.at(-1)]
    if (!first || !last) return []
    const counted = { post_count: posts.length, last_post_at: last.at, last_author_id: last.author.id }
    return [{ id, space_id: spaceId, title, author_id: first.author.id, created_at: first.at, ...counted }]
  })
  await ctx.db.insertInto('topic').values(rows).execute()
  const posts = topics.flatMap(({ posts }) => posts)
  for (let i = 0; i < posts.length; i += ROWS_AT_ONCE) {
    const values = posts.slice(i, i + ROWS_AT_ONCE).map(({ id, topicId, number, author, body, html, at }) => ({
      id,
      topic_id: topicId,
      number,
      author_id: author.id,
      body,
      html,
      excerpt: excerptOf(plainText(html)),
      created_at: at,
      written_at: at,
    }))
    await ctx.db.insertInto('post').values(values).execute()
  }
}
