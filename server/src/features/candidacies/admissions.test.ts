import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import {
  aCommittee,
  anOpenCandidacy,
  CHARTER_HASH,
  type Committee,
  DAY,
  lastLink,
  REASON,
  setSeats,
  travel,
  travelToClose,
} from '../../../test/votes.ts'
import { admitCandidates } from './admit.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const soon = () => new Date(app.deps.world.now().getTime() + DAY)
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

describe('vote criterion 5: nobody and nothing admits a vetoed candidate', () => {
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
    assert.deepEqual(await admitCandidates(app.deps.world), { admitted: [], offered: [] })
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
    assert.equal(await statusOf(opened.id), 'refused')
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
    const statuses = async () => [await statusOf(open.id), await statusOf(unheard.id), await statusOf(lost.id)]
    await travelToClose(app, lost, 0)
    assert.deepEqual(await statuses(), ['no_ballot', 'quorum_failed', 'not_adopted'])
    app.outbox.splice(0)
    await app.runJobs()
    assert.deepEqual(await statuses(), ['open', 'open', 'not_adopted'], 'too few votes: open once more')
    await app.runJobs()
    const heads = app.outbox.map(({ subject }) => subject.split('\u00a0:')[0])
    const sent = ['Un vote est ouvert', 'Le vote reprend'].map((head) => heads.filter((one) => one === head).length)
    assert.deepEqual(sent, [3 * 4, 2 * 4], 'what is opened once more is told in a letter of its own')
    await travel(app, 7 * DAY)
    assert.deepEqual(await statuses(), ['expired', 'expired', 'not_adopted'])
    await app.runJobs()
    assert.deepEqual(await statuses(), ['expired', 'expired', 'not_adopted'])
    assert.deepEqual(await admitCandidates(app.deps.world), { admitted: [], offered: [] })
  })
})

describe('seats', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
    await setSeats(app, { cap: 6 })
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
    const welcome = app.outbox.find(({ to, subject }) => to === opened.email && subject.startsWith('Bienvenue'))
    const token = /\/mot-de-passe#(\S+)/.exec(welcome?.text ?? '')?.[1]
    const password = 'une barque au bord du canal'
    const entered = await app.anonymous.post('/api/password-resets/redeem', { token, password })
    assert.deepEqual(
      [entered.status, entered.body.person?.email],
      [200, opened.email],
      'the link in it opens the account',
    )
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
  it('vote criterion 8: 20 admissions at once for one free seat seat one; the database alone refuses F > q', async () => {
    const { db } = app.deps.world
    // Of the two seats that women get here, the one who has waited since before is offered the first.
    await setSeats(app, { cap: 10 })
    const waiting = []
    for (let index = 0; index < 4; index += 1) waiting.push(await anOpenCandidacy(app, committee, { college: 'woman' }))
    for (const { voteId } of waiting)
      for (const { caller } of committee.members) await caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await travelToClose(app, waiting[3] ?? { closesAt: '' }, 0)
    const before = await count('woman')
    const runs = await Promise.all(Array.from({ length: 20 }, () => admitCandidates(app.deps.world)))
    assert.deepEqual(
      [runs.flatMap(({ admitted }) => admitted).length, runs.flatMap(({ offered }) => offered).length],
      [1, 1],
    )
    assert.equal(await count('woman'), before + 1)
    const left: string[] = []
    for (const { id } of waiting) if ((await statusOf(id)) !== 'admitted') left.push(id)
    assert.equal(left.length, 3)
    // Two who sit beyond the quota, from a time when there were more seats.
    await setSeats(app, { cap: 40 })
    const intruders = [await aPerson(db, { college: 'woman' }), await aPerson(db, { college: 'woman' })]
    await setSeats(app, { cap: 10 })
    const force = (offer: object) =>
      db
        .updateTable('candidacy')
        .set({ admitted_at: new Date(), accepted_at: new Date(), person_id: intruders[0]?.id ?? '', ...offer })
        .where('id', '=', left[0] ?? '')
        .execute()
    await assert.rejects(force({}), /has no offer/u)
    await assert.rejects(force({ offered_at: app.deps.world.now(), offer_until: soon() }), /no seat left/u)
    for (const { id } of intruders) await db.updateTable('person').set({ role: 'guest' }).where('id', '=', id).execute()
  })
  it('vote criterion 9: a raised cap replays the waiting list in its order, the same on two runs', async () => {
    const listed = await app.deps.world.db
      .selectFrom('candidacy')
      .select(['id', 'college', 'waiting_since'])
      .where('admitted_at', 'is', null)
      .where('waiting_since', 'is not', null)
      .where('offer_until', 'is', null)
      .execute()
    const women = listed.filter(({ college }) => college === 'woman')
    const ranks = async () =>
      Promise.all(women.map(async ({ id }) => (await member(0).caller.get(`/api/candidacies/${id}`)).body.rank))
    const before = await ranks()
    assert.deepEqual(
      before.toSorted((a, b) => a - b),
      [1, 2, 3],
    )
    assert.deepEqual(await ranks(), before)
    await setSeats(app, { cap: 14 })
    const replay = () => admitCandidates(app.deps.world)
    const undo = () =>
      app.deps.world.db
        .updateTable('candidacy')
        .set({ offered_at: null, offer_until: null })
        .where(
          'id',
          'in',
          women.map(({ id }) => id),
        )
        .execute()
    const first = await replay()
    await undo()
    assert.deepEqual(await replay(), first, 'two runs, one order')
    const byRank = women.toSorted((a, b) => (before[women.indexOf(a)] ?? 0) - (before[women.indexOf(b)] ?? 0))
    assert.deepEqual(first, { admitted: [], offered: byRank.slice(0, 2).map(({ id }) => id) })
    assert.deepEqual(await replay(), { admitted: [], offered: [] }, 'seats on offer are taken')
  })
})

describe('a seat that is left', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
    await setSeats(app, { cap: 4 })
  })
  after(() => app.close())

  it('is offered to the next in line, by itself', async () => {
    const first = await anOpenCandidacy(app, committee, { college: 'woman' })
    await elect(first)
    await app.runJobs()
    assert.equal(await statusOf(first.id), 'waiting_seats')
    const left = await committee.administrator.patch(`/api/people/${member(2).id}`, { role: 'ambassador' })
    assert.equal(left.status, 200)
    await app.runJobs()
    assert.equal(await statusOf(first.id), 'offered')
    const accepted = await app.anonymous.post('/api/applications/accept', {
      token: lastLink(app, first.email),
      charter: CHARTER_HASH,
    })
    assert.deepEqual([accepted.status, accepted.body.status], [200, 'admitted'])
    assert.equal(await statusOf(first.id), 'admitted')
    assert.equal(await count('woman'), 2)
  })
})
