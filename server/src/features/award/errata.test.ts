import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { canonical } from '@cenacle/tally/canonical'
import { type Edition, employ, judged, ok, seal, travelTo, winnersOf } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Answer, type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'
import { sha256 } from '../../ids.ts'

let app: TestApp
let committee: Committee
/** Another who runs the committee. */
let second: Caller
const db = () => app.deps.world.db
const reason = 'Le nom de la ville était mal écrit.'

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  second = await app.as((await aPerson(db(), { role: 'administrator', name: 'Second' })).id)
})
afterEach(() => app.close())

/** A palmarès that is public: Un and Deux exactly level, then Trois. */
async function published(): Promise<Edition & { hash: string }> {
  const edition = await judged(app, committee, [
    [6, 6, 0],
    [4, 4, 1],
  ])
  await travelTo(app, edition.juryClosesAt)
  const hash = await seal(edition, committee.administrator, second)
  await travelTo(app, edition.embargoAt)
  return { ...edition, hash }
}
const idOf = (edition: Edition, title: string): string =>
  edition.categories[0]?.entries.find((entry) => entry.title === title).id
const propose = (edition: Edition, body: object, by = committee.administrator): Promise<Answer> =>
  by.post(`/api/awards/${edition.id}/erratum`, body)
const sign = (edition: Edition, hash: string, by: Caller): Promise<Answer> =>
  by.post(`/api/awards/${edition.id}/erratum/signature`, { hash })
const read = async (edition: Edition, version = ''): Promise<Looked> =>
  ok(await app.anonymous.get(`/api/palmares/${edition.id}${version}`))
const renamed = (edition: Edition) => ({
  reason,
  nominees: [{ id: idOf(edition, 'Trois'), title: 'Trois', organisation: 'Ville de Saint-Chéron' }],
})

