import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aPerson } from '../../../test/build.ts'
import { aDecision, castChoice, castValue, later, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import {
  aCommittee,
  anOpenCandidacy,
  type Committee,
  DAY,
  HOUR,
  REASON,
  travel,
  travelToClose,
} from '../../../test/votes.ts'
import { verifyDatabase, verifyExport } from './verify.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => memberOf(committee, index).caller
const WHY = 'Trois personnes étaient en congé.'
const logOf = async (voteId: string) => (await member(0).get(`/api/votes/${voteId}/log`)).body
const types = async (voteId: string) => (await logOf(voteId)).events.map(({ type }: { type: string }) => type)
const ballotsOf = (voteId: string) =>
  app.deps.world.db.selectFrom('ballot').selectAll().where('vote_id', '=', voteId).execute()

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
after(() => app.close())

describe('vote criterion 13: an extension', () => {
  it('needs a reason, a later date, an open vote, and comes at most twice; ballots stay', async () => {
    const vote = await aDecision(app, committee)
    const url = `/api/votes/${vote.id}/extend`
    const extend = (hours: number, reason: string | undefined = WHY) =>
      member(0).post(url, { closesAt: later(app, hours), ...(reason !== undefined && { reason }) })
    await castChoice(committee, 1, vote.id, 'yes')
    for (const reason of ['', ' '.repeat(30), 'court']) {
      const { status, body } = await extend(200, reason)
      assert.deepEqual([status, body.errors[0].pointer], [422, '/reason'], reason)
    }
    assert.equal((await member(0).post(url, { closesAt: later(app, 200) })).body.errors[0].pointer, '/reason')
    for (const hours of [100, 99, -1]) {
      const { status, body } = await extend(hours)
      assert.deepEqual([status, body.errors[0].pointer], [422, '/closesAt'], String(hours))
    }
    assert.equal((await extend(150)).status, 200)
    const twice = await extend(200)
    assert.deepEqual(
      twice.body.extensions.map(({ reason, from, to }: { reason: string; from: string; to: string }) => [
        reason,
        from,
        to,
      ]),
      [
        [WHY, vote.closesAt, later(app, 150)],
        [WHY, later(app, 150), later(app, 200)],
      ],
    )
    assert.deepEqual([twice.body.can.extend, twice.body.voters], [false, 1])
    assert.deepEqual([(await extend(300)).status, (await extend(300)).body.code], [409, 'extensions-used'])
    assert.deepEqual(await types(vote.id), ['ballot.opened', 'ballot.cast', 'close.extended', 'close.extended'])
    await travel(app, 199 * HOUR)
    await app.runJobs()
    assert.equal((await member(0).get(`/api/votes/${vote.id}/result`)).body.code, 'not-closed')
    assert.equal((await castChoice(committee, 2, vote.id, 'yes')).status, 201)
    await travelToClose(app, twice.body, 0)
    await app.runJobs()
    assert.equal((await member(0).get(`/api/votes/${vote.id}/result`)).body.yes, 2)
    assert.deepEqual((await extend(300)).body.code, 'vote-closed')
  })
  it('is for its author and who runs the space; two at once after the first leave two in all', async () => {
    const vote = await aDecision(app, committee)
    const url = `/api/votes/${vote.id}/extend`
    const body = (hours: number) => ({ closesAt: later(app, hours), reason: WHY })
    assert.equal((await member(1).post(url, body(200))).status, 403)
    const ambassador = await app.as((await aPerson(app.deps.world.db, { role: 'ambassador' })).id)
    assert.equal((await ambassador.post(url, body(200))).status, 403)
    assert.equal((await app.anonymous.post(url, body(200))).status, 401)
    assert.equal((await committee.administrator.post(url, body(150))).status, 200)
    const answers = await Promise.all([180, 190, 200, 210].map((hours) => member(0).post(url, body(hours))))
    assert.equal(answers.filter(({ status }) => status === 200).length, 1)
    assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'extensions-used'))
    assert.equal((await member(0).get(`/api/votes/${vote.id}`)).body.extensions.length, 2)
  })
})

