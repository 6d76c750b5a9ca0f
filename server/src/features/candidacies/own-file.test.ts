import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, REASON, travelToClose } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
after(() => app.close())

const cast = (voteId: string, index: number, choice: string, rest: object = {}) =>
  member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice, ...rest })
const PRESENTED = 'Je la connais d’un réseau professionnel.'
const NO_ACT = (can: Record<string, boolean>): string[] => Object.keys(can).filter((act) => can[act])

describe('an administrator without a seat who asks for one', () => {
  it('reads of their own file what a candidate reads, and acts on nothing of it', async () => {
    const email = 'odile.office@example.fr'
    const { id: officeId } = await aPerson(app.deps.world.db, { role: 'administrator', email })
    const office = await app.as(officeId)
    const filed: Looked = (
      await member(0).caller.post('/api/candidacies', {
        name: 'Odile Office',
        email,
        college: 'woman',
        employer: '',
        motivation: 'Pour voter aussi.',
        sponsorId: member(0).id,
      })
    ).body
    const { id } = filed
    const url = `/api/candidacies/${id}`
    await member(0).caller.put(`${url}/presentation`, { text: PRESENTED })
    await member(1).caller.post(`${url}/questions`, { question: 'Peut-on lui faire confiance\u202f?' })
    const list = async (state: string): Promise<number> =>
      (await office.get(`/api/candidacies?state=${state}`)).body.items.length
    assert.equal(await list('submitted'), 0)
    assert.deepEqual(
      (await office.get('/api/home')).body.waiting.filter(({ kind }: Looked) => kind !== 'vote'),
      [],
      'nothing of it waits for them',
    )
    for (const [act, body] of [
      ['open', {}],
      ['inadmissible', { reason: 'Je préfère me retirer.' }],
    ] as const)
      assert.equal((await office.post(`${url}/${act}`, body)).status, 403, act)
    const { voteId } = (await member(0).caller.post(`${url}/open`, {})).body
    for (const index of [1, 2]) await cast(voteId, index, 'yes')
    await cast(voteId, 3, 'veto', { reason: REASON })
    const seen = (await office.get(url)).body
    assert.deepEqual(
      [seen.status, seen.voteId, seen.presentation, seen.vetoes, NO_ACT(seen.can)],
      ['open', null, null, null, []],
    )
    assert.equal((await office.get(`${url}/questions`)).status, 404)
    for (const path of ['', '/result', '/log', '/export'])
      assert.equal((await office.get(`/api/votes/${voteId}${path}`)).status, 404, path)
    const { closesAt } = (await member(0).caller.get(`/api/votes/${voteId}`)).body
    const extended = { closesAt: new Date(Date.parse(closesAt) + DAY).toISOString(), reason: 'Pour en parler encore.' }
    assert.equal((await office.post(`/api/votes/${voteId}/extend`, extended)).status, 404)
    const ids = (await office.get('/api/votes')).body.items.map((vote: Looked) => vote.id)
    assert.ok(!ids.includes(voteId))
    await travelToClose(app, { closesAt }, -1)
    await app.runJobs()
    assert.equal((await member(0).caller.get(url)).body.status, 'vetoed')
    assert.deepEqual([await list('vetoed'), (await office.get(url)).body.status], [0, 'open'])
    const mediation = { mediation: 'Nous nous sommes parlé, tout va bien.' }
    assert.equal((await office.post(`${url}/second-reading`, mediation)).status, 403)
    assert.equal((await committee.administrator.get('/api/candidacies?state=vetoed')).body.items[0].id, id)
  })
})

