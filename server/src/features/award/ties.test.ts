import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aJury, aShortlist, type Edition, grade, ok, three, travelTo } from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => memberOf(committee, index)
const office = () => committee.administrator

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 5)
})
afterEach(() => app.close())

const urlOf = (category: { id: string } | undefined, what: string) => `/api/award-categories/${category?.id}/${what}`
const sayNone = (caller: Caller, category: { id: string } | undefined) => caller.post(urlOf(category, 'no-conflict'))
const declare = (caller: Caller, category: { id: string } | undefined, entryId?: string) =>
  caller.post(urlOf(category, 'conflicts'), { entryId, reason: 'J’y travaille.' })
/** What is said in the first category. */
const saidTo = async (caller: Caller, edition: Pick<Edition, 'id'>): Promise<Looked> =>
  ok(await caller.get(`/api/awards/${edition.id}/conflicts`)).said[0]
const saidBy = (said: Looked, index: number): string | undefined =>
  said.jurors.find(({ person }: Looked) => person.id === member(index).id)?.said
const journalOf = async (edition: Pick<Edition, 'id'>): Promise<Looked[]> =>
  ok(await office().get(`/api/awards/${edition.id}/journal?limit=100`)).items

describe('what jurors say of their ties', () => {
  it('tells who said nothing from who has none and from who declared a tie, to the office', async () => {
    const edition = await aJury(app, committee, [{ entries: three }], { scope: 'entry' })
    const [category] = edition.categories
    assert.deepEqual((await saidTo(member(0).caller, edition)).own, 'nothing')
    const after = ok(await sayNone(member(0).caller, category)).said[0]
    assert.deepEqual([after.own, after.can.sayNone, after.jurors], ['none', false, null])
    ok(await declare(member(1).caller, category, category?.entries[0].id))
    assert.equal((await grade(committee, 2, category?.voteId ?? '', [6, 5, 4])).status, 201)
    const said = await saidTo(office(), edition)
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => saidBy(said, index)),
      ['none', 'declared', 'nothing', 'nothing'],
      'a ballot alone says nothing of ties',
    )
    assert.equal(said.own, null, 'the administration has no seat here')
    assert.equal((await declare(member(0).caller, category, category?.entries[1].id)).status, 200)
    assert.equal(saidBy(await saidTo(office(), edition), 0), 'declared', 'what was declared later counts')
  })
  it('is written down once, in one event, however often it is said at once; the event names them to the office and to themselves', async () => {
    const edition = await aJury(app, committee, [{ entries: three }])
    const [category] = edition.categories
    const answers = await Promise.all(Array.from({ length: 6 }, () => sayNone(member(0).caller, category)))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
    const events = (await journalOf(edition)).filter(({ type }) => type === 'conflict.none')
    assert.deepEqual(
      events.map(({ actor, by, category: about }: Looked) => [actor, by.id, about.id]),
      [['member', member(0).id, category?.id]],
    )
    const bodyTo = async (caller: Caller): Promise<unknown> =>
      ok(await caller.get(`/api/awards/${edition.id}/journal`)).items.find(
        ({ type }: Looked) => type === 'conflict.none',
      ).body
    assert.equal(await bodyTo(member(1).caller), undefined)
    assert.notEqual(await bodyTo(member(0).caller), undefined)
  })
  it('is said by who judges the category, while its jury is open, and not by who declared a tie there', async () => {
    const team = [0, 1, 2].map((index) => member(index).id)
    const shortlist = await aShortlist(app, committee, [{ entries: three, values: { team } }], { scope: 'entry' })
    const [category] = shortlist.categories
    assert.equal((await sayNone(member(0).caller, category)).body.code, 'edition-frozen')
    ok(await office().post(`/api/awards/${shortlist.id}/phase`, { to: 'jury' }))
    assert.equal((await sayNone(member(4).caller, category)).body.code, 'not-on-roll')
    assert.equal((await sayNone(office(), category)).status, 403)
    ok(await declare(member(1).caller, category, category?.entries[0].id))
    assert.equal((await sayNone(member(1).caller, category)).body.code, 'conflict')
    ok(await declare(member(2).caller, category))
    assert.equal((await sayNone(member(2).caller, category)).body.code, 'not-on-roll')
    assert.equal((await saidTo(office(), shortlist)).jurors.length, 2, 'who is out of the jury is not counted')
    await travelTo(app, shortlist.juryClosesAt)
    assert.equal((await saidTo(member(0).caller, shortlist)).can.sayNone, false)
    assert.equal((await sayNone(member(0).caller, category)).body.code, 'edition-frozen')
  })
  it('closes with the jury of its category, where another one was given more time', async () => {
    const edition = await aJury(app, committee, [{ entries: three }, { entries: three }])
    const [first, other] = edition.categories
    const closesAt = new Date(Date.parse(edition.juryClosesAt) + 86_400_000).toISOString()
    ok(await office().post(urlOf(other, 'extension'), { closesAt, reason: 'Trois dossiers sont arrivés en retard.' }))
    await travelTo(app, edition.juryClosesAt)
    assert.equal((await saidTo(member(0).caller, edition)).can.sayNone, false)
    assert.equal((await sayNone(member(0).caller, first)).body.code, 'vote-closed')
    ok(await sayNone(member(0).caller, other))
  })
})