describe('vote criterion 13: an early close', () => {
  it('of a candidacy before its minimum window is refused even to administrators, after it only when all have voted', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    const url = `/api/votes/${voteId}/close`
    for (const index of [0, 1, 2, 3, 4]) await castChoice(committee, index, voteId, 'yes')
    await castChoice(committee, 5, voteId, 'abstain')
    for (const caller of [committee.administrator, member(0)]) {
      const { status, body } = await caller.post(url)
      assert.deepEqual([status, body.code], [409, 'minimum-window'])
    }
    assert.equal((await member(1).post(url)).status, 403)
    assert.equal((await committee.administrator.get(`/api/votes/${voteId}`)).body.can.closeEarly, false)
    await travel(app, 7 * DAY)
    assert.equal((await committee.administrator.get(`/api/votes/${voteId}`)).body.can.closeEarly, true)
    const { status, body } = await committee.administrator.post(url)
    assert.deepEqual([status, body.status, body.outcome], [200, 'closed', 'adopted'])
    assert.equal((await castChoice(committee, 5, voteId, 'no')).body.code, 'vote-closed')
  })
  it('of a decision waits for every ballot, and its log says so', async () => {
    const vote = await aDecision(app, committee)
    for (const index of [0, 1, 2, 3, 4]) await castChoice(committee, index, vote.id, 'yes')
    const url = `/api/votes/${vote.id}/close`
    const early = await committee.administrator.post(url)
    assert.deepEqual([early.status, early.body.code], [409, 'voters-missing'])
    await castChoice(committee, 5, vote.id, 'blank')
    await travel(app, HOUR)
    assert.equal((await member(0).post(url)).body.status, 'closed')
    await app.runJobs()
    assert.deepEqual((await types(vote.id)).slice(-3), ['close.early', 'ballot.closed', 'ballot.tallied'])
    assert.equal((await member(0).post(url)).body.code, 'vote-closed')
    assert.equal(verifyExport(await logOf(vote.id)).problem, null)
  })
})

describe('a cancellation', () => {
  it('keeps nothing readable; the chain stays whole', async () => {
    const vote = await aDecision(app, committee, { method: 'approval', options: ['a', 'b'], rules: { veto: true } })
    await castValue(committee, 0, vote.id, { approved: ['o2'] })
    await castValue(committee, 1, vote.id, { approved: ['o1'] })
    await castValue(committee, 1, vote.id, { approved: ['o2'] })
    await member(2).put(`/api/votes/${vote.id}/ballot`, { choice: 'veto', reason: REASON })
    const url = `/api/votes/${vote.id}/cancel`
    assert.equal((await member(0).post(url, { reason: 'court' })).status, 422)
    assert.equal((await member(1).post(url, { reason: WHY })).status, 403)
    const { status, body } = await member(0).post(url, { reason: WHY })
    assert.equal(status, 200)
    assert.deepEqual(
      [body.status, body.voters, body.myBallot, body.vetoes, body.outcome, body.cancelled.reason],
      ['cancelled', 0, null, [], null, WHY],
    )
    assert.deepEqual(await ballotsOf(vote.id), [])
    const log = await logOf(vote.id)
    assert.equal(verifyExport(log).problem, null)
    for (const { type, body } of log.events)
      assert.equal(body !== undefined, /opened|cancelled|moved/u.test(type), type)
    assert.equal((await verifyDatabase(app.deps.world.db)).find(({ voteId }) => voteId === vote.id)?.problem, null)
    await travelToClose(app, body, -HOUR)
    await app.runJobs()
    assert.ok(!(await types(vote.id)).includes('ballot.tallied'))
    for (const caller of [member(0), committee.administrator]) {
      assert.deepEqual((await caller.get(`/api/votes/${vote.id}/result`)).body.code, 'vote-cancelled')
      assert.doesNotMatch(JSON.stringify((await caller.get(`/api/votes/${vote.id}`)).body), /prestataire/u)
    }
    assert.equal((await castValue(committee, 3, vote.id, { approved: ['o1'] })).body.code, 'vote-cancelled')
    assert.equal((await member(0).post(url, { reason: WHY })).body.code, 'vote-cancelled')
    const closed = (await member(0).get(`/api/votes?state=closed&limit=100`)).body.items
    assert.ok(closed.some(({ id }: { id: string }) => id === vote.id))
  })
  it('against ballots at once: one wins each, and no ballot outlives it', async () => {
    const vote = await aDecision(app, committee)
    const answers = await Promise.all([
      castChoice(committee, 1, vote.id, 'yes'),
      castChoice(committee, 2, vote.id, 'no'),
      member(0).post(`/api/votes/${vote.id}/cancel`, { reason: WHY }),
      castChoice(committee, 3, vote.id, 'yes'),
      castChoice(committee, 4, vote.id, 'yes'),
    ])
    assert.ok(answers.every(({ status, body }) => status < 300 || body.code === 'vote-cancelled'))
    assert.deepEqual(await ballotsOf(vote.id), [])
    assert.equal(verifyExport(await logOf(vote.id)).problem, null)
  })
  it('is not there for a candidacy, whose veto nobody takes away', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    await member(1).put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    for (const caller of [member(0), committee.administrator])
      assert.equal((await caller.post(`/api/votes/${voteId}/cancel`, { reason: WHY })).status, 403)
    assert.equal((await ballotsOf(voteId)).length, 1)
  })
})

