import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, ok, three } from '../../../../test/awards.ts'
import { type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { sendScores, toChooseFrom } from '../../../../test/scores.ts'
import { aCommittee, type Committee, DAY, travel } from '../../../../test/votes.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
})
afterEach(() => app.close())

const office = () => committee.administrator

describe('a file that was made to break the import', () => {
  it('has columns named as what every object has: they are unknown ones', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    for (const head of ['constructor', '__proto__']) {
      const lines = entries.map((entry: Looked) => `${entry.id};1;=1`)
      const file = [`id;score;${head}`, ...lines].join('\n')
      const { faults } = ok(await sendScores(office(), id, file, { to: '/check' }))
      assert.deepEqual([faults[0].code, faults[0].value], ['column-unknown', head])
    }
  })
  it('scores nothing where there is nothing to score: refused like an empty one, and so is its import', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    await travel(app, 2 * DAY)
    const report = ok(await sendScores(office(), call.id, 'id;score\n', { to: '/check' }))
    assert.deepEqual([report.ok, report.faults[0].code], [false, 'empty'])
    assert.equal((await sendScores(office(), call.id, 'id;score\n')).body.code, 'scores-refused')
  })
  it('counts its lines, whatever ends them', async () => {
    const { id } = await toChooseFrom(app, committee, three)
    for (const [end, last] of [
      ['\n', ''],
      ['\r\n', 'x'],
      ['\r', ''],
    ] as const) {
      const file = `id;score${end}${`x${end}`.repeat(2_999)}${last}`
      const { faults } = ok(await sendScores(office(), id, file, { to: '/check' }))
      assert.deepEqual([faults[0].code, faults[0].value], ['too-many-lines', String(3_000 + last.length)])
    }
  })
  it('comes in a form that is cut off, or whose boundary is none', async () => {
    const { id } = await toChooseFrom(app, committee, three)
    const part = (name: string) => `--x\r\nContent-Disposition: form-data; ${name}\r\n\r\nabc`
    for (const [boundary, text] of [
      ['; boundary=x', part('name="file"; filename="a"')],
      ['; boundary=x', part('name="decimals"')],
      ['; boundary=x', '--x\r\nContent-Dispo'],
      [`; boundary=${'x'.repeat(400)}`, 'abc'],
      ['; boundary=""', 'abc'],
      ['', 'abc'],
    ] as const) {
      const type = `multipart/form-data${boundary}`
      const url = `/api/awards/${id}/scores/check`
      const answer = await office().post(url, Buffer.from(text), { 'content-type': type })
      assert.deepEqual([answer.status, answer.body.code], [400, 'bad-request'], `${boundary} ${text}`)
    }
  })
})
