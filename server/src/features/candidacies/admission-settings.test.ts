import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aDecision, memberOf } from '../../../test/decisions.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { ADMISSIONS } from '../../../test/matrix/admin-entries.ts'
import {
  aCommittee,
  anApplication,
  anOpenCandidacy,
  type Committee,
  DAY,
  HOUR,
  REASON,
  setSeats,
  travelToClose,
} from '../../../test/votes.ts'

const URL = '/api/settings/admissions'
let app: TestApp
let committee: Committee
const db = () => app.deps.world.db
const member = (index: number) => memberOf(committee, index).caller
const set = (values: object) => committee.administrator.put(URL, { ...ADMISSIONS, ...values })
const rules = (values: object) => ({ rules: { ...ADMISSIONS.rules, ...values } })
const veto = (voteId: string, index: number) =>
  member(index).put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
const reasonsFor = async (caller: Caller, voteId: string) =>
  (await caller.get(`/api/votes/${voteId}`)).body.vetoes.map(({ reason }: { reason: unknown }) => reason)

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 5)
  await setSeats(app, { cap: 50, parity: 'shown' })
})
after(() => app.close())
beforeEach(() => db().deleteFrom('setting').where('key', '=', 'admissions').execute())

describe('the rules of admissions', () => {
  it('are said as they hold, changed with a trace, and what the screen does not show stays', async () => {
    const { maxDays, ...held } = (await committee.administrator.get(URL)).body
    assert.deepEqual([held, maxDays], [ADMISSIONS, 60])
    const value = JSON.stringify({ maxDays: 40, delays: { kept: 90 }, rules: { veto: true } })
    await db().insertInto('setting').values({ key: 'admissions', value, updated_at: new Date() }).execute()
    const put = await set({ days: 14, delays: { ...ADMISSIONS.delays, offer: 21 } })
    assert.equal(put.status, 200, JSON.stringify(put.body))
    assert.deepEqual([put.body.days, put.body.maxDays, put.body.delays.offer], [14, 40, 21])
    const stored = db().selectFrom('setting').select('value').where('key', '=', 'admissions')
    const kept = await stored.executeTakeFirstOrThrow()
    assert.deepEqual((kept.value as { delays: object }).delays, { ...ADMISSIONS.delays, kept: 90, offer: 21 })
    const trace = await db().selectFrom('audit').select('detail').where('type', '=', 'admissions.set').execute()
    assert.equal(trace.length, 1)
  })

  it('have bounds: never under seven days, no share above the whole, no late veto that moves nothing', async () => {
    for (const values of [
      { days: 6 },
      { minDays: 6 },
      { minDays: 12 },
      { days: 61 },
      rules({ quorum: { numerator: 3, denominator: 2 } }),
      rules({ threshold: { numerator: 1, denominator: 0 } }),
      rules({ lateVeto: { windowHours: 48, remainHours: 24 } }),
      rules({ vetoReaders: 'nobody' }),
      { delays: { ...ADMISSIONS.delays, waiting: 20 } },
      { other: 1 },
    ])
      assert.equal((await set(values)).status, 422, JSON.stringify(values))
  })

  it('never touch a vote that is open, nor what follows its close', async () => {
    const open = await anOpenCandidacy(app, committee)
    await veto(open.voteId, 1)
    const before = (await member(0).get(`/api/votes/${open.voteId}`)).body
    const other = {
      days: 20,
      ...rules({ quorum: { numerator: 1, denominator: 1 }, vetoReaders: 'bureau', vetoLapses: false }),
      delays: { ...ADMISSIONS.delays, secondReadingWithin: 1, secondReading: 9 },
    }
    assert.equal((await set(other)).status, 200)
    const vote = (await member(0).get(`/api/votes/${open.voteId}`)).body
    assert.deepEqual([vote.rules, vote.closesAt, vote.vetoes], [before.rules, before.closesAt, before.vetoes])
    await travelToClose(app, { closesAt: before.closesAt }, -2 * DAY)
    await app.runJobs()
    assert.equal((await member(0).get(`/api/candidacies/${open.id}`)).body.status, 'vetoed', 'thirty days, not one')
    assert.equal((await member(1).delete(`/api/candidacies/${open.id}/veto`)).status, 200)
    assert.equal((await member(0).post(`/api/candidacies/${open.id}/second-reading`, {})).status, 200)
    const { closesAt } = (await member(0).get(`/api/votes/${open.voteId}`)).body
    assert.equal(Date.parse(closesAt) - app.deps.world.now().getTime(), 3 * DAY, 'three days, not nine')
    const next = await anOpenCandidacy(app, committee)
    const frozen = (await member(0).get(`/api/votes/${next.voteId}`)).body
    assert.deepEqual([frozen.rules.quorum, frozen.rules.vetoReaders], [{ numerator: 1, denominator: 1 }, 'bureau'])
    assert.equal(Date.parse(frozen.closesAt) - app.deps.world.now().getTime(), 20 * DAY)
  })
})

