import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aDecision, castChoice, later, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY, HOUR, travel, travelToClose } from '../../../test/votes.ts'
import { verifyExport } from './verify.ts'

let app: TestApp
let committee: Committee
const emails = new Map<string, number>()
const member = (index: number) => memberOf(committee, index).caller

before(async () => {
  // Nine in the morning, so that the last day of every vote below has one too.
  app = await testApp({ now: new Date('2026-11-23T08:00:00Z') })
  committee = await aCommittee(app, 4)
  const people = await app.deps.world.db.selectFrom('person').select(['id', 'email']).execute()
  for (const { id, email } of people) {
    const index = committee.members.findIndex((member) => member.id === id)
    emails.set(email, index)
  }
})
after(() => app.close())
beforeEach(() => app.outbox.splice(0))

const inOrder = (indices: (number | undefined)[]): number[] =>
  indices.map((index) => index ?? -1).toSorted((a, b) => a - b)

/** Runs the jobs, then says who was written to with such a subject since the last call. */
async function mailed(subject: RegExp): Promise<number[]> {
  await app.runJobs()
  const found = app.outbox.filter((mail) => subject.test(mail.subject)).map(({ to }) => emails.get(to) ?? -1)
  app.outbox.splice(0)
  return inOrder(found)
}
const all = [0, 1, 2, 3]
const REMINDER = /attendu/u

describe('the head of the log', () => {
  it('goes to everybody on the roll at the opening and at the close, once, and to nobody else', async () => {
    const vote = await aDecision(app, committee, { closesAt: later(app, 20 * 24) })
    await app.runJobs()
    await app.runJobs()
    const { body: log } = await member(0).get(`/api/votes/${vote.id}/log`)
    const opened = app.outbox.splice(0)
    assert.deepEqual(inOrder(opened.map(({ to }) => emails.get(to))), all)
    for (const { text, subject } of opened) {
      assert.match(subject, /ouvert/u)
      assert.ok(text.includes(log.events[0].hash) && text.includes(`/votes/${vote.id}`))
    }
    await castChoice(committee, 0, vote.id, 'yes')
    await travelToClose(app, vote, 0)
    await app.runJobs()
    await app.runJobs()
    const { body: after } = await member(0).get(`/api/votes/${vote.id}/log`)
    const closed = app.outbox.filter(({ subject }) => /clos/u.test(subject))
    assert.deepEqual(inOrder(closed.map(({ to }) => emails.get(to))), all)
    for (const { text } of closed) assert.ok(text.includes(after.head))
    assert.equal(verifyExport(after, log.head).problem, null)
  })
})

