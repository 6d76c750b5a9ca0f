import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aDecision, castChoice, castValue, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, travelToClose } from '../../../test/votes.ts'
import { verifyDatabase, verifyExport } from './verify.ts'

let app: TestApp
let committee: Committee

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
after(() => app.close())

const cities = ['Rennes', 'Brest', 'Quimper']
const resultOf = async (vote: { id: string; closesAt: string }) => {
  await travelToClose(app, vote, 0)
  await app.runJobs()
  const { body, status } = await memberOf(committee, 0).caller.get(`/api/votes/${vote.id}/result`)
  assert.equal(status, 200)
  return body
}

describe('a vote by every method', () => {
  it('majority judgment: seven mentions where nobody says other ones', async () => {
    const vote = await aDecision(app, committee, { method: 'majority-judgment', options: cities })
    assert.deepEqual(
      vote.options,
      cities.map((label, index) => ({ id: `o${index + 1}`, label })),
    )
    assert.equal(vote.rules.grades.length, 7)
    for (const [index, grades] of [
      { o1: 6, o2: 0, o3: 3 },
      { o1: 5, o2: 1, o3: 3 },
      { o1: 4, o2: 6, o3: 3 },
    ].entries())
      assert.equal((await castValue(committee, index, vote.id, { grades })).status, 201)
    assert.equal((await castChoice(committee, 3, vote.id, 'blank')).status, 201)
    const result = await resultOf(vote)
    assert.deepEqual(
      [result.outcome, result.winner, result.voters, result.expressed, result.blank],
      ['adopted', 'o1', 4, 3, 1],
    )
    assert.deepEqual(result.tally.ranking, [['o1'], ['o3'], ['o2']])
    assert.deepEqual(result.tally.options[0].counts, [0, 0, 0, 0, 1, 1, 1])
    assert.deepEqual(result.ballots[0].value, { grades: { o1: 6, o2: 0, o3: 3 } })
  })
  it('Schulze: both matrices; approval, score, IRV, a number', async () => {
    const schulze = await aDecision(app, committee, { method: 'schulze', options: cities })
    const irv = await aDecision(app, committee, { method: 'irv', options: cities })
    const approval = await aDecision(app, committee, { method: 'approval', options: cities })
    const score = await aDecision(app, committee, { method: 'score', options: cities, rules: { points: { max: 20 } } })
    const number = { min: 0, max: 500, unit: '€' }
    const median = await aDecision(app, committee, { method: 'median', rules: { number } })
    for (const index of [0, 1, 2]) {
      const ranking = index === 2 ? [['o2'], ['o1'], ['o3']] : [['o1'], ['o2'], ['o3']]
      for (const { id } of [schulze, irv])
        assert.equal((await castValue(committee, index, id, { ranking })).status, 201)
      await castValue(committee, index, approval.id, { approved: index === 0 ? ['o1', 'o2'] : ['o2'] })
      await castValue(committee, index, score.id, { grades: { o1: 10 + index, o2: 9, o3: 0 } })
      await castValue(committee, index, median.id, { number: [100, 500, 120][index] })
    }
    const results = [
      await resultOf(schulze),
      await resultOf(irv),
      await resultOf(approval),
      await resultOf(score),
      await resultOf(median),
    ]
    assert.deepEqual(
      results.map(({ winner, outcome }) => [outcome, winner]),
      [
        ['adopted', 'o1'],
        ['adopted', 'o1'],
        ['adopted', 'o2'],
        ['adopted', 'o1'],
        ['adopted', null],
      ],
    )
    assert.deepEqual(results[0].tally.preferences, [
      [0, 2, 3],
      [1, 0, 3],
      [0, 0, 0],
    ])
    assert.equal(results[0].tally.paths.length, 3)
    assert.equal(results[4].tally.value, 120)
    for (const { numerator, denominator } of results) assert.deepEqual([numerator, denominator], [0, 0])
  })
  it('an exact tie adopts nothing; nobody, and nobody but blanks, is a result too', async () => {
    const options = ['a', 'b']
    const tie = await aDecision(app, committee, { method: 'approval', options })
    await castValue(committee, 0, tie.id, { approved: ['o1'] })
    await castValue(committee, 1, tie.id, { approved: ['o2'] })
    const empty = await aDecision(app, committee, { method: 'schulze', options })
    const blank = await aDecision(app, committee, { method: 'majority-judgment', options })
    await castChoice(committee, 0, blank.id, 'blank')
    const quorum = { numerator: 1, denominator: 2 }
    const few = await aDecision(app, committee, { method: 'score', options, rules: { quorum } })
    await castValue(committee, 0, few.id, { grades: { o1: 1, o2: 0 } })
    const outcomes = []
    for (const vote of [tie, empty, blank, few]) outcomes.push((await resultOf(vote)).outcome)
    assert.deepEqual(outcomes, ['rejected', 'no_ballot', 'rejected', 'quorum_failed'])
  })
  it('a veto among several options blocks them all, where the rules foresee it', async () => {
    const vote = await aDecision(app, committee, { method: 'schulze', options: cities, rules: { veto: true } })
    await castValue(committee, 0, vote.id, { ranking: [['o1']] })
    const reason = 'Aucune de ces villes n’a de salle accessible à toutes et à tous.'
    assert.equal(
      (await memberOf(committee, 1).caller.put(`/api/votes/${vote.id}/ballot`, { choice: 'veto', reason })).status,
      201,
    )
    const { body } = await memberOf(committee, 2).caller.get(`/api/votes/${vote.id}`)
    assert.equal((await resultOf(body)).outcome, 'vetoed')
  })
  it('a veto among several options is lifted without yes or no, and a ballot of the method follows', async () => {
    const vote = await aDecision(app, committee, { method: 'schulze', options: cities, rules: { veto: true } })
    const { caller } = memberOf(committee, 1)
    const url = `/api/votes/${vote.id}`
    const reason = 'Aucune de ces villes n’a de salle accessible à toutes et à tous.'
    await caller.put(`${url}/ballot`, { choice: 'veto', reason })
    const refused = await caller.delete(`${url}/veto`, { choice: 'yes' })
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/choice'])
    const { status, body: lifted } = await caller.delete(`${url}/veto`, {})
    assert.deepEqual([status, lifted.vetoes, lifted.myBallot, lifted.can.vote], [200, [], null, true])
    await castValue(committee, 1, vote.id, { ranking: [['o2']] })
    const { outcome, winner } = await resultOf(lifted)
    assert.deepEqual([outcome, winner], ['adopted', 'o2'])
  })
  it('its log is verified with the values, and tells when options, text or a value were changed', async () => {
    const { db } = app.deps.world
    const vote = await aDecision(app, committee, {
      method: 'schulze',
      options: cities,
      text: 'Avec **les trois** salles.',
    })
    assert.match(vote.html, /<strong>les trois<\/strong>/u)
    await castValue(committee, 0, vote.id, { ranking: [['o2'], ['o1', 'o3']] })
    await resultOf(vote)
    const { body: log } = await memberOf(committee, 0).caller.get(`/api/votes/${vote.id}/log`)
    assert.equal(verifyExport(log).problem, null)
    assert.deepEqual(log.events[1].body.value, { ranking: [['o2'], ['o1', 'o3']] })
    assert.deepEqual(log.events[0].body.options, vote.options)
    const problem = async () => (await verifyDatabase(db)).find(({ voteId }) => voteId === vote.id)?.problem
    assert.equal(await problem(), null)
    const value = JSON.stringify({ ranking: [['o3']] })
    await db.updateTable('ballot').set({ value }).where('vote_id', '=', vote.id).execute()
    assert.match((await problem()) ?? '', /not the one in the log/u)
    await db.updateTable('vote').set({ text: 'Avec une salle.' }).where('id', '=', vote.id).execute()
    assert.match((await problem()) ?? '', /changed after the opening/u)
  })
})
