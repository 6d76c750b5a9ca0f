import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { verify } from '@cenacle/tally/chain'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, REASON, travelToClose } from '../../../test/votes.ts'
import { sha256 } from '../../ids.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const cast = (index: number, voteId: string, choice: string, reason?: string) =>
  member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice, ...(reason !== undefined && { reason }) })

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
after(() => app.close())

describe('opening', () => {
  it('freezes the roll: everybody seated and not suspended, not the candidate', async () => {
    const { id: suspended } = await aPerson(app.deps.world.db, { suspended: true })
    const { voteId } = await anOpenCandidacy(app, committee)
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    const ids = log.roll.map((place: { person: { id: string } }) => place.person.id)
    assert.deepEqual(ids, committee.members.map(({ id }) => id).toSorted())
    assert.ok(!ids.includes(suspended))
    assert.equal(log.events[0].type, 'ballot.opened')
    assert.equal(log.events[0].body.rollHash, log.rollHash)
    assert.equal(log.events[0].body.roll, 6)
  })
  it('vote criterion 10: a member who arrives later gets 403 on that ballot; E stays', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    const late = await aPerson(app.deps.world.db, { college: 'undeclared' })
    const answer = await (await app.as(late.id)).put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    assert.equal(answer.status, 403)
    assert.equal(answer.body.code, 'not-on-roll')
    assert.equal((await member(0).caller.get(`/api/votes/${voteId}`)).body.roll, 6)
    await app.deps.world.db.updateTable('person').set({ role: 'ambassador' }).where('id', '=', late.id).execute()
  })
  it('is not for ambassadors, guests and visitors to see, and an administrator has no voice', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    for (const role of ['ambassador', 'guest', 'candidate'] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.get(`/api/votes/${voteId}`)).status, 404, role)
      assert.equal((await caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })).status, 404, role)
      assert.deepEqual((await caller.get('/api/votes')).body.items, [], role)
    }
    assert.equal((await app.anonymous.get(`/api/votes/${voteId}`)).status, 401)
    const answer = await committee.administrator.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    assert.equal(answer.body.code, 'not-on-roll')
  })
})

describe('ballots', () => {
  it('201 for the first, 200 for a change; the last one wins; each is in the log', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    const first = await cast(0, voteId, 'yes')
    assert.equal(first.status, 201)
    assert.equal(first.body.myBallot.choice, 'yes')
    const second = await cast(0, voteId, 'no')
    assert.equal(second.status, 200)
    assert.equal(second.body.voters, 1)
    await travelToClose(app, { closesAt }, 0)
    const { body: result } = await member(0).caller.get(`/api/votes/${voteId}/result`)
    assert.deepEqual([result.yes, result.no, result.voters, result.roll], [0, 1, 1, 6])
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    assert.ok(
      [first, second].every(({ body }) => log.events.some((event: { hash: string }) => event.hash === body.receipt)),
    )
    assert.equal(verify(sha256, log.events, second.body.receipt).ok, true)
  })
  it('vote criterion 5: a veto without a reason is refused with 422 and leaves no row', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    for (const reason of [undefined, '', 'trop court', ' '.repeat(40)]) {
      const answer = await cast(0, voteId, 'veto', reason)
      assert.equal(answer.status, 422, String(reason))
      assert.equal(answer.body.errors[0].pointer, '/reason')
    }
    const rows = await app.deps.world.db.selectFrom('ballot').selectAll().where('vote_id', '=', voteId).execute()
    assert.deepEqual(rows, [])
    assert.equal((await cast(0, voteId, 'veto', REASON)).status, 201)
  })
  it('vote criterion 11: 100 ballots of one member at once leave one', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    const choices = ['yes', 'no', 'abstain']
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => cast(1, voteId, choices[i % 3] ?? 'yes')))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 201]))
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    const { body: vote } = await member(1).caller.get(`/api/votes/${voteId}`)
    assert.equal(vote.voters, 1)
    const { body: log } = await member(1).caller.get(`/api/votes/${voteId}/log`)
    assert.equal(log.events.length, 101)
    assert.equal(verify(sha256, log.events, log.head).ok, true)
  })
  it('a repeated Idempotency-Key answers the same and counts once', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    const send = () =>
      member(2).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' }, { 'idempotency-key': 'ballot-of-2' })
    const [first, second] = [await send(), await send()]
    assert.deepEqual([first.status, second.status], [201, 201])
    assert.equal(first.body.receipt, second.body.receipt)
  })
  it('refuses other choices and unknown fields', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    for (const body of [{ choice: 'oui' }, { grades: { a: 1 } }, {}, { choice: 'yes', voter: member(1).id }])
      assert.equal((await member(0).caller.put(`/api/votes/${voteId}/ballot`, body)).status, 422, JSON.stringify(body))
  })
})

