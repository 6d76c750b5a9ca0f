import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import {
  aShortlist,
  deliberationOf,
  employ,
  judged,
  type Nominated,
  ok,
  sign,
  three,
  travelTo,
} from '../../../test/awards.ts'
import { anOffice, type Officer } from '../../../test/award-office.ts'
import { aPerson } from '../../../test/build.ts'
import { later, memberOf } from '../../../test/decisions.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { scoresCsv, sendScores } from '../../../test/scores.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
/** Two more who run the committee: one without a seat, an ambassador who is named in it. */
let office: Officer
let ambassador: Officer
const db = () => app.deps.world.db
const reason = 'J’ai travaillé sur ce projet.'

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
  ;({ office, ambassador } = await anOffice(app, committee))
})
afterEach(() => app.close())

const urlOf = (category: { id: string } | undefined, what: string) => `/api/award-categories/${category?.id}/${what}`
const pin = async (category: { id: string } | undefined, personId: string, entryId?: string): Promise<Looked> =>
  ok(await committee.administrator.post(urlOf(category, 'recusals'), { personId, entryId, reason }))
describe('somebody of the office without a seat', () => {
  it('declares a conflict of interest: no tally, no deliberation, no signature any more', async () => {
    for (const { caller } of [office, ambassador]) {
      const edition = await judged(app, committee, [[6, 5, 0]])
      const [category] = edition.categories
      assert.equal(ok(await caller.get(`/api/awards/${edition.id}`)).can.declare, true)
      const { items } = ok(await caller.post(urlOf(category, 'conflicts'), { reason }))
      assert.deepEqual([items.at(-1).origin, items.at(-1).reason], ['declared', reason])
      await travelTo(app, edition.juryClosesAt)
      const { hash } = await deliberationOf(edition, committee.administrator)
      assert.equal((await caller.get(`/api/awards/${edition.id}/deliberation`)).status, 403)
      assert.equal((await caller.put(urlOf(category, 'deliberation'), {})).status, 403)
      assert.equal((await sign(edition, caller, hash)).status, 403)
    }
  })
  it('is pinned with one, and has not signed either', async () => {
    const edition = await judged(app, committee, [[6, 5, 0]])
    await travelTo(app, edition.juryClosesAt)
    const { hash } = await deliberationOf(edition, office.caller)
    ok(await sign(edition, office.caller, hash), 201)
    await pin(edition.categories[0], office.id)
    await pin(edition.categories[0], ambassador.id)
    const after = await deliberationOf(edition, committee.administrator)
    assert.deepEqual(after.signatures, [])
    assert.notEqual(after.hash, hash, 'it counts the conflicts that came after the close')
    for (const { caller } of [office, ambassador])
      assert.equal((await caller.get(`/api/awards/${edition.id}/deliberation`)).status, 403)
  })
  it('is found by their employer, and lifts their own word alone', async () => {
    await employ(app, ambassador.id, 'Ville A')
    const edition = await aShortlist(app, committee, [{ entries: three }])
    const { caller } = ambassador
    ok(await caller.post(urlOf(edition.categories[0], 'conflicts'), { reason }))
    const { items } = ok(await caller.get(`/api/awards/${edition.id}/conflicts`))
    const own = (origin: string) =>
      items.find((one: Looked) => one.person.id === ambassador.id && one.origin === origin)
    assert.deepEqual([own('organisation')?.can.lift, own('declared')?.can.lift], [false, true])
    assert.equal((await caller.delete(`/api/award-conflicts/${own('organisation')?.id}`)).body.code, 'recusal-pinned')
    ok(await caller.delete(`/api/award-conflicts/${own('declared')?.id}`))
  })
  it('is not any ambassador or guest', async () => {
    const edition = await aShortlist(app, committee, [{ entries: three }])
    const { id } = await aPerson(db(), { role: 'ambassador' })
    assert.equal((await (await app.as(id)).post(urlOf(edition.categories[0], 'conflicts'), { reason })).status, 403)
    const refused = await committee.administrator.post(urlOf(edition.categories[0], 'recusals'), {
      personId: id,
      reason,
    })
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/personId'])
  })
})

const two: Nominated[] = [{ entries: three }, { entries: three.map(([title]) => [title, `Autre ${title}`]) }]
type Shortlisted = Awaited<ReturnType<typeof aShortlist>>

