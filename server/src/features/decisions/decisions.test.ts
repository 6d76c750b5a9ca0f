import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, HOUR, REASON, startDatabaseClock, travelToClose } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const later = (hours = 1) => new Date(app.deps.world.now().getTime() + hours * HOUR).toISOString()
const decision = (values: object = {}) => ({
  spaceId: committee.spaceId,
  question: 'Tenir la prochaine réunion à Rennes\u202f?',
  method: 'threshold',
  rules: { base: 'expressed', threshold: { numerator: 2, denominator: 3 }, comparator: '>=' },
  closesAt: later(),
  ...values,
})

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
after(() => app.close())

describe('a decision', () => {
  it('is adopted at exactly two thirds, and its result names its base', async () => {
    const created = await member(0).caller.post('/api/decisions', decision())
    assert.equal(created.status, 201)
    assert.deepEqual([created.body.kind, created.body.status, created.body.roll], ['decision', 'open', 4])
    const url = `/api/votes/${created.body.id}`
    for (const [index, choice] of ['yes', 'yes', 'no', 'abstain'].entries())
      assert.equal((await member(index).caller.put(`${url}/ballot`, { choice })).status, 201)
    assert.equal((await member(0).caller.get(`${url}/result`)).body.code, 'not-closed')
    await travelToClose(app, created.body, 0)
    const { body } = await member(0).caller.get(`${url}/result`)
    assert.deepEqual(
      [body.outcome, body.numerator, body.denominator, body.base, body.voters, body.roll, body.quorumMet],
      ['adopted', 2, 3, 'expressed', 4, 4, true],
    )
    assert.equal((await member(1).caller.put(`${url}/ballot`, { choice: 'no' })).body.code, 'vote-closed')
  })
  it('takes a veto only where its rules foresee one', async () => {
    const plain = (await member(0).caller.post('/api/decisions', decision())).body
    const refused = await member(1).caller.put(`/api/votes/${plain.id}/ballot`, { choice: 'veto', reason: REASON })
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/choice'])
    const withVeto = (
      await member(0).caller.post('/api/decisions', decision({ rules: { veto: true }, closesAt: later(100) }))
    ).body
    await member(0).caller.put(`/api/votes/${withVeto.id}/ballot`, { choice: 'yes' })
    await member(1).caller.put(`/api/votes/${withVeto.id}/ballot`, { choice: 'veto', reason: REASON })
    await travelToClose(app, withVeto, 0)
    assert.equal((await member(0).caller.get(`/api/votes/${withVeto.id}/result`)).body.outcome, 'vetoed')
  })
  it('of the committee hears no more who has lost the seat, although the roll names them', async () => {
    const leaving = await aPerson(app.deps.world.db, { college: 'undeclared' })
    const caller = await app.as(leaving.id)
    const { body: vote } = await member(0).caller.post('/api/decisions', decision({ rules: { veto: true } }))
    assert.equal((await committee.administrator.patch(`/api/people/${leaving.id}`, { role: 'ambassador' })).status, 200)
    for (const ballot of [{ choice: 'yes' }, { choice: 'veto', reason: REASON }]) {
      const refused = await caller.put(`/api/votes/${vote.id}/ballot`, ballot)
      assert.deepEqual([refused.status, refused.body.code], [403, 'not-on-roll'])
    }
  })
  it('refuses what it cannot keep', async () => {
    const cases: [object, string, number][] = [
      [{ method: 'schulze', options: ['a'] }, 'invalid', 422],
      [{ method: 'schulze', options: ['Brest', 'brest'] }, 'invalid', 422],
      [{ method: 'schulze', options: Array.from({ length: 51 }, (_, i) => `n° ${i}`) }, 'invalid', 422],
      [{ method: 'median' }, 'invalid', 422],
      [{ method: 'median', rules: { number: { min: 5, max: 5, unit: '' } } }, 'invalid', 422],
      [{ method: 'approval', options: ['a', 'b'], rules: { approvals: { min: 1, max: 3 } } }, 'invalid', 422],
      [{ method: 'score', options: ['a', 'b'], rules: { grades: ['mal', 'bien'] } }, 'invalid', 422],
      [{ options: ['oui', 'non'] }, 'invalid', 422],
      [{ closesAt: later(-1) }, 'invalid', 422],
      [{ rules: { threshold: { numerator: 3, denominator: 2 } } }, 'invalid', 422],
      [{ question: ' ' }, 'invalid', 422],
      [{ spaceId: '00000000-0000-7000-8000-000000000000' }, 'not-found', 404],
    ]
    for (const [values, code, status] of cases) {
      const answer = await member(0).caller.post('/api/decisions', decision(values))
      assert.deepEqual([answer.body.code, answer.status], [code, status], JSON.stringify(values))
    }
  })
  it('is for those with a voice to open: not for ambassadors, guests or an administrator without a seat', async () => {
    assert.equal((await committee.administrator.post('/api/decisions', decision())).status, 403)
    for (const [role, status] of [
      ['ambassador', 403],
      ['guest', 404],
      ['candidate', 404],
    ] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.post('/api/decisions', decision())).status, status, role)
    }
    assert.equal((await app.anonymous.post('/api/decisions', decision())).status, 401)
  })
  it('in a loop concerns those who write in it, and is invisible to all others', async () => {
    const guest = await aPerson(app.deps.world.db, { role: 'guest' })
    const loop = await aSpace(app.deps.world.db, 'loop', [
      { id: member(0).id },
      { id: guest.id },
      { id: member(1).id, role: 'reader' },
    ])
    const { body: vote } = await member(0).caller.post('/api/decisions', decision({ spaceId: loop.id }))
    assert.equal(vote.roll, 2)
    assert.equal((await (await app.as(guest.id)).put(`/api/votes/${vote.id}/ballot`, { choice: 'yes' })).status, 201)
    assert.equal(
      (await member(1).caller.put(`/api/votes/${vote.id}/ballot`, { choice: 'yes' })).body.code,
      'not-on-roll',
    )
    assert.equal((await member(2).caller.get(`/api/votes/${vote.id}`)).status, 404)
    assert.equal((await member(1).caller.post('/api/decisions', decision({ spaceId: loop.id }))).status, 403)
    const listed = (await member(2).caller.get(`/api/votes?spaceId=${loop.id}`)).body
    assert.deepEqual(listed.items, [])
  })
})

