import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { append } from '@cenacle/tally/chain'
import { canonical } from '@cenacle/tally/canonical'
import { aShortlist, employ, ok, three } from '../../../../test/awards.ts'
import { memberOf } from '../../../../test/decisions.ts'
import { type Answer, type Caller, type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../../test/votes.ts'
import { sqlState } from '../../../database/errors.ts'
import { sha256 } from '../../../ids.ts'
import { verifyJournal, verifyJournals } from '../journal/verify.ts'

let app: TestApp
let committee: Committee
let edition: Awaited<ReturnType<typeof aShortlist>>
const db = () => app.deps.world.db
const office = () => committee.administrator
const first = () => edition.categories[0]?.id ?? ''
const draw = (places: number, caller: Caller = office()): Promise<Answer> =>
  caller.post(`/api/award-categories/${first()}/draw`, { places })
const replace = (): Promise<Answer> => office().post(`/api/award-categories/${first()}/draw/replacements`)
const journal = async (caller: Caller = office()): Promise<Looked> =>
  ok(await caller.get(`/api/awards/${edition.id}/journal/export`))
const bodyOf = async (type: string): Promise<Looked> =>
  (await journal()).events.findLast((event: Looked) => event.type === type)?.body
const sorted = (ids: readonly string[]): string[] => ids.toSorted()
/** Who judges a category, in the order of their ids. */
const idsOf = ({ team }: Looked): string[] => sorted(team.map(({ id }: Looked) => id))
const recuse = async (personId: string): Promise<unknown> =>
  ok(await office().post(`/api/award-categories/${first()}/recusals`, { personId, reason: 'A conseillé ce projet.' }))

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 8)
  await employ(app, memberOf(committee, 7).id, 'Ville A')
  edition = await aShortlist(app, committee, [{ entries: three }], { scope: 'entry' })
})
afterEach(() => app.close())

describe('a team that is drawn in public', () => {
  it('is drawn once from everybody without a conflict, as was promised with the call; nobody chooses it after', async () => {
    const drawn = ok(await draw(3), 201).categories[0]
    const { pool, order, team, ...said } = await bodyOf('team.drawn')
    const fit = committee.members.slice(0, 7).map(({ id }: Looked) => id)
    assert.deepEqual(pool, sorted(fit))
    assert.deepEqual(sorted(order), pool)
    assert.deepEqual(team, order.slice(0, 3))
    assert.deepEqual(idsOf(drawn), sorted(team))
    assert.deepEqual(
      [drawn.byTeam, drawn.drawn, drawn.can],
      [true, { places: 3, gone: 0 }, { draw: false, replace: false }],
    )
    // As anybody does it by hand.
    assert.equal(sha256(said.nonce), (await bodyOf('edition.call')).draws[first()])
    assert.equal(said.seed, sha256(said.nonce + said.head))
    const keyOf = (id: string): string => sha256(`${said.seed}:${id}`)
    assert.deepEqual(
      order,
      pool.toSorted((a: string, b: string) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    )
    assert.equal((await draw(3)).body.code, 'team-drawn')
    const chosen = await office().patch(`/api/award-categories/${first()}`, { team: [] })
    assert.deepEqual([chosen.status, chosen.body.code], [409, 'team-drawn'])
    ok(await office().patch(`/api/award-categories/${first()}`, { name: 'Autre nom', team }))
  })
  it('is drawn once, however many ask at once, and the database keeps it', async () => {
    const answers = await Promise.all([3, 4, 2, 3].map((places) => draw(places)))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409, 409, 409],
    )
    for (const statement of [`update award_draw set nonce = 'x'`, 'update award_draw set places = 1'])
      await assert.rejects(sql`${sql.raw(statement)}`.execute(db()), (error) => sqlState(error) === '42501', statement)
  })
  it('leaves the place of who is gone to the next in the same order, and to nobody else', async () => {
    ok(await draw(3), 201)
    const { order } = await bodyOf('team.drawn')
    assert.equal((await replace()).body.code, 'conflict', 'nobody has left')
    // The first of the team, and the one who would come next.
    for (const id of [order[0], order[3]]) await recuse(id)
    const { gone } = ok(await office().get(`/api/awards/${edition.id}`)).categories[0].drawn
    assert.equal(gone, 1)
    const after = ok(await replace()).categories[0]
    assert.deepEqual(idsOf(after), sorted([order[1], order[2], order[4]]))
    assert.deepEqual((await bodyOf('team.replaced')).gone, [order[0], order[3]])
    await db().updateTable('person').set({ suspended_at: new Date() }).where('id', '=', order[2]).execute()
    const last = ok(await replace()).categories[0]
    assert.deepEqual(idsOf(last), sorted([order[1], order[4], order[5]]))
    assert.deepEqual(
      (await verifyJournals(db())).map(({ problem }) => problem),
      [null],
    )
  })
  it('is drawn by who runs the award without a conflict, between eligibility and the jury', async () => {
    assert.equal((await draw(3, memberOf(committee, 0).caller)).status, 403)
    const refused = await draw(8)
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/places'])
    await recuse(memberOf(committee, 1).id)
    const { space_id, person_id } = { space_id: committee.spaceId, person_id: memberOf(committee, 1).id }
    await db()
      .insertInto('space_person')
      .values({ space_id, person_id, role: 'facilitator', added_at: new Date() })
      .execute()
    assert.equal((await draw(3, memberOf(committee, 1).caller)).body.code, 'recused')
    ok(await office().post(`/api/awards/${edition.id}/phase`, { to: 'jury' }))
    assert.equal((await draw(3)).body.code, 'edition-frozen')
  })
})

describe('a journal that tells of a draw', () => {
  /** The same chain, whole, in which one event says something else. */
  const falsified = async (type: string, change: (body: Looked) => void): Promise<string | null> => {
    const exported = await journal()
    let last: Looked = null
    const events = exported.events.map(({ body, ...event }: Looked) => {
      if (event.type === type) change(body)
      const payload = body === undefined ? event.payload : sha256(canonical(body))
      last = append(sha256, last, { ...event, payload })
      return { ...last, ...(body !== undefined && { body }) }
    })
    return verifyJournal({ ...exported, events, head: last.hash }).problem
  }
  it('is drawn again offline, and refused where anything of the draw was falsified, be the chain as whole as it may', async () => {
    ok(await draw(3), 201)
    const { order } = await bodyOf('team.drawn')
    await recuse(order[1])
    ok(await replace())
    for (const caller of [office(), memberOf(committee, 0).caller]) {
      assert.equal(verifyJournal(await journal(caller)).problem, null)
      const body = (await journal(caller)).events.find(({ type }: Looked) => type === 'team.drawn')?.body
      assert.deepEqual(body?.order, order, 'the whole committee checks it')
    }
    assert.match((await falsified('team.drawn', (body) => body.team.reverse())) ?? '', /not the first of its draw/)
    assert.match((await falsified('team.drawn', (body) => body.order.reverse())) ?? '', /not the one that its seed/)
    assert.match((await falsified('team.drawn', (body) => body.pool.pop())) ?? '', /not the one that its seed/)
    assert.match((await falsified('team.drawn', (body) => (body.nonce = '0'))) ?? '', /not the one that was promised/)
    assert.match((await falsified('edition.shortlist', (body) => (body.entries = 9))) ?? '', /eligibility closed/)
    assert.match((await falsified('team.replaced', (body) => body.team.reverse())) ?? '', /not the next of its draw/)
    assert.match((await falsified('team.replaced', (body) => (body.gone = []))) ?? '', /not the next of its draw/)
  })
})
