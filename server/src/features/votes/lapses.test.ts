import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { siteRole } from '@cenacle/contract/person'
import { spaceKind, spaceRole } from '@cenacle/contract/space'
import { aPerson, aSpace } from '../../../test/build.ts'
import { aDecision } from '../../../test/decisions.ts'
import { type Looked, testApp, type TestApp, viewerOf } from '../../../test/harness.ts'
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
import { implicitRole, rankOf, roleOfRank } from '../../policy/roles.ts'
import * as policy from '../../policy/vote.ts'
import { verifyDatabase } from './verify.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
after(() => app.close())

const suspend = async (id: string, suspended: boolean) => {
  const answer = await committee.administrator.patch(`/api/people/${id}`, { suspended })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}
const rules = { veto: true, quorum: { numerator: 0, denominator: 1 } }

/** A decision of a team, with a veto in it. @returns who vetoed, and the vote */
async function aTeamVeto(role: 'member' | 'ambassador' | 'guest', open = false, until?: Date) {
  const { db } = app.deps.world
  const ann = await aPerson(db)
  const bob = await aPerson(db, { role })
  const named = [
    { id: ann.id, role: 'facilitator' as const },
    { id: bob.id, role: 'writer' as const, ...(until && { until }) },
  ]
  const { id: spaceId } = await aSpace(db, 'team', named, { open })
  const runner = await app.as(ann.id)
  const body = { spaceId, question: 'Changer d’outil\u202f?', method: 'threshold', options: [] }
  const closesAt = new Date(app.deps.world.now().getTime() + 5 * DAY).toISOString()
  const vote: Looked = (await runner.post('/api/decisions', { ...body, rules, closesAt })).body
  const filed = await (await app.as(bob.id)).put(`/api/votes/${vote.id}/ballot`, { choice: 'veto', reason: REASON })
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  const vetoes = async (): Promise<number> => (await runner.get(`/api/votes/${vote.id}`)).body.vetoes.length
  assert.equal(await vetoes(), 1)
  return { ann: runner, bobId: bob.id, spaceId, vote, vetoes }
}

describe('a veto whose author was suspended, and is restored before the close', () => {
  it('has lapsed, and its author finds the ballot again', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee)
    const alice = member(2)
    await alice.caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    await suspend(alice.id, true)
    await suspend(alice.id, false)
    const restored = await app.as(alice.id)
    const { body: vote } = await restored.get(`/api/votes/${voteId}`)
    assert.deepEqual([vote.myBallot.choice, vote.myBallot.lapsed, vote.vetoes], ['veto', true, []])
    assert.deepEqual([vote.can.vote, vote.can.veto, vote.can.liftVeto], [true, true, false])
    assert.equal((await restored.delete(`/api/votes/${voteId}/veto`)).status, 404, 'nothing stands to be lifted')
    const cast = await restored.put(`/api/votes/${voteId}/ballot`, { choice: 'no' })
    assert.deepEqual([cast.body.myBallot.choice, cast.body.myBallot.lapsed], ['no', false])
    await travelToClose(app, { closesAt }, 0)
    await app.runJobs()
    const { body: log } = await restored.get(`/api/votes/${voteId}/log`)
    assert.deepEqual(
      log.events.slice(1, 4).map(({ type }: { type: string }) => type),
      ['veto.filed', 'veto.lapsed', 'ballot.cast'],
      'a veto that lapsed is not lifted besides',
    )
    assert.ok((await verifyDatabase(app.deps.world.db)).every(({ problem }) => problem === null))
  })
})

