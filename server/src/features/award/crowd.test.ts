import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, ok, summary } from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Answer, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, HOUR, lastLink, travel } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
let url: string
let entry: { categoryId: string | undefined; title: string; organisation: string; summary: string }

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
  const call = await aCall(app, committee, [{ entries: [] }])
  url = `/${call.id}/entries`
  entry = { categoryId: call.categoryIds[0], title: 'Le bon poteau', organisation: 'Ville', summary }
})
afterEach(() => app.close())

/** @param who comes by an address of their own */
const apply = (who: number): Promise<Answer> =>
  app.anonymous.post(`/api/calls${url}`, {
    ...entry,
    contactName: 'Paul Tanguy',
    contactEmail: `paul${who}@exemple.fr`,
    consent: true,
  })
const confirm = async (who: number): Promise<Answer> => {
  await app.runJobs()
  return app.anonymous.post('/api/calls/confirm', { token: lastLink(app, `paul${who}@exemple.fr`) })
}
const enter = () => memberOf(committee, 0).caller.post(`/api/awards${url}`, entry)
const bound = (value: object) =>
  app.deps.world.db
    .insertInto('setting')
    .values({ key: 'award', value: JSON.stringify(value), updated_at: app.deps.world.now() })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute()
const said = ({ status, body }: Answer): [number, string] => [status, body.code]

describe('a public call', () => {
  it('takes so many unconfirmed entries an hour, whatever their addresses; a flood stops neither members nor the next hour', async () => {
    await bound({ mostPerHour: 2 })
    const answers = await Promise.all([1, 2, 3, 4].map(apply))
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['202', '202', '429', '429'])
    assert.deepEqual(said(await apply(5)), [429, 'entries-waiting'])
    await app.runJobs()
    assert.equal(app.outbox.length, 2, 'no mail for what was refused')
    ok(await enter(), 201)
    await travel(app, HOUR)
    ok(await apply(6), 202)
    ok(await apply(7), 202)
    ok(await confirm(7))
    ok(await apply(8), 202)
    assert.deepEqual(said(await apply(9)), [429, 'entries-waiting'], 'what is confirmed counts no more, the rest does')
  })
  it('keeps twenty hours of a flood at most', async () => {
    await bound({ mostPerHour: 1 })
    const { db } = app.deps.world
    const now = app.deps.world.now().getTime()
    const [before, later] = [new Date(now - 2 * HOUR), new Date(now + 24 * HOUR)]
    const edition_id = url.split('/')[1] ?? ''
    const row = { edition_id, email_key: '', body: '{}', created_at: before, expires_at: later }
    const rows = Array.from({ length: 19 }, (_, index) => ({ ...row, token_hash: `${index}` }))
    await db.insertInto('award_entry_request').values(rows).execute()
    ok(await apply(1), 202)
    await travel(app, HOUR)
    assert.deepEqual(said(await apply(2)), [429, 'entries-waiting'])
    await db.deleteFrom('award_entry_request').where('token_hash', '=', '0').execute()
    ok(await apply(3), 202)
  })
  it('takes so many public entries in all; whoever confirms one too many can still do so once there is room', async () => {
    await bound({ mostEntries: 1 })
    for (const who of [1, 2]) ok(await apply(who), 202)
    ok(await enter(), 201)
    ok(await confirm(1))
    assert.deepEqual(said(await apply(3)), [409, 'entries-full'])
    assert.deepEqual(said(await confirm(2)), [409, 'entries-full'])
    ok(await enter(), 201)
    await bound({ mostEntries: 2 })
    ok(await confirm(2))
    assert.deepEqual(said(await apply(3)), [409, 'entries-full'])
  })
})