describe('vetoes, by the same setting', () => {
  it('leave their reasons to who runs the committee, on every surface, and to their author', async () => {
    assert.equal((await set(rules({ vetoReaders: 'bureau' }))).status, 200)
    const decision = await aDecision(app, committee, { rules: { veto: true } })
    const candidacy = await anOpenCandidacy(app, committee)
    for (const voteId of [decision['id'], candidacy.voteId]) {
      await veto(voteId, 1)
      assert.deepEqual(await reasonsFor(member(0), voteId), [null])
      assert.deepEqual(await reasonsFor(member(1), voteId), [REASON])
      assert.deepEqual(await reasonsFor(committee.administrator, voteId), [REASON])
      const { closesAt } = (await member(0).get(`/api/votes/${voteId}`)).body
      await travelToClose(app, { closesAt }, 0)
      await app.runJobs()
      const urls = ['', '/result', '/log', '/export?format=json', '/export?format=csv', '/export?format=summary']
      for (const url of urls) {
        const answer = await member(0).get(`/api/votes/${voteId}${url}`)
        assert.equal(answer.status, 200, url)
        assert.ok(!JSON.stringify(answer.body).includes(REASON), url)
      }
      const ballots = (await member(1).get(`/api/votes/${voteId}/result`)).body.ballots
      assert.deepEqual(
        ballots.map(({ reason }: { reason: string }) => reason),
        [REASON],
      )
    }
    assert.ok(!JSON.stringify((await member(0).get('/api/votes')).body).includes(REASON))
    assert.ok(!JSON.stringify(app.outbox).includes(REASON))
  })

  it('that stand although their author left keep standing, for decisions too', async () => {
    for (const vetoLapses of [true, false]) {
      assert.equal((await set(rules({ vetoLapses }))).status, 200)
      const { id } = await aDecision(app, committee, { rules: { veto: true } })
      await veto(id, 4)
      const person = db().updateTable('person').where('id', '=', memberOf(committee, 4).id)
      await person.set({ role: 'ambassador' }).execute()
      assert.equal((await member(0).get(`/api/votes/${id}`)).body.vetoes.length, vetoLapses ? 0 : 1)
      await person.set({ role: 'member' }).execute()
    }
  })

  it('that come late move a close by the hours of the setting', async () => {
    assert.equal((await set(rules({ lateVeto: { windowHours: 10, remainHours: 30 } }))).status, 200)
    for (const [left, remain] of [
      [11, 11],
      [9, 30],
    ] as const) {
      const vote = await aDecision(app, committee, { rules: { veto: true } })
      await travelToClose(app, { closesAt: vote['closesAt'] }, left * HOUR)
      await veto(vote['id'], 2)
      const { closesAt } = (await member(0).get(`/api/votes/${vote['id']}`)).body
      assert.equal((Date.parse(closesAt) - app.deps.world.now().getTime()) / HOUR, remain)
    }
  })
})

describe('a sponsor', () => {
  it('is asked for before the vote opens, where the committee says so', async () => {
    const { id } = await anApplication(app)
    assert.equal((await set({ sponsorRequired: true })).status, 200)
    const seen = (await member(0).get(`/api/candidacies/${id}`)).body
    assert.deepEqual([seen.needsSponsor, seen.can.open], [true, false])
    const refused = await member(0).post(`/api/candidacies/${id}/open`, {})
    assert.deepEqual([refused.status, refused.body.code], [409, 'sponsor-required'])
    assert.equal((await member(0).put(`/api/candidacies/${id}/sponsor`)).status, 200)
    assert.equal((await member(1).post(`/api/candidacies/${id}/open`, {})).status, 201)
  })
})
