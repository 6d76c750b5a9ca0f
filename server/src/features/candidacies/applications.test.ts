import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { testApp, type TestApp } from '../../../test/harness.ts'
import {
  aCommittee,
  anApplication,
  CHARTER_HASH,
  type Committee,
  DAY,
  HOUR,
  lastLink,
  REASON,
  travel,
} from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const form = (values: object = {}) => ({
  name: 'Solène Arzel',
  email: 'solene@departement-exemple.fr',
  college: 'woman',
  employer: 'Département du Léon',
  motivation: 'Dix ans de **communication** publique.',
  sponsorNamed: 'Maelle, de la ville voisine',
  consent: true,
  charter: CHARTER_HASH,
  ...values,
})
const post = (path: string, body: object) => app.anonymous.post(`/api/applications/${path}`, body)
const apply = (values: object = {}) => app.anonymous.post('/api/applications', form(values))
const mailsTo = (email: string) => app.outbox.filter(({ to }) => to === email)
const candidacies = () => app.deps.world.db.selectFrom('candidacy').selectAll().execute()

describe('the public form', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('states charter and purpose, and needs both agreed to', async () => {
    const { body, status } = await app.anonymous.get('/api/applications/form')
    assert.deepEqual([status, body.committee], [200, 'Comité de pilotage'])
    assert.match(body.charter.html, /bénévole/u)
    for (const missing of [{ consent: false }, { charter: undefined }, { college: undefined }, { motivation: '   ' }])
      assert.equal((await apply(missing)).status, 422, JSON.stringify(missing))
    assert.equal((await candidacies()).length, 0)
  })
  it('both texts are the committee’s to write; the hash of the charter that was agreed to is kept', async () => {
    const url = '/api/settings/candidacies'
    const before = (await app.anonymous.get('/api/applications/form')).body.charter.hash
    const texts = { charter: 'Venir **à l’heure**.', welcome: '' }
    assert.equal((await member(0).caller.put(url, texts)).status, 403)
    assert.equal((await committee.administrator.put(url, texts)).body.charter, texts.charter)
    const { charter } = (await app.anonymous.get('/api/applications/form')).body
    assert.match(charter.html, /<strong>à l’heure/u)
    assert.notEqual(charter.hash, before)
    // Who read the one before is asked to read this one.
    assert.deepEqual([(await apply()).status, (await apply({ charter: charter.hash })).status], [409, 202])
    assert.match((await member(0).caller.get('/api/welcome')).body.html, /premiers pas/u)
    await committee.administrator.put(url, { charter: '', welcome: '' })
    assert.equal((await app.anonymous.get('/api/applications/form')).body.charter.hash, before)
  })
  it('files nothing before the mail is confirmed, once, within seven days', async () => {
    const email = 'lente@exemple.fr'
    assert.equal((await apply({ email })).status, 202)
    await app.runJobs()
    const token = lastLink(app, email)
    assert.match(mailsTo(email)[0]?.text ?? '', /\/candidature\/confirmer#\S+/u, 'in no path, which proxies write down')
    const stored = await app.deps.world.db.selectFrom('candidacy_request').selectAll().execute()
    assert.ok(!JSON.stringify(stored).includes(token), 'only the hash of the link is stored')
    assert.equal((await candidacies()).length, 0)
    assert.equal((await member(0).caller.get('/api/candidacies')).body.items.length, 0)
    await travel(app, 7 * DAY)
    assert.equal((await post('confirm', { token })).body.code, 'link-used')
    await app.runJobs()
    assert.equal((await app.deps.world.db.selectFrom('candidacy_request').selectAll().execute()).length, 0)
    await apply({ email })
    await app.runJobs()
    const again = lastLink(app, email)
    const confirmed = await Promise.all([1, 2, 3].map(() => post('confirm', { token: again })))
    assert.deepEqual(
      confirmed.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 410, 410],
    )
    const [filed] = await candidacies()
    assert.ok(filed?.consented_at && filed.charter_hash)
    const { body } = await member(0).caller.get(`/api/candidacies/${filed.id}`)
    assert.deepEqual([body.status, body.sponsorNamed], ['submitted', 'Maelle, de la ville voisine'])
    await app.runJobs()
    assert.match(mailsTo(email).at(-1)?.subject ?? '', /déposée/u)
  })
  it('answers the same for every address, and floods no letter box', async () => {
    const { email } = await app.deps.world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', member(1).id)
      .executeTakeFirstOrThrow()
    const [known, unknown] = [await apply({ email }), await apply({ email: 'inconnue@exemple.fr' })]
    assert.deepEqual([known.status, known.body], [unknown.status, unknown.body])
    const much = 'beaucoup@exemple.fr'
    for (let k = 0; k < 8; k += 1) assert.equal((await apply({ email: much })).status, 202)
    await app.runJobs()
    assert.equal(mailsTo(much).length, 5)
    await travel(app, HOUR)
    await apply({ email: much })
    await app.runJobs()
    assert.equal(mailsTo(much).length, 6)
  })
})

