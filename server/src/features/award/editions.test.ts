import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, aShortlist, ok, openJury, seal, three, travelTo } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { later, memberOf } from '../../../test/decisions.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
afterEach(() => app.close())

const OFFICE = ['change', 'setRules', 'judge', 'shortlist', 'recuse', 'setEmbargo'] as const
const read = async (caller: Caller, id: string) => ok(await caller.get(`/api/awards/${id}`))
/** What an edition says that somebody who runs it may do, besides running it. */
const may = async (caller: Caller, id: string): Promise<string[]> => {
  const { can } = await read(caller, id)
  return OFFICE.filter((right) => can[right])
}

describe('an edition says what can be done', () => {
  it('to those who run it as far as its phase allows, and it keeps its word', async () => {
    const { administrator } = committee
    const called = await aCall(app, committee, [{ entries: [] }])
    assert.deepEqual(await may(administrator, called.id), ['change', 'judge', 'recuse', 'setEmbargo'])
    const made = ok(await administrator.post('/api/awards', { name: 'Après', year: 2027 }), 201)
    assert.deepEqual(await may(administrator, made.id), ['change', 'setRules', 'recuse', 'setEmbargo'])

    const shortlist = await aShortlist(app, committee, [{ entries: three }])
    assert.deepEqual(await may(administrator, shortlist.id), ['change', 'judge', 'shortlist', 'recuse', 'setEmbargo'])
    const jury = await openJury(committee, shortlist)
    assert.deepEqual(await may(administrator, jury.id), ['recuse', 'setEmbargo'])
    const verdict = (id: string) => administrator.put(`/api/award-entries/${id}/verdict`, { verdict: 'eligible' })
    assert.equal((await verdict(jury.categories[0]?.entries[0].id)).body.code, 'edition-frozen')
    assert.equal((await administrator.patch(`/api/awards/${jury.id}`, { name: 'Autre' })).body.code, 'edition-frozen')
    const embargoAt = later(app, 50 * 24)
    assert.equal(ok(await administrator.patch(`/api/awards/${jury.id}`, { embargoAt })).embargoAt, embargoAt)

    await travelTo(app, jury.juryClosesAt)
    assert.deepEqual(await may(administrator, jury.id), ['recuse', 'setEmbargo'])
    const second = await app.as((await aPerson(app.deps.world.db, { role: 'administrator' })).id)
    await seal(jury, administrator, second)
    assert.deepEqual(await may(administrator, jury.id), [])
    assert.equal((await administrator.patch(`/api/awards/${jury.id}`, { embargoAt })).body.code, 'edition-frozen')
  })
  it('to nobody else', async () => {
    const { id } = await aShortlist(app, committee, [{ entries: three }])
    const { caller } = memberOf(committee, 1)
    assert.deepEqual(await may(caller, id), [])
    assert.equal((await read(caller, id)).can.run, false)
  })
})
