import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aShortlist, employ, type Nominated, ok, three, travelTo } from '../../../../test/awards.ts'
import { later, memberOf } from '../../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../../test/votes.ts'
import { verifyDatabase } from '../../votes/verify.ts'

let app: TestApp
let committee: Committee
const db = () => app.deps.world.db
const reason = 'J’ai travaillé sur ce projet.'

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
afterEach(() => app.close())

const urlOf = (category: { id: string } | undefined, what: string) => `/api/award-categories/${category?.id}/${what}`
const eventsOf = async (type: string): Promise<Looked[]> =>
  db().selectFrom('award_event').selectAll().where('type', '=', type).execute()

const two: Nominated[] = [{ entries: three }, { entries: three.map(([title]) => [title, `Autre ${title}`]) }]
type Shortlisted = Awaited<ReturnType<typeof aShortlist>>

describe('the last juror of a vote on a shortlist', () => {
  const team = () => ({ team: [memberOf(committee, 1).id] })
  const open = async (category: { id: string } | undefined): Promise<string> => {
    const body = { method: 'approval', most: 2, closesAt: later(app, 48) }
    return ok(await committee.administrator.post(urlOf(category, 'shortlist-vote'), body), 201).vote.id
  }
  const cancelled = async (id: string): Promise<boolean> =>
    (await db().selectFrom('vote').select('cancelled_at').where('id', '=', id).executeTakeFirstOrThrow())
      .cancelled_at !== null
  const cast = (voteId: string) =>
    memberOf(committee, 1).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'cast', value: { approved: ['o2'] } })
  const judged = async (edition: Shortlisted) =>
    committee.administrator.put(`/api/award-entries/${edition.categories[1]?.entries[0].id}/verdict`, {
      verdict: 'eligible',
    })
  const concerned = async (): Promise<Shortlisted> => {
    const [entries] = two
    return aShortlist(app, committee, [{ entries: entries?.entries ?? [], values: team() }, ...two.slice(1)])
  }
  for (const closed of [false, true])
    it(`ends a vote that is ${closed ? 'closed' : 'open'}, in which nobody is left, and blocks no verdict`, async () => {
      const edition = await concerned()
      const [category] = edition.categories
      const vote = await open(category)
      ok(await cast(vote), 201)
      if (closed) {
        await travelTo(app, later(app, 49))
        await app.runJobs()
      }
      await employ(app, memberOf(committee, 1).id, 'Ville A')
      ok(await judged(edition))
      assert.equal(await cancelled(vote), true)
      const { vote: left, can } = ok(await committee.administrator.get(urlOf(category, 'rankings')))
      assert.deepEqual([left, can.openVote], [null, true])
      await app.runJobs()
      assert.deepEqual(
        (await verifyDatabase(db())).map(({ problem }) => problem),
        [null],
      )
      const [event] = await eventsOf('shortlist.vote.emptied')
      const { by: _whoever, ...said } = event.detail
      assert.deepEqual(said, { categoryId: category?.id, voteId: vote })
    })
  it('declares a conflict as anybody does', async () => {
    const edition = await concerned()
    const [category] = edition.categories
    const vote = await open(category)
    ok(await memberOf(committee, 1).caller.post(urlOf(category, 'conflicts'), { reason }))
    assert.equal(await cancelled(vote), true)
  })
})