describe('an erratum', () => {
  it('is a version of its own that two people sign; the one before stays readable with its hash', async () => {
    const edition = await published()
    const { proposal, can } = ok(await propose(edition, renamed(edition)), 201)
    assert.deepEqual([proposal.version, can], [2, { propose: false, sign: true, withdraw: true }])
    assert.equal((await read(edition)).version, 1)
    assert.deepEqual(ok(await sign(edition, proposal.hash, committee.administrator), 201), { published: false })
    assert.equal((await read(edition)).hash, edition.hash)
    assert.deepEqual(ok(await sign(edition, proposal.hash, second), 201), { published: true })
    const now = await read(edition)
    assert.deepEqual([now.version, now.hash, now.signedBy.length], [2, proposal.hash, 2])
    assert.equal(sha256(canonical(now.palmares)), now.hash)
    assert.deepEqual(now.palmares.erratum, { version: 2, reason, replaces: edition.hash })
    assert.deepEqual(now.palmares.categories[0].levels[2].winners, [
      { id: idOf(edition, 'Trois'), title: 'Trois', organisation: 'Ville de Saint-Chéron' },
    ])
    const before = await read(edition, '?version=1')
    assert.equal(sha256(canonical(before.palmares)), edition.hash)
    assert.equal(before.palmares.categories[0].levels[2].winners[0].organisation, 'Ville C')
    assert.deepEqual(
      now.versions.map(({ version, hash, reason }: Looked) => [version, hash, reason]),
      [
        [2, proposal.hash, reason],
        [1, edition.hash, null],
      ],
    )
    assert.equal((await app.anonymous.get(`/api/palmares/${edition.id}?version=3`)).status, 404)
    const types = await db().selectFrom('award_event').select('type').where('type', 'like', 'erratum%').execute()
    assert.deepEqual(types.map(({ type }) => type).toSorted(), [
      'erratum.proposed',
      'erratum.published',
      'erratum.signed',
    ])
  })
  it('corrects what a deliberation decided within what it may do; the tally stays, and the levels follow from it', async () => {
    const edition = await published()
    const id = edition.categories[0]?.id
    const put = (category: object) => propose(edition, { reason, categories: [{ id, ...category }] })
    const order = ['Deux', 'Un'].map((title) => idOf(edition, title))
    for (const [category, pointer] of [
      [{ ties: [{ order: [order[0], idOf(edition, 'Trois')], reason }] }, '/categories/0/ties/0/order'],
      [{ withheld: [{ medal: 'Platine', reason }] }, '/categories/0/withheld/0/medal'],
      [{}, '/nominees'],
      [{ tally: { ranking: [] } }, '/categories/0/tally'],
    ] as const)
      assert.equal((await put(category)).body.errors[0].pointer, pointer)
    const unknown = { reason, nominees: [{ id, title: 'Un', organisation: 'Ville' }] }
    assert.equal((await propose(edition, unknown)).body.errors[0].pointer, '/nominees/0/id')
    assert.equal((await propose(edition, { ...renamed(edition), reason: ' ' })).body.errors[0].pointer, '/reason')
    const before = (await read(edition)).palmares.categories[0]
    assert.deepEqual(winnersOf(before), ['Un+Deux', '', 'Trois'])
    const { proposal } = ok(await put({ ties: [{ order, reason }], withheld: [{ medal: 'Bronze', reason }] }), 201)
    const [category] = proposal.palmares.categories
    assert.deepEqual(winnersOf(category), ['Deux', 'Un', ''])
    assert.deepEqual([category.tally, category.voters], [before.tally, before.voters])
  })
  it('is proposed one at a time, and signed as it was read', async () => {
    const edition = await published()
    const both = await Promise.all([propose(edition, renamed(edition)), propose(edition, renamed(edition), second)])
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['201', '409'])
    assert.equal((await sign(edition, edition.hash, second)).body.code, 'conflict')
    const url = `/api/awards/${edition.id}/erratum`
    const { hash } = ok(await second.get(url)).proposal
    const twice = await Promise.all([1, 2, 3].map(() => sign(edition, hash, second)))
    assert.deepEqual(twice.map(({ status }) => String(status)).toSorted(), ['201', '409', '409'])
    assert.equal(ok(await second.delete(url)).proposal, null)
    assert.equal((await sign(edition, hash, committee.administrator)).body.code, 'conflict')
    assert.equal((await read(edition)).version, 1)
    for (const version of [2, 3]) {
      const title = `Trois, ${version}`
      const nominees = [{ id: idOf(edition, 'Trois'), title, organisation: 'Ville C' }]
      const { proposal } = ok(await propose(edition, { reason, nominees }), 201)
      ok(await sign(edition, proposal.hash, second), 201)
      ok(await sign(edition, proposal.hash, committee.administrator), 201)
      assert.equal((await read(edition)).version, version)
    }
  })
  it('is told to everybody with a seat, once, when it is public and not before', async () => {
    const edition = await published()
    const { proposal } = ok(await propose(edition, renamed(edition)), 201)
    await aPerson(db(), { role: 'ambassador' })
    const suspended = memberOf(committee, 5).id
    await db().updateTable('person').set({ suspended_at: new Date() }).where('id', '=', suspended).execute()
    await sign(edition, proposal.hash, committee.administrator)
    await app.runJobs()
    const told = () => app.outbox.filter(({ subject }) => subject.includes('palmarès est corrigé'))
    assert.equal(told().length, 0)
    const both = await Promise.all([1, 2].map(() => sign(edition, proposal.hash, second)))
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['201', '409'])
    await app.runJobs()
    await app.runJobs()
    const seated = await db()
      .selectFrom('person')
      .select('email')
      .where('role', '=', 'member')
      .where('id', '<>', suspended)
      .execute()
    assert.equal(seated.length, 5)
    assert.deepEqual(
      told()
        .map(({ to }) => to)
        .toSorted(),
      seated.map(({ email }) => email).toSorted(),
    )
    const { text = '' } = told()[0] ?? {}
    for (const said of [reason, 'version 2', 'et Second', `/palmares/${edition.id}`, proposal.hash])
      assert.ok(text.includes(said), `${said}: ${text}`)
  })
  it('is refused by the database itself without two signatures, out of its order, or once it is public', async () => {
    const edition = await published()
    const { proposal } = ok(await propose(edition, renamed(edition)), 201)
    const row = () => db().updateTable('award_erratum').where('edition_id', '=', edition.id)
    await assert.rejects(row().set({ published_at: new Date() }).execute(), /second signature/u)
    await assert.rejects(row().set({ palmares: '{}' }).execute(), /is fixed/u)
    const forged = { id: app.deps.world.newId(), edition_id: edition.id, version: 3, reason, proposed_at: new Date() }
    const text = { palmares: '{}', hash: 'f'.repeat(64), replaces: proposal.hash }
    await assert.rejects(
      db()
        .insertInto('award_erratum')
        .values({ ...forged, ...text })
        .execute(),
      /corrects no published/u,
    )
    await sign(edition, proposal.hash, second)
    await sign(edition, proposal.hash, committee.administrator)
    await assert.rejects(row().set({ published_at: null }).execute(), /is published/u)
    await assert.rejects(db().deleteFrom('award_erratum').execute(), /is published/u)
    await assert.rejects(db().deleteFrom('award_erratum_signature').execute(), /signatures of erratum/u)
  })
  it('is for those who run the award and have no conflict of interest in it, and only once the palmarès is public', async () => {
    const early = await judged(app, committee, [[6, 5, 0]])
    assert.equal((await propose(early, renamed(early))).body.code, 'edition-frozen')
    const edition = await published()
    assert.equal((await propose(edition, renamed(edition), memberOf(committee, 0).caller)).status, 403)
    const may = async (caller: Caller) => ok(await caller.get(`/api/palmares/${edition.id}`)).can.correct
    assert.deepEqual(
      [await may(app.anonymous), await may(memberOf(committee, 0).caller), await may(second)],
      [false, false, true],
    )
    const { id } = await aPerson(db(), { role: 'administrator' })
    await employ(app, id, 'Ville A')
    const concerned = await app.as(id)
    const entry = edition.categories[0]?.entries[0]
    await db()
      .insertInto('award_recusal')
      .values({
        id: app.deps.world.newId(),
        category_id: entry.categoryId,
        entry_id: entry.id,
        person_id: id,
        origin: 'organisation',
        reason: 'Ville A',
        created_at: new Date(),
      })
      .execute()
    assert.equal(await may(concerned), false)
    assert.equal((await propose(edition, renamed(edition), concerned)).status, 403)
  })
})

