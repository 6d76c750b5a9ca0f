import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, ok, summary } from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, lastLink } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
})
afterEach(() => app.close())

const paul = 'paul@exemple.fr'

describe('mails about a verdict', () => {
  it('tell whoever filed the entry, once for each decision, with its reason', async () => {
    const call = await aCall(app, committee, [
      { name: 'Affichage', entries: [] },
      { name: 'Image', entries: [] },
    ])
    const [first = '', second = ''] = call.categoryIds
    const contact = { contactName: 'Paul Tanguy', contactEmail: paul, consent: true }
    const body = { categoryId: first, title: 'Le bon poteau', organisation: 'Ville de Lanvec', summary, ...contact }
    ok(await app.anonymous.post(`/api/calls/${call.id}/entries`, body), 202)
    await app.runJobs()
    ok(await app.anonymous.post('/api/calls/confirm', { token: lastLink(app, paul) }))
    const [entry] = ok(await committee.administrator.get(`/api/awards/${call.id}/entries`)).items
    const news = async (body: object): Promise<{ subject: string; text: string }[]> => {
      const before = app.outbox.length
      ok(await committee.administrator.put(`/api/award-entries/${entry.id}/verdict`, body))
      await app.runJobs()
      return app.outbox.slice(before).filter(({ to }) => to === paul)
    }
    const [eligible, ...no] = await news({ verdict: 'eligible' })
    assert.match(eligible?.subject ?? '', /^Votre dossier est recevable\s: Les Hashtags$/u)
    assert.match(eligible?.text ?? '', /Bonjour Paul Tanguy,[^]*«\sLe bon poteau\s»[^]*«\sAffichage\s»/u)
    assert.ok(!eligible?.text.includes('« Le'), 'typeset')
    assert.deepEqual(no, [])
    assert.deepEqual(await news({ verdict: 'eligible' }), [], 'said already')
    const moved = { verdict: 'eligible', categoryId: second, reason: 'C’est une image.' }
    const [elsewhere] = await news(moved)
    assert.match(elsewhere?.text ?? '', /«\sImage\s», et non[^]*«\sAffichage\s»[^]*C’est une image\./u)
    assert.deepEqual(await news(moved), [])
    const rejected = { verdict: 'rejected', reason: 'Déposé par un prestataire.' }
    const [refused] = await news(rejected)
    assert.match(refused?.text ?? '', /ne peut pas concourir[^]*Déposé par un prestataire\./u)
    assert.deepEqual(await news(rejected), [])
    assert.equal((await news({ ...rejected, reason: 'Autre raison.' })).length, 1)
    const back = await Promise.all([1, 2].map(() => news({ verdict: 'eligible' })))
    assert.ok(back.flat().length > 0)
    assert.equal(
      app.outbox.filter(({ to, subject }) => to === paul && subject.startsWith('Votre dossier est')).length,
      2,
    )
  })
  it('go to the member who filed it, and to nobody who is suspended or when it is refused', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    const { id, caller } = memberOf(committee, 1)
    const { db } = app.deps.world
    const { email } = await db.selectFrom('person').select('email').where('id', '=', id).executeTakeFirstOrThrow()
    const body = { categoryId: call.categoryIds[0], title: 'Un', organisation: 'Ville', summary }
    const [entry] = ok(await caller.post(`/api/awards/${call.id}/entries`, body), 201).items
    const judge = async (verdict: object, status = 200) => {
      const answer = await committee.administrator.put(`/api/award-entries/${entry.id}/verdict`, verdict)
      assert.equal(answer.status, status)
      await app.runJobs()
      return app.outbox.filter(({ to, subject }) => to === email && subject.startsWith('Votre dossier')).length
    }
    assert.equal(await judge({ verdict: 'rejected' }, 422), 0)
    assert.equal(await judge({ verdict: 'eligible' }), 1)
    await db.updateTable('person').set({ suspended_at: new Date() }).where('id', '=', id).execute()
    assert.equal(await judge({ verdict: 'rejected', reason: 'Non.' }), 1)
  })
})
