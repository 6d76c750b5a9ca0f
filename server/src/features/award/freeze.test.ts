import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { canonical } from '@cenacle/tally/canonical'
import { aCall, aShortlist, ok, summary, three } from '../../../test/awards.ts'
import { later, memberOf } from '../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY, travel } from '../../../test/votes.ts'
import { sha256 } from '../../ids.ts'

let app: TestApp
let committee: Committee
const office = () => committee.administrator
const editionUrl = (id: string): string => `/api/awards/${id}`
const categoryUrl = (id: string | undefined): string => `/api/award-categories/${id}`

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
afterEach(() => app.close())

const grid = { method: 'grid', criteria: [{ label: 'Effet', weight: 2 }] }
const FROZEN: object[] = [
  grid,
  { mostPoints: 10 },
  { medals: ['Or'] },
  { leastJurors: 2 },
  { name: 'Autre', medals: ['Or', 'Argent'] },
]

/** What was written down last of one type. */
async function lastOf(id: string, type: string): Promise<Looked> {
  const row = await app.deps.world.db
    .selectFrom('award_event')
    .select('detail')
    .where('edition_id', '=', id)
    .where('type', '=', type)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  const { by, ...detail } = row.detail as Looked
  assert.equal(typeof by, 'string')
  return detail
}

describe('by what entries are judged is frozen when the call opens', () => {
  it('until then everything changes', async () => {
    const { id } = ok(await office().post('/api/awards', { name: 'Prix', year: 2026 }), 201)
    const body = { name: 'Une', question: 'Laquelle ?' }
    const { categories } = ok(await office().post(`${editionUrl(id)}/categories`, body), 201)
    for (const change of FROZEN) ok(await office().patch(categoryUrl(categories[0].id), change))
    ok(await office().patch(editionUrl(id), { scope: 'entry' }))
    assert.deepEqual(ok(await office().delete(categoryUrl(categories[0].id))).categories, [])
  })
  it('in the call and until the jury: method, criteria, medals, jurors needed, scope, and which categories there are', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    const shortlist = await aShortlist(app, committee, [{ entries: three }])
    for (const [id, category] of [
      [call.id, call.categoryIds[0]],
      [shortlist.id, shortlist.categories[0]?.id],
    ] as const) {
      const before = ok(await office().get(editionUrl(id)))
      assert.equal(before.calledAt !== null && !before.can.setRules && before.can.change, true)
      const refused = [
        ...(await Promise.all(FROZEN.map((change) => office().patch(categoryUrl(category), change)))),
        await office().patch(editionUrl(id), { scope: 'entry' }),
        await office().post(`${editionUrl(id)}/categories`, { name: 'Tard', question: 'Laquelle ?' }),
        await office().delete(categoryUrl(category)),
      ]
      assert.deepEqual(
        refused.map(({ status, body }) => [status, body.code]),
        refused.map(() => [409, 'rules-frozen']),
      )
      assert.deepEqual(ok(await office().get(editionUrl(id))), before)
    }
  })
  it('texts and teams still change, and what is said as it was is no change', async () => {
    const { id, categories } = await aShortlist(app, committee, [{ entries: three }])
    const category = categories[0]?.id ?? ''
    const { criteria, mostPoints, medals, method, leastJurors } = ok(await office().get(editionUrl(id))).categories[0]
    const same = { criteria, mostPoints, medals, method, leastJurors }
    const team = [memberOf(committee, 1).id, memberOf(committee, 0).id]
    ok(await office().patch(categoryUrl(category), { ...same, question: 'Lequel ?', team }))
    assert.deepEqual(await lastOf(id, 'category.changed'), {
      categoryId: category,
      changes: {
        question: { from: 'Quel projet nous apprend le plus ?', to: 'Lequel ?' },
        team: { from: [], to: team.toSorted() },
      },
    })
    const count = async () => (await app.deps.world.db.selectFrom('award_event').selectAll().execute()).length
    const before = await count()
    ok(await office().patch(categoryUrl(category), { ...same, team: team.toReversed() }))
    ok(await office().patch(editionUrl(id), { name: 'Les Hashtags', scope: 'category' }))
    assert.equal(await count(), before)
  })
})

describe('the calendar once the call is open', () => {
  const patch = (id: string, body: object) => office().patch(editionUrl(id), body)

  it('moves later only, and the embargo both ways', async () => {
    const { id, juryClosesAt } = await aCall(app, committee, [{ entries: [] }])
    for (const body of [{ callClosesAt: later(app, 12) }, { juryClosesAt: later(app, 48) }, { juryClosesAt: null }])
      assert.equal((await patch(id, body)).body.code, 'calendar-forward', JSON.stringify(body))
    const callClosesAt = later(app, 48)
    assert.equal(ok(await patch(id, { callClosesAt })).callClosesAt, callClosesAt)
    assert.deepEqual((await lastOf(id, 'edition.changed')).changes.callClosesAt.to, callClosesAt)
    const embargoAt = later(app, 35 * 24)
    assert.equal(
      ok(await patch(id, { juryClosesAt: juryClosesAt.replace('Z', '+00:00'), embargoAt })).embargoAt,
      embargoAt,
    )
    assert.deepEqual(Object.keys((await lastOf(id, 'edition.changed')).changes), ['embargoAt'])
  })
  it('does not open a call again that has closed', async () => {
    const { id } = await aCall(app, committee, [{ entries: [] }])
    await travel(app, 2 * DAY)
    const again = await patch(id, { callClosesAt: later(app, 24) })
    assert.deepEqual([again.status, again.body.code], [409, 'calendar-forward'])
    assert.equal(ok(await office().get(editionUrl(id))).phase, 'eligibility')
    const juryClosesAt = later(app, 35 * 24)
    assert.equal(ok(await patch(id, { juryClosesAt })).juryClosesAt, juryClosesAt)
  })
})

describe('what is frozen is written down', () => {
  it('the rules with their hash at the opening of the call, the entries with theirs after its close', async () => {
    const call = await aCall(app, committee, [{ entries: [], values: grid }], { scope: 'entry' })
    const opened = await lastOf(call.id, 'edition.call')
    assert.equal(opened.from, 'prepared')
    assert.deepEqual(opened.rules, {
      edition: call.id,
      scope: 'entry',
      categories: [
        {
          id: call.categoryIds[0],
          method: 'grid',
          criteria: [{ id: 'c1', label: 'Effet', weight: 2 }],
          mostPoints: 20,
          medals: ['Or', 'Argent', 'Bronze'],
          leastJurors: 1,
        },
      ],
    })
    assert.equal(opened.rulesHash, sha256(canonical(opened.rules)))
    assert.equal(opened.calendar.embargoAt, call.embargoAt)

    const shortlist = await aShortlist(app, committee, [{ entries: three }])
    const closed = await lastOf(shortlist.id, 'edition.shortlist')
    const { items } = ok(await office().get(`${editionUrl(shortlist.id)}/entries`))
    const said = items.map((entry: Looked) => ({
      id: entry.id,
      categoryId: entry.categoryId,
      title: entry.title,
      organisation: entry.organisation,
      summary,
      link: entry.link,
      verdict: 'eligible',
      submittedAt: entry.submittedAt,
    }))
    assert.deepEqual([closed.entries, closed.entriesHash], [3, sha256(canonical(said))])
  })
})
