import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { isPostgres, testApp, type Caller, type TestApp } from '../../../test/harness.ts'

/** On PostgreSQL eight connections race; PGlite has one, and the requests interleave between their statements. */
const ROUNDS = isPostgres ? 30 : 6
const AT_ONCE = 12
const PAGES = 24

let t: TestApp
let callers: Caller[]
let spaceId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const people = await Promise.all([0, 1, 2].map(() => aPerson(db)))
  const space = await aSpace(
    db,
    'team',
    people.map(({ id }) => ({ id, role: 'facilitator' as const })),
  )
  spaceId = space.id
  callers = await Promise.all(people.map(({ id }) => t.as(id)))
})
after(() => t.close())

/** The same dice at every run: what fails can be run again. Source: mulberry32. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Row = Awaited<ReturnType<typeof allPages>>[number]
const allPages = () =>
  t.deps.world.db
    .selectFrom('page')
    .select(['id', 'parent_id', 'position', 'deleted_at', 'trashed_with'])
    .where('space_id', '=', spaceId)
    .execute()

/** Every page is at the end of a way down: from the top of the tree, or from the top of its entry in the trash. */
function faultsOf(pages: readonly Row[]): string[] {
  const byId = new Map(pages.map((page) => [page.id, page]))
  const faults: string[] = []
  for (const page of pages) {
    const seen = new Set<string>()
    let at: Row | undefined = page
    while (at && !seen.has(at.id) && at.parent_id !== null && at.trashed_with !== at.id) {
      seen.add(at.id)
      const above: Row | undefined = byId.get(at.parent_id)
      if (above?.trashed_with !== at.trashed_with) faults.push(`${at.id} hangs below what is not with it`)
      at = above
    }
    if (!at || seen.has(at.id)) faults.push(`${page.id} is in a circle or below nothing`)
  }
  const places = pages.filter((page) => page.deleted_at === null).map((page) => `${page.parent_id} ${page.position}`)
  if (new Set(places).size !== places.length) faults.push('two siblings have one place')
  return faults
}

test('whatever moves, goes and comes back at once: no circle, no page lost, no place twice', async (context) => {
  const roll = dice(20_261_121)
  const ids: string[] = []
  for (let i = 0; i < PAGES; i++) {
    const parentId = i % 3 === 0 ? null : ids[roll(ids.length)]
    const { body } = await (callers[0] as Caller).post(`/api/spaces/${spaceId}/pages`, { title: `Page ${i}`, parentId })
    ids.push(body.id)
  }
  const pick = (): string => ids[roll(ids.length)] ?? ''
  const act = (who: Caller) => {
    const id = pick()
    const kind = roll(10)
    if (kind < 6) return who.patch(`/api/pages/${id}`, { parentId: roll(4) === 0 ? null : pick(), position: roll(5) })
    if (kind < 8) return who.delete(`/api/pages/${id}?with=${roll(3) ? 'subtree' : 'nothing'}`)
    return who.post(`/api/trash/${id}/restore`)
  }
  const counts = new Map<number, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => act(callers[i % 3] as Caller)))
    for (const { status, body } of answers) {
      assert.ok([200, 204, 404, 422].includes(status), `${status} ${JSON.stringify(body)}`)
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    // What is in the trash comes back at times, or soon nothing would be left to move.
    if (round % 3 === 2)
      for (const { id } of (await (callers[0] as Caller).get(`/api/spaces/${spaceId}/trash`)).body.items)
        await (callers[1] as Caller).post(`/api/trash/${id}/restore`)
    const pages = await allPages()
    assert.equal(pages.length, PAGES)
    assert.deepEqual(faultsOf(pages), [], `after round ${round}`)
  }
  context.diagnostic([...counts].map(([status, count]) => `${count} × ${status}`).join(', '))
  assert.ok((counts.get(200) ?? 0) > ROUNDS, 'moves and returns went through')
  assert.ok((counts.get(204) ?? 0) > ROUNDS / 3, 'pages went to the trash')
  assert.ok((counts.get(422) ?? 0) > 0, 'some moves would have made a circle')
})
