import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, REASON, travel, travelToClose } from '../../../test/votes.ts'
import { admitCandidates } from './admit.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const setSeats = async (seats: { cap: number; parity?: string; difference?: number }) => {
  const row = { key: 'seats', value: JSON.stringify(seats), updated_at: new Date() }
  await app.deps.world.db
    .insertInto('setting')
    .values(row)
    .onConflict((oc) => oc.column('key').doUpdateSet(row))
    .execute()
}
/** Everybody present votes yes; the vote is then closed. */
const elect = async (opened: { voteId: string; closesAt: string }) => {
  for (const { caller } of committee.members) await caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'yes' })
  await travelToClose(app, opened, 0)
}
const statusOf = async (id: string) => (await member(0).caller.get(`/api/candidacies/${id}`)).body.status
const count = async (college: 'woman' | 'man') =>
  (
    await app.deps.world.db
      .selectFrom('person')
      .select('id')
      .where('role', '=', 'member')
      .where('college', '=', college)
      .execute()
  ).length

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

  it('is open to all who may, and answers the same whether the address is known or not', async () => {
    const known = await app.deps.world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', member(1).id)
      .executeTakeFirstOrThrow()
    const [first, second] = [
      await app.anonymous.post('/api/candidacies', body()),
      await app.anonymous.post('/api/candidacies', body({ email: known.email })),
    ]
    assert.deepEqual([first.status, second.status], [201, 201])
    assert.deepEqual(Object.keys(first.body), Object.keys(second.body))
    assert.equal(first.body.status, 'submitted')
    assert.match(first.body.html, /<strong>communication<\/strong>/u)
    for (const [role, status] of [
      ['guest', 403],
      ['ambassador', 403],
      ['candidate', 201],
    ] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.post('/api/candidacies', body())).status, status, role)
    }
    assert.equal((await member(1).caller.post(`/api/candidacies/${second.body.id}/open`)).body.code, 'already-member')
  })
  it('a member who proposes becomes the sponsor; only a member can be one', async () => {
    const proposed = await member(2).caller.post('/api/candidacies', body())
    assert.equal(proposed.body.sponsor.id, member(2).id)
    const guest = await aPerson(app.deps.world.db, { role: 'guest' })
    const refused = await app.anonymous.post('/api/candidacies', body({ sponsorId: guest.id }))
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/sponsorId'])
  })
  it('is read by the committee and by the candidate alone', async () => {
    const { body: filed } = await app.anonymous.post('/api/candidacies', body({ email: 'moi@ville-exemple.fr' }))
    const own = await app.as(
      (await aPerson(app.deps.world.db, { role: 'candidate', email: 'moi@ville-exemple.fr' })).id,
    )
    assert.equal((await own.get(`/api/candidacies/${filed.id}`)).status, 200)
    assert.deepEqual(
      (await own.get('/api/candidacies')).body.items.map(({ id }: { id: string }) => id),
      [filed.id],
    )
    assert.equal((await own.post(`/api/candidacies/${filed.id}/open`)).status, 403)
    for (const role of ['guest', 'ambassador', 'candidate'] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.get(`/api/candidacies/${filed.id}`)).status, 404, role)
      assert.equal((await caller.post(`/api/candidacies/${filed.id}/open`)).status, 404, role)
    }
    assert.equal((await app.anonymous.get(`/api/candidacies/${filed.id}`)).status, 401)
    const list = (await member(0).caller.get('/api/candidacies?limit=1')).body
    assert.equal(list.items[0].id, filed.id)
    assert.ok(list.next)
    assert.equal((await member(0).caller.get(`/api/candidacies?limit=1&cursor=${list.next}`)).body.items.length, 1)
  })
  it('criterion 13: never shorter than seven days, opened once, one at a time for a person', async () => {
    const email = 'rival@ville-exemple.fr'
    const [one, two] = [
      await app.anonymous.post('/api/candidacies', body({ email })),
      await app.anonymous.post('/api/candidacies', body({ email })),
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

describe('criterion 5: nobody and nothing admits a vetoed candidate', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('not the job, not the administrator by role or invitation, not a statement', async () => {
    const { db } = app.deps.world
    const opened = await anOpenCandidacy(app, committee, { college: 'woman' })
    const account = await aPerson(db, { role: 'candidate', email: opened.email, college: 'woman' })
    const seatByRole = () => committee.administrator.patch(`/api/people/${account.id}`, { role: 'member' })
    const during = await seatByRole()
    assert.notEqual(during.status, 200)
    for (const { caller } of committee.members)
      await caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'yes' })
    await member(3).caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'veto', reason: REASON })
    await travelToClose(app, opened, -1)
    await app.runJobs()
    assert.deepEqual(await admitCandidates(app.deps.world), [])
    assert.equal(await statusOf(opened.id), 'vetoed')
    assert.notEqual((await seatByRole()).status, 200)
    await assert.rejects(
      db.updateTable('person').set({ role: 'member' }).where('id', '=', account.id).execute(),
      /before the committee/u,
    )
    await assert.rejects(
      db
        .updateTable('candidacy')
        .set({ admitted_at: new Date(), person_id: account.id })
        .where('id', '=', opened.id)
        .execute(),
      /vetoed/u,
    )
    await travel(app, 400 * DAY)
    await app.runJobs()
    assert.equal(await statusOf(opened.id), 'vetoed')
    const { role } = await db.selectFrom('person').select('role').where('id', '=', account.id).executeTakeFirstOrThrow()
    assert.equal(role, 'candidate')
  })
  it('nor one whose vote is open, failed its quorum or was lost', async () => {
    const [open, unheard, lost] = [
      await anOpenCandidacy(app, committee),
      await anOpenCandidacy(app, committee),
      await anOpenCandidacy(app, committee),
    ]
    assert.equal(await statusOf(open.id), 'open')
    await member(0).caller.put(`/api/votes/${unheard.voteId}/ballot`, { choice: 'yes' })
    for (const { caller } of committee.members) await caller.put(`/api/votes/${lost.voteId}/ballot`, { choice: 'no' })
    await travelToClose(app, lost, 0)
    await app.runJobs()
    assert.deepEqual(
      [await statusOf(open.id), await statusOf(unheard.id), await statusOf(lost.id)],
      ['no_ballot', 'quorum_failed', 'not_adopted'],
    )
  })
})

