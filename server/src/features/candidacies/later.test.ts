import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import {
  aCommittee,
  anApplication,
  anOpenCandidacy,
  CHARTER_HASH,
  type Committee,
  DAY,
  lastLink,
  setSeats,
  stopDatabaseClock,
  travel,
  travelToClose,
} from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => committee.members[index] ?? assert.fail()
const read = async (id: string) => (await member(0).caller.get(`/api/candidacies/${id}`)).body
const post = (path: string, body: object) => app.anonymous.post(`/api/applications/${path}`, body)
const follow = async (token: string) => (await post('follow', { token })).body
const db = () => app.deps.world.db

/** A candidacy that the committee has voted for, at its close. */
async function accepted(values: { email?: string; college?: 'woman' | 'man' | 'undeclared' } = {}) {
  const opened = await anOpenCandidacy(app, committee, values)
  for (const { caller } of committee.members) await caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'yes' })
  await travelToClose(app, opened, 0)
  await app.runJobs()
  return { ...opened, token: lastLink(app, opened.email) }
}

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
after(() => app.close())

describe('who declared no college', () => {
  it('is told that this is what is missing, says it on the follow-up page, and is offered the free seat', async () => {
    const { id, token, email } = await accepted()
    assert.equal((await read(id)).status, 'waiting_parity')
    assert.match(app.outbox.findLast(({ to }) => to === email)?.subject ?? '', /une réponse manque/u)
    const page = await follow(token)
    assert.deepEqual([page.status, page.lacksCollege, page.rank, page.can.declare], ['waiting', true, null, true])
    assert.equal((await post('college', { token, college: 'undeclared' })).status, 422)
    const declared = await post('college', { token, college: 'woman' })
    assert.deepEqual([declared.status, declared.body.college, declared.body.can.declare], [200, 'woman', false])
    assert.equal((await post('college', { token, college: 'man' })).status, 409, 'once')
    await app.runJobs()
    assert.equal((await read(id)).status, 'offered')
    const sits = await post('accept', { token: lastLink(app, email), charter: CHARTER_HASH })
    assert.equal(sits.body.status, 'admitted')
  })
  it('says it in the profile of an account, and the candidacy knows it', async () => {
    const email = 'ambassadrice@ville-exemple.fr'
    const { id: personId } = await aPerson(db(), { role: 'ambassador', email, college: 'undeclared' })
    const { id } = await accepted({ email })
    assert.equal((await read(id)).status, 'waiting_parity')
    assert.equal((await (await app.as(personId)).patch('/api/me', { college: 'man' })).status, 200)
    await app.runJobs()
    assert.deepEqual([(await read(id)).college, (await read(id)).status], ['man', 'offered'])
  })
  it('stands in neither line; who declared one has the same rank everywhere', async () => {
    await setSeats(app, { cap: 4 })
    const [nobody, first, second] = [
      await accepted(),
      await accepted({ college: 'woman' }),
      await accepted({ college: 'woman' }),
    ]
    const picture = (await member(0).caller.get('/api/committee/seats')).body
    const listed = new Map(
      picture.list.map((one: { candidacyId: string; rank: number }) => [one.candidacyId, one.rank]),
    )
    for (const { id, token } of [nobody, first, second]) {
      const rank = (await read(id)).rank
      assert.deepEqual([(await follow(token)).rank, listed.get(id)], [rank, rank])
    }
    assert.deepEqual(
      [(await read(first.id)).rank, (await read(second.id)).rank, (await read(nobody.id)).rank],
      [1, 2, null],
    )
    await setSeats(app, { cap: 50 })
  })
})

describe('what nobody opens', () => {
  it('ends by the clock, says so in words of its own, and is forgotten in its turn', async () => {
    const { id, token, email } = await anApplication(app)
    await travel(app, 179 * DAY)
    await app.runJobs()
    assert.deepEqual([(await read(id)).status, (await read(id)).can.open], ['submitted', true])
    await travel(app, DAY)
    assert.equal((await read(id)).status, 'expired')
    assert.equal((await member(0).caller.post(`/api/candidacies/${id}/open`)).status, 409)
    await app.runJobs()
    const mail = app.outbox.findLast(({ to }) => to === email)?.text ?? ''
    assert.match(mail, /n’a pas ouvert l’examen/u)
    assert.doesNotMatch(mail, /prolongation/u)
    assert.equal((await follow(token)).status, 'unopened')
    await travel(app, 366 * DAY)
    await app.runJobs()
    assert.equal((await member(0).caller.get(`/api/candidacies/${id}`)).status, 404)
  })
})

