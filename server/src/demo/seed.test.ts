import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testApp, type Caller, type TestApp } from '../../test/harness.ts'
import { demonstration } from './demonstration.ts'
import { seedDemo } from './seed.ts'

let t: TestApp
let maelle: Caller
before(async () => {
  t = await testApp()
  await seedDemo(t.deps.world)
  const { id } = await t.deps.world.db
    .selectFrom('person')
    .select('id')
    .where('email_key', '=', 'maelle-brossard@demo.example')
    .executeTakeFirstOrThrow()
  maelle = await t.as(id)
})
after(() => t.close())

test('the demonstration is the committee that the design names', async () => {
  const { people, password } = (await t.anonymous.get('/api/demo')).body as {
    password: string
    people: { role: string; college: string; email: string }[]
  }
  const count = (role: string, college?: string): number =>
    people.filter((one) => one.role === role && (!college || one.college === college)).length
  assert.deepEqual([count('member', 'woman'), count('member', 'man')], [24, 24])
  assert.deepEqual([count('administrator'), count('ambassador'), count('guest')], [1, 3, 40])
  const signedIn = await t.anonymous.post('/api/session', { email: people[0]?.email, password })
  assert.equal(signedIn.status, 200)
})

test('two votes and a question wait for the visitor', async () => {
  const home = (await maelle.get('/api/home')).body
  assert.deepEqual(home.waiting.map((one: { kind: string }) => one.kind).toSorted(), ['mention', 'vote', 'vote'])
  assert.deepEqual([home.committee.seats, home.committee.women, home.committee.men], [48, 24, 24])
})

test('closed votes have the outcome that the content tells, and nobody who was vetoed has a seat', async () => {
  const { items } = (await maelle.get('/api/candidacies')).body
  const byName = new Map(items.map((one: { name: string; status: string }) => [one.name, one.status]))
  for (const { name, outcome } of demonstration.candidacies) assert.equal(byName.get(name), outcome)
})

test('every page opens, and its links lead to pages', async () => {
  const { db } = t.deps.world
  const pages = await db.selectFrom('page').select(['id', 'markdown']).execute()
  assert.equal(pages.length, demonstration.pages.length)
  const ids = new Set(pages.map(({ id }) => id))
  for (const { markdown } of pages)
    for (const [, id = ''] of markdown.matchAll(/\]\(\/pages\/([^)]*)\)/g)) assert.ok(ids.has(id), `link to ${id}`)
})

test('a seeding that is cut leaves nothing', async () => {
  const fresh = await testApp()
  const { world } = fresh.deps
  await assert.rejects(seedDemo({ ...world, renderPost: () => Promise.reject(new Error('cut')) }), /cut/)
  assert.equal((await world.db.selectFrom('person').select('id').execute()).length, 0)
  await fresh.close()
})
