import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anApplication, type Committee, DAY, REASON, travel } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const post = (path: string, body: object) => app.anonymous.post(`/api/applications/${path}`, body)

describe('an end before the admission', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('inadmissible: with a written reason, before the vote alone', async () => {
    const { id, token } = await anApplication(app)
    const declare = (reason: string) => committee.administrator.post(`/api/candidacies/${id}/inadmissible`, { reason })
    assert.equal((await declare('non')).status, 422)
    assert.equal((await declare('Cette personne est mineure.')).body.status, 'inadmissible')
    const followed = (await post('follow', { token })).body
    assert.deepEqual([followed.status, followed.reason], ['inadmissible', 'Cette personne est mineure.'])
    assert.equal((await member(0).caller.post(`/api/candidacies/${id}/open`)).status, 409)
    const open = await anApplication(app)
    await member(0).caller.post(`/api/candidacies/${open.id}/open`)
    const late = { reason: 'Cette personne est mineure.' }
    assert.equal((await committee.administrator.post(`/api/candidacies/${open.id}/inadmissible`, late)).status, 409)
  })
  it('withdrawn while the committee votes: nothing of the ballots stays readable, and no seat by hand', async () => {
    const { id, token, email } = await anApplication(app, { college: 'woman' })
    const { voteId } = (await member(0).caller.post(`/api/candidacies/${id}/open`)).body
    await member(0).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'no', reason: 'Je la trouve trop pressée.' })
    await member(1).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    const withdrawn = await Promise.all([1, 2].map(() => post('withdraw', { token })))
    assert.deepEqual(
      withdrawn.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    )
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).body.status, 'withdrawn')
    const refused = await member(2).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    assert.equal(refused.body.code, 'vote-cancelled')
    const { db } = app.deps.world
    assert.deepEqual(await db.selectFrom('ballot').selectAll().where('vote_id', '=', voteId).execute(), [])
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    const events: { type: string; actor: string; body?: object }[] = log.events
    for (const event of events)
      if (event.type === 'ballot.cast' || event.type === 'veto.filed') assert.equal(event.body, undefined)
    assert.deepEqual(
      events.slice(-2).map(({ type, actor }) => [type, actor]),
      [
        ['candidacy.withdrawn', 'candidate'],
        ['vote.cancelled', 'system'],
      ],
    )
    await travel(app, 30 * DAY)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).body.status, 'withdrawn')
    const person = db.insertInto('person').values({
      id: app.deps.world.newId(),
      email,
      email_key: email,
      name: 'Solène Arzel',
      role: 'member',
      college: 'woman',
      created_at: new Date(),
    })
    await assert.rejects(person.execute(), /before the committee/u)
  })
  it('twelve months later the file is gone, with the reasons; the log keeps its hashes', async () => {
    const { id, token } = await anApplication(app, { name: 'Zénaïde Quéméneur' })
    const { voteId } = (await member(0).caller.post(`/api/candidacies/${id}/open`)).body
    await travel(app, 2 * DAY)
    const closesAt = new Date(app.deps.world.now().getTime() + 9 * DAY).toISOString()
    const extension = { closesAt, reason: 'Zénaïde passe un concours cette semaine.' }
    assert.equal((await committee.administrator.post(`/api/votes/${voteId}/extend`, extension)).status, 200)
    await member(1).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    await travel(app, 11 * DAY)
    await app.runJobs()
    await travel(app, 31 * DAY)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).body.status, 'refused')
    await travel(app, 364 * DAY)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).status, 200)
    await travel(app, 2 * DAY)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).status, 404)
    assert.equal((await post('follow', { token })).status, 410)
    const { db } = app.deps.world
    const { question } = await db
      .selectFrom('vote')
      .select('question')
      .where('id', '=', voteId)
      .executeTakeFirstOrThrow()
    assert.ok(!question.includes('Zénaïde'))
    const vote = (await member(0).caller.get(`/api/votes/${voteId}`)).body
    assert.equal(vote.extensions.length, 1)
    assert.ok(!JSON.stringify(vote).includes('Zénaïde'))
    const log = (await member(0).caller.get(`/api/votes/${voteId}/log`)).body
    assert.ok(log.events.length > 3)
    assert.ok(!JSON.stringify(log).includes('Zénaïde'))
    const { verifyDatabase } = await import('../votes/verify.ts')
    const reports = await verifyDatabase(db)
    assert.deepEqual(
      reports.map(({ problem }) => problem),
      reports.map(() => null),
    )
    const ballots = await db.selectFrom('ballot').select('reason').where('vote_id', '=', voteId).execute()
    assert.ok(ballots.every(({ reason }) => !reason))
  })
})
