import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import {
  aCommittee,
  anApplication,
  anOpenCandidacy,
  type Committee,
  DAY,
  HOUR,
  REASON,
  travel,
  travelToClose,
} from '../../../test/votes.ts'
import { sha256 } from '../../ids.ts'
import { verifyDatabase } from '../votes/verify.ts'

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

const ask = async (id: string, index: number): Promise<string> => {
  const asked = await member(index).caller.post(`/api/candidacies/${id}/questions`, {
    question: 'Pourquoi nous\u202f?',
  })
  assert.equal(asked.status, 201)
  return asked.body.items.at(-1).id
}
const waits = async (caller: Committee['administrator']): Promise<string[]> =>
  (await caller.get('/api/home')).body.waiting
    .filter(({ kind }: Looked) => kind === 'question')
    .map(({ id }: Looked) => id)
const suspend = (id: string, suspended: boolean) => committee.administrator.patch(`/api/people/${id}`, { suspended })

describe('a candidacy whose sponsor is suspended', () => {
  it('is another member’s to present', async () => {
    const { id } = await anOpenCandidacy(app, committee, { sponsored: true })
    const question = await ask(id, 1)
    assert.deepEqual([await waits(member(0).caller), await waits(committee.administrator)], [[id], []])
    await suspend(member(0).id, true)
    assert.equal((await member(1).caller.get(`/api/candidacies/${id}`)).body.sponsor, null)
    assert.deepEqual(await waits(committee.administrator), [id])
    assert.equal((await member(1).caller.post(`/api/candidacies/${id}/questions/${question}/pass`)).status, 200)
    assert.equal((await member(2).caller.get(`/api/candidacies/${id}`)).body.sponsor.id, member(1).id)
    await suspend(member(0).id, false)
    const restored = await app.as(member(0).id)
    committee.members[0] = { ...member(0), caller: restored }
  })
})

describe('a candidacy without a sponsor, as the public form brings them', () => {
  it('has its questions passed on and answered by who runs the committee, who is told', async () => {
    const { id, token } = await anApplication(app)
    await app.runJobs()
    app.outbox.splice(0)
    const question = await ask(id, 1)
    await app.runJobs()
    const [mail, ...more] = app.outbox
    assert.ok(mail?.text.includes(`/candidatures/${id}`))
    assert.deepEqual(more, [])
    assert.deepEqual(await waits(committee.administrator), [id])
    assert.deepEqual(await waits(member(2).caller), [])
    const passed = await committee.administrator.post(`/api/candidacies/${id}/questions/${question}/pass`)
    assert.equal(passed.status, 200)
    assert.deepEqual(await waits(committee.administrator), [])
    await app.anonymous.post('/api/applications/questions', { token, question: 'Quand votez-vous\u202f?' })
    const asked = (await committee.administrator.get(`/api/candidacies/${id}/questions`)).body.items.at(-1)
    assert.deepEqual([asked.can.answer, await waits(committee.administrator)], [true, [id]])
    const url = `/api/candidacies/${id}/questions/${asked.id}/answer`
    assert.equal((await committee.administrator.put(url, { answer: 'En décembre.' })).status, 200)
    assert.equal((await member(1).caller.get(`/api/candidacies/${id}`)).body.sponsor, null, 'nobody became the sponsor')
  })
})

describe('a sponsor’s proposal', () => {
  it('counts as a yes from the opening, in the log; nobody reminds them, and they may change it', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee, { sponsored: true })
    const { body: vote } = await member(0).caller.get(`/api/votes/${voteId}`)
    assert.deepEqual(
      [vote.roll, vote.voters, vote.hasVoted, vote.myBallot.choice, vote.myBallot.proposed],
      [4, 1, true, 'yes', true],
    )
    await app.runJobs()
    app.outbox.splice(0)
    await travelToClose(app, { closesAt }, HOUR)
    await app.runJobs()
    const reminded = app.outbox.filter(({ text }) => text.includes(voteId)).map(({ text }) => text)
    assert.ok(reminded.length > 0 && reminded.every((text) => !text.includes(member(0).name)))
    const changed = await member(0).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'abstain' })
    assert.deepEqual([changed.status, changed.body.myBallot.proposed, changed.body.voters], [200, false, 1])
    await travelToClose(app, { closesAt }, 0)
    await app.runJobs()
    const { body: log } = await member(1).caller.get(`/api/votes/${voteId}/log`)
    const place = log.roll.find(({ person }: Looked) => person?.id === member(0).id).actor
    assert.deepEqual([log.events[1].type, log.events[1].actor], ['ballot.cast', place])
    assert.ok((await verifyDatabase(app.deps.world.db)).every(({ problem }) => problem === null))
  })
  it('is in the log as such, once the vote has closed', async () => {
    const { voteId, closesAt } = await anOpenCandidacy(app, committee, { sponsored: true })
    await member(1).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await travelToClose(app, { closesAt }, 0)
    await app.runJobs()
    const { body: log } = await member(1).caller.get(`/api/votes/${voteId}/log`)
    assert.deepEqual([log.events[1].body.choice, log.events[1].body.proposed], ['yes', true])
    assert.equal((await member(1).caller.get(`/api/votes/${voteId}/result`)).body.outcome, 'adopted')
    assert.ok((await verifyDatabase(app.deps.world.db)).every(({ problem }) => problem === null))
  })
})