describe('the close', () => {
  it('vote criterion 12: accepted one millisecond before, refused at it, with no job having run', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    await travelToClose(app, { closesAt }, 1)
    assert.equal((await cast(0, voteId, 'yes')).status, 201)
    await travelToClose(app, { closesAt }, 0)
    const late = await cast(1, voteId, 'yes')
    assert.equal(late.status, 409)
    assert.equal(late.body.code, 'vote-closed')
    assert.match(late.body.title, /vote clos/iu)
    assert.equal((await member(0).caller.delete(`/api/votes/${voteId}/veto`)).body.code, 'vote-closed')
    const { body: result } = await member(1).caller.get(`/api/votes/${voteId}/result`)
    assert.equal(result.voters, 1)
    assert.equal(result.outcome, 'quorum_failed')
  })
  it('vote criterion 14: no result and no content of a ballot before it, for nobody', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    for (const index of [0, 1, 2, 3]) await cast(index, voteId, index === 3 ? 'no' : 'yes')
    for (const caller of [...committee.members.map((one) => one.caller), committee.administrator]) {
      const answer = await caller.get(`/api/votes/${voteId}/result`)
      assert.deepEqual([answer.status, answer.body.code], [403, 'not-closed'])
      const { body: log } = await caller.get(`/api/votes/${voteId}/log`)
      assert.ok(log.events.slice(1).every((event: { body?: unknown }) => event.body === undefined))
    }
    const { body: seen } = await member(5).caller.get(`/api/votes/${voteId}`)
    assert.doesNotMatch(JSON.stringify(seen), /"(yes|no|numerator":3|outcome":")/u)
    await travelToClose(app, { closesAt }, 0)
    const { body: result } = await committee.administrator.get(`/api/votes/${voteId}/result`)
    assert.deepEqual(
      [result.outcome, result.numerator, result.denominator, result.base, result.voters, result.roll, result.quorumMet],
      ['adopted', 3, 4, 'expressed', 4, 6, true],
    )
    assert.equal(result.ballots.length, 4)
  })
  it('is written into the log by the job, once, and changes nothing', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    for (const index of [0, 1, 2]) await cast(index, voteId, 'no')
    await travelToClose(app, { closesAt }, -1)
    const { body: before } = await member(0).caller.get(`/api/votes/${voteId}/result`)
    await app.runJobs()
    await app.runJobs()
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    assert.deepEqual(
      log.events.map(({ type }: { type: string }) => type),
      [
        'ballot.opened',
        'ballot.cast',
        'ballot.cast',
        'ballot.cast',
        'ballot.closed',
        'ballot.tallied',
        'candidacy.not_adopted',
      ],
    )
    assert.deepEqual((await member(0).caller.get(`/api/votes/${voteId}/result`)).body, before)
    assert.equal(verify(sha256, log.events, log.head).ok, true)
  })
})

describe('lists', () => {
  it('waiting, open, closed, by pages', async () => {
    const voter = await aPerson(app.deps.world.db, { college: 'undeclared' })
    const caller = await app.as(voter.id)
    const opened = [
      await anOpenCandidacy(app, committee),
      await anOpenCandidacy(app, committee),
      await anOpenCandidacy(app, committee),
    ]
    const ids = async (query: string) =>
      (await caller.get(`/api/votes?${query}`)).body.items.map(({ id }: { id: string }) => id)
    const mine = await ids('state=waiting')
    assert.deepEqual(
      mine,
      opened.map(({ voteId }) => voteId),
    )
    await caller.put(`/api/votes/${mine[0]}/ballot`, { choice: 'abstain' })
    assert.deepEqual(await ids('state=waiting'), mine.slice(1))
    const page = (await caller.get('/api/votes?state=open&limit=2')).body
    const next = (await caller.get(`/api/votes?state=open&limit=100&cursor=${page.next}`)).body
    const all = await ids('state=open&limit=100')
    assert.deepEqual(
      [...page.items, ...next.items].map(({ id }: { id: string }) => id),
      all,
    )
    await travelToClose(app, opened[0] ?? { closesAt: '' }, 0)
    assert.ok((await ids('state=closed&limit=100')).includes(opened[0]?.voteId))
    assert.deepEqual(await ids('state=waiting'), [])
  })
})
