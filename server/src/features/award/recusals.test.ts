import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { fillMissing, majorityJudgment } from '@cenacle/tally/majority-judgment'
import { aJury, aShortlist, employ, grade, ok, openJury, seal, travelTo } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'
import { verifyDatabase } from '../votes/verify.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => memberOf(committee, index)
const db = () => app.deps.world.db

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
afterEach(() => app.close())

const categories = () => [
  {
    entries: [
      ['Le bon poteau', 'Commune de Larzic'],
      ['Chemise rouge', 'Ville de Saint-Avre'],
    ] as [string, string][],
  },
  {
    entries: [
      ['Sept mots', 'Agence des rivages'],
      ['Fin d’alerte', 'Sapeurs-pompiers du Val'],
    ] as [string, string][],
  },
]
const rollOf = async (voteId: string) =>
  (await db().selectFrom('vote').select('roll_size').where('id', '=', voteId).executeTakeFirstOrThrow()).roll_size

describe('vote criterion 18: who is concerned does not judge', () => {
  it('vote criterion 18: a juror whose organisation is nominated sees no ballot there, and gets 403 by API', async () => {
    await employ(app, member(1).id, 'Mairie de SAINT AVRE')
    const edition = await aJury(app, committee, categories())
    const [first, second] = edition.categories
    assert.ok(first && second)
    const { caller } = member(1)
    const seen = ok(await caller.get(`/api/awards/${edition.id}`))
    assert.deepEqual(
      seen.categories.map((one: Looked) => [one.voteId, one.recused]),
      [
        [null, 'category'],
        [second.voteId, 'no'],
      ],
    )
    for (const state of ['waiting', 'open', 'closed']) {
      const { items } = ok(await caller.get(`/api/votes?state=${state}`))
      assert.ok(!items.some(({ id }: Looked) => id === first.voteId), state)
    }
    const waiting = ok(await caller.get('/api/home')).waiting.map(({ id }: Looked) => id)
    assert.deepEqual([waiting.includes(first.voteId), waiting.includes(second.voteId)], [false, true])
    for (const path of ['', '/log', '/result', '/export', '/calendar.ics'])
      assert.deepEqual((await caller.get(`/api/votes/${first.voteId}${path}`)).body.code, 'not-on-roll', path)
    const refused = await grade(committee, 1, first.voteId, [6, 0])
    assert.deepEqual([refused.status, refused.body.code], [403, 'not-on-roll'])
    assert.equal((await grade(committee, 1, second.voteId, [6, 0])).status, 201)
    assert.equal((await grade(committee, 2, first.voteId, [6, 0])).status, 201)
    assert.deepEqual([await rollOf(first.voteId), await rollOf(second.voteId)], [5, 6])
  })
  it('vote criterion 18: the denominators follow a recusal that is found after the opening, and its ballot is void', async () => {
    const edition = await aJury(app, committee, categories())
    const [first] = edition.categories
    assert.ok(first)
    for (const index of [0, 1, 2, 3])
      assert.equal((await grade(committee, index, first.voteId, [6, index])).status, 201)
    const reason = 'Sa sœur dirige ce service.'
    ok(await member(3).caller.post(`/api/award-categories/${first.id}/conflicts`, { reason }))
    assert.equal((await grade(committee, 3, first.voteId, [0, 6])).body.code, 'not-on-roll')
    assert.equal(await rollOf(first.voteId), 5)
    const kept = await db().selectFrom('ballot').select('number').where('vote_id', '=', first.voteId).execute()
    assert.equal(kept.length, 3)
    const body = { personId: member(2).id, reason: 'Ancien salarié du lauréat possible.' }
    ok(await committee.administrator.post(`/api/award-categories/${first.id}/recusals`, body))
    const duty = ok(await member(0).caller.get(`/api/awards/${edition.id}/duty`))
    assert.deepEqual([duty.categories[0].done, duty.categories[0].jurors], [2, 4])
    await travelTo(app, edition.juryClosesAt)
    await app.runJobs()
    const { palmares } = await deliberationOf(edition.id)
    assert.deepEqual([palmares.categories[0].roll, palmares.categories[0].voters], [4, 2])
    assert.deepEqual(palmares.categories[0].tally.options[1].counts, [1, 1, 0, 0, 0, 0, 0])
    assert.deepEqual(
      (await verifyDatabase(db())).map(({ problem }) => problem),
      [null, null],
    )
  })
  it('vote criterion 18: recused from one entry alone, judge counts are scaled to their least common multiple', async () => {
    for (const index of [0, 1]) await employ(app, member(index).id, 'Commune de Larzic')
    const edition = await aJury(app, committee, categories(), { scope: 'entry' })
    const [first] = edition.categories
    assert.ok(first)
    const seen = ok(await member(0).caller.get(`/api/votes/${first.voteId}`))
    assert.deepEqual(seen.recused, ['o1'])
    const whole = await grade(committee, 0, first.voteId, [6, 5])
    assert.deepEqual([whole.status, whole.body.errors[0].pointer], [422, '/value/grades/o1'])
    // Six judges of the second, four of the first: both are scaled to twelve. Taken as they are, or with those who did not judge
    // as giving the worst grade, the second would be first.
    const cast: [number | null, number][] = [
      [null, 1],
      [null, 1],
      [1, 2],
      [2, 4],
      [4, 4],
      [4, 4],
    ]
    for (const [index, grades] of cast.entries())
      assert.equal((await grade(committee, index, first.voteId, grades)).status, 201)
    await travelTo(app, edition.juryClosesAt)
    const { tally, options, levels } = (await deliberationOf(edition.id)).palmares.categories[0]
    assert.deepEqual(
      tally.options.map(({ judges }: Looked) => judges),
      [4, 6],
    )
    const counts = Object.fromEntries(tally.options.map(({ id, counts }: Looked) => [id, counts]))
    assert.deepEqual(tally.ranking, majorityJudgment(counts).ranking)
    assert.deepEqual(tally.ranking, [['o1'], ['o2']])
    assert.deepEqual(byHand(counts), tally.ranking)
    assert.deepEqual(byHand(counts, 1), [['o2'], ['o1']], 'an example in which scaling decides')
    assert.deepEqual(majorityJudgment({ ...counts, o1: fillMissing(counts['o1'], 6) }).ranking, [['o2'], ['o1']])
    assert.equal(levels[0].winners[0].id, options[tally.ranking[0][0]])
    // PrefLib could not say who left what out: its link is not offered.
    await seal(edition, committee.administrator, await app.as((await aPerson(db(), { role: 'administrator' })).id))
    await travelTo(app, edition.embargoAt)
    const { exports } = ok(await member(2).caller.get(`/api/votes/${first.voteId}/result`))
    assert.deepEqual(exports, ['summary', 'options', 'csv', 'json'])
    for (const format of [...exports, 'preflib', 'blt']) {
      const { status } = await member(2).caller.get(`/api/votes/${first.voteId}/export?format=${format}`)
      assert.equal(status, exports.includes(format) ? 200 : 406, format)
    }
  })
  it('vote criterion 18: what the office pins, and what follows from an employer, the juror cannot lift', async () => {
    await employ(app, member(1).id, 'Agence des Rivages')
    const edition = await aShortlist(app, committee, categories())
    const [first, second] = edition.categories
    assert.ok(first && second)
    const pin = { personId: member(2).id, reason: 'A conseillé ce projet.' }
    ok(await committee.administrator.post(`/api/award-categories/${first.id}/recusals`, pin))
    const own = { reason: 'Je connais cette équipe.' }
    ok(await member(2).caller.post(`/api/award-categories/${first.id}/conflicts`, own))
    const conflictsOf = async (index: number): Promise<Looked[]> =>
      ok(await member(index).caller.get(`/api/awards/${edition.id}/conflicts`)).items
    for (const [index, origin] of [
      [2, 'pinned'],
      [1, 'organisation'],
    ] as const) {
      const found = (await conflictsOf(index)).find((one) => one.origin === origin)
      assert.equal(found?.can.lift, false)
      const refused = await member(index).caller.delete(`/api/award-conflicts/${found?.id}`)
      assert.deepEqual([refused.status, refused.body.code], [403, 'recusal-pinned'])
      assert.equal((await member(3).caller.delete(`/api/award-conflicts/${found?.id}`)).status, 404)
    }
    // Neither changing employer nor taking one's own word back gives a voice back.
    ok(await member(1).caller.patch('/api/me', { employer: 'Ailleurs' }))
    const declared = (await conflictsOf(2)).find((one) => one.origin === 'declared')
    ok(await member(2).caller.delete(`/api/award-conflicts/${declared?.id}`))
    const { categories: open } = await openJury(committee, edition)
    assert.equal((await grade(committee, 2, open[0]?.voteId ?? '', [6, 1])).body.code, 'not-on-roll')
    assert.equal((await grade(committee, 1, open[1]?.voteId ?? '', [6, 1])).body.code, 'not-on-roll')
    assert.equal((await grade(committee, 1, open[0]?.voteId ?? '', [6, 1])).status, 201)
  })
  it('vote criterion 18: a recusal and a ballot at the same moment leave no ballot', async () => {
    const edition = await aJury(app, committee, categories())
    const [first] = edition.categories
    assert.ok(first)
    const body = { personId: member(1).id, reason: 'Ancien salarié du lauréat possible.' }
    const pin = () => committee.administrator.post(`/api/award-categories/${first.id}/recusals`, body)
    const answers = await Promise.all([
      ...[1, 2, 3].map((one) => grade(committee, 1, first.voteId, [one, one])),
      pin(),
      pin(),
      ...[4, 5].map((one) => grade(committee, 1, first.voteId, [one, one])),
    ])
    for (const { status, body: said } of answers)
      assert.ok(status < 300 || said.code === 'not-on-roll', JSON.stringify(said))
    const ballots = await db().selectFrom('ballot').selectAll().where('vote_id', '=', first.voteId).execute()
    assert.deepEqual([ballots.length, await rollOf(first.voteId)], [0, 5])
    assert.deepEqual(
      (await verifyDatabase(db())).map(({ problem }) => problem),
      [null, null],
    )
  })
})

