import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { deliberationOf, judged, ok, sign, travelTo } from '../../../test/awards.ts'
import { anOffice, type Officer } from '../../../test/award-office.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
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

const eventsOf = async (type: string): Promise<Looked[]> =>
  db().selectFrom('award_event').selectAll().where('type', '=', type).execute()

/** What takes somebody's signature away between the first and the second one. */
const losses: [string, () => Promise<unknown>][] = [
  ['leaves the office', () => db().deleteFrom('space_person').where('person_id', '=', ambassador.id).execute()],
  [
    'is suspended',
    () => db().updateTable('person').set({ suspended_at: new Date() }).where('id', '=', ambassador.id).execute(),
  ],
]

describe('a first signature', () => {
  for (const [what, lose] of losses)
    it(`counts no more once who gave it ${what}: the next one is the first`, async () => {
      const edition = await judged(app, committee, [[6, 5, 0]])
      await travelTo(app, edition.juryClosesAt)
      const { hash } = await deliberationOf(edition, ambassador.caller)
      ok(await sign(edition, ambassador.caller, hash), 201)
      await lose()
      const [first] = (await deliberationOf(edition, office.caller)).signatures
      assert.deepEqual([first.current, first.lapsed], [false, true])
      assert.deepEqual(ok(await sign(edition, office.caller, hash), 201), { sealed: false })
      const [event] = await eventsOf('signature.dropped')
      assert.deepEqual([event.detail.personId, event.detail.hash], [ambassador.id, hash])
      assert.equal((await deliberationOf(edition, office.caller)).signatures.length, 1)
      assert.deepEqual(ok(await sign(edition, committee.administrator, hash), 201), { sealed: true })
    })
  for (const [what, lose] of losses)
    it(`of an erratum counts no more once who gave it ${what}`, async () => {
      const edition = await judged(app, committee, [[6, 5, 0]])
      await travelTo(app, edition.juryClosesAt)
      const { hash: sealed } = await deliberationOf(edition, office.caller)
      ok(await sign(edition, office.caller, sealed), 201)
      ok(await sign(edition, committee.administrator, sealed), 201)
      await travelTo(app, edition.embargoAt)
      const url = `/api/awards/${edition.id}/erratum`
      const [entry] = edition.categories[0]?.entries ?? []
      const body = { reason, nominees: [{ id: entry.id, title: 'Un', organisation: 'Ville de A' }] }
      const { hash } = ok(await committee.administrator.post(url, body), 201).proposal
      const put = (caller: Caller) => caller.post(`${url}/signature`, { hash })
      ok(await put(ambassador.caller), 201)
      await lose()
      assert.deepEqual(
        ok(await office.caller.get(url)).proposal.signatures.map(({ lapsed }: Looked) => lapsed),
        [true],
      )
      assert.deepEqual(ok(await put(office.caller), 201), { published: false })
      const [event] = await eventsOf('erratum.signature.dropped')
      assert.deepEqual([event.detail.personId, event.detail.version], [ambassador.id, 2])
      assert.deepEqual(ok(await put(committee.administrator), 201), { published: true })
      assert.equal(ok(await app.anonymous.get(`/api/palmares/${edition.id}`)).signedBy.length, 2)
    })
})
