import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aDecision, castChoice, castValue, memberOf } from '../../../test/decisions.ts'
import { type Answer, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aSecretVote, castSecretly, publishedOf } from '../../../test/secret.ts'
import { aCommittee, type Committee, travelToClose } from '../../../test/votes.ts'
import { tally } from '../../cli/tally.ts'
import { verifyLog } from '../../cli/verify-log.ts'
import { verifyDatabase } from './verify.ts'

let app: TestApp
let committee: Committee
let folder = ''
const member = (index: number) => memberOf(committee, index).caller
const WHY = 'La salle n’est plus libre ce jour-là.'
const withdraw = (id: string, optionId: string, by = 0, reason = WHY): Promise<Answer> =>
  member(by).post(`/api/votes/${id}/withdrawals`, { optionId, reason })
const read = async (id: string, by = 0): Promise<Looked> => (await member(by).get(`/api/votes/${id}`)).body
const logOf = async (id: string): Promise<Looked> => (await member(0).get(`/api/votes/${id}/log`)).body
const close = async (vote: { id: string; closesAt: string }): Promise<Looked> => {
  await travelToClose(app, vote, 0)
  await app.runJobs()
  return (await member(0).get(`/api/votes/${vote.id}/result`)).body
}
const noDatabase = (): Promise<never> => Promise.reject(new Error('offline'))
const save = async (name: string, body: unknown): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, typeof body === 'string' ? body : JSON.stringify(body))
  return path
}
const problemOf = async (id: string) =>
  (await verifyDatabase(app.deps.world.db)).find(({ voteId }) => voteId === id)?.problem

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  folder = await mkdtemp(join(tmpdir(), 'cenacle-withdraw-'))
})
after(async () => {
  await rm(folder, { recursive: true })
  await app.close()
})

const cities = ['Rennes', 'Brest', 'Quimper']
const grades = (o1: number, o2: number, o3?: number) => ({ grades: { o1, o2, ...(o3 !== undefined && { o3 }) } })

describe('withdrawing an option of an open vote', () => {
  it('is for its author and who runs the space, with a reason, and while two are left', async () => {
    const vote = await aDecision(app, committee, { method: 'approval', options: cities })
    assert.equal(vote.can.withdraw, true)
    assert.equal((await read(vote.id, 1)).can.withdraw, false)
    assert.equal((await withdraw(vote.id, 'o3', 1)).status, 403)
    assert.equal((await app.anonymous.post(`/api/votes/${vote.id}/withdrawals`, {})).status, 401)
    for (const reason of ['', 'court']) {
      const { status, body } = await withdraw(vote.id, 'o3', 0, reason)
      assert.deepEqual([status, body.errors[0].pointer], [422, '/reason'])
    }
    assert.equal((await withdraw(vote.id, 'o9')).body.errors[0].pointer, '/optionId')
    const { status, body } = await withdraw(vote.id, 'o3')
    assert.equal(status, 201)
    assert.deepEqual(
      body.options.map(({ id }: Looked) => id),
      ['o1', 'o2'],
    )
    assert.deepEqual(
      body.withdrawn.map(({ id, label, reason }: Looked) => [id, label, reason]),
      [['o3', 'Quimper', WHY]],
    )
    assert.equal(body.can.withdraw, false)
    assert.deepEqual(
      [(await withdraw(vote.id, 'o3')).status, (await withdraw(vote.id, 'o3')).body.code],
      [409, 'option-withdrawn'],
    )
    const few = await withdraw(vote.id, 'o2')
    assert.deepEqual([few.status, few.body.code], [409, 'options-too-few'])
    assert.match(few.body.detail, /annulez/u)
    const [, event] = (await logOf(vote.id)).events
    assert.deepEqual([event.type, event.body], ['option.withdrawn', { option: 'o3', reason: WHY }])
  })
  it('is refused once it is closed or cancelled, and where there is no option', async () => {
    const values = { method: 'schulze', options: cities }
    const [closed, cancelled] = [await aDecision(app, committee, values), await aDecision(app, committee, values)]
    const plain = await aDecision(app, committee)
    assert.equal((await withdraw(plain.id, 'o1')).status, 422)
    await member(0).post(`/api/votes/${cancelled.id}/cancel`, { reason: WHY })
    assert.equal((await withdraw(cancelled.id, 'o1')).body.code, 'vote-cancelled')
    await travelToClose(app, closed, 0)
    assert.equal((await withdraw(closed.id, 'o1')).body.code, 'vote-closed')
    assert.equal((await read(closed.id)).can.withdraw, false)
  })
  it('is mailed to the roll, each with its own words', async () => {
    const vote = await aDecision(app, committee, { method: 'schulze', options: [...cities, 'Vannes'] })
    await app.runJobs()
    const from = app.outbox.length
    await withdraw(vote.id, 'o4')
    await withdraw(vote.id, 'o3')
    await app.runJobs()
    const mails = app.outbox.slice(from).map(({ text }) => /«\s(\w+)\s» est retiré/u.exec(text)?.[1])
    const count = (name: string) => mails.filter((one) => one === name).length
    assert.deepEqual([count('Quimper'), count('Vannes'), mails.length], [6, 6, 12])
  })
})

