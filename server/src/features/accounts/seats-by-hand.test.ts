import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { type Answer, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, lastLink, setSeats, travelToClose } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const db = () => app.deps.world.db
beforeEach(async () => {
  app = await testApp()
  // Two women, two men.
  committee = await aCommittee(app, 4)
})
afterEach(() => app.close())

type College = 'woman' | 'man'
const former = async (college: College): Promise<string> => (await aPerson(db(), { role: 'ambassador', college })).id
const seat = (id: string): Promise<Answer> => committee.administrator.patch(`/api/people/${id}`, { role: 'member' })
const saidOf = ({ status, body }: Answer) => (status === 200 ? 'ok' : `${status} ${body.code}`)
const seated = async (): Promise<number> =>
  (await db().selectFrom('person').select('id').where('role', '=', 'member').execute()).length

describe('a seat given by hand', () => {
  it('is held to the quota of its college and to the cap, as an admission is', async () => {
    await setSeats(app, { cap: 6, parity: 'quota' })
    assert.equal(saidOf(await seat(await former('woman'))), 'ok')
    assert.equal(saidOf(await seat(await former('woman'))), '409 no-seat-left')
    assert.equal(saidOf(await seat(await former('man'))), 'ok')
    for (const college of ['woman', 'man'] as const)
      assert.equal(saidOf(await seat(await former(college))), '409 no-seat-left')
    await setSeats(app, { cap: 7, parity: 'shown' })
    assert.equal(saidOf(await seat(await former('woman'))), 'ok')
    assert.equal(saidOf(await seat(await former('man'))), '409 no-seat-left')
  })
  it('leaves whoever has one already as they are, be the committee too large', async () => {
    await setSeats(app, { cap: 2, parity: 'quota' })
    const [one] = committee.members
    const answer = await committee.administrator.patch(`/api/people/${one?.id}`, { administrator: true })
    assert.deepEqual([answer.status, answer.body.role], [200, 'member'])
  })
  it('goes to one of two who are given the last one at once', async () => {
    await setSeats(app, { cap: 6, parity: 'quota' })
    const both = await Promise.all([await former('woman'), await former('woman')].map(seat))
    assert.deepEqual(both.map(saidOf).toSorted(), ['409 no-seat-left', 'ok'])
  })
})

describe('an account that is made with a seat', () => {
  const invited = async (email: string, college: College): Promise<Answer> => {
    const made = await committee.administrator.post('/api/invitations', { email, role: 'member' })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    await app.runJobs()
    const body = { token: lastLink(app, email), name: 'Alix Perrot', college, password: 'une phrase de passe longue' }
    return app.anonymous.post('/api/invitations/accept', body)
  }
  it('is of the first committee, as many as come, until somebody is admitted by a vote', async () => {
    await setSeats(app, { cap: 6, parity: 'quota' })
    for (const n of [1, 2]) assert.equal((await invited(`premiere${n}@example.fr`, 'woman')).status, 201)
    assert.equal(await seated(), 6)
    const opened = await anOpenCandidacy(app, committee, { college: 'man' })
    for (const { caller } of committee.members)
      await caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'yes' })
    await setSeats(app, { cap: 8, parity: 'quota' })
    await travelToClose(app, opened, 0)
    await app.runJobs()
    assert.equal(await seated(), 7)
    const late = await invited('tard@example.fr', 'woman')
    assert.deepEqual([late.status, late.body.code], [409, 'no-seat-left'])
    assert.equal((await invited('temps@example.fr', 'man')).status, 201)
    await assert.rejects(aPerson(db(), { college: 'man' }), /no seat left/u)
  })
})