describe('two clocks', () => {
  it('a server whose clock is ahead does not lose the admission: the database judges, and the job waits for it', async () => {
    const opened = await anOpenCandidacy(app, committee, { college: 'woman' })
    for (const { caller } of committee.members)
      await caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'yes' })
    await travelToClose(app, opened, 10_000)
    app.advance(11_000)
    await app.runJobs()
    assert.equal((await read(opened.id)).status, 'open')
    app.advance(60_000)
    await stopDatabaseClock(app, app.deps.world.now())
    await app.runJobs()
    assert.equal((await read(opened.id)).status, 'admitted')
  })
})

describe('a suspended account', () => {
  it('gets no seat that its owner could not take; restored, it does', async () => {
    const email = 'suspendue@ville-exemple.fr'
    const { id: personId } = await aPerson(db(), { role: 'candidate', email, college: 'woman' })
    const suspend = (suspended: boolean) => committee.administrator.patch(`/api/people/${personId}`, { suspended })
    const opened = await anOpenCandidacy(app, committee, { email, college: 'woman' })
    for (const { caller } of committee.members)
      await caller.put(`/api/votes/${opened.voteId}/ballot`, { choice: 'yes' })
    assert.equal((await suspend(true)).status, 200)
    await travelToClose(app, opened, 0)
    await app.runJobs()
    assert.equal((await read(opened.id)).status, 'admissible')
    assert.equal((await follow(lastLink(app, email))).status, 'held')
    assert.equal((await suspend(false)).status, 200)
    await app.runJobs()
    assert.equal((await read(opened.id)).status, 'admitted')
  })
  it('is not put to the vote', async () => {
    const email = 'suspendu@ville-exemple.fr'
    const { id } = await aPerson(db(), { role: 'candidate', email })
    await committee.administrator.patch(`/api/people/${id}`, { suspended: true })
    await assert.rejects(anOpenCandidacy(app, committee, { email }), /409.*suspendu/u)
  })
})

describe('the charter of who was proposed', () => {
  it('is agreed to on the follow-up page, or by the new member on the first page', async () => {
    const early = await anOpenCandidacy(app, committee, { college: 'man' })
    await app.runJobs()
    const token = lastLink(app, early.email)
    const page = await follow(token)
    assert.deepEqual([page.can.agree, page.charter.hash], [true, CHARTER_HASH])
    assert.equal((await post('agree', { token, charter: 'f'.repeat(64) })).status, 409)
    assert.equal((await post('agree', { token, charter: CHARTER_HASH })).body.can.agree, false)
    const { id, email } = await accepted({ college: 'woman' })
    assert.equal((await read(id)).status, 'admitted')
    const person = await db().selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    const caller = await app.as(person.id)
    assert.equal((await caller.get('/api/welcome')).body.agrees, true)
    assert.equal((await caller.post('/api/welcome/charter', { charter: 'f'.repeat(64) })).status, 409)
    assert.equal((await caller.post('/api/welcome/charter', { charter: CHARTER_HASH })).body.agrees, false)
    assert.equal((await member(0).caller.get('/api/welcome')).body.agrees, false, 'who came otherwise is not asked')
  })
})

describe('a lost link', () => {
  it('is asked for again; the answer is the same for every address, and a letter box is not flooded', async () => {
    const { token: first, email } = await anApplication(app)
    await travel(app, DAY)
    await app.runJobs()
    app.outbox.splice(0)
    const answers = [await post('link', { email }), await post('link', { email: 'personne@ville-exemple.fr' })]
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      [
        [202, { received: true }],
        [202, { received: true }],
      ],
    )
    for (let times = 0; times < 5; times += 1) await post('link', { email })
    await app.runJobs()
    assert.deepEqual(
      app.outbox.map(({ to }) => to),
      [email, email, email],
    )
    const mail = app.outbox[0]?.text ?? ''
    assert.match(mail, /\/candidature\/suivi#\S+/u)
    for (const token of [lastLink(app, email), first]) assert.equal((await post('follow', { token })).status, 200)
  })
})

describe('what a candidate reads of their data', () => {
  it('is what the committee wrote, and the time is the one that holds', async () => {
    const texts = { charter: '', welcome: '', privacy: 'Écrire à **dpo@observatoire.example**.' }
    assert.equal((await committee.administrator.put('/api/settings/candidacies', texts)).status, 200)
    const row = { key: 'admissions', value: JSON.stringify({ delays: { kept: 90 } }), updated_at: new Date() }
    await db().insertInto('setting').values(row).execute()
    const form = (await app.anonymous.get('/api/applications/form')).body
    assert.deepEqual([form.keptDays, /<strong>.*dpo@observatoire\.example/u.test(form.privacy)], [90, true])
    const { token, email, id } = await anApplication(app)
    assert.match((await follow(token)).privacy, /dpo@/u)
    const reason = { reason: 'Dossier déjà examiné cette année.' }
    assert.equal((await committee.administrator.post(`/api/candidacies/${id}/inadmissible`, reason)).status, 200)
    await app.runJobs()
    assert.match(app.outbox.findLast(({ to }) => to === email)?.text ?? '', /effacé dans 3 mois/u)
  })
})
