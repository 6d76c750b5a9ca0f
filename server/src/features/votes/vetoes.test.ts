import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
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
import { verifyDatabase, verifyExport } from './verify.ts'

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

describe('vetoes', () => {
  it('vote criterion 6: lifted before the close, the result is that of the run without; both events are in the log', async () => {
    const [withVeto, without] = [await anOpenCandidacy(app, committee), await anOpenCandidacy(app, committee)]
    for (const index of [0, 1, 2]) for (const { voteId } of [withVeto, without]) await cast(index, voteId, 'yes')
    await cast(3, withVeto.voteId, 'veto', REASON)
    const seen = await member(1).caller.get(`/api/votes/${withVeto.voteId}`)
    assert.deepEqual(
      seen.body.vetoes.map((veto: { reason: string; person: { id: string } }) => [veto.reason, veto.person.id]),
      [[REASON, member(3).id]],
    )
    const lifted = await member(3).caller.delete(`/api/votes/${withVeto.voteId}/veto`)
    assert.equal(lifted.status, 200)
    assert.deepEqual([lifted.body.vetoes, lifted.body.myBallot, lifted.body.voters], [[], null, 3])
    await travelToClose(app, withVeto, 0)
    const results = await Promise.all(
      [withVeto, without].map(async ({ voteId }) => (await member(0).caller.get(`/api/votes/${voteId}/result`)).body),
    )
    assert.deepEqual({ ...results[0], voteId: '' }, { ...results[1], voteId: '' })
    assert.equal(results[0].outcome, 'adopted')
    const { body: log } = await member(0).caller.get(`/api/votes/${withVeto.voteId}/log`)
    assert.deepEqual(
      log.events.slice(-2).map(({ type }: { type: string }) => type),
      ['veto.filed', 'veto.lifted'],
    )
  })
  it('becomes the new choice when lifted with one, or when voted over', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    await cast(0, voteId, 'veto', REASON)
    assert.equal(
      (await member(0).caller.delete(`/api/votes/${voteId}/veto`, { choice: 'abstain' })).body.myBallot.choice,
      'abstain',
    )
    await cast(1, voteId, 'veto', REASON)
    assert.equal((await cast(1, voteId, 'yes')).body.myBallot.choice, 'yes')
    assert.equal((await member(2).caller.delete(`/api/votes/${voteId}/veto`)).status, 404)
    await travelToClose(app, { closesAt }, 0)
    const { body } = await member(0).caller.get(`/api/votes/${voteId}/result`)
    assert.deepEqual([body.yes, body.abstain, body.vetoes], [1, 1, 0])
  })
  it('late, moves the close once so that 72 hours remain', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    await travelToClose(app, { closesAt }, 49 * HOUR)
    assert.equal((await cast(0, voteId, 'veto', REASON)).body.closesAt, closesAt)
    await travelToClose(app, { closesAt }, 47 * HOUR)
    const { body } = await cast(1, voteId, 'veto', REASON)
    assert.equal(Date.parse(body.closesAt), app.deps.world.now().getTime() + 72 * HOUR)
    await travelToClose(app, body, HOUR)
    assert.equal((await cast(2, voteId, 'veto', REASON)).body.closesAt, body.closesAt)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/votes/${voteId}/result`)).body.code, 'not-closed')
    await travelToClose(app, body, 0)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/votes/${voteId}/result`)).body.outcome, 'vetoed')
  })
  it('that lapsed with its author’s seat and is filed anew late moves the close like any other', async () => {
    const { db } = app.deps.world
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    await cast(4, voteId, 'veto', REASON)
    const seat = (role: 'ambassador' | 'member') =>
      db.updateTable('person').set({ role }).where('id', '=', member(4).id).execute()
    await seat('ambassador')
    await seat('member')
    committee.members[4] = { ...member(4), caller: await app.as(member(4).id) }
    assert.deepEqual((await member(0).caller.get(`/api/votes/${voteId}`)).body.vetoes, [])
    await travelToClose(app, { closesAt }, HOUR)
    const { body } = await cast(4, voteId, 'veto', REASON)
    assert.deepEqual([body.vetoes.length, Date.parse(body.closesAt)], [1, app.deps.world.now().getTime() + 72 * HOUR])
  })
  it('vote criterion 7: lapses when its author loses the seat before the close, unless the rules say otherwise', async () => {
    const { db } = app.deps.world
    for (const lapses of [true, false]) {
      const value = JSON.stringify({ rules: { vetoLapses: lapses } })
      const setting = { key: 'admissions', value, updated_at: new Date() }
      await db
        .insertInto('setting')
        .values(setting)
        .onConflict((oc) => oc.column('key').doUpdateSet(setting))
        .execute()
      const { voteId, closesAt } = await anOpenCandidacy(app, committee)
      for (const index of [0, 1, 2]) await cast(index, voteId, 'yes')
      await cast(3, voteId, 'veto', REASON)
      await travel(app, DAY)
      const left = await committee.administrator.patch(`/api/people/${member(3).id}`, { role: 'ambassador' })
      assert.ok(left.status < 300)
      const { body: vote } = await member(0).caller.get(`/api/votes/${voteId}`)
      assert.deepEqual([vote.vetoes.length, vote.roll, vote.voters], [lapses ? 0 : 1, 6, 4])
      await travelToClose(app, { closesAt }, 0)
      await app.runJobs()
      const { body: result } = await member(0).caller.get(`/api/votes/${voteId}/result`)
      assert.equal(result.outcome, lapses ? 'adopted' : 'vetoed')
      assert.deepEqual([result.yes, result.no, result.roll], [3, lapses ? 1 : 0, 6])
      const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
      assert.equal(
        log.events.some(({ type }: { type: string }) => type === 'veto.lapsed'),
        lapses,
      )
      await db.updateTable('person').set({ role: 'member' }).where('id', '=', member(3).id).execute()
      committee.members[3] = { ...member(3), caller: await app.as(member(3).id) }
    }
  })
})

