import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, travel } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}

const body = (values: object = {}) => ({
  name: 'Solène Arzel',
  email: 'solene.arzel@departement-exemple.fr',
  college: 'woman',
  employer: 'Département du Léon',
  motivation: 'Dix ans de **communication** publique.',
  ...values,
})

describe('filing and opening', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('is for members and the administration; everybody else has the public form', async () => {
    for (const [role, status] of [
      ['guest', 403],
      ['ambassador', 403],
      ['candidate', 403],
      ['administrator', 201],
    ] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.post('/api/candidacies', body())).status, status, role)
    }
    assert.equal((await app.anonymous.post('/api/candidacies', body())).status, 401)
    const { email } = await app.deps.world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', member(1).id)
      .executeTakeFirstOrThrow()
    const seated = await member(0).caller.post('/api/candidacies', body({ email }))
    assert.deepEqual([seated.status, seated.body.status], [201, 'submitted'])
    assert.match(seated.body.html, /<strong>communication<\/strong>/u)
    const open = async (index: number) =>
      (await member(index).caller.post(`/api/candidacies/${seated.body.id}/open`)).body.code
    assert.deepEqual([await open(0), await open(1)], ['already-member', 'forbidden'])
  })
  it('a member who proposes becomes the sponsor; only a member can be one', async () => {
    const proposed = await member(2).caller.post('/api/candidacies', body())
    assert.equal(proposed.body.sponsor.id, member(2).id)
    const guest = await aPerson(app.deps.world.db, { role: 'guest' })
    const refused = await member(2).caller.post('/api/candidacies', body({ sponsorId: guest.id }))
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/sponsorId'])
  })
  it('is read by the committee and by the candidate alone', async () => {
    const { body: filed } = await member(0).caller.post('/api/candidacies', body({ email: 'moi@ville-exemple.fr' }))
    const own = await app.as(
      (await aPerson(app.deps.world.db, { role: 'candidate', email: 'moi@ville-exemple.fr' })).id,
    )
    assert.equal((await own.get(`/api/candidacies/${filed.id}`)).status, 200)
    assert.deepEqual(
      (await own.get('/api/candidacies')).body.items.map(({ id }: { id: string }) => id),
      [filed.id],
    )
    assert.equal((await own.post(`/api/candidacies/${filed.id}/open`)).status, 403)
    assert.ok((await member(0).caller.get('/api/search?q=Arzel&kind=candidacy')).body.total > 0)
    for (const role of ['guest', 'ambassador', 'candidate'] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.get('/api/search?q=Arzel')).body.total, 0, role)
      assert.equal((await caller.get(`/api/candidacies/${filed.id}`)).status, 404, role)
      assert.equal((await caller.post(`/api/candidacies/${filed.id}/open`)).status, 404, role)
    }
    assert.equal((await app.anonymous.get(`/api/candidacies/${filed.id}`)).status, 401)
    const list = (await member(0).caller.get('/api/candidacies?limit=1')).body
    assert.equal(list.items[0].id, filed.id)
    assert.ok(list.next)
    assert.equal((await member(0).caller.get(`/api/candidacies?limit=1&cursor=${list.next}`)).body.items.length, 1)
  })
  it('vote criterion 13: never shorter than seven days, opened once, one at a time for a person', async () => {
    const email = 'rival@ville-exemple.fr'
    const [one, two] = [
      await member(0).caller.post('/api/candidacies', body({ email })),
      await member(0).caller.post('/api/candidacies', body({ email })),
    ]
    const near = new Date(app.deps.world.now().getTime() + 6 * DAY).toISOString()
    const early = await committee.administrator.post(`/api/candidacies/${one.body.id}/open`, { closesAt: near })
    assert.deepEqual([early.status, early.body.errors[0].code], [422, 'date-too-soon'])
    const opened = await Promise.all(
      [0, 1, 2].map((index) => member(index).caller.post(`/api/candidacies/${one.body.id}/open`)),
    )
    assert.deepEqual(
      opened.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409, 409],
    )
    assert.equal((await member(0).caller.post(`/api/candidacies/${two.body.id}/open`)).body.code, 'already-open')
  })
})

describe('a sponsor who leaves the committee', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('speaks for nobody any more, and another member may', async () => {
    const { id } = (await member(0).caller.post('/api/candidacies', body({ sponsorId: member(0).id }))).body
    const sponsor = () => member(1).caller.put(`/api/candidacies/${id}/sponsor`)
    assert.equal((await sponsor()).status, 403)
    const left = await committee.administrator.patch(`/api/people/${member(0).id}`, { role: 'ambassador' })
    assert.equal(left.status, 200)
    assert.equal((await sponsor()).status, 200)
    assert.equal((await member(2).caller.get(`/api/candidacies/${id}`)).body.sponsor.id, member(1).id)
  })
})

describe('an early close', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('seats the candidate at once, and not at the close that was planned', async () => {
    const { id, voteId } = await anOpenCandidacy(app, committee, { college: 'woman' })
    for (const { caller } of committee.members) await caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await travel(app, 8 * DAY)
    assert.equal((await committee.administrator.post(`/api/votes/${voteId}/close`)).status, 200)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).body.status, 'admitted')
  })
})