describe('what members vote on', () => {
  it('is frozen at the opening by its hashes; a new presentation waits for a second reading', async () => {
    const filed = (await member(0).caller.post('/api/candidacies', {
      name: 'Gwenn Morel',
      email: 'gwenn@example.fr',
      college: 'undeclared',
      employer: '',
      motivation: 'Pour écrire ensemble.',
    })) as Looked
    const { id } = filed.body
    const url = `/api/candidacies/${id}`
    const present = (text: string) => member(0).caller.put(`${url}/presentation`, { text })
    assert.equal((await present('Elle écrit juste.')).status, 200)
    const { voteId } = (await member(0).caller.post(`${url}/open`, {})).body
    const { body: log } = await member(0).caller.get(`/api/votes/${voteId}/log`)
    const opened = log.events[0].body
    assert.deepEqual(
      [opened.motivation, opened.presentation],
      [sha256('Pour écrire ensemble.'), sha256('Elle écrit juste.')],
    )
    const late = await present('Elle écrit mieux que personne.')
    assert.deepEqual([late.status, late.body.code], [409, 'text-frozen'])
    const { body: open } = await member(0).caller.get(url)
    assert.deepEqual([open.can.present, open.presentation.text], [false, 'Elle écrit juste.'])
    for (const index of [1, 2]) await member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    await member(3).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason: REASON })
    await travel(app, 11 * DAY)
    await app.runJobs()
    assert.equal((await present('Ce que nous avons compris depuis.')).status, 200)
    assert.ok((await verifyDatabase(app.deps.world.db)).every(({ problem }) => problem === null))
    await member(3).caller.delete(`${url}/veto`)
    assert.equal((await member(0).caller.post(`${url}/second-reading`, {})).status, 200)
    const events = (await member(0).caller.get(`/api/votes/${voteId}/log`)).body.events
    assert.equal(
      events.find(({ type }: Looked) => type === 'candidacy.reopened').body.presentation,
      sha256('Ce que nous avons compris depuis.'),
    )
    assert.equal((await present('Encore autre chose.')).status, 409)

    const found = async (change: object) => {
      await app.deps.world.db.updateTable('candidacy').set(change).where('id', '=', id).execute()
      return (await verifyDatabase(app.deps.world.db)).find((report) => report.voteId === voteId)?.problem
    }
    assert.match((await found({ motivation: 'Pour écrire seule.' })) ?? '', /^the motivation is not/u)
    assert.equal(await found({ motivation: 'Pour écrire ensemble.' }), null)
    assert.match((await found({ presentation: 'Elle écrit juste.' })) ?? '', /^the presentation is not/u)
    assert.match((await found({ presentation: null, presentation_html: null, presented_at: null })) ?? '', /^the pres/u)
  })
})

describe('what happens before a vote', () => {
  const trace = (id: string) =>
    app.deps.world.db
      .selectFrom('audit')
      .selectAll()
      .orderBy('at')
      .orderBy('id')
      .execute()
      .then((rows) => rows.filter(({ detail }) => (detail as Looked).candidacyId === id))
  it('is in the audit: filed by which way, withdrawn, found inadmissible; no personal text', async () => {
    const one = await anApplication(app, { name: 'Ines Trace' })
    await app.anonymous.post('/api/applications/withdraw', { token: one.token })
    const two = await anApplication(app, { name: 'Ines Trace' })
    const reason = 'Le dossier est vide de toute motivation.'
    await committee.administrator.post(`/api/candidacies/${two.id}/inadmissible`, { reason })
    const [filed, gone, ...none] = await trace(one.id)
    assert.ok(filed && gone)
    const detail = filed.detail as Looked
    assert.deepEqual([filed.type, detail.channel, filed.actor_id], ['candidacy.submitted', 'form', null])
    assert.match(detail.payload, /^[0-9a-f]{64}$/u)
    assert.deepEqual([gone.type, (gone.detail as Looked).actor, none], ['candidacy.withdrawn', 'candidate', []])
    const [, refused] = await trace(two.id)
    assert.equal(refused?.type, 'candidacy.inadmissible')
    assert.ok(refused?.actor_id, 'whose account it was')
    const text = JSON.stringify([await trace(one.id), await trace(two.id)])
    for (const personal of ['Ines', 'vide de', one.email, 'communication'])
      assert.ok(!text.includes(personal), personal)
    const proposed = (
      await member(1).caller.post('/api/candidacies', {
        name: 'Ines Trace',
        email: 'ines@example.fr',
        college: 'woman',
        employer: '',
        motivation: 'Utile.',
      })
    ).body
    const [proposal] = await trace(proposed.id)
    assert.ok(proposal)
    assert.equal((proposal.detail as Looked).channel, 'member')
  })
})

describe('what waits for an act', () => {
  it('is listed by its state however many came later, page by page', async () => {
    const listed = async (query: string) => (await member(1).caller.get(`/api/candidacies?${query}`)).body
    const first = await listed('state=submitted&limit=1')
    assert.equal(first.items.length, 1)
    const all = (await listed('state=submitted&limit=100')).items
    assert.ok(all.length >= 2 && all.every(({ status }: Looked) => status === 'submitted'))
    const rest = await listed(`state=submitted&limit=100&cursor=${encodeURIComponent(first.next)}`)
    assert.deepEqual([...first.items, ...rest.items], all)
    const states = (await listed('limit=100')).items.map(({ status }: Looked) => status)
    assert.equal(all.length, states.filter((status: string) => status === 'submitted').length)
    assert.deepEqual(
      (await listed('state=vetoed')).items.length,
      states.filter((status: string) => status === 'vetoed').length,
    )
  })
})