describe('who has a conflict of interest in the office', () => {
  const judge = (caller: Caller, entry: Looked, body: object = { verdict: 'eligible' }) =>
    caller.put(`/api/award-entries/${entry.id}/verdict`, body)
  const canJudge = async ({ id }: Shortlisted, caller: Caller): Promise<boolean[]> =>
    ok(await caller.get(`/api/awards/${id}/entries`)).items.map(({ can }: Looked) => can.judge)
  /** Which of the three acts on a category are refused: a verdict by hand of its second entry, a move out of it, the shortlist. */
  const refused = async (caller: Caller, from: Shortlisted['categories'][number], to: { id: string }) => {
    const [, second, third] = from.entries
    return [
      await judge(caller, second),
      await judge(caller, third, { verdict: 'eligible', categoryId: to.id, reason }),
      await caller.put(urlOf(from, 'shortlist'), { entryIds: [second.id] }),
    ].map(({ status, body }) => (status === 200 ? 'ok' : `${status} ${body.code}`))
  }
  it('decides nothing in that category, and all of the others', async () => {
    const edition = await aShortlist(app, committee, two)
    const [first, second] = edition.categories
    assert.ok(first && second)
    await pin(first, office.id, first.entries[0].id)
    const no = '403 recused'
    assert.deepEqual(await refused(office.caller, first, second), [no, no, no])
    assert.deepEqual(await refused(office.caller, second, first), ['ok', no, 'ok'])
    assert.deepEqual(await canJudge(edition, office.caller), [false, false, false, true, true, true])
    assert.deepEqual(
      await canJudge(edition, memberOf(committee, 1).caller),
      Array.from({ length: 6 }, () => false),
    )
    assert.deepEqual(await refused(committee.administrator, first, second), ['ok', 'ok', 'ok'])
  })
  it('decides of the other entries where the edition recuses from one alone, but makes no shortlist', async () => {
    const edition = await aShortlist(app, committee, two, { scope: 'entry' })
    const [first, second] = edition.categories
    assert.ok(first && second)
    const [own] = first.entries
    await pin(first, office.id, own.id)
    assert.deepEqual(await canJudge(edition, office.caller), [false, true, true, true, true, true])
    assert.deepEqual(await refused(office.caller, first, second), ['ok', 'ok', '403 recused'])
    assert.equal((await judge(office.caller, own)).body.code, 'recused')
  })
  it('does not bring back an entry of theirs that was put aside', async () => {
    const edition = await aShortlist(app, committee, two)
    const [own] = edition.categories[0]?.entries ?? []
    await pin(edition.categories[0], office.id, own.id)
    ok(await judge(committee.administrator, own, { verdict: 'rejected', reason }))
    assert.equal((await judge(office.caller, own)).body.code, 'recused')
    assert.deepEqual(await canJudge(edition, office.caller), [false, true, true, true, true, true])
  })
  it('neither asks for a vote on its shortlist nor takes one back', async () => {
    const edition = await aShortlist(app, committee, two)
    const [first] = edition.categories
    const url = urlOf(first, 'shortlist-vote')
    const body = { method: 'approval', most: 2, closesAt: later(app, 48) }
    await pin(first, office.id)
    assert.equal((await office.caller.post(url, body)).body.code, 'recused')
    ok(await committee.administrator.post(url, body), 201)
    assert.equal((await office.caller.delete(url, { reason })).body.code, 'recused')
    const { can } = ok(await office.caller.get(urlOf(first, 'rankings')))
    assert.deepEqual(can, { openVote: false, cancelVote: false })
  })
  it('imports no score, which would be of every entry', async () => {
    const edition = await aShortlist(app, committee, two)
    await pin(edition.categories[1], office.id)
    const file = scoresCsv(
      edition.categories.flatMap(({ entries }) => entries),
      [1, 2, 3, 4, 5, 6],
    )
    assert.equal(ok(await office.caller.get(`/api/awards/${edition.id}/scores`)).can.import, false)
    for (const to of ['/check', ''] as const) {
      const answer = await sendScores(office.caller, edition.id, file, { to })
      assert.deepEqual([answer.status, answer.body.code], [403, 'recused'])
    }
    ok(await sendScores(committee.administrator, edition.id, file), 201)
  })
})
