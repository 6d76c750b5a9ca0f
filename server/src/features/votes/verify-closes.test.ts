import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { VoteLogAnswer } from '@cenacle/contract/vote'
import { canonical } from '@cenacle/tally/canonical'
import { append, type ChainEvent } from '@cenacle/tally/chain'
import { readTallied, talliedBody } from '@cenacle/tally/tallied'
import { judged, seal, travelTo } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { castChoice, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, REASON, travel, travelToClose } from '../../../test/votes.ts'
import { verifyLog } from '../../cli/verify-log.ts'
import { sha256 } from '../../ids.ts'
import { tally } from '../../cli/tally.ts'

type Events = VoteLogAnswer['events']
let app: TestApp
let committee: Committee
let folder: string
const caller = () => memberOf(committee, 0).caller
const logOf = async (voteId: string): Promise<VoteLogAnswer> => (await caller().get(`/api/votes/${voteId}/log`)).body
const noDatabase = (): Promise<never> => Promise.reject(new Error('offline'))

/** `cenacle verify-log` on a file, as somebody runs it at home. */
async function verify(log: VoteLogAnswer): Promise<{ text: string; ok: boolean }> {
  const path = join(folder, 'log.json')
  await writeFile(path, JSON.stringify(log))
  return verifyLog([path], noDatabase)
}

/** A log that was written anew as a whole by who runs the server: a chain without a flaw, of other events. */
function forged(log: VoteLogAnswer, change: (events: Events) => Events): VoteLogAnswer {
  const events: Events = []
  for (const { type, ts, actor, payload, body } of change(structuredClone(log.events))) {
    const last = events.at(-1) as ChainEvent | undefined
    const chained = append(sha256, last ?? null, {
      type,
      ts,
      actor,
      payload: body ? sha256(canonical(body)) : payload,
    })
    events.push({ ...chained, ...(body && { body }) } as Events[number])
  }
  return { ...log, events, head: events.at(-1)?.hash ?? '' }
}
const nth = (events: Events, type: string, at: number): Events[number] =>
  events.filter((event) => event.type === type)[at] ?? assert.fail(`${type} ${at}`)

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  folder = await mkdtemp(join(tmpdir(), 'cenacle-verify-'))
})
after(async () => {
  await rm(folder, { recursive: true })
  await app.close()
})

describe('vote criterion 17: offline, on a vote that was opened again', () => {
  let log: VoteLogAnswer
  let voteId: string
  before(async () => {
    const opened = await anOpenCandidacy(app, committee)
    voteId = opened.voteId
    await castChoice(committee, 1, voteId, 'abstain')
    await travelToClose(app, opened, 0)
    await app.runJobs()
    assert.equal((await caller().get(`/api/candidacies/${opened.id}`)).body.status, 'open', 'prolonged')
    for (const index of [2, 3, 4]) await castChoice(committee, index, voteId, 'yes')
    await travel(app, 8 * DAY)
    await app.runJobs()
    log = await logOf(voteId)
  })

  it('takes both closes, and counts both again', async () => {
    const { text, ok } = await verify(log)
    assert.equal(ok, true, text)
    assert.match(text, /closed 2 times, 2 counted again/u)
    assert.deepEqual(
      [0, 1].map((at) => nth(log.events, 'ballot.tallied', at).body?.['outcome']),
      ['quorum_failed', 'adopted'],
    )
  })
  it('takes the published file with it', async () => {
    const [logFile, voteFile] = [join(folder, 'log.json'), join(folder, 'vote.json')]
    await writeFile(logFile, JSON.stringify(log))
    await writeFile(voteFile, JSON.stringify((await caller().get(`/api/votes/${voteId}/export?format=json`)).body))
    const { text, ok } = await tally(['--log', logFile, voteFile])
    assert.equal(ok, true, text)
  })
  it('finds what was altered in either close', async () => {
    const wrong: [RegExp, (events: Events) => Events][] = [
      ...[0, 1].map((at): [RegExp, (events: Events) => Events] => [
        /draw is not the one promised/u,
        (events) => (Object.assign(nth(events, 'ballot.closed', at).body ?? {}, { nonce: '00' }), events),
      ]),
      [/not the one that it has the hash of/u, (events) => (counts(events, 0), events)],
      [/close 2: the result in the log/u, (events) => (counts(events, 1), events)],
      [/count is not what the ballots give/u, (events) => (rehash(counts(events, 0)), events)],
      [/close 2: the count is not what/u, (events) => (rehash(counts(events, 1)), events)],
      [/without having been reopened/u, (events) => events.filter(({ type }) => type !== 'candidacy.reopened')],
      [/without its count/u, (events) => events.filter((event) => event !== nth(events, 'ballot.tallied', 0))],
      [/a ballot after the close/u, (events) => [...events, nth(events, 'ballot.cast', 2)]],
      [
        /a ballot after the close/u,
        (events) =>
          events.toSpliced(events.indexOf(nth(events, 'ballot.tallied', 0)) + 1, 0, nth(events, 'ballot.cast', 3)),
      ],
    ]
    for (const [problem, change] of wrong) assert.match((await verify(forged(log, change))).text, problem)
    assert.equal((await verify(forged(log, (events) => events))).ok, true)
  })
})