/** What is cast before o3 is withdrawn, and after; what comes out. */
const cases: Record<string, { before: object[]; after: object; rules?: object; winner: string; blank: number }> = {
  'majority-judgment': { before: [grades(2, 1, 6), grades(2, 3, 6)], after: grades(5, 0), winner: 'o1', blank: 0 },
  score: { before: [grades(2, 1, 9), grades(0, 3, 9)], after: grades(5, 0), winner: 'o1', blank: 0 },
  approval: {
    before: [{ approved: ['o3', 'o1'] }, { approved: ['o3'] }],
    after: { approved: ['o1', 'o2'] },
    winner: 'o1',
    blank: 1,
  },
  schulze: {
    before: [{ ranking: [['o3'], ['o1']] }, { ranking: [['o3']] }],
    after: { ranking: [['o1'], ['o2']] },
    winner: 'o1',
    blank: 1,
  },
  irv: {
    before: [{ ranking: [['o3'], ['o2'], ['o1']] }, { ranking: [['o3'], ['o2']] }],
    after: { ranking: [['o1']] },
    winner: 'o2',
    blank: 0,
  },
}

describe('a named vote from which an option was withdrawn', () => {
  for (const [method, { before, after, winner, blank }] of Object.entries(cases))
    it(`${method}: ballots stay as they were cast, and are counted without it`, async () => {
      const vote = await aDecision(app, committee, { method, options: cities })
      for (const [index, value] of before.entries())
        assert.equal((await castValue(committee, index, vote.id, value)).status, 201)
      const rows = () =>
        app.deps.world.db.selectFrom('ballot').selectAll().where('vote_id', '=', vote.id).orderBy('number').execute()
      const kept = await rows()
      await withdraw(vote.id, 'o3')
      assert.deepEqual(await rows(), kept)
      const seen = await read(vote.id, 1)
      assert.doesNotMatch(JSON.stringify([seen.myBallot, seen.options]), /o3/u)
      assert.equal(seen.hasVoted, true)
      const refused = await castValue(committee, 2, vote.id, before[0] ?? {})
      assert.deepEqual([refused.status, refused.body.code], [409, 'option-withdrawn'])
      assert.match(refused.body.detail, /Quimper/u)
      assert.equal((await castValue(committee, 2, vote.id, after)).status, 201)
      await castChoice(committee, 3, vote.id, 'abstain')
      const result = await close(vote)
      assert.deepEqual([result.winner, result.blank, result.voters], [winner, blank, 4])
      assert.doesNotMatch(JSON.stringify([result.tally, result.ballots]), /o3/u)
      await sameEverywhere(vote.id, result)
    })
})

