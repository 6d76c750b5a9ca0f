import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { employ, ok, seal, three, travelTo } from '../../../../test/awards.ts'
import { later, memberOf } from '../../../../test/decisions.ts'
import { type Answer, type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { scoresCsv, sendScores, toChooseFrom } from '../../../../test/scores.ts'
import { aCommittee, type Committee, DAY, travel } from '../../../../test/votes.ts'
import { verifyDatabase } from '../../votes/verify.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 5)
})
afterEach(() => app.close())

const four: [string, string][] = [...three, ['Quatre', 'Ville D']]
const office = () => committee.administrator
const urlOf = (category: string, what: string) => `/api/award-categories/${category}/${what}`
const rankingsOf = async (category: string): Promise<Looked> => ok(await office().get(urlOf(category, 'rankings')))
const take = (category: string, entryIds: string[], by?: object): Promise<Answer> =>
  office().put(urlOf(category, 'shortlist'), { entryIds, ...(by && { by }) })
const openVote = (category: string, values: object = {}): Promise<Answer> =>
  office().post(urlOf(category, 'shortlist-vote'), { method: 'approval', most: 2, closesAt: later(app, 48), ...values })
const cast = (index: number, voteId: string, value: object): Promise<Answer> =>
  memberOf(committee, index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'cast', value })
const titles = (entries: Looked[], ranking: Looked[][]) =>
  ranking.map((group) => group.map(({ entryId }) => entries.find(({ id }) => id === entryId).title))

describe('a shortlist by the score', () => {
  it('is the beginning of its order; of those level at the border the office decides, and nothing else', async () => {
    const { id, category, entries } = await toChooseFrom(app, committee, four)
    const [a, b, c, d] = entries.map((entry) => entry.id)
    assert.equal((await rankingsOf(category)).score, null)
    ok(await sendScores(office(), id, scoresCsv(entries, ['7,10', '9', '7,1', '1'])), 201)
    const { score } = await rankingsOf(category)
    assert.deepEqual(titles(entries, score.ranking), [['Deux'], ['Un', 'Trois'], ['Quatre']])
    const by = { kind: 'score', versionId: score.version.id, most: 2 }
    for (const wrong of [[b, d], [a, c], [b, a, d], []])
      assert.equal((await take(category, wrong, by)).body.errors?.[0].pointer, '/entryIds', wrong.join())
    for (const right of [[b], [b, a], [c, b], [a, b, c]]) ok(await take(category, right, by))
    const { items } = ok(await office().get(`/api/awards/${id}/entries`))
    assert.deepEqual(
      items.map(({ shortlisted }: Looked) => shortlisted),
      [true, true, true, false],
    )
    const done = await app.deps.world.db
      .selectFrom('award_event')
      .select('detail')
      .where('type', '=', 'category.shortlisted')
      .orderBy('seq')
      .execute()
    assert.deepEqual((done.at(-1) as Looked).detail.order, by, 'what it rests upon is written down')
    ok(await sendScores(office(), id, scoresCsv(entries, [1, 2, 3, 4]), { version: 'b', after: '1' }), 201)
    const stale = await take(
      category,
      [b, a].flatMap((one) => one ?? []),
      by,
    )
    assert.deepEqual([stale.status, stale.body.code], [412, 'scores-stale'])
  })
  it('leaves out who is not eligible, and names who has no score', async () => {
    const { id, category, entries } = await toChooseFrom(app, committee, four)
    const reject = { verdict: 'rejected', reason: 'Hors sujet.' }
    ok(await office().put(`/api/award-entries/${entries[3].id}/verdict`, reject))
    ok(await sendScores(office(), id, scoresCsv(entries.slice(0, 3), [1, 2, 3])), 201)
    ok(await office().put(`/api/award-entries/${entries[3].id}/verdict`, { verdict: 'eligible' }))
    ok(await office().put(`/api/award-entries/${entries[2].id}/verdict`, reject))
    const { score } = await rankingsOf(category)
    assert.deepEqual([titles(entries, score.ranking), score.unranked], [[['Deux'], ['Un']], [entries[3].id]])
    const by = { kind: 'score', versionId: score.version.id, most: 3 }
    const withStranger = entries.slice(0, 2).map((entry) => entry.id)
    assert.equal((await take(category, [...withStranger, entries[3].id], by)).status, 422)
    ok(await take(category, withStranger, by))
  })
})

