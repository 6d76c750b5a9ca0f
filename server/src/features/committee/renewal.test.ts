import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { renewalsOf } from '../../../test/renewals.ts'
import { aCommittee, type Committee, DAY, travelToClose } from '../../../test/votes.ts'

let t: TestApp
let committee: Committee
const { db, member, inDays, current, answer, open, mailsAbout, addressOf } = renewalsOf(() => ({ t, committee }))

beforeEach(async () => {
  t = await testApp()
  committee = await aCommittee(t, 6)
})
afterEach(() => t.close())

describe('a renewal', () => {
  it('is opened by who runs the committee, one at a time, with a close at least a day ahead', async () => {
    assert.equal((await member(0).caller.post('/api/renewals', { closesAt: inDays(30) })).status, 403)
    const guest = await t.as((await aPerson(db(), { role: 'guest' })).id)
    assert.equal((await guest.post('/api/renewals', { closesAt: inDays(30) })).status, 404)
    assert.equal((await guest.get('/api/renewals/current')).status, 404)
    for (const [days, code] of [
      [-1, 'date-past'],
      [0.5, 'date-too-soon'],
    ] as const) {
      const refused = await committee.administrator.post('/api/renewals', { closesAt: inDays(days) })
      assert.deepEqual([refused.status, refused.body.errors[0].code], [422, code])
    }
    const both = await Promise.all(
      [1, 2].map(() => committee.administrator.post('/api/renewals', { closesAt: inDays(30) })),
    )
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['201', '409'])
    assert.equal(both.find(({ status }) => status === 409)?.body.code, 'renewal-open')
  })
  it('asks those who have a seat, and shows nobody’s answer before the close but one’s own', async () => {
    const suspended = await aPerson(db(), { suspended: true })
    const { id } = await open()
    const asked = await db().selectFrom('renewal_person').select('person_id').execute()
    assert.equal(asked.length, 6)
    assert.ok(!asked.some(({ person_id }) => person_id === suspended.id))
    await answer(1, id, 'leave')
    await answer(1, id, 'ambassador')
    await answer(2, id, 'stay')
    const own = await current(1)
    assert.deepEqual([own.asked, own.answered, own.mine.answer], [6, 2, 'ambassador'])
    for (const caller of [member(0).caller, committee.administrator]) {
      const { renewal } = (await caller.get('/api/renewals/current')).body
      assert.deepEqual([renewal.answered, renewal.mine.answer, renewal.result, renewal.silent], [2, null, null, null])
      assert.ok(!/ambassador|leave/.test(JSON.stringify({ ...renewal, silence: '' })), 'no answer of others')
    }
    assert.equal((await committee.administrator.put(`/api/renewals/${id}/answer`, { answer: 'stay' })).status, 403)
    const late = await t.as((await aPerson(db())).id)
    assert.equal(
      (await late.put(`/api/renewals/${id}/answer`, { answer: 'leave' })).status,
      403,
      'seated since: not asked',
    )
    assert.equal((await answer(0, id, 'maybe')).status, 422)
  })
  it('waits on the home of those who have not answered', async () => {
    const { id } = await open()
    const waits = async (index: number) =>
      (await member(index).caller.get('/api/home')).body.waiting.filter(
        ({ kind }: { kind: string }) => kind === 'renewal',
      )
    assert.equal((await waits(0)).length, 1)
    await answer(0, id, 'stay')
    assert.deepEqual([(await waits(0)).length, (await waits(1)).length], [0, 1])
  })
  it('reminds at 14, 7 and 2 days those who have not answered, and nobody else', async () => {
    const { id, closesAt } = await open()
    await t.runJobs()
    assert.equal(mailsAbout(/gardez-vous/).length, 6)
    await answer(0, id, 'stay')
    await db().updateTable('person').set({ role: 'ambassador' }).where('id', '=', member(5).id).execute()
    const silent = [1, 2, 3, 4]
    for (const days of [14, 7, 2]) {
      await travelToClose(t, { closesAt }, days * DAY)
      await t.runJobs()
      const expected = await Promise.all(silent.map(addressOf))
      assert.deepEqual(mailsAbout(new RegExp(`encore ${days} jours`)).toSorted(), expected.toSorted(), `${days} days`)
      await answer(silent.shift() ?? 0, id, 'stay')
    }
    await t.runJobs()
    assert.equal(mailsAbout(/encore/).length, 4 + 3 + 2)
  })
  it('sends the newest of the reminders that a server missed, not all of them', async () => {
    const { closesAt } = await open()
    await t.runJobs()
    await travelToClose(t, { closesAt }, 1.5 * DAY)
    await t.runJobs()
    assert.deepEqual(
      [14, 7, 2].map((days) => mailsAbout(new RegExp(`encore ${days} jours`)).length),
      [0, 0, 6],
    )
  })
  it('is abandoned with every answer to it, before the close alone', async () => {
    const { id } = await open()
    await answer(0, id, 'leave')
    assert.equal((await member(0).caller.delete(`/api/renewals/${id}`)).status, 403)
    assert.equal((await committee.administrator.delete(`/api/renewals/${id}`)).status, 204)
    assert.equal((await current())?.id, undefined)
    assert.deepEqual(await db().selectFrom('renewal_person').selectAll().execute(), [])
    const { id: second, closesAt } = await open()
    await travelToClose(t, { closesAt }, 0)
    assert.equal((await committee.administrator.delete(`/api/renewals/${second}`)).body.code, 'renewal-closed')
  })
})