describe('trust.md A57: ballots around the close, by the running clock', () => {
  it('counts exactly those that were answered with 201', async () => {
    const race = await testApp()
    try {
      const people = await aCommittee(race, 16)
      await startDatabaseClock(race)
      const [first] = people.members
      const later = new Date(Date.now() + 60_000).toISOString()
      const created = await first?.caller.post('/api/decisions', decision({ spaceId: people.spaceId, closesAt: later }))
      assert.ok(first && created)
      const { id } = created.body
      // From here, however long all of the above took.
      const closesAt = new Date(Date.now() + 500)
      await race.deps.world.db.updateTable('vote').set({ closes_at: closesAt }).where('id', '=', id).execute()
      const answers = await Promise.all(
        people.members.map(async ({ caller }, index) => {
          await sleep(closesAt.getTime() - 400 + index * 50 - Date.now())
          return caller.put(`/api/votes/${id}/ballot`, { choice: 'yes' })
        }),
      )
      const accepted = answers.filter(({ status }) => status === 201).length
      assert.ok(answers.every(({ status, body }) => status === 201 || body.code === 'vote-closed'))
      assert.ok(accepted < answers.length)
      const { body: result } = await first.caller.get(`/api/votes/${id}/result`)
      assert.equal(result.voters, accepted)
    } finally {
      await race.close()
    }
  })
})