describe('vote criterion 17: the log', () => {
  it('is verified with its ballots, and every way of tampering is found', async () => {
    const { db } = app.deps.world
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    const receipt = (await cast(0, voteId, 'yes')).body.receipt
    await cast(1, voteId, 'veto', REASON)
    await cast(1, voteId, 'no')
    await cast(2, voteId, 'abstain')
    await travelToClose(app, { closesAt }, 0)
    await app.runJobs()
    const intact = await verifyDatabase(db)
    assert.ok(intact.length > 1)
    assert.deepEqual(
      intact.filter(({ problem }) => problem !== null),
      [],
    )
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    const problemOf = (changes: object, head?: string) => verifyExport({ ...log, ...changes }, head).problem
    assert.equal(problemOf({}, receipt), null)
    assert.match(problemOf({ events: log.events.slice(0, -1) }) ?? '', /truncated/u)
    assert.match(problemOf({ events: log.events.toSpliced(2, 1) }) ?? '', /deleted/u)
    assert.match(
      problemOf({ events: log.events.with(1, { ...log.events[1], body: { choice: 'no' } }) }) ?? '',
      /modified/u,
    )
    assert.match(problemOf({ roll: log.roll.toReversed() }) ?? '', /roll/u)
    const tamper = async (statement: string) => {
      await sql.raw(statement.replaceAll('$vote', voteId)).execute(db)
      return (await verifyDatabase(db)).filter(({ problem }) => problem !== null).map(({ problem }) => problem)
    }
    assert.match(
      (await tamper(`update ballot set choice = 'no' where vote_id = '$vote' and choice = 'yes'`))[0] ?? '',
      /not the one in the log/u,
    )
    await tamper(`update ballot set choice = 'yes' where vote_id = '$vote' and choice = 'no' and event_seq = 2`)
    assert.match(
      (await tamper(`update vote set question = 'Autre chose' where id = '$vote'`))[0] ?? '',
      /changed after the opening/u,
    )
    await tamper(`delete from ballot where vote_id = '$vote' and choice = 'abstain'`)
  })
  it('cannot be changed, not even by the statement', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    const { db } = app.deps.world
    await assert.rejects(
      db.updateTable('vote_event').set({ actor: 'm-999' }).where('vote_id', '=', voteId).execute(),
      /append-only/u,
    )
    await assert.rejects(db.deleteFrom('vote_event').where('vote_id', '=', voteId).execute(), /append-only/u)
    await assert.rejects(sql`truncate vote_event cascade`.execute(db), /append-only/u)
  })
})
