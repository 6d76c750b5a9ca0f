import type { PersonContext, World } from '../context.ts'
import { inTx } from '../database/transaction.ts'
import { createPage } from '../features/wiki/commands.ts'
import { freezePage, publishTexts } from '../features/wiki/publishing.ts'
import { after, HOUR_MS } from '../time.ts'
import type { DemoContent } from './content.ts'
import { demonstration } from './demonstration.ts'
import { DEMO_PASSWORD, seedPeople, seedRoles, seedSpaces, type Ids, type Seeding } from './seed-people.ts'
import { seedAward } from './seed-award.ts'
import { seedMeetings } from './seed-meetings.ts'
import { linkTo, seedTopics, viewersOf } from './seed-topics.ts'
import { seedPolls } from './seed-polls.ts'
import { seedVotes } from './seed-votes.ts'

/**
 * Fills an empty installation with the demonstration committee, by the commands that everybody uses. All of it is one
 * transaction: an interrupted seeding leaves nothing, and the next start seeds again.
 */
export async function seedDemo(world: World): Promise<void> {
  const pageIds = new Map(demonstration.pages.map(({ key }) => [key, world.newId()]))
  const link = linkTo(pageIds)
  await inTx(world, async (ctx) => {
    const people = await seedPeople(ctx, demonstration)
    const spaces = await seedSpaces(ctx, demonstration)
    await seedVotes(ctx, demonstration, people, spaces)
    await seedPolls(ctx, demonstration, people, spaces)
    await seedAward(ctx, demonstration, people, spaces)
    await seedRoles(ctx, demonstration, people, spaces)
    await seedPages(ctx, demonstration, { people, spaces, pageIds }, link)
    await seedMeetings(ctx, demonstration, { people, spaces, pageIds })
    await seedTopics(ctx, demonstration, people, spaces, link)
    const visitor = demonstration.people.find(({ key }) => key === demonstration.visitor)?.email
    const value = JSON.stringify({ password: DEMO_PASSWORD, visitor })
    await ctx.db.insertInto('setting').values({ key: 'demo', value, updated_at: ctx.now() }).execute()
  })
}

async function seedPages(
  ctx: Seeding,
  { pages }: DemoContent,
  ids: { people: Ids; spaces: Ids; pageIds: Ids },
  link: (markdown: string) => string,
): Promise<void> {
  const viewers = await viewersOf(ctx, ids.people)
  for (const [i, page] of pages.entries()) {
    const viewer = viewers.get(page.author)
    const id = ids.pageIds.get(page.key)
    if (!viewer || !id) throw new Error(`the demonstration has no ${page.author}`)
    const parentId = (page.parent && ids.pageIds.get(page.parent)) || null
    const body = { id, title: page.title, parentId, markdown: link(page.markdown) }
    const at = after(ctx.now(), -(i + 1) * 9 * HOUR_MS)
    await createPage({ ...ctx, viewer, now: () => at }, ids.spaces.get(page.space) ?? page.space, body)
    const publisher = page.publisher && viewers.get(page.publisher)
    if (publisher) await publishAt({ ...ctx, viewer: publisher, now: () => after(at, HOUR_MS) }, id, page.frozen)
  }
}

async function publishAt(ctx: PersonContext, pageId: string, frozen: string | undefined): Promise<void> {
  await publishTexts(ctx, pageId, 1)
  if (frozen) await freezePage(ctx, pageId, frozen)
}
