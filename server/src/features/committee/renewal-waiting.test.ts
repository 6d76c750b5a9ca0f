import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { renewalsOf } from '../../../test/renewals.ts'
import {
  aCommittee,
  anOpenCandidacy,
  type Committee,
  DAY,
  lastLink,
  setSeats,
  travel,
  travelToClose,
} from '../../../test/votes.ts'

let t: TestApp
let committee: Committee
const { db, member, open, mailsAbout } = renewalsOf(() => ({ t, committee }))
const QUESTION = /Attendez-vous toujours/
const read = async (id: string) => (await member(0).caller.get(`/api/candidacies/${id}`)).body.status
const waitingUntil = async (id: string) =>
  (await db().selectFrom('candidacy').select('waiting_until').where('id', '=', id).executeTakeFirstOrThrow())
    .waiting_until

describe('who waits for a seat, when the yearly round opens', () => {
  before(async () => {
    t = await testApp()
    committee = await aCommittee(t, 4)
    await setSeats(t, { cap: 4 })
  })
  after(() => t.close())

  it('is asked too; who answers keeps the place, who does not by the close waits no longer', async () => {
    const [stays, silent] = [
      await anOpenCandidacy(t, committee, { college: 'woman' }),
      await anOpenCandidacy(t, committee, { college: 'woman' }),
    ]
    for (const { voteId } of [stays, silent])
      for (const index of [0, 1, 2]) await member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await travelToClose(t, silent, 0)
    await t.runJobs()
    assert.deepEqual([await read(stays.id), await read(silent.id)], ['waiting_seats', 'waiting_seats'])
    const before = await waitingUntil(silent.id)

    const given = await open(20)
    await t.runJobs()
    assert.deepEqual(mailsAbout(QUESTION).toSorted(), [stays.email, silent.email].toSorted())
    assert.equal((await waitingUntil(silent.id))?.toISOString(), given.closesAt)
    const gone = await committee.administrator.delete(`/api/renewals/${given.id}`)
    assert.ok(gone.status < 300, JSON.stringify(gone.body))
    assert.deepEqual(await waitingUntil(silent.id), before, 'given up, it asked nobody')

    t.outbox.splice(0)
    const round = await open(20)
    await t.runJobs()
    assert.equal(mailsAbout(QUESTION).length, 2)
    await travel(t, 5 * DAY)
    const answered = await t.anonymous.post('/api/applications/stay', { token: lastLink(t, stays.email) })
    assert.equal(answered.status, 200, JSON.stringify(answered.body))
    const year = t.deps.world.now().getTime() + 365 * DAY
    assert.equal((await waitingUntil(stays.id))?.getTime(), year)
    await travelToClose(t, round, 0)
    await t.runJobs()
    assert.deepEqual([await read(stays.id), await read(silent.id)], ['waiting_seats', 'expired'])
    assert.equal((await t.anonymous.post('/api/applications/stay', { token: lastLink(t, silent.email) })).status, 409)
  })
})