describe('an announcement', () => {
  it('tells anybody when a palmarès opens, by the database’s clock, and no more', async () => {
    const edition = await judged(app, committee, [[6, 5, 0]])
    const url = `/api/palmares/${edition.id}/announcement`
    const before = ok(await app.anonymous.get(url))
    assert.deepEqual([before.opensAt, before.isPublic], [edition.embargoAt, false])
    assert.deepEqual(Object.keys(before).toSorted(), ['id', 'isPublic', 'name', 'now', 'opensAt', 'partner', 'year'])
    assert.deepEqual(
      ok(await app.anonymous.get('/api/palmares')).coming.map(({ id }: Looked) => id),
      [edition.id],
    )
    await travelTo(app, edition.juryClosesAt)
    await seal(edition, committee.administrator, second)
    await travelTo(app, edition.embargoAt, -1)
    assert.equal(ok(await app.anonymous.get(url)).isPublic, false)
    await travelTo(app, edition.embargoAt)
    assert.deepEqual(
      [ok(await app.anonymous.get(url)).isPublic, ok(await app.anonymous.get(url)).now],
      [true, edition.embargoAt],
    )
    const { items, coming } = ok(await app.anonymous.get('/api/palmares'))
    assert.deepEqual([items.length, coming.length], [1, 0])
    const unknown = ok(await committee.administrator.post('/api/awards', { name: 'Les Hashtags', year: 2027 }), 201)
    assert.equal((await app.anonymous.get(`/api/palmares/${unknown.id}/announcement`)).status, 404)
  })
})
