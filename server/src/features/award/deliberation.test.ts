import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import {
  aJury,
  deliberationOf,
  type Edition,
  employ,
  judged,
  ok,
  sign,
  three,
  travelTo,
  winnersOf,
} from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
/** Another who runs the committee. */
let second: Caller
const member = (index: number) => memberOf(committee, index)
const db = () => app.deps.world.db

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  second = await app.as((await aPerson(db(), { role: 'administrator', name: 'Second' })).id)
})
afterEach(() => app.close())

const idsOf = (edition: Edition, ...titles: string[]): string[] =>
  titles.map((title) => edition.categories[0]?.entries.find((entry) => entry.title === title).id)

describe('a deliberation', () => {
  it('breaks an exact tie or withholds a medal, with a reason, and nothing else; signatures given before no longer count', async () => {
    const edition = await judged(app, committee, [
      [6, 6, 0],
      [4, 4, 1],
    ])
    await travelTo(app, edition.juryClosesAt)
    const before = await deliberationOf(edition, committee.administrator)
    assert.deepEqual(winnersOf(before.palmares.categories[0]), ['Un+Deux', '', 'Trois'])
    ok(await sign(edition, committee.administrator, before.hash), 201)
    const url = `/api/award-categories/${edition.categories[0]?.id}/deliberation`
    const put = (body: object) => committee.administrator.put(url, body)
    const reason = 'Portée nationale du second.'
    for (const [body, pointer] of [
      [{ ties: [{ order: idsOf(edition, 'Trois', 'Un'), reason }] }, '/ties/0/order'],
      [{ ties: [{ order: idsOf(edition, 'Deux', 'Un'), reason: ' ' }] }, '/ties/0/reason'],
      [{ withheld: [{ medal: 'Platine', reason }] }, '/withheld/0/medal'],
      [{ withheld: [{ medal: 'Bronze', reason: '' }] }, '/withheld/0/reason'],
    ] as const) {
      const refused = await put(body)
      assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, pointer])
    }
    const after = ok(
      await put({
        ties: [{ order: idsOf(edition, 'Deux', 'Un'), reason }],
        withheld: [{ medal: 'Bronze', reason: 'Le jury n’y voit pas de démarche.' }],
      }),
    )
    assert.deepEqual(winnersOf(after.palmares.categories[0]), ['Deux', 'Un', ''])
    assert.deepEqual(
      after.signatures.map(({ current }: Looked) => current),
      [false],
    )
    assert.equal((await sign(edition, second, before.hash)).body.code, 'conflict')
    assert.deepEqual(ok(await sign(edition, second, after.hash), 201), { sealed: false })
    assert.deepEqual(ok(await sign(edition, committee.administrator, after.hash), 201), { sealed: true })
    assert.equal((await put({})).body.code, 'edition-frozen')
  })
  it('is for those who run the award and have no conflict of interest in it', async () => {
    const edition = await judged(app, committee, [[6, 5, 0]])
    await travelTo(app, edition.juryClosesAt)
    const url = `/api/awards/${edition.id}/deliberation`
    assert.equal((await member(0).caller.get(url)).status, 403)
    const { id } = await aPerson(db(), { role: 'administrator' })
    await employ(app, id, 'Ville A')
    const concerned = await app.as(id)
    assert.equal((await concerned.get(url)).status, 200)
    // Found as soon as an entry is looked at, here by hand: the entry was filed before this person came.
    const entry = edition.categories[0]?.entries[0]
    await db()
      .insertInto('award_recusal')
      .values({
        id: app.deps.world.newId(),
        category_id: entry.categoryId,
        entry_id: entry.id,
        person_id: id,
        origin: 'organisation',
        reason: 'Ville A',
        created_at: new Date(),
      })
      .execute()
    assert.equal((await concerned.get(url)).status, 403)
  })
})

/** Somebody with a seat runs the committee, too. */
const promote = (personId: string): Promise<unknown> =>
  db()
    .insertInto('space_person')
    .values({ space_id: committee.spaceId, person_id: personId, role: 'facilitator', added_at: new Date() })
    .execute()

