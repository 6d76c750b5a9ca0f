import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { isPostgres, testApp, type TestApp } from '../../../test/harness.ts'
import { renewalsOf } from '../../../test/renewals.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, REASON, travel, travelToClose } from '../../../test/votes.ts'
import { settleRenewal } from './renewal/settle.ts'

let t: TestApp
let committee: Committee
const { db, member, inDays, current, answer, open, mailsAbout, addressOf, roleOf } = renewalsOf(() => ({
  t,
  committee,
}))

beforeEach(async () => {
  t = await testApp()
  committee = await aCommittee(t, 6)
})
afterEach(() => t.close())

describe('the close of a renewal', () => {
  it('counts an answer a millisecond before, refuses it at that very instant, though no job has run', async () => {
    const { id, closesAt } = await open()
    await travelToClose(t, { closesAt }, 1)
    assert.equal((await answer(0, id, 'stay')).status, 200)
    await travelToClose(t, { closesAt }, 0)
    const late = await answer(0, id, 'leave')
    assert.deepEqual([late.status, late.body.code], [409, 'renewal-closed'])
    assert.deepEqual([(await current()).status, (await current()).mine.answer], ['closed', 'stay'])
  })
  it('makes ambassadors, closes the way in to those who leave, lets the silent stay and names them to the office', async () => {
    const loop = await aSpace(db(), 'loop', [{ id: member(2).id }])
    const { id, closesAt } = await open()
    await answer(1, id, 'ambassador')
    await answer(2, id, 'leave')
    await answer(3, id, 'stay')
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    assert.deepEqual(await Promise.all([0, 1, 2, 3].map(roleOf)), [
      'member',
      'ambassador',
      'guest, suspended',
      'member',
    ])
    assert.equal((await member(2).caller.get('/api/session')).status, 401)
    const left = await db().selectFrom('space_person').selectAll().where('space_id', '=', loop.id).execute()
    assert.deepEqual(left, [])
    assert.deepEqual((await current(0)).result, { stay: 4, ambassador: 1, leave: 1 })
    assert.equal((await current(0)).silent, null)
    const { renewal, can } = (await committee.administrator.get('/api/renewals/current')).body
    const expected = [0, 4, 5].map((i) => member(i).id).toSorted()
    assert.deepEqual(renewal.silent.map((one: { id: string }) => one.id).toSorted(), expected)
    assert.equal(can.open, true)
    assert.deepEqual(mailsAbout(/Vous voilà ambassadeur/), [await addressOf(1)])
    assert.deepEqual(mailsAbout(/départ/), [await addressOf(2)])
  })
  it('hands what a leaver alone ran to whoever writes there the longest, never to a guest', async () => {
    const guest = await aPerson(db(), { role: 'guest' })
    const people = [
      { id: guest.id, role: 'writer' as const },
      { id: member(3).id, role: 'reader' as const },
      { id: member(4).id, role: 'writer' as const },
    ]
    const alone = await aSpace(db(), 'loop', [{ id: member(2).id, role: 'facilitator' }, ...people])
    const shared = await aSpace(db(), 'team', [
      { id: member(2).id, role: 'facilitator' },
      { id: member(5).id, role: 'facilitator' },
      ...people,
    ])
    const { id, closesAt } = await open()
    await answer(2, id, 'leave')
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    const leads = async (spaceId: string) => {
      const rows = db().selectFrom('space_person').select('person_id').where('space_id', '=', spaceId)
      return (await rows.where('role', '=', 'facilitator').execute()).map(({ person_id }) => person_id)
    }
    assert.deepEqual([await leads(alone.id), await leads(shared.id)], [[member(4).id], [member(5).id]])
    assert.deepEqual(mailsAbout(/Vous animez maintenant/), [await addressOf(4)])
  })
  it('closes a private loop in which only guests are left, who read on', async () => {
    const guest = await aPerson(db(), { role: 'guest' })
    const until = new Date(t.deps.world.now().getTime() + 90 * DAY)
    const people = [{ id: guest.id, role: 'writer' as const, until }]
    const lead = { id: member(2).id, role: 'facilitator' as const }
    const left = await aSpace(db(), 'loop', [lead, ...people])
    const shared = await aSpace(db(), 'loop', [lead, { id: member(5).id, role: 'facilitator' as const }, ...people])
    const caller = await t.as(guest.id)
    const post = (id: string) => caller.post(`/api/spaces/${id}/topics`, { title: 'Et nous ?', body: 'Qui anime ?' })
    const { id, closesAt } = await open()
    await answer(2, id, 'leave')
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    assert.deepEqual([(await caller.get(`/api/spaces/${left.id}`)).status, (await post(left.id)).status], [200, 409])
    assert.equal((await post(shared.id)).status, 201)
  })
  it('does to the silent what the setting says, but not to who was suspended and could not answer', async () => {
    const { id, closesAt } = await open(30, 'ambassador')
    await answer(0, id, 'stay')
    await db().updateTable('person').set({ suspended_at: new Date() }).where('id', '=', member(4).id).execute()
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    assert.deepEqual(await Promise.all([0, 1, 4].map(roleOf)), ['member', 'ambassador', 'member, suspended'])
  })
  it('leaves the keys with the last who hold them', async () => {
    await db().updateTable('person').set({ is_administrator: true }).where('id', '=', member(0).id).execute()
    const { id, closesAt } = await open()
    await answer(0, id, 'leave')
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    assert.equal(await roleOf(0), 'administrator')
    assert.equal((await member(0).caller.get('/api/session')).status, 200)
  })
  it('frees seats for those who wait, in the same order as ever', async () => {
    await committee.administrator.put('/api/settings/seats', { cap: 6, parity: 'quota' })
    const candidacy = await anOpenCandidacy(t, committee, { college: 'woman' })
    for (const { caller } of committee.members)
      await caller.put(`/api/votes/${candidacy.voteId}/ballot`, { choice: 'yes' })
    await travelToClose(t, candidacy, -1)
    await t.runJobs()
    const seated = async () => (await member(1).caller.get('/api/committee/seats')).body
    assert.deepEqual([(await seated()).free, (await seated()).waiting.women], [0, 1])
    const { id, closesAt } = await open()
    await answer(0, id, 'ambassador')
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    const job = await db().selectFrom('job').select('type').where('type', '=', 'candidacy.admit').execute()
    assert.deepEqual(job, [], 'the replay has run')
    const jobs = await db().selectFrom('audit').select('type').where('type', '=', 'renewal.settled').execute()
    assert.equal(jobs.length, 1)
    assert.equal((await seated()).ambassadors, 1)
  })
  it('lapses the vetoes of those who give their seat up', async () => {
    const { id, closesAt } = await open(5)
    await answer(0, id, 'ambassador')
    const { voteId } = await anOpenCandidacy(t, committee, { closesAt: inDays(20) })
    await member(0).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    await travelToClose(t, { closesAt }, 0)
    await t.runJobs()
    assert.deepEqual((await member(1).caller.get(`/api/votes/${voteId}`)).body.vetoes, [])
  })
  it('takes effect once, however many close it at once, with answers still coming in', async () => {
    const { id, closesAt } = await open()
    for (const index of [0, 1, 2]) await answer(index, id, 'ambassador')
    await travelToClose(t, { closesAt }, 0)
    const { world } = t.deps
    const settle = () => settleRenewal(world, { renewalId: id })
    const late = [3, 4, 5].map((index) => answer(index, id, 'leave'))
    await Promise.all([settle(), settle(), ...late, settle()])
    assert.deepEqual(new Set((await Promise.all(late)).map(({ status }) => status)), new Set([409]))
    await settle()
    await t.runJobs()
    assert.equal(mailsAbout(/Vous voilà ambassadeur/).length, 3, isPostgres ? 'on PostgreSQL' : 'on PGlite')
    assert.deepEqual((await current(3)).result, { stay: 3, ambassador: 3, leave: 0 })
    const audit = await db().selectFrom('audit').select('type').where('type', '=', 'renewal.settled').execute()
    assert.equal(audit.length, 1)
  })
  it('leaves nothing half done when it is cut, and is done the next time', async () => {
    const { id, closesAt } = await open()
    await answer(0, id, 'ambassador')
    await answer(1, id, 'leave')
    await travel(t, Date.parse(closesAt) - t.deps.world.now().getTime())
    const { world } = t.deps
    let ids = 0
    const cut = () => {
      ids += 1
      if (ids > 1) throw new Error('cut')
      return world.newId()
    }
    await assert.rejects(settleRenewal({ ...world, newId: cut }, { renewalId: id }), /cut/)
    assert.deepEqual([await roleOf(0), await roleOf(1)], ['member', 'member'])
    assert.equal((await current()).status, 'closed')
    await settleRenewal(world, { renewalId: id })
    assert.deepEqual([await roleOf(0), await roleOf(1)], ['ambassador', 'guest, suspended'])
  })
})
