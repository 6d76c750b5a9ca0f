import { aPerson } from './build.ts'
import type { Caller, TestApp } from './harness.ts'
import { aLoop } from './loop.ts'
import { HOUR } from './votes.ts'

export const asked = { question: 'Quel soir pour la visio ?', options: ['Mardi', 'Mercredi', 'Jeudi'] }

/** An instant so many hours ahead of the application's clock, ISO. */
export const inHours = (t: TestApp, hours: number): string =>
  new Date(t.deps.world.now().getTime() + hours * HOUR).toISOString()

/** A loop with a topic whose opening post, by who comments there, has a poll. @param more of the poll */
export async function aPoll(t: TestApp, more: object = {}) {
  const loop = await aLoop(t)
  const body = { title: 'La visio', body: 'Choisissons.', poll: { ...asked, ...more } }
  const topic = (await loop.talks.post(`/api/spaces/${loop.space.id}/topics`, body)).body
  const [post] = (await loop.talks.get(`/api/topics/${topic.id}/posts`)).body.items
  const url = `/api/polls/${post.pollId}`
  const answer = (one: Caller, ...choices: number[]) => one.put(`${url}/ballot`, { choices })
  return { ...loop, topic, post, url, answer }
}

/** How many chose each option. */
export const countsOf = async (caller: Caller, url: string): Promise<number[]> =>
  (await caller.get(url)).body.options.map(({ count }: { count: number }) => count)

/** Somebody who may comment in a space. */
export async function someone(t: TestApp, spaceId: string): Promise<{ id: string; caller: Caller }> {
  const { id } = await aPerson(t.deps.world.db)
  const row = { space_id: spaceId, person_id: id, role: 'commenter' as const, added_at: new Date() }
  await t.deps.world.db.insertInto('space_person').values(row).execute()
  return { id, caller: await t.as(id) }
}