describe('reminders', () => {
  for (const [method, options, offered, missing] of [
    ['threshold', undefined, 'S’abstenir compte', 'blanc'],
    ['approval', ['Rennes', 'Brest', 'Quimper'], 'Un vote blanc compte', 'abstenir'],
  ] as const)
    it(`${method}: name what its ballot offers to those who do not choose, and nothing else`, async () => {
      const vote = await aDecision(app, committee, {
        closesAt: later(app, 10 * 24),
        method,
        ...(options && { options }),
      })
      await mailed(/ouvert/u)
      await travelToClose(app, vote, 7 * DAY)
      await app.runJobs()
      const reminders = app.outbox.filter(({ subject }) => REMINDER.test(subject))
      assert.equal(reminders.length, all.length)
      for (const { text } of reminders) assert.ok(text.includes(offered) && !text.includes(missing), text)
      await travelToClose(app, vote, 0)
      await app.runJobs()
    })
  it('at seven days, two days and on the day, to those who have not voted and to nobody else, once each', async () => {
    const vote = await aDecision(app, committee, { closesAt: later(app, 10 * 24) })
    await mailed(/ouvert/u)
    await castChoice(committee, 0, vote.id, 'yes')
    assert.deepEqual(await mailed(REMINDER), [])
    await travelToClose(app, vote, 7 * DAY)
    assert.deepEqual(await mailed(REMINDER), [1, 2, 3])
    assert.deepEqual(await mailed(REMINDER), [])
    await castChoice(committee, 1, vote.id, 'blank')
    await travelToClose(app, vote, 2 * DAY)
    assert.deepEqual(await mailed(REMINDER), [2, 3])
    await castChoice(committee, 2, vote.id, 'abstain')
    await travelToClose(app, vote, DAY)
    assert.deepEqual(await mailed(REMINDER), [])
    await travelToClose(app, vote, 2 * HOUR)
    assert.deepEqual(await mailed(REMINDER), [3])
    await travelToClose(app, vote, 0)
    assert.deepEqual(await mailed(REMINDER), [])
  })
  it('are not repeated after an extension; those to come wait for the new close', async () => {
    const vote = await aDecision(app, committee, { closesAt: later(app, 8 * 24) })
    await travelToClose(app, vote, 7 * DAY)
    assert.deepEqual(await mailed(REMINDER), all)
    const closesAt = later(app, 12 * 24)
    const reason = 'Trois personnes étaient en congé.'
    const { body: extended } = await member(0).post(`/api/votes/${vote.id}/extend`, { closesAt, reason })
    await app.runJobs()
    const told = app.outbox.splice(0)
    assert.deepEqual(inOrder(told.map(({ to }) => emails.get(to))), all)
    assert.ok(told.every(({ text, subject }) => text.includes(reason) && /prolongé/u.test(subject)))
    await travelToClose(app, extended, 7 * DAY)
    assert.deepEqual(await mailed(REMINDER), [])
    await travelToClose(app, vote, 0)
    assert.deepEqual(await mailed(REMINDER), [])
    await travelToClose(app, extended, 2 * DAY)
    assert.deepEqual(await mailed(REMINDER), all)
    await travelToClose(app, extended, 2 * HOUR)
    assert.deepEqual(await mailed(REMINDER), all)
  })
  it('of the last days go again after an extension of two days or more, once for each close', async () => {
    const vote = await aDecision(app, committee, { closesAt: later(app, 9 * 24) })
    await mailed(/ouvert/u)
    const extend = async (hours: number) => {
      const body = { closesAt: later(app, hours), reason: 'Trop peu de personnes ont voté.' }
      const { status, body: extended } = await member(0).post(`/api/votes/${vote.id}/extend`, body)
      assert.equal(status, 200)
      await mailed(/prolongé/u)
      return extended
    }
    await travelToClose(app, vote, 2 * DAY)
    assert.deepEqual(await mailed(REMINDER), all)
    await travelToClose(app, vote, 2 * HOUR)
    assert.deepEqual(await mailed(REMINDER), all)
    await castChoice(committee, 0, vote.id, 'yes')
    const longer = await extend(2 + 3 * 24)
    assert.deepEqual(await mailed(REMINDER), [])
    await travelToClose(app, longer, 2 * DAY)
    assert.deepEqual(await mailed(REMINDER), [1, 2, 3])
    assert.deepEqual(await mailed(REMINDER), [])
    await travelToClose(app, longer, 2 * HOUR)
    assert.deepEqual(await mailed(REMINDER), [1, 2, 3])
    // A day more repeats nothing.
    const alittle = await extend(26)
    await travelToClose(app, alittle, 2 * HOUR)
    assert.deepEqual(await mailed(REMINDER), [])
  })
  it('of a day that was missed is left out for the next; a cancelled vote reminds nobody', async () => {
    const vote = await aDecision(app, committee, { closesAt: later(app, 9 * 24) })
    const cancelled = await aDecision(app, committee, { closesAt: later(app, 9 * 24) })
    await mailed(/ouvert/u)
    await member(0).post(`/api/votes/${cancelled.id}/cancel`, { reason: 'Question mal posée, à revoir.' })
    assert.deepEqual(await mailed(/annulé/u), all)
    // The server was down from before the first reminder until after the second.
    await travelToClose(app, vote, 36 * HOUR)
    assert.deepEqual(await mailed(REMINDER), all)
    await travel(app, HOUR)
    assert.deepEqual(await mailed(REMINDER), [])
  })
  it('write to nobody who has lost access', async () => {
    const vote = await aDecision(app, committee, { closesAt: later(app, 9 * 24) })
    await mailed(/ouvert/u)
    await committee.administrator.patch(`/api/people/${memberOf(committee, 3).id}`, { suspended: true })
    await travelToClose(app, vote, 7 * DAY)
    assert.deepEqual(await mailed(REMINDER), [0, 1, 2])
  })
})
