import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, judged, ok, seal, summary, travelTo } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY, lastLink, travel } from '../../../test/votes.ts'
import { planDaily } from '../../jobs/daily.ts'
import { FORGET_CONTACTS_JOB } from './forget.ts'

let app: TestApp
let committee: Committee
const db = () => app.deps.world.db
const paul = { contactName: 'Paul Tanguy', contactEmail: 'paul@exemple.fr' }

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
  await planDaily(app.deps.world, FORGET_CONTACTS_JOB)
})
afterEach(() => app.close())

/** Titles, and whom to write to of those that came by the public form, as the office reads them a day later. */
async function readLater(editionId: string, days: number): Promise<[string, string | null][]> {
  await travel(app, days * DAY)
  await app.runJobs()
  const { items } = ok(await committee.administrator.get(`/api/awards/${editionId}/entries`))
  return items.map(({ title, contact }: { title: string; contact: { email: string } | null }) => [
    title,
    contact?.email ?? null,
  ])
}

/** An entry that came by the public form, confirmed. */
async function anEntry(): Promise<{ editionId: string }> {
  const call = await aCall(app, committee, [{ entries: [] }])
  const said = { categoryId: call.categoryIds[0], title: 'Le bon poteau', organisation: 'Ville', summary, ...paul }
  ok(await app.anonymous.post(`/api/calls/${call.id}/entries`, { ...said, consent: true }), 202)
  await app.runJobs()
  ok(await app.anonymous.post('/api/calls/confirm', { token: lastLink(app, paul.contactEmail) }))
  return { editionId: call.id }
}

const keepFor = async (keptMonths: number, privacy = '') =>
  ok(await committee.administrator.put('/api/settings/award', { keptMonths, privacy }))

describe('whom to write to about an entry', () => {
  it('is erased twelve months after the palmarès is public; what the palmarès rests on stays', async () => {
    const edition = await judged(app, committee, [[6, 3, 1]])
    const contact = { contact_name: paul.contactName, contact_email: paul.contactEmail, consented_at: new Date(0) }
    await db().updateTable('award_entry').set(contact).where('title', '=', 'Un').execute()
    await travelTo(app, edition.juryClosesAt)
    const second = await app.as((await aPerson(db(), { role: 'administrator' })).id)
    await seal(edition, committee.administrator, second)
    await travelTo(app, edition.embargoAt)
    const kept: [string, string | null][] = [
      ['Un', paul.contactEmail],
      ['Deux', null],
      ['Trois', null],
    ]
    assert.deepEqual(await readLater(edition.id, 364), kept)
    const before = await db().selectFrom('award_entry').selectAll().where('title', '=', 'Un').executeTakeFirstOrThrow()
    assert.deepEqual((await readLater(edition.id, 2))[0], ['Un', null])
    const after = await db().selectFrom('award_entry').selectAll().where('title', '=', 'Un').executeTakeFirstOrThrow()
    assert.deepEqual(after, { ...before, contact_name: '', contact_email: '' })
    ok(await app.anonymous.get(`/api/palmares/${edition.id}`))
    await readLater(edition.id, 5)
    const said = await db()
      .selectFrom('award_event')
      .select('detail')
      .where('type', '=', 'contacts.forgotten')
      .execute()
    assert.deepEqual(said, [{ detail: { by: null, count: 1 } }], 'said once, and of nobody')
  })
  it('of an edition that is never public, a year after its call closed and the period; the round comes by itself, each day', async () => {
    await keepFor(2)
    const { editionId } = await anEntry()
    // For the next call: this one has promised two.
    await keepFor(36)
    assert.deepEqual(await readLater(editionId, 1 + 365 + 55), [['Le bon poteau', paul.contactEmail]])
    const days: (string | null | undefined)[] = []
    for (let day = 0; day < 12; day += 1) days.push((await readLater(editionId, 1))[0]?.[1])
    assert.deepEqual([days[0], days.at(-1)], [paul.contactEmail, null])
    const rounds = await db().selectFrom('job').select('id').where('type', '=', FORGET_CONTACTS_JOB).execute()
    assert.equal(rounds.length, 1)
  })
  it('what nobody confirms is gone after seven days', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    const said = { categoryId: call.categoryIds[0], title: 'Jamais', organisation: 'Ville', summary, ...paul }
    ok(await app.anonymous.post(`/api/calls/${call.id}/entries`, { ...said, consent: true }), 202)
    await travel(app, 6 * DAY)
    await app.runJobs()
    const waiting = () => db().selectFrom('award_entry_request').select('edition_id').execute()
    assert.equal((await waiting()).length, 1)
    await travel(app, DAY)
    await app.runJobs()
    assert.deepEqual(await waiting(), [])
  })
})

describe('what the public form says of these data', () => {
  it('is the period and the text that hold; the administration writes both, and a slip in the row changes neither', async () => {
    await aCall(app, committee, [{ entries: [] }])
    const form = async () => ok(await app.anonymous.get('/api/calls'))
    const months = async () => (await form()).items[0].keptMonths
    assert.equal(await months(), 12)
    assert.match((await form()).privacy, /répond de ces données[^]*cnil\.fr/u)
    const body = { keptMonths: 6, privacy: 'Écrire à **dpo@observatoire.example**.' }
    assert.equal((await memberOf(committee, 0).caller.put('/api/settings/award', body)).status, 403)
    assert.equal((await committee.administrator.put('/api/settings/award', { ...body, keptMonths: 0 })).status, 422)
    assert.deepEqual(await keepFor(body.keptMonths, body.privacy), body)
    assert.equal(await months(), 6)
    assert.match((await form()).privacy, /<strong>.*dpo@observatoire\.example/u)
    for (const slip of [{ keptMonths: null, privacy: 3 }, { keptMonths: '0' }, 'douze', []]) {
      await db()
        .updateTable('setting')
        .set({ value: JSON.stringify(slip) })
        .where('key', '=', 'award')
        .execute()
      assert.equal(await months(), 12)
      assert.match((await form()).privacy, /cnil\.fr/u)
    }
    assert.equal((await keepFor(24)).keptMonths, 24, 'and the row can be written again')
    assert.equal(await months(), 12, 'what was promised is not lengthened')
  })
})
