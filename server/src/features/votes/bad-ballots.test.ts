import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aDecision, castChoice, castValue, later, memberOf } from '../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, HOUR, stopDatabaseClock, travelToClose } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
after(() => app.close())

const cities = ['Rennes', 'Brest', 'Quimper']

describe('bad ballots', () => {
  const rows = async (voteId: string) =>
    (await app.deps.world.db.selectFrom('ballot').selectAll().where('vote_id', '=', voteId).execute()).length

  it('are refused by name and place, and leave no row', async () => {
    const grades = await aDecision(app, committee, { method: 'majority-judgment', options: cities })
    const ranks = await aDecision(app, committee, { method: 'schulze', options: cities })
    const irv = await aDecision(app, committee, { method: 'irv', options: cities })
    const approvals = { min: 1, max: 2 }
    const approval = await aDecision(app, committee, { method: 'approval', options: cities, rules: { approvals } })
    const number = { min: 0, max: 10, unit: 'sièges' }
    const median = await aDecision(app, committee, { method: 'median', rules: { number } })
    const yesNo = await aDecision(app, committee)
    const many = Array.from({ length: 10_000 }, (_, index) => `o${index + 1}`)
    const cases: [string, object, string, string?][] = [
      [grades.id, { grades: { o1: 1, o2: 2 } }, '/value/grades/o3', 'required'],
      [grades.id, { grades: { o1: 1, o2: 2, o3: 7 } }, '/value/grades/o3', 'out-of-range'],
      [grades.id, { grades: { o1: 1, o2: 2, o3: 3, o9: 1 } }, '/value/grades/o9', 'not-found'],
      [grades.id, { grades: Object.fromEntries(many.map((id) => [id, 1])) }, '/value/grades/o4', 'not-found'],
      [grades.id, { ranking: [['o1']] }, '/value', 'not-allowed'],
      [ranks.id, { ranking: [['o1'], ['o1']] }, '/value/ranking/1/0', 'duplicate'],
      [ranks.id, { ranking: [['inconnue']] }, '/value/ranking/0/0', 'not-found'],
      [ranks.id, { ranking: many.map((id) => [id]) }, '/value/ranking', 'too-many-options'],
      [ranks.id, { grades: { o1: 1 } }, '/value', 'not-allowed'],
      [irv.id, { ranking: [['o1', 'o2']] }, '/value/ranking/0', 'equal-ranks'],
      [approval.id, { approved: ['o1', 'o2', 'o3'] }, '/value/approved', 'too-many-options'],
      [approval.id, { approved: [] }, '/value/approved', 'too-few-options'],
      [approval.id, { approved: many }, '/value/approved', 'too-many-options'],
      [median.id, { number: 11 }, '/value/number', 'out-of-range'],
      [median.id, { number: 1.5 }, '/value'],
      [yesNo.id, { number: 1 }, '/choice', 'not-allowed'],
    ]
    for (const [voteId, value, pointer, code] of cases) {
      const { status, body } = await castValue(committee, 0, voteId, value)
      const said = JSON.stringify(value).slice(0, 80)
      assert.deepEqual([status, body.code], [422, 'invalid'], said)
      assert.ok(body.errors[0].pointer.startsWith(pointer), `${said}: ${JSON.stringify(body.errors[0])}`)
      if (code) assert.deepEqual(body.errors[0], { ...body.errors[0], pointer, code }, said)
      assert.equal(await rows(voteId), 0, said)
    }
    for (const choice of ['yes', 'no', 'veto']) {
      const { status } = await castChoice(committee, 0, ranks.id, choice)
      assert.equal(status, 422, choice)
    }
    assert.equal(await rows(ranks.id), 0)
    assert.equal((await castChoice(committee, 0, ranks.id, 'blank')).status, 201)
  })
  it('for another vote, or in somebody else’s name, are refused and leave no row', async () => {
    const vote = await aDecision(app, committee, { method: 'approval', options: cities })
    const other = await aDecision(app, committee, { method: 'approval', options: [...cities, 'Lorient'] })
    const foreign = other.options
      .map(({ id }: Looked) => id)
      .find((id: string) => !vote.options.some((own: Looked) => own.id === id))
    assert.ok(foreign)
    const value = { approved: ['o1'] }
    const [first, second] = [0, 1].map((index) => memberOf(committee, index))
    assert.ok(first && second)
    const cases: [object, string, string][] = [
      [{ choice: 'cast', value: { approved: [foreign] } }, '/value/approved/0', 'not-found'],
      [{ choice: 'cast', value: { ...value, poll: other.id } }, '/value/poll', 'unknown-field'],
      [{ choice: 'cast', value, poll: other.id }, '/poll', 'unknown-field'],
      [{ choice: 'cast', value, voter: second.id }, '/voter', 'unknown-field'],
      [{ choice: 'cast', value, personId: second.id }, '/personId', 'unknown-field'],
      [{ choice: 'cast', value, number: 2 }, '/number', 'unknown-field'],
    ]
    for (const [body, pointer, code] of cases) {
      const { status, body: answer } = await first.caller.put(`/api/votes/${vote.id}/ballot`, body)
      const said = JSON.stringify(body)
      assert.deepEqual([status, answer.code], [422, 'invalid'], said)
      assert.deepEqual(
        answer.errors.map((e: Looked) => [e.pointer, e.code]),
        [[pointer, code]],
        said,
      )
      for (const id of [vote.id, other.id]) assert.equal(await rows(id), 0, said)
    }
  })
  it('too early, replayed and too late', async () => {
    const vote = await aDecision(app, committee, { method: 'approval', options: cities })
    const value = { approved: ['o1'] }
    await stopDatabaseClock(app, new Date(Date.parse(vote.opensAt) - HOUR))
    assert.deepEqual((await castValue(committee, 0, vote.id, value)).body.code, 'vote-not-open')
    assert.equal(await rows(vote.id), 0)
    await stopDatabaseClock(app, app.deps.world.now())
    assert.equal((await castValue(committee, 0, vote.id, value)).status, 201)
    assert.equal((await castValue(committee, 0, vote.id, value)).status, 200)
    assert.equal(await rows(vote.id), 1)
    await travelToClose(app, vote, 1_000)
    app.advance(2_000)
    // Our clock is past the close, and the one that judges is not: ballots are taken, so nothing is told of them.
    const reader = committee.members[2]?.caller
    assert.equal((await reader?.get(`/api/votes/${vote.id}`))?.body.status, 'open')
    assert.equal((await reader?.get(`/api/votes/${vote.id}/result`))?.body.code, 'not-closed')
    const { events } = (await reader?.get(`/api/votes/${vote.id}/log`))?.body ?? {}
    const cast = events.filter(({ type }: { type: string }) => type === 'ballot.cast')
    assert.ok(cast.length === 2 && cast.every((event: object) => !('body' in event)))
    assert.equal((await castValue(committee, 0, vote.id, value)).status, 200)
    await travelToClose(app, vote, 0)
    const late = await castValue(committee, 1, vote.id, value)
    assert.deepEqual([late.status, late.body.code], [409, 'vote-closed'])
    assert.equal(await rows(vote.id), 1)
  })
  it('a secret decision takes no veto', async () => {
    const body = { spaceId: committee.spaceId, question: 'À bulletin secret ?', closesAt: later(app, 10), secret: true }
    const refused = await memberOf(committee, 0).caller.post('/api/decisions', { ...body, rules: { veto: true } })
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/rules/veto'])
  })
})
