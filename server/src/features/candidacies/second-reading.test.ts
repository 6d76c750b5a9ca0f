import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
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
import { sha256 } from '../../ids.ts'
import { verifyDatabase } from '../votes/verify.ts'
import { admitCandidates } from './admit.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const read = async (id: string, index = 0) => (await member(index).caller.get(`/api/candidacies/${id}`)).body
const cast = (voteId: string, index: number, choice: string, rest: object = {}) =>
  member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice, ...rest })
const takeBack = (id: string, index: number) => member(index).caller.delete(`/api/candidacies/${id}/veto`)
const reopen = (id: string, index = 0) => member(index).caller.post(`/api/candidacies/${id}/second-reading`, {})
const MEDIATION = { mediation: 'Une rencontre a eu lieu le 3 avec les deux membres.' }

/** A candidacy on which all say yes but those who veto, at its close. */
async function vetoed(vetoers: number[]) {
  const opened = await anOpenCandidacy(app, committee, { college: 'woman' })
  for (const [index] of committee.members.entries())
    await (vetoers.includes(index)
      ? cast(opened.voteId, index, 'veto', { reason: REASON })
      : cast(opened.voteId, index, 'yes'))
  const { closesAt } = (await member(0).caller.get(`/api/votes/${opened.voteId}`)).body
  await travelToClose(app, { closesAt }, 0)
  await app.runJobs()
  assert.equal((await read(opened.id)).status, 'vetoed')
  return opened
}

