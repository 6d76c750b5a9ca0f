import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  aShortlist,
  deliberationOf,
  type Edition,
  ok,
  openJury,
  seal,
  three,
  travelTo,
} from '../../../../test/awards.ts'
import { aPerson } from '../../../../test/build.ts'
import { memberOf } from '../../../../test/decisions.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../../test/votes.ts'
import { sqlState } from '../../../database/errors.ts'
import { verifyJournal, verifyJournals } from './verify.ts'

let app: TestApp
let committee: Committee
let edition: Edition
let second: Caller
const db = () => app.deps.world.db
const journal = async (caller: Caller, what = ''): Promise<Looked> =>
  ok(await caller.get(`/api/awards/${edition.id}/journal${what}`))
const bodiesOf = async (caller: Caller): Promise<Map<string, Looked>> => {
  const { events } = await journal(caller, '/export')
  return new Map(events.map(({ type, body }: Looked) => [type, body]))
}

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 5)
  second = await app.as((await aPerson(db(), { role: 'administrator' })).id)
  const shortlist = await aShortlist(app, committee, [{ entries: three }])
  const conflicts = `/api/award-categories/${shortlist.categories[0]?.id}/conflicts`
  ok(await memberOf(committee, 1).caller.post(conflicts, { reason: 'Ma sœur y travaille.' }))
  edition = await openJury(committee, shortlist)
  await travelTo(app, edition.juryClosesAt)
  const withheld = [{ medal: 'Bronze', reason: 'Aucun dossier ne la mérite.' }]
  ok(await committee.administrator.put(`/api/award-categories/${edition.categories[0]?.id}/deliberation`, { withheld }))
})
after(() => app.close())

describe('the journal of an edition', () => {
  it('tells the office what was done, by whom, the newest first, page by page', async () => {
    const first = await journal(committee.administrator, '?limit=3')
    assert.deepEqual(
      first.items.map(({ type }: Looked) => type),
      ['category.deliberated', 'edition.jury', 'conflict.declared'],
    )
    const [deliberated, , declared] = first.items
    assert.equal(deliberated.category.id, edition.categories[0]?.id)
    assert.equal(deliberated.actor, 'bureau')
    assert.equal(declared.actor, 'member')
    assert.deepEqual([declared.by.id, declared.person.id], Array(2).fill(memberOf(committee, 1).id))
    const all = [...first.items]
    for (let { next } = first; next; ) {
      const page = await journal(committee.administrator, `?limit=3&cursor=${next}`)
      all.push(...page.items)
      next = page.next
    }
    assert.deepEqual(
      all.map(({ seq }: Looked) => seq),
      all.map((_, index) => all.length - index),
    )
    assert.equal(all.at(-1).type, 'edition.prepared')
  })
  it('tells a member neither whose conflict it is, nor what was decided of entries or results; their own conflict it does', async () => {
    const [office, member, own] = await Promise.all(
      [committee.administrator, memberOf(committee, 0).caller, memberOf(committee, 1).caller].map(bodiesOf),
    )
    const closed = ['conflict.declared', 'entry.filed', 'entry.judged', 'category.shortlisted', 'category.deliberated']
    for (const type of closed) {
      assert.notEqual(office?.get(type), undefined, type)
      assert.equal(member?.get(type), undefined, type)
    }
    assert.equal(own?.get('conflict.declared').by, memberOf(committee, 1).id)
    assert.equal(member?.get('edition.call').rulesHash, office?.get('edition.call').rulesHash)
    const said = JSON.stringify(await journal(memberOf(committee, 0).caller))
    assert.equal(said.includes(memberOf(committee, 1).id), false)
    assert.equal(said.includes('Bronze"'), true, 'the medals are no secret')
    assert.equal(said.includes('mérite'), false, 'what is withheld is')
  })
  it('is a chain, whole with and without what one may not know, that shows any change', async () => {
    for (const caller of [committee.administrator, memberOf(committee, 0).caller]) {
      const exported = await journal(caller, '/export')
      const { problem, events } = verifyJournal(exported)
      assert.deepEqual([problem, events], [null, exported.events.length])
      const changed = exported.events.map((event: Looked) => (event.seq === 2 ? { ...event, actor: 'system' } : event))
      assert.equal(verifyJournal({ ...exported, events: changed }).problem, 'event 2: modified')
      const shorter = exported.events.slice(0, -1)
      assert.match(verifyJournal({ ...exported, events: shorter }).problem ?? '', /truncated/)
    }
    assert.deepEqual(
      (await verifyJournals(db())).map(({ problem }) => problem),
      [null],
    )
  })
  it('is append-only, and the rules it holds are kept by the database too', async () => {
    const forbidden = [
      `update award_event set actor = 'system'`,
      `update award_event set detail = '{}'`,
      'delete from award_event',
      'truncate award_event',
    ]
    for (const statement of forbidden)
      await assert.rejects(sql`${sql.raw(statement)}`.execute(db()), (error) => sqlState(error) === '42501', statement)
    for (const statement of ['update award_category set least_jurors = 2', `update award_edition set scope = 'entry'`])
      await assert.rejects(sql`${sql.raw(statement)}`.execute(db()), (error) => sqlState(error) === '23514', statement)
  })
  it('tells the committee what was deliberated once the palmarès is public', async () => {
    const { hash } = await deliberationOf(edition, second)
    assert.equal(await seal(edition, committee.administrator, second), hash)
    assert.equal((await bodiesOf(memberOf(committee, 0).caller)).get('category.deliberated'), undefined)
    await travelTo(app, edition.embargoAt)
    const member = await bodiesOf(memberOf(committee, 0).caller)
    assert.equal(member.get('category.deliberated').withheld[0].medal, 'Bronze')
    assert.equal(member.get('conflict.declared'), undefined)
    assert.equal(member.get('palmares.sealed').hash, hash)
  })
})