describe('a written outcome', () => {
  it('comes after the close, from the author or who runs the space, with a review date; the computed one stays', async () => {
    const vote = await aDecision(app, committee)
    await castChoice(committee, 0, vote.id, 'no')
    const url = `/api/votes/${vote.id}/outcome`
    const body = { text: 'Nous restons à **Nantes**.', reviewOn: '2027-06-01' }
    assert.equal((await member(0).put(url, body)).body.code, 'not-closed')
    await travelToClose(app, vote, 0)
    assert.equal((await member(1).put(url, body)).status, 403)
    const { body: written } = await member(0).put(url, body)
    assert.equal(written.outcome, 'rejected')
    assert.deepEqual([written.written.person.id, written.written.reviewOn], [memberOf(committee, 0).id, '2027-06-01'])
    assert.match(written.written.html, /<strong>Nantes<\/strong>/u)
    for (const bad of [{ ...body, outcome: 'adopted' }, { text: ' ' }, { ...body, reviewOn: '2027-02-30' }])
      assert.equal((await member(0).put(url, bad)).status, 422)
    assert.equal((await committee.administrator.put(url, { text: 'Nantes, donc.' })).body.written.reviewOn, null)
    await app.runJobs()
    assert.deepEqual(await types(vote.id), [
      'ballot.opened',
      'ballot.cast',
      'ballot.closed',
      'ballot.tallied',
      'outcome.written',
      'outcome.written',
    ])
    assert.equal((await verifyDatabase(app.deps.world.db)).find(({ voteId }) => voteId === vote.id)?.problem, null)
  })
})

describe('a settled vote', () => {
  it('is listed by what was written at its close; the result counts the ballots, and the verifier compares both', async () => {
    const vote = await aDecision(app, committee)
    for (const index of [0, 1, 2]) await castChoice(committee, index, vote.id, 'yes')
    await travelToClose(app, vote, 0)
    const listed = async () =>
      (await member(0).get('/api/votes?state=closed')).body.items.find(({ id }: { id: string }) => id === vote.id)
    assert.equal((await listed()).outcome, 'adopted', 'before the job has run')
    await app.runJobs()
    const { db } = app.deps.world
    await db.updateTable('ballot').set({ choice: 'no' }).where('vote_id', '=', vote.id).execute()
    assert.equal((await listed()).outcome, 'adopted')
    assert.equal((await member(0).get(`/api/votes/${vote.id}/result`)).body.outcome, 'rejected')
    await db.updateTable('ballot').set({ choice: 'yes' }).where('vote_id', '=', vote.id).execute()
    const problemOf = async () => (await verifyDatabase(db)).find(({ voteId }) => voteId === vote.id)?.problem
    assert.equal(await problemOf(), null)
    await sql`update vote set counted = jsonb_set(counted, '{outcome}', '"vetoed"') where id = ${vote.id}`.execute(db)
    assert.match((await problemOf()) ?? '', /kept count/u)
  })
})
