import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aTeam } from '../../../test/team.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { DAY_MS } from '../../time.ts'

let t: TestApp
let ann: Caller
let bob: Caller
let reader: Caller
let stranger: Caller
let spaceId: string
before(async () => {
  t = await testApp()
  ;({ spaceId, ann, bob, rita: reader, stranger } = await aTeam(t))
})
after(() => t.close())

const create = async (title: string, parentId: string | null = null, who = ann): Promise<string> => {
  const answer = await who.post(`/api/spaces/${spaceId}/pages`, { title, parentId, markdown: `Le texte de ${title}.` })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}
interface Item {
  id: string
  parentId: string | null
  title: string
  position: number
}
const childrenOf = async (parentId: string | null): Promise<string[]> => {
  const { body } = await ann.get(`/api/spaces/${spaceId}/pages`)
  const items: Item[] = body.items.filter((item: Item) => item.parentId === parentId)
  return items.toSorted((a, b) => a.position - b.position).map(({ title }) => title)
}
const inTrash = async (who = ann) => (await who.get(`/api/spaces/${spaceId}/trash`)).body.items
const found = async (word: string): Promise<string[]> =>
  (await ann.get(`/api/search?q=${word}`)).body.items.map(({ title }: { title: string }) => title)

test('a page goes with all that is below it as one entry, and comes back to its place', async () => {
  const top = await create('Racine')
  await create('avant', top)
  const middle = await create('Zinnia', top)
  await create('après', top)
  const low = await create('Zinnia rouge', middle)
  await create('Zinnia pourpre', low)
  assert.equal((await found('zinnia')).length, 3)
  assert.equal((await ann.delete(`/api/pages/${middle}`)).status, 204)
  assert.deepEqual(await childrenOf(top), ['avant', 'après'])
  assert.deepEqual(await found('zinnia'), [])
  for (const id of [middle, low]) assert.equal((await ann.get(`/api/pages/${id}`)).status, 404)
  const [entry] = await inTrash()
  assert.deepEqual([entry.id, entry.title, entry.pages, entry.by.name], [middle, 'Zinnia', 3, 'Ann Tessier'])
  assert.deepEqual(entry.can, { restore: true, purge: true })
  assert.equal(Date.parse(entry.until) - Date.parse(entry.at), 30 * DAY_MS)
  const back = await ann.post(`/api/trash/${middle}/restore`)
  assert.deepEqual([back.status, back.body], [200, { id: middle, title: 'Zinnia', parentId: top, pages: 3 }])
  assert.deepEqual(await childrenOf(top), ['avant', 'Zinnia', 'après'])
  assert.deepEqual(await childrenOf(low), ['Zinnia pourpre'])
  assert.equal((await found('zinnia')).length, 3)
  assert.equal((await ann.post(`/api/trash/${middle}/restore`)).status, 404)
})

test('what went before stays an entry of its own; without its parent it comes back at the top', async () => {
  const top = await create('Serre')
  const first = await create('Bouture', top)
  await create('Godet', first)
  await ann.delete(`/api/pages/${first}`)
  t.advance(1_000)
  await ann.delete(`/api/pages/${top}`)
  const pages = async () =>
    (await inTrash()).map(({ title, pages }: { title: string; pages: number }) => [title, pages])
  assert.deepEqual(await pages(), [
    ['Serre', 1],
    ['Bouture', 2],
  ])
  assert.equal((await ann.post(`/api/trash/${first}/restore`)).body.parentId, null)
  assert.deepEqual(await childrenOf(first), ['Godet'])
  assert.equal((await ann.delete(`/api/trash/${top}`)).status, 204)
  assert.deepEqual(await pages(), [])
  assert.deepEqual(await childrenOf(first), ['Godet'])
})

test('alone, its subpages take its place; nobody takes the pages of others along', async () => {
  const top = await create('Verger')
  await create('un', top)
  const mine = await create('Poirier', top, bob)
  await create('trois', top)
  await create('deux a', mine, bob)
  await create('deux b', mine, ann)
  assert.equal((await bob.delete(`/api/pages/${mine}`)).status, 403)
  assert.equal((await bob.delete(`/api/pages/${mine}?with=everything`)).status, 400)
  assert.equal((await bob.delete(`/api/pages/${mine}?with=nothing`)).status, 204)
  assert.deepEqual(await childrenOf(top), ['un', 'deux a', 'deux b', 'trois'])
  const entry = (await inTrash(bob)).find(({ id }: { id: string }) => id === mine)
  assert.deepEqual([entry.pages, entry.can], [1, { restore: true, purge: false }])
  assert.equal((await bob.post(`/api/trash/${mine}/restore`)).status, 200)
  assert.deepEqual(await childrenOf(top), ['un', 'deux a', 'deux b', 'Poirier', 'trois'])
})

test('who may see, bring back and delete for good', async () => {
  const page = await create('Secret')
  await ann.delete(`/api/pages/${page}`)
  const statuses = async (who: Caller) => [
    (await who.get(`/api/spaces/${spaceId}/trash`)).status,
    (await who.delete(`/api/trash/${page}`)).status,
    (await who.post(`/api/trash/${page}/restore`)).status,
  ]
  assert.deepEqual(await statuses(stranger), [404, 404, 404])
  assert.deepEqual(await statuses(t.anonymous), [401, 401, 401])
  assert.deepEqual(await statuses(reader), [403, 403, 403])
  assert.deepEqual(await statuses(bob), [200, 403, 403])
  assert.equal((await ann.delete(`/api/trash/${page}`)).status, 204)
  const left = await t.deps.world.db.selectFrom('page').select('id').where('id', '=', page).execute()
  const log = await t.deps.world.db.selectFrom('page_update').select('seq').where('page_id', '=', page).execute()
  assert.deepEqual([left, log], [[], []])
})

test('the list goes on by its cursor', async () => {
  for (const title of ['x1', 'x2', 'x3']) {
    await ann.delete(`/api/pages/${await create(title)}`)
    t.advance(1_000)
  }
  const titles: string[] = []
  let cursor = ''
  do {
    const { body } = await ann.get(`/api/spaces/${spaceId}/trash?limit=2${cursor && `&cursor=${cursor}`}`)
    titles.push(...body.items.map(({ title }: { title: string }) => title))
    cursor = body.next ?? ''
  } while (cursor)
  assert.deepEqual(titles.slice(0, 3), ['x3', 'x2', 'x1'])
  assert.equal(new Set(titles).size, titles.length)
})

test('after thirty days it is gone, by the clock and then by the job', async () => {
  const page = await create('Vieille')
  const child = await create('Vieille aussi', page)
  await ann.delete(`/api/pages/${page}`)
  t.advance(30 * DAY_MS - 1_000)
  const { db } = t.deps.world
  const left = () => db.selectFrom('page').select('id').where('id', 'in', [page, child]).execute()
  await t.runJobs()
  assert.equal((await left()).length, 2)
  t.advance(2_000)
  assert.equal((await ann.post(`/api/trash/${page}/restore`)).status, 404)
  assert.deepEqual(await inTrash(), [])
  await t.runJobs()
  assert.deepEqual(await left(), [])
})