describe('an account whose address is another one since the file came', () => {
  it('is the candidate’s still, on every surface, and the one that takes the seat', async () => {
    const { db } = app.deps.world
    const { id: officeId } = await aPerson(db, { role: 'administrator', email: 'avant@example.fr', college: 'woman' })
    const office = await app.as(officeId)
    const { id, voteId, closesAt } = await anOpenCandidacy(app, committee, {
      email: 'avant@example.fr',
      college: 'woman',
    })
    await cast(voteId, 1, 'yes')
    const apres = { email: 'apres@example.fr', email_key: 'apres@example.fr' }
    await db.updateTable('person').set(apres).where('id', '=', officeId).execute()
    assert.deepEqual(NO_ACT((await office.get(`/api/candidacies/${id}`)).body.can), [])
    assert.equal((await office.get(`/api/votes/${voteId}`)).status, 404)
    assert.equal((await office.get(`/api/votes/${voteId}/log`)).status, 404)
    for (const index of [0, 2, 3]) await cast(voteId, index, 'yes')
    await travelToClose(app, { closesAt }, 0)
    await app.runJobs()
    const seated = await db.selectFrom('person').select(['role', 'email']).where('id', '=', officeId).executeTakeFirst()
    assert.deepEqual(seated, { role: 'member', email: 'apres@example.fr' })
    const twin = await db.selectFrom('person').select('id').where('email_key', '=', 'avant@example.fr').execute()
    assert.deepEqual(twin, [])
    await db.updateTable('person').set({ role: 'ambassador' }).where('id', '=', officeId).execute()
  })
})

describe('a candidate who was admitted', () => {
  it('reads the totals of the vote, and neither names, nor reasons, nor questions, nor the log', async () => {
    const { id, voteId, email, closesAt } = await anOpenCandidacy(app, committee, { college: 'man', sponsored: true })
    await member(0).caller.post(`/api/candidacies/${id}/questions`, { question: 'Peut-on lui faire confiance\u202f?' })
    await cast(voteId, 1, 'veto', { reason: REASON })
    await cast(voteId, 2, 'yes')
    await cast(voteId, 3, 'no')
    await committee.administrator.patch(`/api/people/${member(1).id}`, { suspended: true })
    await cast(voteId, 3, 'yes')
    await travelToClose(app, { closesAt }, -1)
    await app.runJobs()
    const { person_id: bobId } = await app.deps.world.db
      .selectFrom('candidacy')
      .select('person_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    assert.ok(bobId, 'admitted')
    const bob = await app.as(bobId)
    const url = `/api/candidacies/${id}`
    const told = async () => {
      const { body: vote } = await bob.get(`/api/votes/${voteId}`)
      assert.deepEqual([vote.aboutYou, vote.vetoes, vote.can.readResult], [true, [], true])
      const { body: result } = await bob.get(`/api/votes/${voteId}/result`)
      assert.deepEqual([result.outcome, result.yes, result.ballots], ['adopted', 3, []])
      const log = await bob.get(`/api/votes/${voteId}/log`)
      assert.deepEqual([log.status, log.body.code], [403, 'forbidden'])
      const { body: own } = await bob.get(url)
      assert.deepEqual([own.status, own.voteId, own.presentation, NO_ACT(own.can)], ['admitted', voteId, null, []])
      assert.equal((await bob.get(`${url}/questions`)).status, 404)
      const surfaces = [
        '/api/home',
        '/api/search?q=prestataire',
        `/api/votes/${voteId}/export`,
        `/api/votes/${voteId}/result`,
      ]
      for (const surface of surfaces) {
        const text = JSON.stringify((await bob.get(surface)).body)
        assert.ok(!text.includes('prestataire') || surface.startsWith('/api/search'), surface)
        assert.ok(!text.includes('confiance'), surface)
      }
      assert.deepEqual((await bob.get('/api/search?q=prestataire')).body.items, [])
    }
    await told()
    const other = (await member(2).caller.get(`/api/votes/${voteId}/result`)).body
    assert.equal(other.ballots.length, 4, 'members read who voted what')
    const moved = { email: 'autre.adresse@example.fr', email_key: 'autre.adresse@example.fr' }
    await app.deps.world.db.updateTable('person').set(moved).where('id', '=', bobId).execute()
    await told()
    assert.notEqual(email, moved.email)
  })
})
