import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { VoteLogAnswer } from '@cenacle/contract/vote'
import { append, type ChainEvent } from '@cenacle/tally/chain'
import { judged, travelTo } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { aDecision, castChoice, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aSecretVote, castSecretly } from '../../../test/secret.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, travel, travelToClose } from '../../../test/votes.ts'
import { sha256 } from '../../ids.ts'
import { verifyDatabase, verifyExport } from './verify.ts'

let app: TestApp
let committee: Committee
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 7)
})
after(() => app.close())

const logOf = async (voteId: string): Promise<VoteLogAnswer> =>
  (await memberOf(committee, 0).caller.get(`/api/votes/${voteId}/log`)).body
const refusalsOf = async (voteId: string): Promise<VoteLogAnswer['events']> =>
  (await logOf(voteId)).events.filter(({ type }) => type === 'ballot.refused')
const problemIn = async (voteId: string): Promise<string | null | undefined> =>
  (await verifyDatabase(app.deps.world.db)).find((report) => report.voteId === voteId)?.problem

describe('refused ballots in the log', () => {
  it('a late one of a named vote is told once, without what it said, and leaves no ballot', async () => {
    const vote = await anOpenCandidacy(app, committee)
    for (const index of [2, 3, 4, 5]) await castChoice(committee, index, vote.voteId, 'yes')
    await travelToClose(app, vote, 0)
    for (const choice of ['no', 'abstain']) {
      const { status, body } = await castChoice(committee, 1, vote.voteId, choice)
      assert.deepEqual([status, body.code], [409, 'vote-closed'])
    }
    await castChoice(committee, 2, vote.voteId, 'no')
    await app.runJobs()
    await castChoice(committee, 6, vote.voteId, 'yes')
    const { roll } = await logOf(vote.voteId)
    const actorOf = (index: number) => roll.find(({ person }) => person?.id === memberOf(committee, index).id)?.actor
    const told = await refusalsOf(vote.voteId)
    assert.deepEqual(
      told.map(({ actor, body }) => [actor, body]),
      [1, 2, 6].map((index) => [actorOf(index), { code: 'vote-closed' }]),
    )
    const ballots = app.deps.world.db.selectFrom('ballot').select('choice').where('vote_id', '=', vote.voteId)
    assert.deepEqual(
      await ballots.execute(),
      Array.from({ length: 4 }, () => ({ choice: 'yes' })),
    )
    assert.equal(verifyExport(await logOf(vote.voteId)).problem, null)
    assert.equal(await problemIn(vote.voteId), null)
  })

  it('a hundred at once are one event, and after a day none', async () => {
    const vote = await aDecision(app, committee)
    await travelToClose(app, vote, 0)
    const late = await Promise.all(Array.from({ length: 100 }, () => castChoice(committee, 4, vote.id, 'yes')))
    assert.deepEqual(new Set(late.map(({ status }) => status)), new Set([409]))
    assert.equal((await refusalsOf(vote.id)).length, 1)
    await travel(app, DAY)
    assert.equal((await castChoice(committee, 5, vote.id, 'yes')).body.code, 'vote-closed')
    assert.equal((await refusalsOf(vote.id)).length, 1)
    assert.equal(await problemIn(vote.id), null)
  })

  it('of a secret vote and of a jury never: neither count nor time nor code', async () => {
    const secret = await aSecretVote(app, committee)
    const { caller } = memberOf(committee, 1)
    await castSecretly(caller, secret, { choice: 'yes' })
    assert.equal((await castSecretly(caller, secret, { choice: 'no' })).body.code, 'already-voted')
    await travelToClose(app, secret, 0)
    const before = await logOf(secret.id)
    for (const index of [1, 2])
      assert.equal(
        (await castSecretly(memberOf(committee, index).caller, secret, { choice: 'no' })).body.code,
        'vote-closed',
      )
    assert.deepEqual(await logOf(secret.id), before)

    const edition = await judged(app, committee, [
      [3, 1, 2],
      [2, 2, 1],
      [1, 3, 3],
    ])
    await travelTo(app, edition.juryClosesAt)
    const juries = await app.deps.world.db.selectFrom('vote').select('id').where('kind', '=', 'award').execute()
    assert.ok(juries.length > 0)
    for (const { id } of juries) {
      const count = () => app.deps.world.db.selectFrom('vote_event').select('seq').where('vote_id', '=', id).execute()
      const events = await count()
      const answer = await caller.put(`/api/votes/${id}/ballot`, { choice: 'abstain' })
      assert.equal(answer.body.code, 'vote-closed')
      assert.deepEqual(await count(), events)
    }
  })

  it('what does not fit, who is not on the roll and who lost the seat leave nothing', async () => {
    const vote = await anOpenCandidacy(app, committee)
    const stranger = await app.as((await aPerson(app.deps.world.db)).id)
    const events = (await logOf(vote.voteId)).events
    assert.equal((await stranger.put(`/api/votes/${vote.voteId}/ballot`, { choice: 'yes' })).body.code, 'not-on-roll')
    assert.equal((await castChoice(committee, 1, vote.voteId, 'veto')).status, 422)
    assert.equal((await castChoice(committee, 1, vote.voteId, 'cast')).status, 422)
    await travelToClose(app, vote, 0)
    await stranger.put(`/api/votes/${vote.voteId}/ballot`, { choice: 'yes' })
    const left = memberOf(committee, 6)
    await app.deps.world.db.updateTable('person').set({ role: 'ambassador' }).where('id', '=', left.id).execute()
    await left.caller.put(`/api/votes/${vote.voteId}/ballot`, { choice: 'yes' })
    assert.deepEqual((await logOf(vote.voteId)).events, events)
  })

  it('a log that was written anew with other refusals is found out', async () => {
    const vote = await aDecision(app, committee)
    await travelToClose(app, vote, 0)
    await castChoice(committee, 2, vote.id, 'yes')
    await app.runJobs()
    const log = await logOf(vote.id)
    const [told] = await refusalsOf(vote.id)
    assert.ok(told)
    const twice = rewritten(log, [...log.events, told])
    assert.match(verifyExport(twice).problem ?? '', /told twice/)
    const early = log.events.map((event) =>
      event === log.events[1] ? { ...event, ts: log.events[0]?.ts ?? '' } : event,
    )
    assert.match(verifyExport(rewritten(log, early)).problem ?? '', /refused before the close/)
  })
})

/** A chain without a flaw, of other events. */
function rewritten(log: VoteLogAnswer, wanted: VoteLogAnswer['events']): VoteLogAnswer {
  const events: VoteLogAnswer['events'] = []
  for (const { type, ts, actor, payload, body } of wanted) {
    const last = (events.at(-1) ?? null) as ChainEvent | null
    events.push({
      ...append(sha256, last, { type, ts, actor, payload }),
      ...(body && { body }),
    } as (typeof events)[number])
  }
  return { ...log, events, head: events.at(-1)?.hash ?? '' }
}
