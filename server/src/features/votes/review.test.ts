import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { aDecision, castChoice, later, memberOf } from '../../../test/decisions.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY, travel, travelToClose } from '../../../test/votes.ts'
import { verifyDatabase } from './verify.ts'

let app: TestApp
let committee: Committee
const db = () => app.deps.world.db
const member = (index: number) => memberOf(committee, index).caller
const day = (days: number) => new Date(app.deps.world.now().getTime() + days * DAY).toISOString().slice(0, 10)
const typesOf = async (id: string) =>
  (await member(0).get(`/api/votes/${id}/log`)).body.events.map(({ type }: { type: string }) => type)
const reviews = async (caller: Caller) =>
  (await caller.get('/api/home')).body.waiting.filter(({ kind }: { kind: string }) => kind === 'review')
const DONE = { text: 'Les deux réunions ont eu lieu, on continue.' }

/** A decision that has closed, with an outcome that somebody writes, to be looked at again in so many days. */
async function decided(days: number, writer: Caller = member(0)) {
  const vote = await aDecision(app, committee, { closesAt: later(app, 24) })
  await castChoice(committee, 0, vote.id, 'yes')
  await travelToClose(app, vote, 0)
  await app.runJobs()
  const put = await writer.put(`/api/votes/${vote.id}/outcome`, { text: 'Rennes.', reviewOn: day(days) })
  assert.equal(put.status, 200, JSON.stringify(put.body))
  app.outbox.splice(0)
  return vote.id
}
/** Who was told of a review since the last call. */
async function told(): Promise<string[]> {
  await app.runJobs()
  const mails = app.outbox.splice(0).filter(({ subject }) => subject.startsWith('À revoir aujourd’hui'))
  return mails.map(({ to }) => to).toSorted((a, b) => (a < b ? -1 : 1))
}

before(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') })
  committee = await aCommittee(app, 3)
})
after(() => app.close())
beforeEach(() => app.outbox.splice(0))

describe('an outcome that is looked at again', () => {
  it('is told once, on its day, to its author and to those who run the space, who find it at home', async () => {
    const id = await decided(10)
    const [author, office] = await Promise.all(
      [committee.members[0]?.id, null].map((personId) =>
        db()
          .selectFrom('person')
          .select('email')
          .where((eb) => (personId ? eb('id', '=', personId) : eb('role', '=', 'administrator')))
          .executeTakeFirstOrThrow(),
      ),
    )
    assert.deepEqual([await told(), await reviews(member(0))], [[], []])
    await travel(app, 10 * DAY)
    assert.deepEqual(
      await told(),
      [author?.email ?? '', office?.email ?? ''].toSorted((a, b) => (a < b ? -1 : 1)),
    )
    await travel(app, DAY)
    assert.deepEqual(await told(), [])
    assert.deepEqual((await reviews(member(0))).length, 1)
    assert.deepEqual((await reviews(committee.administrator)).length, 1)
    assert.deepEqual(await reviews(member(1)), [])
    const list = (await member(1).get('/api/votes?state=review')).body.items
    assert.deepEqual(
      list.map((vote: { id: string; written: { reviewDue: boolean } }) => [vote.id, vote.written.reviewDue]),
      [[id, true]],
    )
    assert.equal((await member(1).put(`/api/votes/${id}/review`, DONE)).status, 403)
    assert.equal((await member(0).put(`/api/votes/${id}/review`, { text: 'Fait.' })).status, 422)
    const done = await member(0).put(`/api/votes/${id}/review`, DONE)
    assert.equal(done.status, 200, JSON.stringify(done.body))
    const { reviewDue, review } = done.body.written
    assert.deepEqual([reviewDue, review.text, done.body.can.review], [false, DONE.text, false])
    assert.equal((await committee.administrator.put(`/api/votes/${id}/review`, DONE)).status, 409)
    assert.deepEqual([await reviews(member(0)), await told()], [[], []])
    assert.deepEqual((await typesOf(id)).slice(-3), ['outcome.written', 'review.due', 'outcome.reviewed'])
    const problems = (await verifyDatabase(db())).map(({ problem }) => problem)
    assert.ok(problems.length > 0 && problems.every((problem) => problem === null))
  })

  it('waits for another date where one is written, and has another review then', async () => {
    const id = await decided(5)
    const again = { text: 'Rennes, en mars.', reviewOn: day(9) }
    assert.equal((await member(0).put(`/api/votes/${id}/outcome`, again)).status, 200)
    await travel(app, 5 * DAY)
    assert.deepEqual(await told(), [])
    await travel(app, 4 * DAY)
    assert.equal((await told()).length, 2)
    await member(0).put(`/api/votes/${id}/review`, DONE)
    const { body } = await member(0).put(`/api/votes/${id}/outcome`, { ...again, reviewOn: day(3) })
    assert.deepEqual([body.written.review, body.can.review], [null, true])
    await member(0).put(`/api/votes/${id}/outcome`, { text: 'Rennes.', reviewOn: null })
    await travel(app, 3 * DAY)
    assert.deepEqual(await told(), [])
    assert.equal((await member(0).put(`/api/votes/${id}/review`, DONE)).status, 409)
  })

  it('tells nobody who does not read the vote any more', async () => {
    const writer = await aPerson(db())
    const host = await aPerson(db())
    const space = await aSpace(db(), 'loop', [
      { id: host.id, role: 'facilitator' },
      { id: writer.id, role: 'writer' },
    ])
    const caller = await app.as(writer.id)
    const opened = await caller.post('/api/decisions', {
      spaceId: space.id,
      question: 'On garde le nom\u202f?',
      closesAt: later(app, 24),
    })
    assert.equal(opened.status, 201, JSON.stringify(opened.body))
    await travelToClose(app, opened.body, 0)
    await app.runJobs()
    const outcome = { text: 'Oui.', reviewOn: day(2) }
    assert.equal((await caller.put(`/api/votes/${opened.body.id}/outcome`, outcome)).status, 200)
    await db().deleteFrom('space_person').where('person_id', '=', writer.id).execute()
    app.outbox.splice(0)
    await travel(app, 2 * DAY)
    assert.deepEqual(await told(), [host.email])
  })
})
