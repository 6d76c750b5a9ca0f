import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { aDecision, castChoice, castValue, memberOf } from '../../../test/decisions.ts'
import { type Answer, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, travelToClose } from '../../../test/votes.ts'
import { voteFile } from '@cenacle/tally/vote-file'
import { tally } from '../../cli/tally.ts'
import { sha256 } from '../../ids.ts'

let app: TestApp
let committee: Committee
let folder = ''

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  folder = await mkdtemp(join(tmpdir(), 'vote-export-'))
})
after(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const options = ['Rennes', '=SOMME(A1)', 'Quimper']
const grades = (o1: number, o2: number, o3: number) => ({ grades: { o1, o2, o3 } })
/** Three ballots that choose, one of them twice; of IRV they leave two options level, so that one is drawn. */
const said: Record<string, object[]> = {
  'majority-judgment': [grades(6, 2, 0), grades(4, 2, 6), grades(5, 5, 5), grades(6, 0, 1)],
  schulze: [{ ranking: [['o1'], ['o2', 'o3']] }, { ranking: [['o3'], ['o1']] }, { ranking: [['o1'], ['o3'], ['o2']] }],
  irv: [
    { ranking: [['o1']] },
    { ranking: [['o1'], ['o2']] },
    { ranking: [['o2'], ['o1']] },
    { ranking: [['o3'], ['o1']] },
  ],
  approval: [{ approved: ['o1', 'o2'] }, { approved: ['o1'] }, { approved: ['o3'] }],
  score: [grades(5, 0, 1), grades(4, 4, 4), grades(0, 1, 0)],
  median: [{ number: 10 }, { number: 500 }, { number: 20 }],
}
const rulesOf: Record<string, object> = {
  score: { points: { max: 5 } },
  median: { number: { min: 0, max: 500, unit: '€' } },
}

async function aClosedVote(method: string): Promise<string> {
  const choosing = method === 'median' || method === 'threshold' ? {} : { options }
  const vote = await aDecision(app, committee, { method, ...choosing, rules: rulesOf[method] ?? {} })
  const values = said[method]
  for (const [index, value] of (values ?? []).entries())
    assert.equal((await castValue(committee, index, vote.id, value)).status, 201, method)
  // Changed once: the last word counts.
  if (values?.[0]) assert.equal((await castValue(committee, 1, vote.id, values[0])).status, 200)
  if (values?.[1]) assert.equal((await castValue(committee, 1, vote.id, values[1])).status, 200)
  if (!values) for (const index of [0, 1, 2]) await castChoice(committee, index, vote.id, index < 2 ? 'yes' : 'no')
  await castChoice(committee, 5, vote.id, 'blank')
  assert.equal((await download(vote.id, 'json')).body.code, 'not-closed')
  await travelToClose(app, vote, 0)
  await app.runJobs()
  return vote.id
}

const closed = new Map<string, Promise<string>>()
/** The vote by a method, made once. */
const closedVote = (method: string): Promise<string> => {
  const known = closed.get(method) ?? aClosedVote(method)
  closed.set(method, known)
  return known
}

const download = (id: string, format: string): Promise<Answer> =>
  memberOf(committee, 3).caller.get(`/api/votes/${id}/export?format=${format}`)

/** What a result says that there is, there is, and nothing else. */
async function everyLinkOpens(id: string): Promise<void> {
  const { exports } = (await memberOf(committee, 3).caller.get(`/api/votes/${id}/result`)).body
  for (const format of ['json', 'csv', 'summary', 'options', 'preflib', 'blt'])
    assert.equal((await download(id, format)).status, exports.includes(format) ? 200 : 406, `${id} ${format}`)
}

const counted = async (text: string, ...args: string[]): Promise<{ text: string; ok: boolean }> => {
  const path = join(folder, 'vote')
  await writeFile(path, text)
  return tally([...args, path])
}

describe('a closed vote as a file', () => {
  for (const method of ['threshold', ...Object.keys(said)])
    it(`${method}: anybody counts it again with cenacle tally and finds what was published`, async () => {
      const id = await closedVote(method)
      const { status, headers, body } = await download(id, 'json')
      assert.equal(status, 200)
      assert.match(String(headers['content-disposition']), /^attachment; filename="vote-.*\.json"$/u)
      const again = await counted(JSON.stringify(body))
      assert.equal(again.ok, true, again.text)
      const { body: shown } = await memberOf(committee, 3).caller.get(`/api/votes/${id}/result`)
      const { outcome, winner, tally: found } = body.result
      assert.deepEqual([outcome, winner, found], [shown.outcome, shown.winner, shown.tally])
      assert.equal(body.ballots.length, shown.ballots.length)
      for (const { person } of shown.ballots) assert.ok(!JSON.stringify(body).includes(person.id), 'it names no voter')
      const { body: log } = await memberOf(committee, 3).caller.get(`/api/votes/${id}/log`)
      const withLog = async (file: object) => {
        const path = join(folder, 'log')
        await writeFile(path, JSON.stringify(log))
        return counted(JSON.stringify(file), '--log', path)
      }
      assert.match((await withLog(body)).text, /^ok .*what the ballots give; the log says the same\n/u)
      const forged = voteFile(sha256, { ...body, ballots: body.ballots.slice(0, -1) })
      assert.equal((await counted(JSON.stringify(forged))).ok, true)
      assert.match((await withLog(forged)).text, /^DIFFERS .*: not what the log says: ballots, result\n/u)
      const asked = await withLog({ ...body, question: 'Autre chose ?', rules: { ...body.rules, base: 'roll' } })
      assert.match(asked.text, /not what the log says: question, rules/u)
      const less = { ...body, ballots: body.ballots.slice(1) }
      assert.equal((await counted(JSON.stringify(less))).ok, false)
    })
  it('PrefLib and BLT where the method has such ballots, CSV always, no cell a formula', async () => {
    const kinds: Record<string, (number | string)[]> = {}
    for (const method of ['threshold', ...Object.keys(said)]) {
      const id = await closedVote(method)
      const answers: Record<string, Answer> = {}
      for (const format of ['preflib', 'blt', 'options', 'csv', 'summary']) answers[format] = await download(id, format)
      kinds[method] = Object.values(answers).map(({ status }) => status)
      await everyLinkOpens(id)
      assert.match(answers['csv']?.body, /^choice/u)
      assert.ok(!/(?:^|[,\n])=/u.test(`${answers['csv']?.body}${answers['options']?.body}`))
      assert.match(answers['summary']?.body, /\r\noutcome,/u)
      if (answers['preflib']?.status === 200 && method !== 'irv') {
        const { text } = await counted(answers['preflib'].body, '--method', method)
        const { body: shown } = await memberOf(committee, 3).caller.get(`/api/votes/${id}/result`)
        const ranking = JSON.parse(text).ranking.map((group: string[]) => group.map((number) => `o${number}`))
        assert.deepEqual(ranking, shown.tally.ranking, method)
      }
    }
    assert.deepEqual(kinds, {
      threshold: [406, 406, 406, 200, 200],
      'majority-judgment': [200, 406, 200, 200, 200],
      schulze: [200, 200, 200, 200, 200],
      irv: [200, 200, 200, 200, 200],
      approval: [200, 406, 200, 200, 200],
      score: [200, 406, 200, 200, 200],
      median: [406, 406, 406, 200, 200],
    })
  })
  it('of a vote without a ballot every file that the result offers is there', async () => {
    for (const method of ['schulze', 'majority-judgment']) {
      const vote = await aDecision(app, committee, { method, options })
      await travelToClose(app, vote, 0)
      await everyLinkOpens(vote.id)
    }
  })
  it('vetoes that were lifted or have lapsed are in the file as they counted', async () => {
    const vote = await aDecision(app, committee, { rules: { veto: true } })
    const veto = { choice: 'veto', reason: 'Cette décision engage des fonds que nous n’avons pas encore.' }
    for (const index of [0, 3, 4]) await castChoice(committee, index, vote.id, 'yes')
    for (const index of [1, 2])
      assert.equal((await memberOf(committee, index).caller.put(`/api/votes/${vote.id}/ballot`, veto)).status, 201)
    const lifted = await memberOf(committee, 1).caller.delete(`/api/votes/${vote.id}/veto`)
    assert.equal(lifted.status, 200, JSON.stringify(lifted.body))
    const left = await committee.administrator.patch(`/api/people/${memberOf(committee, 2).id}`, { role: 'ambassador' })
    assert.equal(left.status, 200)
    await travelToClose(app, lifted.body, 0)
    await app.runJobs()
    const { body: file } = await download(vote.id, 'json')
    const { body: log } = await memberOf(committee, 3).caller.get(`/api/votes/${vote.id}/log`)
    assert.deepEqual(
      file.ballots.map(({ choice, lapsed }: { choice: string; lapsed?: true }) => [choice, lapsed]),
      [
        ['veto', true],
        ['yes', undefined],
        ['yes', undefined],
        ['yes', undefined],
      ],
    )
    const path = join(folder, 'log')
    await writeFile(path, JSON.stringify(log))
    const { text, ok } = await counted(JSON.stringify(file), '--log', path)
    assert.ok(ok, text)
    assert.equal(file.result.outcome, 'adopted')
  })
})