/** Log, exported vote and database say the same; PrefLib has no trace of what was withdrawn. */
async function sameEverywhere(id: string, result: Looked): Promise<void> {
  const log = await logOf(id)
  const file = (await member(3).get(`/api/votes/${id}/export?format=json`)).body
  assert.deepEqual(file.withdrawn, ['o3'])
  assert.match(JSON.stringify(file.ballots), /"o3"/u)
  const [logFile, voteFile] = [await save('log.json', log), await save('vote.json', file)]
  const counted = await tally(['--log', logFile, voteFile])
  assert.ok(counted.ok, counted.text)
  const verified = await verifyLog([logFile], noDatabase)
  assert.match(verified.text, /ok .*closed once, 1 counted again/u)
  assert.equal(await problemOf(id), null)
  const preflib = (await member(3).get(`/api/votes/${id}/export?format=preflib`)).body
  assert.match(preflib, /NUMBER ALTERNATIVES: 2\n/u)
  assert.doesNotMatch(preflib, /Quimper/u)
  if (file.method !== 'irv') {
    const again = JSON.parse((await tally(['--method', file.method, await save('vote.preflib', preflib)])).text)
    assert.equal(again.ranking[0][0], result.winner === 'o1' ? '1' : '2')
  }
  assert.doesNotMatch((await member(3).get(`/api/votes/${id}/export?format=csv`)).body, /Quimper/u)
}

describe('a log of a withdrawal', () => {
  it('shows what was changed beside it', async () => {
    const vote = await aDecision(app, committee, { method: 'approval', options: cities })
    await castValue(committee, 0, vote.id, { approved: ['o3', 'o2'] })
    await withdraw(vote.id, 'o3')
    await close(vote)
    const { db } = app.deps.world
    const file = (await member(3).get(`/api/votes/${vote.id}/export?format=json`)).body
    const path = await save('forged.json', { ...file, withdrawn: ['o1'] })
    const { text, ok } = await tally(['--log', await save('log.json', await logOf(vote.id)), path])
    assert.equal(ok, false)
    assert.match(text, /not what the log says: withdrawn/u)
    const change = () => db.updateTable('vote').set({ withdrawn: '[]' }).where('id', '=', vote.id).execute()
    await assert.rejects(change, /frozen/u)
    const trigger = (what: string) => sql.raw(`alter table vote ${what} trigger vote_withdraws`).execute(db)
    await trigger('disable')
    await change()
    assert.match((await problemOf(vote.id)) ?? '', /withdrawn/u)
    await db
      .updateTable('vote')
      .set({ withdrawn: JSON.stringify([{ option: 'o3', reason: WHY, at: vote.opensAt, seq: 3 }]) })
      .where('id', '=', vote.id)
      .execute()
    await trigger('enable')
    assert.equal(await problemOf(vote.id), null)
  })
})

describe('a secret vote from which an option was withdrawn', () => {
  for (const method of ['majority-judgment', 'approval', 'irv'] as const)
    it(`${method}: receipts of before and after are in the list, which counts to the result`, async () => {
      const vote = await aSecretVote(app, committee, { method, options: cities })
      const of = (value: object) => ({ choice: 'cast', value }) as Parameters<typeof castSecretly>[2]
      const values = { before: cases[method]?.before ?? [], after: cases[method]?.after ?? {} }
      const kept = []
      for (const [index, value] of [...values.before, ...values.before].entries()) {
        const cast = await castSecretly(member(index), vote, of(value))
        assert.equal(cast.status, 201)
        kept.push(...cast.kept)
      }
      await withdraw(vote.id, 'o3')
      const stale = await castSecretly(member(4), vote, of(values.before[0] ?? {}))
      assert.deepEqual([stale.status, stale.body.code], [409, 'option-withdrawn'])
      const now = await read(vote.id, 4)
      const cast = await castSecretly(member(4), now, of(values.after))
      assert.equal(cast.status, 201, JSON.stringify(cast.body))
      kept.push(...cast.kept)
      const result = await close(vote)
      assert.deepEqual([result.voters, result.withheld], [5, false])
      const list = await publishedOf(member(0), vote)
      assert.deepEqual(
        list.lines.map(({ receipt }) => receipt).toSorted(),
        kept.map(({ receipt }) => receipt).toSorted(),
      )
      assert.doesNotMatch(JSON.stringify(list), /o3/u)
      const paths = [await save('list.json', list), await save('log.json', await logOf(vote.id))] as const
      const { text, ok } = await verifyLog(['--published', ...paths], noDatabase)
      assert.ok(ok, text)
      assert.match(text, method === 'irv' ? /contents withheld/u : /counted again/u)
      assert.equal(await problemOf(vote.id), null)
    })
})