describe('somebody recused after the close', () => {
  it('has not signed either, and those who sign after read of it: the palmarès is another one with it', async () => {
    const team = [member(2).id, member(3).id]
    const edition = await aJury(app, committee, [{ entries: three }, { entries: three, values: { team } }])
    await travelTo(app, edition.juryClosesAt)
    await promote(member(0).id)
    const { hash } = await deliberationOf(edition, member(0).caller)
    ok(await sign(edition, member(0).caller, hash), 201)
    const other = edition.categories[1]
    const pin = { personId: member(0).id, entryId: other?.entries[0].id, reason: 'Y travaille.' }
    ok(await committee.administrator.post(`/api/award-categories/${other?.id}/recusals`, pin))
    const after = await deliberationOf(edition, committee.administrator)
    const office = ok(await committee.administrator.get('/api/me'))
    assert.deepEqual(after.signatures, [])
    assert.deepEqual(
      after.lateConflicts.map(({ person, by, categoryId, origin }: Looked) => [person.id, by.id, categoryId, origin]),
      [[member(0).id, office.id, other?.id, 'pinned']],
    )
    assert.deepEqual(
      after.palmares.categories.map(({ lateConflicts }: Looked) => lateConflicts),
      [0, 1],
    )
    assert.notEqual(after.hash, hash)
    assert.equal((await sign(edition, committee.administrator, hash)).body.code, 'conflict')
    assert.deepEqual(ok(await sign(edition, committee.administrator, after.hash), 201), { sealed: false })
    assert.deepEqual(ok(await sign(edition, second, after.hash), 201), { sealed: true })
  })
  it('leaves no order among those whom their ballot made level', async () => {
    const rows = [
      [6, 6, 0],
      [4, 4, 1],
      [5, 3, 0],
      [3, 5, 0],
    ]
    const edition = await judged(app, committee, rows)
    await travelTo(app, edition.juryClosesAt)
    const url = `/api/award-categories/${edition.categories[0]?.id}`
    const ties = [{ order: idsOf(edition, 'Deux', 'Un'), reason: 'Portée nationale.' }]
    const ordered = ok(await committee.administrator.put(`${url}/deliberation`, { ties }))
    assert.deepEqual(winnersOf(ordered.palmares.categories[0]), ['Deux', 'Un', 'Trois'])
    ok(await committee.administrator.post(`${url}/recusals`, { personId: member(3).id, reason: 'Y travaille.' }))
    const { palmares } = await deliberationOf(edition, second)
    assert.deepEqual([winnersOf(palmares.categories[0]), palmares.categories[0].ties], [['Un', 'Deux', 'Trois'], []])
  })
  it('voids no ballot of others, be it in their office', async () => {
    await promote(member(0).id)
    const edition = await judged(app, committee, [
      [0, 6, 0],
      [4, 5, 1],
    ])
    const url = `/api/award-categories/${edition.categories[0]?.id}`
    const [entryId] = idsOf(edition, 'Un')
    const pin = { personId: member(1).id, reason: 'Rivale.' }
    const { caller } = member(0)
    ok(await caller.post(`${url}/conflicts`, { entryId, reason: 'J’y travaille.' }))
    assert.equal(ok(await caller.get(`/api/awards/${edition.id}`)).can.recuse, false)
    assert.equal((await caller.post(`${url}/recusals`, pin)).status, 403)
    await travelTo(app, edition.juryClosesAt)
    assert.equal((await caller.post(`${url}/recusals`, pin)).status, 403)
    assert.equal((await deliberationOf(edition, second)).palmares.categories[0].voters, 1)
  })
})

describe('a team with a grid', () => {
  it('judges by weighted criteria, exactly; nobody else sees a ballot', async () => {
    const team = [0, 1, 2].map((index) => member(index).id)
    const criteria = [
      { label: 'Clarté', weight: 2 },
      { label: 'Portée', weight: 1 },
      { label: 'Sobriété', weight: 1 },
    ]
    const values = { method: 'grid', criteria, team, mostPoints: 20 }
    const edition = await aJury(app, committee, [{ entries: three.slice(0, 2), values }])
    const voteId = edition.categories[0]?.voteId ?? ''
    assert.equal((await member(4).caller.get(`/api/votes/${voteId}`)).body.code, 'not-on-roll')
    const cast = (index: number, o1: number[], o2: number[]) => {
      const row = (points: number[]) => Object.fromEntries(points.map((one, at) => [`c${at + 1}`, one]))
      const value = { grid: { o1: row(o1), o2: row(o2) } }
      return member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'cast', value })
    }
    const short = await cast(0, [16, 14], [18, 12, 11])
    assert.deepEqual([short.status, short.body.errors[0].pointer], [422, '/value/grid/o1/c3'])
    assert.equal((await cast(0, [16, 14, 21], [18, 12, 11])).body.errors[0].pointer, '/value/grid/o1/c3')
    assert.equal((await cast(0, [16, 14, 12], [18, 12, 11])).status, 201)
    assert.equal((await cast(1, [15, 15, 13], [15, 16, 14])).status, 201)
    assert.equal((await cast(2, [17, 12, 14], [16, 14, 12])).status, 201)
    await travelTo(app, edition.juryClosesAt)
    const [category] = (await deliberationOf(edition, committee.administrator)).palmares.categories
    // (2·48 + 41 + 39) / (4·3) = 44/3; (2·49 + 42 + 37) / 12 = 59/4.
    assert.deepEqual(
      category.tally.options.map(({ score, sums }: Looked) => [score, sums]),
      [
        [{ n: 44, d: 3 }, [48, 41, 39]],
        [{ n: 59, d: 4 }, [49, 42, 37]],
      ],
    )
    assert.deepEqual(winnersOf(category), ['Deux', 'Un', ''])
  })
})
