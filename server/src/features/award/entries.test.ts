import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, ok, summary } from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY, lastLink, travel } from '../../../test/votes.ts'
import { organisationKey } from './organisation.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
})
afterEach(() => app.close())

describe('the call for entries', () => {
  it('takes an entry without an account once its mail is confirmed, once, with consent and within limits', async () => {
    const call = await aCall(app, committee, [{ entries: [] }, { entries: [] }])
    const [first = '', second = ''] = call.categoryIds
    const { items } = ok(await app.anonymous.get('/api/calls'))
    assert.deepEqual([items.length, items[0].categories.length], [1, 2])
    const url = `/api/calls/${call.id}/entries`
    const contact = { contactName: 'Paul Tanguy', contactEmail: 'paul@exemple.fr', consent: true }
    const body = { categoryId: first, title: 'Le bon poteau', organisation: 'Ville de Lanvec', summary, ...contact }
    assert.equal((await app.anonymous.post(url, { ...body, consent: false })).status, 422)
    assert.equal((await app.anonymous.post(url, { ...body, link: 'javascript:alert(1)' })).status, 422)
    const stranger = await app.anonymous.post(url, { ...body, categoryId: call.id })
    assert.equal(stranger.body.errors[0].pointer, '/categoryId')
    for (let n = 0; n < 7; n += 1) ok(await app.anonymous.post(url, body), 202)
    await app.runJobs()
    const mails = app.outbox.filter(({ to }) => to === 'paul@exemple.fr')
    assert.equal(mails.length, 5, 'five an hour for one address')
    assert.match(mails[0]?.text ?? '', /\/prix\/dossier#\S+/u, 'the secret is in no path, which proxies write down')
    const list = async () => ok(await committee.administrator.get(`/api/awards/${call.id}/entries`)).items
    assert.deepEqual(await list(), [], 'nothing before it is confirmed')
    const token = lastLink(app, 'paul@exemple.fr')
    const both = await Promise.all([1, 2].map(() => app.anonymous.post('/api/calls/confirm', { token })))
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['200', '410'])
    const [entry] = await list()
    assert.deepEqual([entry.verdict, entry.contact.email], ['pending', 'paul@exemple.fr'])
    const seen = ok(await memberOf(committee, 0).caller.get(`/api/awards/${call.id}/entries`)).items
    assert.equal(seen[0].contact, null, 'only who runs the award has the address')
    const verdict = `/api/award-entries/${entry.id}/verdict`
    for (const said of [{ verdict: 'rejected' }, { verdict: 'eligible', categoryId: second }])
      assert.equal((await committee.administrator.put(verdict, said)).body.errors[0].pointer, '/reason')
    const moved = { verdict: 'eligible', categoryId: second, reason: 'C’est une image.' }
    const [after] = ok(await committee.administrator.put(verdict, moved)).items
    assert.deepEqual([after.categoryId, after.askedCategoryId, after.verdict], [second, first, 'eligible'])
  })
  it('takes no link that hides what it is, or that no database keeps', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    const body = { categoryId: call.categoryIds[0], title: 'Le bon poteau', organisation: 'Ville', summary }
    const links = ['https://x.fr/\u0000', 'https://x.fr/\uD800', 'https://x.fr/\na', 'https://x.fr/\u202Egnp.exe']
    for (const link of links) {
      const refused = await memberOf(committee, 0).caller.post(`/api/awards/${call.id}/entries`, { ...body, link })
      assert.deepEqual([refused.status, refused.body.errors?.[0].pointer], [422, '/link'], JSON.stringify(link))
    }
    ok(
      await memberOf(committee, 0).caller.post(`/api/awards/${call.id}/entries`, { ...body, link: 'https://x.fr/é' }),
      201,
    )
  })
  it('closes by the clock, and its calendar cannot go backwards', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    await travel(app, 2 * DAY)
    assert.deepEqual(ok(await app.anonymous.get('/api/calls')).items, [])
    const body = { categoryId: call.categoryIds[0], title: 'Tard', organisation: 'Ville', summary }
    const late = await memberOf(committee, 0).caller.post(`/api/awards/${call.id}/entries`, body)
    assert.deepEqual([late.status, late.body.code], [409, 'call-closed'])
    const wrong = await committee.administrator.patch(`/api/awards/${call.id}`, { embargoAt: call.juryClosesAt })
    assert.equal(wrong.body.errors[0].pointer, '/embargoAt')
  })
})

describe('names of organisations', () => {
  it('are one where they say one body, and two where they do not', () => {
    const unseen = ['Ville de Ren\u00ADnes', 'Ville de Ren\u200Bnes', 'Ville de Ren\u3164nes']
    assert.deepEqual(new Set(unseen.map(organisationKey)), new Set([organisationKey('Ville de Rennes')]))
    const same = ['Ville de Rennes', 'MAIRIE DE RENNES', 'Commune de Rennes', 'ville  de rennes.']
    assert.equal(new Set(same.map(organisationKey)).size, 1)
    const apart = [
      'Ville de Rennes',
      'Rennes Métropole',
      'Métropole de Rennes',
      'Université de Rennes',
      'Ville de Redon',
    ]
    assert.equal(new Set(apart.map(organisationKey)).size, apart.length)
    assert.equal(organisationKey('Conseil départemental du Léon'), organisationKey('Département du Léon'))
    assert.equal(organisationKey('Ville d’Ithurralde'), organisationKey("ville d'Ithurralde"))
    assert.equal(organisationKey(' – '), '')
  })
})
