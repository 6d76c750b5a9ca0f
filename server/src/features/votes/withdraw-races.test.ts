import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aDecision, castValue, memberOf } from '../../../test/decisions.ts'
import { type Answer, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, travelToClose } from '../../../test/votes.ts'
import { verifyDatabase } from './verify.ts'

let app: TestApp
let committee: Committee
const cities = ['Rennes', 'Brest', 'Quimper']
const member = (index: number) => memberOf(committee, index).caller
const withdraw = (id: string, optionId: string): Promise<Answer> =>
  member(0).post(`/api/votes/${id}/withdrawals`, { optionId, reason: 'La salle n’est plus libre.' })
const close = async (vote: { id: string; closesAt: string }): Promise<Looked> => {
  await travelToClose(app, vote, 0)
  await app.runJobs()
  return (await member(0).get(`/api/votes/${vote.id}/result`)).body
}
const problemOf = async (id: string) =>
  (await verifyDatabase(app.deps.world.db)).find(({ voteId }) => voteId === id)?.problem

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
after(() => app.close())

describe('a withdrawal at the same moment as', () => {
  it('ballots: who named it comes before it or is told', async () => {
    const vote = await aDecision(app, committee, { method: 'approval', options: cities })
    const cast = (index: number) => castValue(committee, index, vote.id, { approved: ['o3', 'o1'] })
    const [gone, ...ballots] = await Promise.all([withdraw(vote.id, 'o3'), ...[0, 1, 2, 3, 4, 5].map(cast)])
    assert.equal(gone?.status, 201)
    assert.ok(ballots.every(({ status, body }) => status === 201 || body.code === 'option-withdrawn'))
    const { events } = (await member(0).get(`/api/votes/${vote.id}/log`)).body
    const at = events.findIndex(({ type }: Looked) => type === 'option.withdrawn')
    assert.equal(at, 1 + ballots.filter(({ status }) => status === 201).length)
    assert.equal(events.length, at + 1)
    await close(vote)
    assert.equal(await problemOf(vote.id), null)
  })
  it('itself, and of another option: each once, and two are left', async () => {
    const vote = await aDecision(app, committee, { method: 'schulze', options: cities })
    const answers = await Promise.all(['o1', 'o1', 'o2', 'o3', 'o3'].map((option) => withdraw(vote.id, option)))
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    const codes = ['option-withdrawn', 'options-too-few']
    assert.ok(answers.every(({ status, body }) => status === 201 || codes.includes(body.code)))
    assert.equal((await member(0).get(`/api/votes/${vote.id}`)).body.options.length, 2)
  })
  it('the close: before it, and counted without it, or refused', async () => {
    for (const _ of [1, 2, 3]) {
      const vote = await aDecision(app, committee, { method: 'approval', options: cities })
      for (const index of [0, 1, 2, 3, 4, 5]) await castValue(committee, index, vote.id, { approved: ['o3'] })
      const [gone, ended] = await Promise.all([withdraw(vote.id, 'o3'), member(0).post(`/api/votes/${vote.id}/close`)])
      assert.equal(ended?.status, 200)
      assert.ok(gone?.status === 201 || gone?.body.code === 'vote-closed', JSON.stringify(gone?.body))
      const result = await close(vote)
      assert.deepEqual([result.winner, result.blank], gone?.status === 201 ? [null, 6] : ['o3', 0])
      assert.equal(await problemOf(vote.id), null)
    }
  })
})