describe('a shortlist by a vote', () => {
  it('by approval: under embargo until the palmarès, its order is the office’s alone', async () => {
    const { id, category, entries } = await toChooseFrom(app, committee, four)
    const [a, b, c] = entries.map((entry) => entry.id)
    const opened = ok(await openVote(category), 201)
    assert.deepEqual(
      [opened.vote.status, opened.vote.roll, opened.can],
      ['open', 5, { openVote: false, cancelVote: true }],
    )
    const voteId: string = opened.vote.id
    const waiting = ok(await memberOf(committee, 0).caller.get('/api/home')).waiting
    assert.ok(waiting.some(({ id: one }: Looked) => one === voteId))
    const tooMany = await cast(0, voteId, { approved: ['o1', 'o2', 'o3'] })
    assert.equal(tooMany.body.errors[0].code, 'too-many-options')
    const ballots = [['o2'], ['o2', 'o1'], ['o2', 'o3'], ['o3', 'o1']]
    for (const [index, approved] of ballots.entries())
      assert.equal((await cast(index, voteId, { approved })).status, 201)
    assert.equal((await rankingsOf(category)).vote.ranking, null, 'nothing before the close')
    const early = await take(
      category,
      entries.map((entry) => entry.id),
      { kind: 'vote', voteId, most: 4 },
    )
    assert.equal(early.body.code, 'not-closed')
    const jury = await office().post(`/api/awards/${id}/phase`, { to: 'jury' })
    assert.deepEqual([jury.status, jury.body.code], [409, 'shortlist-voting'])
    assert.equal((await openVote(category)).body.code, 'shortlist-voting')
    await travel(app, 3 * DAY)
    await app.runJobs()
    for (const caller of [memberOf(committee, 0).caller, office()])
      for (const path of ['/result', '/export'])
        assert.equal((await caller.get(`/api/votes/${voteId}${path}`)).body.code, 'embargo', path)
    assert.equal((await memberOf(committee, 0).caller.get(urlOf(category, 'rankings'))).status, 403)
    const { vote } = await rankingsOf(category)
    assert.deepEqual(titles(entries, vote.ranking), [['Deux'], ['Un', 'Trois'], ['Quatre']])
    assert.deepEqual(vote.ranking[1][0], { entryId: a, sum: 2, of: 4 })
    assert.equal((await take(category, [b, a, c], { kind: 'vote', voteId: id, most: 2 })).body.code, 'conflict')
    ok(await take(category, [b, a, c], { kind: 'vote', voteId, most: 2 }))
    const juries = ok(await office().post(`/api/awards/${id}/phase`, { to: 'jury' }))
    const grades = { o1: 6, o2: 5, o3: 4 }
    assert.equal((await cast(0, juries.categories[0].voteId, { grades })).status, 201)
    await travelTo(app, juries.juryClosesAt)
    await promote(memberOf(committee, 1).id)
    const edition = { id, categories: [], embargoAt: juries.embargoAt, juryClosesAt: juries.juryClosesAt }
    await seal(edition, office(), memberOf(committee, 1).caller)
    await travelTo(app, juries.embargoAt, 1)
    assert.equal((await memberOf(committee, 0).caller.get(`/api/votes/${voteId}/result`)).status, 200, 'public with it')
    assert.deepEqual(
      (await verifyDatabase(app.deps.world.db)).map(({ problem }) => problem),
      [null, null],
    )
  })
  it('by points: who is recused from one entry leaves it out, and means are compared', async () => {
    await employ(app, memberOf(committee, 0).id, 'Ville A')
    const { category, entries } = await toChooseFrom(app, committee, four, { scope: 'entry' })
    const { vote } = ok(await openVote(category, { method: 'score', most: 3 }), 201)
    assert.deepEqual([vote.roll, vote.most], [5, 3])
    const whole = await cast(0, vote.id, { grades: { o1: 3, o2: 0, o3: 0, o4: 0 } })
    assert.equal(whole.body.errors[0].pointer, '/value/grades/o1')
    assert.equal((await cast(0, vote.id, { grades: { o2: 3, o3: 2, o4: 0 } })).status, 201)
    assert.equal((await cast(1, vote.id, { grades: { o1: 2, o2: 1, o3: 2, o4: 0 } })).status, 201)
    await travel(app, 3 * DAY)
    const { ranking } = (await rankingsOf(category)).vote
    assert.deepEqual(titles(entries, ranking), [['Un', 'Deux', 'Trois'], ['Quatre']])
    assert.deepEqual(
      ranking[0].map(({ sum, of }: Looked) => [sum, of]),
      [
        [2, 1],
        [4, 2],
        [4, 2],
      ],
    )
  })
  it('by approval, who is recused from one entry leaves the vote whole', async () => {
    await employ(app, memberOf(committee, 0).id, 'Ville A')
    const { category } = await toChooseFrom(app, committee, four, { scope: 'entry' })
    const { vote } = ok(await openVote(category), 201)
    assert.equal(vote.roll, 4)
    assert.equal((await cast(0, vote.id, { approved: ['o2'] })).body.code, 'not-on-roll')
  })
  it('a conflict found while it is open, or after it, voids the ballot; the order follows', async () => {
    const { category, entries } = await toChooseFrom(app, committee, four)
    const { vote } = ok(await openVote(category), 201)
    for (const index of [0, 1, 2]) assert.equal((await cast(index, vote.id, { approved: ['o1'] })).status, 201)
    const reason = 'Ma sœur y travaille.'
    ok(await memberOf(committee, 0).caller.post(urlOf(category, 'conflicts'), { entryId: entries[3].id, reason }))
    assert.equal((await cast(0, vote.id, { approved: ['o2'] })).body.code, 'not-on-roll')
    await employ(app, memberOf(committee, 1).id, 'Ville D')
    ok(await office().put(`/api/award-entries/${entries[3].id}/verdict`, { verdict: 'eligible' }))
    assert.deepEqual([(await rankingsOf(category)).vote.roll, (await rankingsOf(category)).vote.voters], [3, 1])
    await travel(app, 3 * DAY)
    await app.runJobs()
    ok(await office().post(urlOf(category, 'recusals'), { personId: memberOf(committee, 2).id, reason }))
    assert.deepEqual((await rankingsOf(category)).vote.ranking, [], 'nobody is ranked by no ballot')
    assert.deepEqual(
      (await verifyDatabase(app.deps.world.db)).map(({ problem }) => problem),
      [null],
    )
    assert.equal((await app.deps.world.db.selectFrom('award_shortlist_vote').selectAll().execute()).length, 1)
  })
  it('who runs the award and is concerned reads no order, and takes none', async () => {
    const { category, entries } = await toChooseFrom(app, committee, four)
    const { vote } = ok(await openVote(category), 201)
    await promote(memberOf(committee, 0).id)
    const { caller } = memberOf(committee, 0)
    ok(await caller.post(urlOf(category, 'conflicts'), { entryId: entries[0].id, reason: 'J’y ai travaillé.' }))
    assert.equal((await cast(1, vote.id, { approved: ['o1'] })).status, 201)
    await travel(app, 3 * DAY)
    const seen = ok(await caller.get(urlOf(category, 'rankings'))).vote
    assert.deepEqual([seen.ranking, seen.recused, seen.status], [null, true, 'closed'])
    const by = { kind: 'vote', voteId: vote.id, most: 1 }
    assert.equal((await caller.put(urlOf(category, 'shortlist'), { entryIds: [entries[0].id], by })).status, 403)
    ok(await take(category, [entries[0].id], by))
  })
  it('drops who was rejected or moved meanwhile, names who came, and can be taken back', async () => {
    const { category, entries } = await toChooseFrom(app, committee, four)
    const first = ok(await openVote(category), 201).vote.id
    assert.equal((await cast(1, first, { approved: ['o1'] })).status, 201)
    const cancelled = await office().delete(urlOf(category, 'shortlist-vote'), { reason: 'Mauvais nombre.' })
    assert.equal(ok(cancelled).vote, null)
    assert.equal((await cast(1, first, { approved: ['o1'] })).body.code, 'vote-cancelled')
    assert.equal((await office().delete(urlOf(category, 'shortlist-vote'), { reason: 'Encore.' })).status, 404)
    const { vote } = ok(await openVote(category), 201)
    assert.equal((await cast(1, vote.id, { approved: ['o1', 'o2'] })).status, 201)
    ok(
      await office().put(`/api/award-entries/${entries[1].id}/verdict`, { verdict: 'rejected', reason: 'Hors sujet.' }),
    )
    await travel(app, 3 * DAY)
    const { ranking } = (await rankingsOf(category)).vote
    assert.deepEqual(titles(entries, ranking), [['Un'], ['Trois', 'Quatre']])
    assert.equal(
      (await office().delete(urlOf(category, 'shortlist-vote'), { reason: 'Tard.' })).body.code,
      'vote-closed',
    )
  })
  it('is refused with a close too near, more approvals than entries, one entry, nobody to judge, and two at once', async () => {
    const { category, entries } = await toChooseFrom(app, committee, four)
    const pointer = async (values: object) => (await openVote(category, values)).body.errors?.[0].pointer
    assert.equal(await pointer({ closesAt: later(app, 23) }), '/closesAt')
    assert.equal(await pointer({ most: 5 }), '/most')
    assert.equal(await pointer({ method: 'irv' }), '/method')
    const both = await Promise.all([openVote(category), openVote(category)])
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['201', '409'])
    ok(await office().delete(urlOf(category, 'shortlist-vote'), { reason: 'Essai.' }))
    for (const { id: personId } of committee.members)
      ok(await office().post(urlOf(category, 'recusals'), { personId, entryId: entries[0].id, reason: 'Tous.' }))
    assert.equal((await openVote(category)).body.code, 'conflict')
    const reject = { verdict: 'rejected', reason: 'Hors sujet.' }
    for (const { id } of entries.slice(1)) ok(await office().put(`/api/award-entries/${id}/verdict`, reject))
    assert.equal((await openVote(category)).body.code, 'conflict')
  })
})

/** Somebody with a seat runs the committee, too. */
const promote = (personId: string): Promise<unknown> =>
  app.deps.world.db
    .insertInto('space_person')
    .values({ space_id: committee.spaceId, person_id: personId, role: 'facilitator', added_at: new Date() })
    .execute()