describe('a conflict that is none', () => {
  it('is set aside by the office with a reason, and not found again', async () => {
    await employ(app, member(1).id, 'Agence des Rivages')
    const edition = await aShortlist(app, committee, categories())
    const url = `/api/awards/${edition.id}/conflicts`
    const [found] = ok(await committee.administrator.get(url)).items
    const silent = await committee.administrator.delete(`/api/award-conflicts/${found.id}`)
    assert.deepEqual([silent.status, silent.body.errors[0].pointer], [422, '/reason'])
    ok(await committee.administrator.delete(`/api/award-conflicts/${found.id}`, { reason: 'Homonyme.' }))
    const { categories: open } = await openJury(committee, edition)
    assert.equal((await grade(committee, 1, open[1]?.voteId ?? '', [6, 1])).status, 201)
  })
  it('about an entry that is not nominated takes no voice', async () => {
    await employ(app, member(1).id, 'Agence des Rivages')
    const edition = await aShortlist(app, committee, categories())
    const second = edition.categories[1]
    const kept = second?.entries.filter(({ organisation }) => organisation !== 'Agence des rivages') ?? []
    const body = { entryIds: kept.map(({ id }) => id) }
    ok(await committee.administrator.put(`/api/award-categories/${second?.id}/shortlist`, body))
    const { categories: open } = await openJury(committee, edition)
    assert.equal((await grade(committee, 1, open[1]?.voteId ?? '', [6])).status, 201)
  })
})

async function deliberationOf(id: string): Promise<Looked> {
  return ok(await committee.administrator.get(`/api/awards/${id}/deliberation`))
}

/**
 * Majority judgment in its first form, by sorted grades repeated to a common length, written for this test alone.
 * @param times 1: each grade once, without a common length
 */
function byHand(counts: Record<string, number[]>, times?: 1): string[][] {
  const lists = Object.entries(counts).map(
    ([id, row]) => [id, row.flatMap((n, g) => Array<number>(n).fill(g))] as const,
  )
  const length = lists.reduce((product, [, list]) => product * list.length, 1)
  const medians = lists.map(([id, list]) => {
    const grades = list.flatMap((one) => Array<number>(times ?? length / list.length).fill(one))
    const order: number[] = []
    while (grades.length > 0) order.push(...grades.splice(Math.floor((grades.length - 1) / 2), 1))
    return [id, order.map((one) => String(one)).join('')] as const
  })
  return medians.toSorted(([, a], [, b]) => (a < b ? 1 : -1)).map(([id]) => [id])
}
