import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { aCall, employ, ok, summary } from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, lastLink } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 5)
})
afterEach(() => app.close())

/** Files an entry by the public form and its mail. */
async function apply(call: { id: string; categoryIds: string[] }, contactEmail: string): Promise<void> {
  const contact = { contactName: 'Paul Tanguy', contactEmail, consent: true }
  const body = { categoryId: call.categoryIds[0], title: 'Le bon poteau', organisation: 'Ville de Lanvec', summary }
  ok(await app.anonymous.post(`/api/calls/${call.id}/entries`, { ...body, ...contact }), 202)
  await app.runJobs()
  ok(await app.anonymous.post('/api/calls/confirm', { token: lastLink(app, contactEmail) }))
}

describe('the address that an entry names', () => {
  const conflictsOf = async (id: string): Promise<Looked[]> =>
    ok(await committee.administrator.get(`/api/awards/${id}/conflicts`)).items
  it('is a conflict of interest of whoever has an account with it, which the office alone sets aside', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    const { id, caller } = memberOf(committee, 3)
    const { email } = await app.deps.world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await apply(call, email.toUpperCase())
    const [found, ...others] = await conflictsOf(call.id)
    assert.deepEqual([found?.person.id, found?.origin, found?.can.lift, others], [id, 'contact', true, []])
    assert.equal(ok(await caller.get(`/api/awards/${call.id}`)).categories[0].recused, 'category')
    assert.equal((await caller.delete(`/api/award-conflicts/${found?.id}`)).body.code, 'recusal-pinned')
    const url = `/api/award-conflicts/${found?.id}`
    assert.equal((await committee.administrator.delete(url)).body.errors[0].pointer, '/reason')
    ok(await committee.administrator.delete(url, { reason: 'A prêté son adresse, c’est tout.' }))
    const again = async () => {
      const [entry] = ok(await committee.administrator.get(`/api/awards/${call.id}/entries`)).items
      ok(await committee.administrator.put(`/api/award-entries/${entry.id}/verdict`, { verdict: 'eligible' }))
      return (await conflictsOf(call.id)).map(({ origin }) => origin)
    }
    assert.deepEqual(await again(), [])
    // What was set aside is the address; where they are employed is another ground.
    await employ(app, id, 'Mairie de Lanvec')
    assert.deepEqual(await again(), ['organisation'])
  })
  it('is nobody’s who has another; a member who proposes the work of others may judge it', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    await apply(call, 'quelqu.un@exemple.fr')
    const body = { categoryId: call.categoryIds[0], title: 'Sept mots', organisation: 'Agence des rivages', summary }
    ok(await memberOf(committee, 4).caller.post(`/api/awards/${call.id}/entries`, body), 201)
    assert.deepEqual(await conflictsOf(call.id), [])
  })
})
