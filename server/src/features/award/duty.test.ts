import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aJury, employ, grade, ok, three, travelTo } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => memberOf(committee, index)
const db = () => app.deps.world.db

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
afterEach(() => app.close())

describe('vote criterion 19: one duty, a board without contents', () => {
  it('vote criterion 19: « à jour » or « en attente » per category; a blank ballot does the duty', async () => {
    const edition = await aJury(app, committee, [{ entries: three }, { entries: three }])
    const [first, other] = edition.categories
    assert.ok(first && other)
    ok(await member(0).caller.put(`/api/votes/${first.voteId}/ballot`, { choice: 'blank' }), 201)
    assert.equal((await grade(committee, 1, first.voteId, [6, 0, 3])).status, 201)
    const ambassador = await app.as((await aPerson(db(), { role: 'ambassador' })).id)
    for (const caller of [member(5).caller, committee.administrator, ambassador]) {
      const { categories } = ok(await caller.get(`/api/awards/${edition.id}/duty`))
      const stateOf = (index: number, category: Looked) =>
        category.people.find(({ person }: Looked) => person.id === member(index).id).state
      assert.deepEqual(
        [0, 1, 2].map((index) => [stateOf(index, categories[0]), stateOf(index, categories[1])]),
        [
          ['done', 'waiting'],
          ['done', 'waiting'],
          ['waiting', 'waiting'],
        ],
      )
      assert.deepEqual([categories[0].done, categories[0].jurors], [2, 6])
      assert.doesNotMatch(JSON.stringify(categories), /blank|cast|grade|choice|reason/u)
    }
    const guest = await app.as((await aPerson(db(), { role: 'guest' })).id)
    assert.equal((await guest.get(`/api/awards/${edition.id}/duty`)).status, 404)
  })
  it('vote criterion 19: reminders reach only non-voters, and nobody who is recused', async () => {
    await employ(app, member(5).id, 'Ville B')
    const edition = await aJury(app, committee, [{ entries: three }])
    const voteId = edition.categories[0]?.voteId ?? ''
    ok(await member(0).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'blank' }), 201)
    assert.equal((await grade(committee, 1, voteId, [1, 2, 3])).status, 201)
    const pin = { personId: member(2).id, reason: 'A conseillé ce projet.' }
    ok(await committee.administrator.post(`/api/award-categories/${edition.categories[0]?.id}/recusals`, pin))
    await app.runJobs()
    const before = app.outbox.length
    await travelTo(app, edition.juryClosesAt, -2 * DAY)
    await app.runJobs()
    const emails = await db().selectFrom('person').select(['id', 'email']).execute()
    const emailOf = (index: number) => emails.find(({ id }) => id === member(index).id)?.email
    const reminded = app.outbox.slice(before).map(({ to }) => to)
    assert.deepEqual(reminded.toSorted(), [emailOf(3) ?? '', emailOf(4) ?? ''].toSorted())
  })
})

describe('more time for a jury', () => {
  const extend = (caller: Caller, category: string | undefined, hours: number) =>
    caller.post(`/api/award-categories/${category}/extension`, {
      closesAt: new Date(Date.parse(closes) + hours * 3_600_000).toISOString(),
      reason: 'Trois dossiers sont arrivés en retard.',
    })
  let closes: string
  /** They run the committee, and keep their seat. */
  const promote = (personId: string): Promise<unknown> =>
    db()
      .insertInto('space_person')
      .values({ space_id: committee.spaceId, person_id: personId, role: 'facilitator', added_at: new Date() })
      .execute()

  it('is given by who runs the award, on a jury that is not theirs too, twice at most, and is written down', async () => {
    const team = [member(2).id, member(3).id]
    const edition = await aJury(app, committee, [{ entries: three, values: { team } }])
    const category = edition.categories[0]?.id
    closes = edition.juryClosesAt
    await promote(member(0).id)
    const office = member(0).caller
    const boardOf = async (caller: Caller) => ok(await caller.get(`/api/awards/${edition.id}/duty`)).categories[0]
    assert.deepEqual([(await boardOf(office)).can.extend, (await boardOf(member(2).caller)).can.extend], [true, false])
    assert.equal((await extend(member(2).caller, category, 24)).status, 403)
    assert.equal((await extend(office, category, -24)).body.errors[0].pointer, '/closesAt')
    const extended = ok(await extend(office, category, 24)).categories[0]
    assert.equal(Date.parse(extended.closesAt), Date.parse(closes) + 24 * 3_600_000)
    const { items } = ok(await office.get(`/api/awards/${edition.id}/journal?limit=1`))
    assert.deepEqual([items[0].type, items[0].by.id, items[0].category.id], ['jury.extended', member(0).id, category])
    assert.equal(ok(await extend(office, category, 48)).categories[0].can.extend, false)
    assert.equal((await extend(office, category, 72)).body.code, 'extensions-used')
  })
  it('is not given by who has a conflict of interest in the category, nor once it has closed', async () => {
    const edition = await aJury(app, committee, [{ entries: three }, { entries: three }])
    closes = edition.juryClosesAt
    const [first, other] = edition.categories
    await promote(member(0).id)
    const office = member(0).caller
    ok(await office.post(`/api/award-categories/${first?.id}/conflicts`, { reason: 'J’y travaille.' }))
    assert.equal((await extend(office, first?.id, 24)).status, 403)
    ok(await extend(office, other?.id, 24))
    await travelTo(app, closes)
    assert.equal((await extend(committee.administrator, first?.id, 24)).body.code, 'vote-closed')
  })
})
