import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aShortlist, employ, type Nominated, ok, three } from '../../../../test/awards.ts'
import { later, memberOf } from '../../../../test/decisions.ts'
import { type Answer, type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../../test/votes.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
afterEach(() => app.close())

const office = () => committee.administrator
const urlOf = (category: string | undefined, what: string) => `/api/award-categories/${category}/${what}`
const open = async (category: string | undefined, method: 'approval' | 'score'): Promise<string> => {
  const body = { method, most: 2, closesAt: later(app, 48) }
  return ok(await office().post(urlOf(category, 'shortlist-vote'), body), 201).vote.id
}
const cast = (voteId: string, value: object): Promise<Answer> =>
  memberOf(committee, 0).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'cast', value })
const recusedIn = async (edition: string): Promise<string> =>
  ok(await memberOf(committee, 0).caller.get(`/api/awards/${edition}`)).categories[0].recused
const votersOf = async (category: string | undefined): Promise<number> =>
  ok(await office().get(urlOf(category, 'rankings'))).vote.voters
const two: Nominated[] = [{ entries: three }, { entries: three.map(([title]) => [title, `Autre ${title}`]) }]

describe('who is recused has no ballot in a vote on a shortlist', () => {
  it('when the office takes the whole category from them, after they left out one entry', async () => {
    await employ(app, memberOf(committee, 0).id, 'Ville A')
    const { id, categories } = await aShortlist(app, committee, two, { scope: 'entry' })
    const category = categories[0]?.id
    const vote = await open(category, 'score')
    ok(await cast(vote, { grades: { o2: 2, o3: 0 } }), 201)
    const personId = memberOf(committee, 0).id
    ok(await office().post(urlOf(category, 'recusals'), { personId, reason: 'A écrit deux des dossiers.' }))
    assert.deepEqual([await recusedIn(id), await votersOf(category)], ['category', 0])
    assert.equal((await cast(vote, { grades: { o2: 2, o3: 0 } })).body.code, 'not-on-roll')
  })
  it('when the conflict is found as the vote of another category opens', async () => {
    const { id, categories } = await aShortlist(app, committee, two)
    const [category, other] = categories.map((one) => one.id)
    ok(await cast(await open(category, 'approval'), { approved: ['o2'] }), 201)
    await employ(app, memberOf(committee, 0).id, 'Ville A')
    await open(other, 'approval')
    assert.deepEqual([await recusedIn(id), await votersOf(category)], ['category', 0])
  })
})

describe('a conflict about an entry', () => {
  it('goes with it into another category while it is rejected, and stays there', async () => {
    const [first, second] = two
    const { id, categories } = await aShortlist(app, committee, [
      { entries: first?.entries.slice(0, 1) ?? [] },
      { entries: second?.entries ?? [] },
    ])
    const [from, to] = categories
    const entryId = from?.entries[0].id
    const declare = (category: string | undefined) =>
      memberOf(committee, 0).caller.post(urlOf(category, 'conflicts'), { entryId, reason: 'Ma sœur y travaille.' })
    const judge = (body: object) => office().put(`/api/award-entries/${entryId}/verdict`, body)
    ok(await declare(from?.id))
    ok(await judge({ verdict: 'rejected', categoryId: to?.id, reason: 'Hors délai.' }))
    ok(await declare(to?.id))
    ok(await judge({ verdict: 'eligible' }))
    const { categories: now } = ok(await memberOf(committee, 0).caller.get(`/api/awards/${id}`))
    assert.deepEqual(
      now.map(({ recused }: Looked) => recused),
      ['no', 'category'],
    )
    const { items } = ok(await memberOf(committee, 0).caller.get(`/api/awards/${id}/conflicts`))
    assert.deepEqual([items.length, items[0].categoryId], [1, to?.id])
  })
})