describe('seats', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
    await setSeats({ cap: 6 })
  })
  after(() => app.close())

  it('an admissible candidate is seated by the job, with an account and a mail; the status needs no job', async () => {
    const opened = await anOpenCandidacy(app, committee, { college: 'woman' })
    await elect(opened)
    assert.equal(await statusOf(opened.id), 'admissible')
    await app.runJobs()
    assert.equal(await statusOf(opened.id), 'admitted')
    const person = await app.deps.world.db
      .selectFrom('person')
      .selectAll()
      .where('email', '=', opened.email)
      .executeTakeFirstOrThrow()
    assert.deepEqual([person.role, person.college, person.password_hash], ['member', 'woman', null])
    assert.ok(app.outbox.some(({ to }) => to === opened.email))
    const { body: log } = await member(0).caller.get(`/api/votes/${opened.voteId}/log`)
    const admitted = log.events.find(({ type }: { type: string }) => type === 'candidacy.admitted')
    assert.deepEqual([admitted.body.before.women, admitted.body.after.women, admitted.body.after.cap], [2, 3, 6])
  })
  it('a full college waits for parity, a full committee for seats', async () => {
    const woman = await anOpenCandidacy(app, committee, { college: 'woman' })
    const man = await anOpenCandidacy(app, committee, { college: 'man' })
    for (const { voteId } of [woman, man])
      for (const { caller } of committee.members) await caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await travelToClose(app, man, 0)
    assert.equal(await statusOf(woman.id), 'waiting_parity')
    assert.equal(await statusOf(man.id), 'admissible')
    await app.runJobs()
    assert.deepEqual([await statusOf(woman.id), await statusOf(man.id)], ['waiting_seats', 'admitted'])
  })
  it('criterion 8: 20 admissions at once for one free seat seat one; the database alone refuses F > q', async () => {
    await setSeats({ cap: 8 })
    const waiting = []
    for (let index = 0; index < 4; index += 1) waiting.push(await anOpenCandidacy(app, committee, { college: 'woman' }))
    for (const { voteId } of waiting)
      for (const { caller } of committee.members) await caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await travelToClose(app, waiting[3] ?? { closesAt: '' }, 0)
    const before = await count('woman')
    const runs = await Promise.all(Array.from({ length: 20 }, () => admitCandidates(app.deps.world)))
    assert.equal(runs.flat().length, 4 - before)
    assert.equal(await count('woman'), 4)
    const left = []
    for (const { id } of waiting) if ((await statusOf(id)) !== 'admitted') left.push(id)
    assert.equal(left.length, 4)
    const intruder = await aPerson(app.deps.world.db, { college: 'woman' })
    const force = app.deps.world.db.updateTable('candidacy').set({ admitted_at: new Date(), person_id: intruder.id })
    await assert.rejects(force.where('id', '=', left[0] ?? '').execute(), /no seat left/u)
    await app.deps.world.db.updateTable('person').set({ role: 'guest' }).where('id', '=', intruder.id).execute()
  })
  it('criterion 9: a raised cap replays the waiting list in its order', async () => {
    await setSeats({ cap: 12 })
    const first = await admitCandidates(app.deps.world)
    assert.equal(first.length, 6 - 4)
    assert.deepEqual(await admitCandidates(app.deps.world), [])
    assert.equal(await count('woman'), 6)
  })
})
