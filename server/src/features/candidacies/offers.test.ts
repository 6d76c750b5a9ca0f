import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { testApp, type TestApp } from '../../../test/harness.ts'
import {
  aCommittee,
  anOpenCandidacy,
  CHARTER_HASH,
  type Committee,
  DAY,
  lastLink,
  setSeats,
  travel,
  travelToClose,
} from '../../../test/votes.ts'
import { admitCandidates } from './admit.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const read = async (id: string) => (await member(0).caller.get(`/api/candidacies/${id}`)).body
const post = (path: string, body: object) => app.anonymous.post(`/api/applications/${path}`, body)

/** So many women whom the committee has accepted and for whom no seat is free, each with the link of the last mail. */
async function waitingWomen(count: number) {
  const opened = []
  for (let index = 0; index < count; index += 1)
    opened.push(await anOpenCandidacy(app, committee, { college: 'woman' }))
  // More than half of the roll, the quorum, also once somebody was seated.
  for (const { voteId } of opened)
    for (const index of [0, 1, 2]) await member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
  await travelToClose(app, opened.at(-1) ?? { closesAt: '' }, 0)
  await app.runJobs()
  return opened.map((one) => ({ ...one, token: lastLink(app, one.email) }))
}

describe('a seat on offer', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
    await setSeats(app, { cap: 4 })
  })
  after(() => app.close())

  it('vote criterion 8: 20 acceptances at once for one seat seat exactly one; the others keep their places', async () => {
    const { db } = app.deps.world
    const women = await waitingWomen(20)
    assert.deepEqual(
      (await Promise.all(women.map(async ({ id }) => (await read(id)).rank))).toSorted((a, b) => a - b),
      women.map((_, index) => index + 1),
    )
    await setSeats(app, { cap: 6 })
    // More offers than seats, as no run of the job makes them: fewer seats since, or seats given by hand.
    const until = new Date(app.deps.world.now().getTime() + DAY)
    await db.updateTable('candidacy').set({ offered_at: app.deps.world.now(), offer_until: until }).execute()
    const answers = await Promise.all(women.map(({ token }) => post('accept', { token, charter: CHARTER_HASH })))
    const statuses = answers.map(({ body }): string => body.status).toSorted((a, b) => a.localeCompare(b))
    assert.deepEqual(statuses, ['admitted', ...Array.from({ length: 19 }, () => 'waiting')])
    const seated = db.selectFrom('person').select('id').where('role', '=', 'member').where('college', '=', 'woman')
    assert.equal((await seated.execute()).length, 3)
    const again = await Promise.all(women.map(({ token }) => post('accept', { token, charter: CHARTER_HASH })))
    assert.ok(again.every(({ status }) => status === 409))
    await db.deleteFrom('candidacy_link').execute()
    await db.deleteFrom('candidacy').where('admitted_at', 'is', null).execute()
  })
  it('needs the charter, lapses after fourteen days and goes to the next in line', async () => {
    const women = await waitingWomen(2)
    const ranks = new Map(
      await Promise.all(women.map(async ({ id }) => [id, (await read(id)).rank as number] as const)),
    )
    // Filed and accepted at the same instant: their order was drawn.
    const [first, second] = women.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0))
    assert.ok(first && second)
    await setSeats(app, { cap: 8 })
    await app.runJobs()
    assert.deepEqual([(await read(first.id)).status, (await read(second.id)).rank], ['offered', 1])
    const token = lastLink(app, first.email)
    assert.equal((await post('accept', { token, charter: true })).status, 422)
    assert.equal((await post('follow', { token })).body.can.accept, true)
    await travel(app, 14 * DAY)
    assert.equal((await read(first.id)).status, 'lapsed')
    assert.equal((await post('accept', { token, charter: CHARTER_HASH })).status, 409)
    await app.runJobs()
    assert.deepEqual([(await read(first.id)).status, (await read(second.id)).status], ['lapsed', 'offered'])
    const declined = await post('withdraw', { token: lastLink(app, second.email) })
    assert.equal(declined.body.status, 'withdrawn')
    assert.deepEqual(await admitCandidates(app.deps.world), { admitted: [], offered: [] })
    const { body: log } = await member(0).caller.get(`/api/votes/${first.voteId}/log`)
    assert.deepEqual(
      log.events.map(({ type }: { type: string }) => type).filter((type: string) => type.startsWith('candidacy.')),
      ['candidacy.waiting', 'candidacy.offered', 'candidacy.lapsed'],
    )
  })
  it('a wait ends after twelve months, the candidate asked first; who stays keeps the place', async () => {
    await setSeats(app, { cap: 4 })
    const [first, second] = await waitingWomen(2)
    assert.ok(first && second)
    await travel(app, 335 * DAY)
    await app.runJobs()
    const token = lastLink(app, first.email)
    assert.match(app.outbox.findLast(({ to }) => to === first.email)?.subject ?? '', /toujours/u)
    assert.equal((await post('stay', { token })).status, 200)
    assert.equal((await post('stay', { token })).status, 409)
    await travel(app, 30 * DAY)
    await app.runJobs()
    assert.deepEqual([(await read(first.id)).rank, (await read(second.id)).status], [1, 'expired'])
    await travel(app, 365 * DAY)
    await app.runJobs()
    assert.equal((await read(first.id)).status, 'expired')
    assert.equal((await member(0).caller.get(`/api/candidacies/${second.id}`)).status, 404, 'forgotten by now')
  })
})