const counts = (events: Events, at: number): Events[number] => {
  const event = nth(events, 'ballot.tallied', at)
  return Object.assign(event, { body: { ...event.body, outcome: 'rejected' } })
}
function rehash(event: Events[number]): void {
  const { salt, ...body } = event.body ?? {}
  assert.ok(typeof salt === 'string')
  Object.assign(event, { body: talliedBody(sha256, readTallied(sha256, body).result, salt) })
}

describe('a second reading', () => {
  it('is taken where a ballot of the first reading was changed in it: its first count stays as a hash', async () => {
    const opened = await anOpenCandidacy(app, committee)
    const { id, voteId } = opened
    for (const index of [1, 2, 3, 4]) await castChoice(committee, index, voteId, 'yes')
    const veto = { choice: 'veto', reason: REASON }
    assert.equal((await memberOf(committee, 5).caller.put(`/api/votes/${voteId}/ballot`, veto)).status, 201)
    await travelToClose(app, opened, 0)
    await app.runJobs()
    await memberOf(committee, 5).caller.delete(`/api/candidacies/${id}/veto`)
    assert.equal((await caller().post(`/api/candidacies/${id}/second-reading`, {})).status, 200)
    await castChoice(committee, 2, voteId, 'no')
    await travel(app, 4 * DAY)
    await app.runJobs()
    const { text, ok } = await verify(await logOf(voteId))
    assert.equal(ok, true, text)
    assert.match(text, /closed 2 times, 1 counted again/u)
  })
})

/** How many counts the database still has the content of. */
const countsKept = async (voteId: string): Promise<number> =>
  (
    await app.deps.world.db
      .selectFrom('vote_event as e')
      .innerJoin('vote_event_body as b', (join) =>
        join.onRef('b.vote_id', '=', 'e.vote_id').onRef('b.seq', '=', 'e.seq'),
      )
      .select('e.seq')
      .where('e.vote_id', '=', voteId)
      .where('e.type', '=', 'ballot.tallied')
      .execute()
  ).length

describe('a jury', () => {
  it('from which somebody was recused after its end has two closes; both are taken', async () => {
    const grades = [6, 5, 4, 3].map((first) => [first, 6 - first, 3])
    const edition = await judged(app, committee, grades)
    const [category] = edition.categories
    assert.ok(category)
    await travelTo(app, edition.juryClosesAt)
    await app.runJobs()
    const pin = { personId: memberOf(committee, 3).id, reason: 'Ancien salarié du lauréat possible.' }
    const pinned = await committee.administrator.post(`/api/award-categories/${category.id}/recusals`, pin)
    assert.equal(pinned.status, 200, JSON.stringify(pinned.body))
    assert.match((await verify(await logOf(category.voteId))).text, /ok .*closed once, 0 counted again/u)
    const second = await app.as((await aPerson(app.deps.world.db, { role: 'administrator' })).id)
    await seal(edition, committee.administrator, second)
    await travelTo(app, edition.embargoAt, DAY)
    await app.runJobs()
    const log = await logOf(category.voteId)
    const { text, ok } = await verify(log)
    assert.equal(ok, true, text)
    assert.match(text, /closed 2 times, 1 counted again/u)
    // The first count less the second would be the ballot that is void.
    const [first, last] = [0, 1].map((at) => nth(log.events, 'ballot.tallied', at).body)
    assert.deepEqual([first, last?.['outcome']], [undefined, 'adopted'])
    assert.deepEqual(await countsKept(category.voteId), 1)
    assert.doesNotMatch((await verify(forged(log, (events) => (counts(events, 1), events)))).text, /^ok/mu)
  })
})