describe('vote criterion 5 and 6: a veto after the close, and the second reading', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('taken back after the close, a veto still bars every way until a second reading has ended without it', async () => {
    const { id, voteId, email } = await vetoed([2])
    assert.equal((await reopen(id)).status, 403, 'a veto stands')
    assert.equal((await takeBack(id, 0)).status, 409)
    const account = await aPerson(app.deps.world.db, { role: 'candidate', email, college: 'woman' })
    const seats = async () => [
      (await committee.administrator.patch(`/api/people/${account.id}`, { role: 'member' })).status,
      (await admitCandidates(app.deps.world)).admitted.length,
    ]
    assert.equal((await takeBack(id, 2)).status, 200)
    assert.deepEqual((await read(id)).vetoes, { standing: 1, takenBack: 1 })
    await app.runJobs()
    assert.deepEqual([(await read(id)).status, ...(await seats())], ['vetoed', 409, 0])
    const candidate = await app.as(account.id)
    assert.equal((await candidate.get(`/api/candidacies/${id}`)).body.status, 'open', 'the candidate reads of no veto')
    app.outbox.splice(0)
    const opened = await reopen(id)
    assert.deepEqual([opened.status, opened.body.status, opened.body.secondReading], [200, 'open', true])
    await app.runJobs()
    const told = app.outbox.filter(({ text }) => text.includes(`/votes/${voteId}`))
    assert.deepEqual(
      [told.length, told.filter(({ subject }) => subject.startsWith('Seconde lecture\u00a0:')).length],
      [4, 4],
    )
    assert.deepEqual(await seats(), [409, 0])
    const vote = (await member(2).caller.get(`/api/votes/${voteId}`)).body
    const hours = (Date.parse(vote.closesAt) - app.deps.world.now().getTime()) / HOUR
    assert.deepEqual([hours, vote.roll, vote.voters, vote.vetoes.length, vote.hasVoted], [72, 4, 3, 0, false])
    assert.equal((await cast(voteId, 2, 'yes')).status, 201)
    for (const caller of [committee.administrator, member(0).caller]) {
      const cut = await caller.post(`/api/votes/${voteId}/close`, {})
      assert.deepEqual(
        [cut.status, cut.body.code],
        [409, 'minimum-window'],
        'the ballots are those of the first reading',
      )
    }
    await travelToClose(app, vote, 0)
    await app.runJobs()
    assert.equal((await read(id)).status, 'admitted')
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    const types = log.events.map(({ type }: { type: string }) => type)
    const after = [
      'veto.withdrawn',
      'veto.lifted',
      'candidacy.reopened',
      'ballot.cast',
      'ballot.closed',
      'ballot.tallied',
    ]
    assert.deepEqual(types.slice(-7), [...after, 'candidacy.admitted'])
    assert.ok((await verifyDatabase(app.deps.world.db)).every(({ problem }) => problem === null))
  })
  it('any member may veto again; there is one second reading', async () => {
    const { id, voteId } = await vetoed([2])
    await takeBack(id, 2)
    await reopen(id)
    assert.equal((await cast(voteId, 3, 'veto', { reason: REASON })).status, 200)
    await travel(app, 4 * DAY)
    await app.runJobs()
    assert.equal((await read(id)).status, 'refused')
    assert.equal((await takeBack(id, 3)).status, 409)
    assert.equal((await reopen(id)).status, 409)
    assert.equal((await committee.administrator.post(`/api/candidacies/${id}/second-reading`, MEDIATION)).status, 409)
  })
  it('a late veto moves its close too; the calendar counts on through both readings', async () => {
    const { id, voteId } = await vetoed([2])
    const sequence = async (): Promise<number> =>
      Number(
        /SEQUENCE:(\d+)/u.exec(String((await member(0).caller.get(`/api/votes/${voteId}/calendar.ics`)).body))?.[1],
      )
    const versions = [await sequence()]
    await takeBack(id, 2)
    await reopen(id)
    versions.push(await sequence())
    const { closesAt } = (await member(0).caller.get(`/api/votes/${voteId}`)).body
    await travelToClose(app, { closesAt }, HOUR)
    const { body: vote } = await cast(voteId, 3, 'veto', { reason: REASON })
    assert.equal(Date.parse(vote.closesAt), app.deps.world.now().getTime() + 72 * HOUR)
    versions.push(await sequence())
    await travelToClose(app, vote, 0)
    await app.runJobs()
    versions.push(await sequence())
    assert.deepEqual(versions, [1, 2, 3, 4])
    assert.equal((await read(id)).status, 'refused')
  })
  it('after a mediation, said by who runs the committee; a veto that was not taken back still blocks', async () => {
    const { id, voteId, email } = await vetoed([1, 2])
    await takeBack(id, 2)
    const url = `/api/candidacies/${id}/second-reading`
    assert.equal((await member(0).caller.post(url, MEDIATION)).status, 403)
    assert.equal((await committee.administrator.post(url, {})).status, 422)
    assert.equal((await committee.administrator.post(url, MEDIATION)).status, 200)
    const { body: vote } = await member(0).caller.get(`/api/votes/${voteId}`)
    assert.equal(vote.vetoes.length, 1)
    await travelToClose(app, vote, 0)
    await app.runJobs()
    assert.equal((await read(id)).status, 'refused')
    assert.deepEqual(await admitCandidates(app.deps.world), { admitted: [], offered: [] })
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    assert.ok(!JSON.stringify(log).includes('rencontre'), 'the mediation is in the log as a hash')
    const { mediation } = await read(id, 3)
    assert.equal(mediation?.text, MEDIATION.mediation, 'every member reads what the mediation came to')
    const { body } = log.events.find(({ type }: { type: string }) => type === 'candidacy.reopened')
    assert.equal(sha256(`${body.salt}|${mediation.text}`), body.reason, 'and it opens the hash in the log')
    const candidate = await app.as((await aPerson(app.deps.world.db, { role: 'candidate', email })).id)
    assert.equal((await candidate.get(`/api/candidacies/${id}`)).body.mediation, null)
    await travel(app, 366 * DAY)
    await app.runJobs()
    const left = await app.deps.world.db.selectFrom('candidacy').select('id').where('id', '=', id).execute()
    assert.deepEqual(left, [], 'it goes with the file')
  })
  it('lifted in the second reading, by who had not taken it back', async () => {
    const { id, voteId } = await vetoed([1])
    await committee.administrator.post(`/api/candidacies/${id}/second-reading`, MEDIATION)
    assert.equal((await member(1).caller.delete(`/api/votes/${voteId}/veto`, { choice: 'yes' })).status, 200)
    await travel(app, 3 * DAY)
    await app.runJobs()
    assert.equal((await read(id)).status, 'admitted')
  })
  it('thirty days without a second reading: refused, by the clock alone', async () => {
    const { id } = await vetoed([1])
    await takeBack(id, 1)
    await travel(app, 30 * DAY)
    assert.equal((await read(id)).status, 'refused')
    assert.equal((await reopen(id)).status, 409)
    await app.runJobs()
    assert.equal((await read(id)).status, 'refused')
  })
})

describe('vote criterion 7: a vetoer who has no seat any more', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('left after the close: the veto stays until the second reading, where it lapses; E is unchanged', async () => {
    const { id, voteId } = await vetoed([3])
    await committee.administrator.patch(`/api/people/${member(3).id}`, { role: 'ambassador' })
    await app.runJobs()
    assert.equal((await read(id)).status, 'vetoed')
    assert.equal((await reopen(id)).status, 200)
    const { body: vote } = await member(0).caller.get(`/api/votes/${voteId}`)
    assert.deepEqual([vote.roll, vote.vetoes.length], [4, 0])
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    assert.ok(log.events.some(({ type }: { type: string }) => type === 'veto.lapsed'))
    await travelToClose(app, vote, 0)
    await app.runJobs()
    assert.equal((await read(id)).status, 'admitted')
  })
})