describe('a veto in a team’s decision', () => {
  for (const role of ['guest', 'ambassador'] as const)
    it(`of a ${role} lapses when they are suspended, or leave the space`, async () => {
      const suspended = await aTeamVeto(role)
      await suspend(suspended.bobId, true)
      assert.equal(await suspended.vetoes(), 0)
      const removed = await aTeamVeto(role)
      assert.equal((await removed.ann.delete(`/api/spaces/${removed.spaceId}/people/${removed.bobId}`)).status, 204)
      assert.equal(await removed.vetoes(), 0)
    })
  it('of a member who becomes an ambassador stays, with the voice', async () => {
    const { bobId, vetoes, vote } = await aTeamVeto('member')
    const left = await committee.administrator.patch(`/api/people/${bobId}`, { role: 'ambassador' })
    assert.equal(left.status, 200)
    assert.equal(await vetoes(), 1)
    const bob = await app.as(bobId)
    assert.equal((await bob.get(`/api/votes/${vote.id}`)).body.can.liftVeto, true)
  })
  it('of a member lapses when the team closes behind them, having been open to read', async () => {
    const { ann, bobId, spaceId, vetoes } = await aTeamVeto('member', true)
    await ann.delete(`/api/spaces/${spaceId}/people/${bobId}`)
    assert.equal(await vetoes(), 1, 'whoever reads the vote keeps the voice')
    await app.deps.world.db.updateTable('space').set({ open: false }).where('id', '=', spaceId).execute()
    assert.equal(await vetoes(), 0)
  })
  it('of a guest whose access ends before the close lapses by the clock', async () => {
    const until = new Date(app.deps.world.now().getTime() + DAY)
    const { ann, vote, vetoes } = await aTeamVeto('guest', false, until)
    await ann.put(`/api/votes/${vote.id}/ballot`, { choice: 'yes' })
    assert.equal(await vetoes(), 1)
    await travel(app, DAY)
    assert.equal(await vetoes(), 0, 'shown no longer, though nobody has voted since')
    await travelToClose(app, vote, -HOUR)
    assert.equal(
      (await ann.get(`/api/votes/${vote.id}/result`)).body.outcome,
      'rejected',
      'counted before it is written',
    )
    await app.runJobs()
    const { body } = await ann.get(`/api/votes/${vote.id}/result`)
    assert.deepEqual([body.outcome, body.yes, body.vetoes], ['rejected', 1, 0])
    assert.ok((await verifyDatabase(app.deps.world.db)).every(({ problem }) => problem === null))
  })
  it('of somebody who is erased lapses, in the committee too', async () => {
    const decision = await aDecision(app, committee, { rules: { ...rules } })
    await member(3).caller.put(`/api/votes/${decision.id}/ballot`, { choice: 'veto', reason: REASON })
    await app.deps.world.db.deleteFrom('person').where('id', '=', member(3).id).execute()
    assert.deepEqual((await member(0).caller.get(`/api/votes/${decision.id}`)).body.vetoes, [])
  })
})

const case_ = fc.record({
  role: fc.constantFrom(...siteRole.options),
  office: fc.boolean(),
  suspended: fc.boolean(),
  kind: fc.constantFrom(...spaceKind.options.filter((kind) => kind !== 'committee')),
  open: fc.boolean(),
  named: fc.option(fc.constantFrom(...spaceRole.options), { nil: null }),
  over: fc.boolean(),
})

describe('has_voice of the database', () => {
  it('says what the policy of votes says, of whoever is on the roll', async () => {
    const { db } = app.deps.world
    const { id: voteId } = await aDecision(app, committee, { rules: { ...rules } })
    await fc.assert(
      fc.asyncProperty(case_, async ({ role, office, suspended, kind, open, named, over }) => {
        const person = await aPerson(db, { role, administrator: office || role === 'administrator', suspended })
        const until = over ? new Date(app.deps.world.now().getTime() - HOUR) : undefined
        const { id: spaceId } = await aSpace(
          db,
          kind,
          named ? [{ id: person.id, role: named, ...(until && { until }) }] : [],
          { open },
        )
        await db.updateTable('vote').set({ space_id: spaceId }).where('id', '=', voteId).execute()
        const { rows } = await sql<{
          has: boolean
        }>`select has_voice(${person.id}::uuid, ${voteId}::uuid) as has`.execute(db)
        const viewer = viewerOf(person)
        const explicit = named && !over ? rankOf(named) : 0
        const facts = {
          kind: 'decision' as const,
          space_kind: kind,
          role: roleOfRank(Math.max(explicit, rankOf(implicitRole(viewer, { kind, open })))),
          onRoll: true,
          released: true,
          candidate: false,
          admitted: false,
        }
        assert.equal(rows[0]?.has, !suspended && policy.vote(viewer, facts))
      }),
      { numRuns: 150 },
    )
  })
})