describe('the follow-up page', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 4)
  })
  after(() => app.close())

  it('says where the candidacy stands, never what anybody said', async () => {
    const { id, token } = await anApplication(app)
    const follow = async () => (await post('follow', { token })).body
    assert.deepEqual(
      [(await follow()).status, (await post('follow', { token: 'x'.repeat(30) })).status],
      ['received', 410],
    )
    const { voteId } = (await member(0).caller.post(`/api/candidacies/${id}/open`)).body
    assert.equal((await follow()).status, 'examined')
    await member(1).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    await travel(app, 11 * DAY)
    await app.runJobs()
    const body = await follow()
    assert.equal(body.status, 'pending')
    const said = JSON.stringify([body, ...mailsTo(body.email)])
    for (const word of ['veto', 'prestataire', member(1).name]) assert.ok(!said.includes(word), word)
    await travel(app, 31 * DAY)
    await app.runJobs()
    assert.equal((await follow()).status, 'declined')
    assert.ok(!JSON.stringify(mailsTo(body.email)).includes('veto'))
  })
  it('a question goes to the candidate by the sponsor, and the answer to the committee', async () => {
    const { id, token, email } = await anApplication(app)
    const url = `/api/candidacies/${id}/questions`
    const asked = await member(0).caller.post(url, { question: 'Combien de temps aurez-vous ?' })
    assert.equal(asked.status, 201)
    const [question] = asked.body.items
    assert.deepEqual((await post('follow', { token })).body.questions, [])
    const passed = await member(1).caller.post(`${url}/${question.id}/pass`)
    assert.equal(passed.status, 200)
    assert.equal((await member(2).caller.post(`${url}/${question.id}/pass`)).status, 403, 'member 1 is the sponsor now')
    await app.runJobs()
    assert.match(mailsTo(email).at(-1)?.text ?? '', /Combien de temps/u)
    assert.equal((await post('follow', { token: lastLink(app, email) })).body.questions.length, 1)
    const answer = (text: string) => post('answers', { token, questionId: question.id, answer: text })
    assert.equal((await answer('Une soirée par semaine.')).status, 200)
    assert.equal((await answer('Deux.')).status, 409)
    const { items } = (await member(3).caller.get(url)).body
    assert.equal(items[0].answer, 'Une soirée par semaine.')
    const own = await post('questions', { token, question: 'Où vous réunissez-vous ?' })
    const theirs = own.body.questions.find(({ fromCandidate }: { fromCandidate: boolean }) => fromCandidate)
    assert.ok(!JSON.stringify(own.body).includes(member(0).name), 'who asked is not told')
    const told = await member(1).caller.put(`${url}/${theirs.id}/answer`, { answer: 'À distance.' })
    assert.equal(told.status, 200)
    assert.equal((await post('follow', { token })).body.questions.at(-1).answer, 'À distance.')
  })
  it('the sponsor presents; nobody else does', async () => {
    const { id } = await anApplication(app)
    const url = `/api/candidacies/${id}/presentation`
    const { body } = await member(2).caller.put(url, { text: 'Nous avons **travaillé** ensemble.' })
    assert.deepEqual([body.sponsor.id, body.can.present], [member(2).id, true])
    assert.match(body.presentation.html, /<strong>travaillé/u)
    assert.equal((await member(0).caller.put(url, { text: 'Moi aussi.' })).status, 403)
    assert.equal((await member(0).caller.put(`/api/candidacies/${id}/sponsor`)).status, 403)
  })
})
