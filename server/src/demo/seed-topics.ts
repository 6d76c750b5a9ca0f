import { sql } from 'kysely'
import type { SignedIn } from '../context.ts'
import { indexEntry } from '../database/search-entry.ts'
import { recordMentions } from '../features/forum/mentions.ts'
import { plainText } from '../features/forum/plain-text.ts'
import { getSpace } from '../features/spaces/queries.ts'
import { after, DAY_MS, MINUTE_MS } from '../time.ts'
import type { DemoContent, DemoTopic } from './content.ts'
import { insertPosts, type SeededPost, type SeededTopic } from './insert-posts.ts'
import { seedPostPolls } from './seed-post-polls.ts'
import type { Ids, Seeding } from './seed-people.ts'

/** Turns `[title](page:key)` into the address of the page. */
export const linkTo =
  (pages: Ids) =>
  (markdown: string): string =>
    markdown.replace(/\]\(page:([a-z0-9-]+)\)/g, (_, key: string) => `](/pages/${pages.get(key) ?? ''})`)

/**
 * Topics and replies, each by its author at its time. Rows are written many at once: by the ordinary commands, three
 * hundred posts would take longer than a newcomer waits.
 */
export async function seedTopics(
  ctx: Seeding,
  { topics }: DemoContent,
  people: Ids,
  spaces: Ids,
  link: (markdown: string) => string,
): Promise<void> {
  const viewers = await viewersOf(ctx, people)
  const seeded: SeededTopic[] = []
  for (const topic of topics) seeded.push(await renderTopic(ctx, topic, viewers, spaces.get(topic.space) ?? '', link))
  await insertPosts(ctx, seeded)
  for (const { posts } of seeded) await seedPostPolls(ctx, posts, people)
  for (const { id, spaceId, title, posts } of seeded) {
    for (const post of posts) {
      const entry =
        post.number === 1 ? { kind: 'topic' as const, id, title } : { kind: 'post' as const, id: post.id, title: '' }
      await indexEntry({ ...ctx, now: () => post.at }, { ...entry, spaceId, body: plainText(post.html) })
      if (post.body.includes('@')) await seedMentions(ctx, spaceId, post)
    }
  }
  await seedReading(ctx)
}

async function renderTopic(
  ctx: Seeding,
  topic: DemoTopic,
  viewers: ReadonlyMap<string, SignedIn>,
  spaceId: string,
  link: (markdown: string) => string,
): Promise<SeededTopic> {
  const id = ctx.newId()
  const posts: SeededPost[] = []
  for (const [i, { author, minutesAgo, body, poll }] of [topic, ...topic.replies].entries()) {
    const viewer = viewers.get(author)
    if (!viewer) throw new Error(`the demonstration has no ${author}`)
    const markdown = link(body)
    const html = await ctx.renderPost(markdown)
    const at = after(ctx.now(), -minutesAgo * MINUTE_MS)
    posts.push({ id: ctx.newId(), topicId: id, number: i + 1, author: viewer, body: markdown, html, at, poll })
  }
  return { id, spaceId, title: topic.title, posts }
}

/** Mentions by the ordinary rule; answered when the person spoke later in the topic. */
async function seedMentions(ctx: Seeding, spaceId: string, post: SeededPost): Promise<void> {
  const asAuthor = { ...ctx, viewer: post.author, now: () => post.at }
  const space = await getSpace(asAuthor, spaceId)
  await recordMentions(asAuthor, { space, topicId: post.topicId, postId: post.id }, post.html, false)
  await sql`update mention m set answered_at = (
      select min(p.created_at) from post p where p.topic_id = m.topic_id and p.author_id = m.person_id and p.number > ${post.number})
    where m.post_id = ${post.id}::uuid`.execute(ctx.db)
}

/** Everybody as the one who asks, by the keys of the content. */
export async function viewersOf(ctx: Pick<Seeding, 'db' | 'now'>, people: Ids): Promise<Map<string, SignedIn>> {
  const rows = await ctx.db.selectFrom('person').select(['id', 'name', 'role', 'is_administrator']).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const viewers = new Map<string, SignedIn>()
  for (const [key, id] of people) {
    const row = byId.get(id)
    if (!row) continue
    const { name, role, is_administrator } = row
    viewers.set(key, {
      kind: 'person',
      id,
      name,
      role,
      administrator: is_administrator,
      sessionId: '',
      confirmedAt: ctx.now(),
    })
  }
  return viewers
}

/** People have read what is older than two days, and of the rest all but the last replies. */
async function seedReading(ctx: Seeding): Promise<void> {
  const recent = after(ctx.now(), -2 * DAY_MS)
  await sql`insert into topic_read (person_id, topic_id, number)
    select p.id, t.id, case when t.last_post_at < ${recent}::timestamptz then t.post_count else greatest(t.post_count - 3, 0) end
    from topic t join space s on s.id = t.space_id
    join person p on (s.kind = 'committee' and p.role <> 'guest')
      or exists (select from space_person sp where sp.space_id = s.id and sp.person_id = p.id)`.execute(ctx.db)
}
