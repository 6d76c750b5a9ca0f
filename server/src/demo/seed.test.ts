import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyJournals } from '../features/award/journal/verify.ts'
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

test('two votes, a jury and a question wait for the visitor', async () => {
  const home = (await maelle.get('/api/home')).body
  assert.deepEqual(home.waiting.map((one: { kind: string }) => one.kind).toSorted(), [
    'mention',
    'vote',
    'vote',
    'vote',
  ])
  const kinds = home.waiting.map((one: { voteKind?: string }) => one.voteKind).filter(Boolean)
  assert.equal(kinds.filter((kind: string) => kind === 'award').length, 1)
  assert.deepEqual([home.committee.seats, home.committee.women, home.committee.men], [48, 24, 24])
})

test('closed votes have the outcome that the content tells, and nobody who was vetoed has a seat', async () => {
  const { items } = (await maelle.get('/api/candidacies')).body
  const byName = new Map(items.map((one: { name: string; status: string }) => [one.name, one.status]))
  for (const { name, outcome } of demonstration.candidacies) assert.equal(byName.get(name), outcome)
})

test('the award is in its jury phase, and nobody judges where their employer is nominated', async () => {
  const { award } = demonstration
  const [edition, ...others] = (await maelle.get('/api/awards')).body.items
  assert.deepEqual([edition.phase, edition.categories.length, others], ['jury', 4, []])
  const duty = (await maelle.get(`/api/awards/${edition.id}/duty`)).body
  const names = new Map(demonstration.people.map(({ key, name }) => [key, name]))
  for (const [index, { key }] of award.categories.entries()) {
    const { jurors, done, people } = duty.categories[index]
    const recused = award.recusals.filter(({ category }) => category === key)
    assert.equal(jurors, 48 - recused.length, key)
    assert.ok(done > 10 && done < jurors, key)
    for (const { member } of recused)
      assert.ok(!people.some(({ person }: { person: { name: string } }) => person.name === names.get(member)), member)
  }
  assert.equal((await t.anonymous.get(`/api/palmares/${edition.id}`)).body.code, 'embargo')
  const journal = (await maelle.get(`/api/awards/${edition.id}/journal`)).body.items
  // What follows the opening is what jurors say of their ties.
  assert.equal(journal[0].type, 'conflict.none')
  assert.equal(journal.find(({ type }: { type: string }) => type !== 'conflict.none')?.type, 'edition.jury')
  assert.deepEqual(
    (await verifyJournals(t.deps.world.db)).map(({ problem }) => problem),
    [null],
  )
})

test('a woman and a man run the committee and have no conflict of interest in the award: its palmarès can be sealed', async () => {
  const office = await t.deps.world.db
    .selectFrom('person as p')
    .leftJoin('space_person as s', 's.person_id', 'p.id')
    .leftJoin('space', 'space.id', 's.space_id')
    .select(['p.id', 'p.college'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb('p.is_administrator', '=', true),
        eb.and([eb('space.kind', '=', 'committee'), eb('s.role', '=', 'facilitator')]),
      ]),
    )
    .execute()
  assert.deepEqual(office.map(({ college }) => college).toSorted(), ['man', 'woman'])
  for (const { id } of office) {
    const [edition] = (await (await t.as(id)).get('/api/awards')).body.items
    // During the juries only who has no conflict of interest decides that of others.
    assert.deepEqual([edition.can.run, edition.can.recuse], [true, true])
  }
})

test('every page opens, and its links lead to pages', async () => {
  const { db } = t.deps.world
  const pages = await db.selectFrom('page').select(['id', 'markdown']).execute()
  assert.equal(pages.length, demonstration.pages.length)
  const ids = new Set(pages.map(({ id }) => id))
  for (const { markdown } of pages)
    for (const [, id = ''] of markdown.matchAll(/\]\(\/pages\/([^)]*)\)/g)) assert.ok(ids.has(id), `link to ${id}`)
})

test('an indicative poll in a topic waits for the visitor, with the answers of others', async () => {
  const { id, post_id } = await t.deps.world.db.selectFrom('poll').select(['id', 'post_id']).executeTakeFirstOrThrow()
  const { voters, mine, can } = (await maelle.get(`/api/polls/${id}`)).body
  assert.deepEqual([voters, mine, can.vote, can.decide], [13, null, true, true])
  const post = await t.deps.world.db
    .selectFrom('post')
    .select('topic_id')
    .where('id', '=', post_id)
    .executeTakeFirstOrThrow()
  const { items } = (await maelle.get(`/api/topics/${post.topic_id}/posts`)).body
  assert.ok(items.some(({ pollId }: { pollId: string | null }) => pollId === id))
})

test('meetings are over or to come, with who answered, and minutes of the last one', async () => {
  const list = async (when: string) => (await maelle.get(`/api/spaces/comite/meetings?when=${when}`)).body.items
  const [past, ...older] = await list('past')
  assert.deepEqual([past.counts.remote, past.counts.excused, older], [39, 8, []])
  assert.equal((await maelle.get(`/api/pages/${past.minutes.pageId}`)).status, 200)
  const coming = await list('coming')
  assert.deepEqual(
    coming.map(({ mine, cancelled }: { mine: string | null; cancelled: boolean }) => [mine, cancelled]),
    [
      [null, false],
      [null, false],
    ],
  )
  assert.ok((await maelle.get('/api/home')).body.nextMeeting)
})

test('a seeding that is cut leaves nothing', async () => {
  const fresh = await testApp()
  const { world } = fresh.deps
  await assert.rejects(seedDemo({ ...world, renderPost: () => Promise.reject(new Error('cut')) }), /cut/)
  assert.equal((await world.db.selectFrom('person').select('id').execute()).length, 0)
  await fresh.close()
})
