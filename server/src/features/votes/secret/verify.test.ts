import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { VoteAnswer, VoteLogAnswer } from '@cenacle/contract/vote'
import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import { verifyLog } from '../../../cli/verify-log.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { aSecretVote, castSecretly, hash, publishedOf } from '../../../../test/secret.ts'
import { aCommittee, type Committee, travelToClose } from '../../../../test/votes.ts'
import { verifyDatabase } from '../verify.ts'

let app: TestApp
let committee: Committee
let folder: string
let vote: VoteAnswer
let log: VoteLogAnswer
let list: PublishedAnswer
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 7)
  folder = await mkdtemp(join(tmpdir(), 'cenacle-verify-'))
  vote = await aSecretVote(app, committee, { method: 'majority-judgment', options: ['Un', 'Deux'] })
  for (const [at, { caller }] of committee.members.entries()) {
    const grades = { o1: at % 7, o2: 6 - (at % 7) }
    const ballot = at === 2 ? ({ choice: 'abstain' } as const) : ({ choice: 'cast', value: { grades } } as const)
    assert.equal((await castSecretly(caller, vote, ballot)).status, 201)
  }
  await travelToClose(app, vote, 0)
  const { caller } = committee.members[0] ?? assert.fail()
  list = await publishedOf(caller, vote)
  log = (await caller.get(`/api/votes/${vote.id}/log`)).body
})
after(async () => {
  await rm(folder, { recursive: true })
  await app.close()
})

const noDatabase = (): Promise<never> => Promise.reject(new Error('offline'))
/** `cenacle verify-log` on files, as somebody runs it at home. */
async function verify(events: VoteLogAnswer['events'], lines = list.lines): Promise<{ text: string; ok: boolean }> {
  const [logFile, listFile] = [join(folder, 'log.json'), join(folder, 'list.json')]
  await writeFile(logFile, JSON.stringify({ ...log, events }))
  await writeFile(listFile, JSON.stringify({ ...list, lines }))
  return verifyLog(['--head', log.head, '--published', listFile, logFile], noDatabase)
}

describe('vote criterion 17: offline, on the export of a secret vote', () => {
  it('accepts the log with the list, and counts it again', async () => {
    const { text, ok } = await verify(log.events)
    assert.equal(ok, true, text)
    assert.match(text, /13 published lines, counted again/u)
  })

  const [opened, closed, tallied] = [0, 1, 2].map((at) => () => log.events[at] ?? assert.fail()) as [
    () => VoteLogAnswer['events'][number],
    () => VoteLogAnswer['events'][number],
    () => VoteLogAnswer['events'][number],
  ]
  const tampered: [string, () => VoteLogAnswer['events'], RegExp][] = [
    ['modified', () => [opened(), { ...closed(), body: { ...closed().body, voters: 6 } }, tallied()], /modified/u],
    ['deleted', () => [opened(), tallied()], /deleted/u],
    ['inserted', () => [opened(), closed(), closed(), tallied()], /inserted/u],
    ['reordered', () => [opened(), tallied(), closed()], /reordered/u],
    ['truncated', () => [opened(), closed()], /truncated/u],
  ]
  for (const [name, events, problem] of tampered)
    it(`an event ${name}`, async () => {
      const { text, ok } = await verify(events())
      assert.equal(ok, false)
      assert.match(text, problem)
    })

  const changed: [string, () => PublishedAnswer['lines'], RegExp][] = [
    ['added', () => [...list.lines, { receipt: hash('x'), content: list.lines[0]?.content ?? {} }], /root/u],
    ['dropped', () => list.lines.slice(1), /root/u],
    ['repeated', () => [...list.lines, ...list.lines.slice(0, 1)], /twice/u],
    ['altered', () => list.lines.map((line) => ({ ...line, content: { ...line.content, grade: 0 } })), /root/u],
  ]
  for (const [name, lines, problem] of changed)
    it(`a line ${name}`, async () => {
      const { text, ok } = await verify(log.events, lines())
      assert.equal(ok, false)
      assert.match(text, problem)
    })

  it('a list of another vote, and a file that is none', async () => {
    const path = join(folder, 'other.json')
    const logFile = join(folder, 'log.json')
    await writeFile(logFile, JSON.stringify(log))
    await writeFile(path, JSON.stringify({ ...list, voteId: 'other' }))
    assert.equal((await verifyLog(['--published', path, logFile], noDatabase)).ok, false)
    await assert.rejects(verifyLog(['--published', logFile, logFile], noDatabase), /published list/u)
    await assert.rejects(verifyLog(['--published', path], noDatabase), /cenacle verify-log/u)
  })
})

describe('vote criterion 17: in the database', () => {
  const problem = async (): Promise<string | null | undefined> =>
    (await verifyDatabase(app.deps.world.db)).find(({ voteId }) => voteId === vote.id)?.problem

  it('a line that was added, dropped, altered or exchanged after the close is found', async () => {
    const { db } = app.deps.world
    assert.equal(await problem(), null)
    const rows = await db.selectFrom('secret_line').selectAll().where('vote_id', '=', vote.id).execute()
    const [row] = rows.filter(({ content }) => content.includes('grade'))
    if (!row) return assert.fail()
    const put = (content: string) => db.updateTable('secret_line').set({ content }).where('id', '=', row.id).execute()
    await put(row.content.replace(/"grade":\d/u, '"grade":9'))
    assert.match((await problem()) ?? '', /result|root|none of this vote/u)
    await put('{"choice":"blank"}')
    assert.match((await problem()) ?? '', /none of this vote/u)
    await put(row.content)
    await db
      .updateTable('secret_line')
      .set({ receipt: hash('another') })
      .where('id', '=', row.id)
      .execute()
    assert.match((await problem()) ?? '', /root/u)
    await db.updateTable('secret_line').set({ receipt: row.receipt }).where('id', '=', row.id).execute()
    assert.equal(await problem(), null)
    const blank = { vote_id: vote.id, content: `{"choice":"blank","poll":"${vote.id}"}`, receipt: hash('stuffed') }
    await db.insertInto('secret_line').values(blank).execute()
    assert.match((await problem()) ?? '', /8 secret ballots for 7 marks/u)
    await db.deleteFrom('secret_line').where('receipt', '=', blank.receipt).execute()
    assert.equal(await problem(), null)
  })
})
