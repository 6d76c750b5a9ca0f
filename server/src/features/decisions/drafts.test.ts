import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { later, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, HOUR, travel } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const URL = '/api/decisions/drafts'
const member = (index: number) => memberOf(committee, index).caller
const draftOf = async (values: object = {}, index = 0) => {
  const body = { spaceId: committee.spaceId, question: 'Où se réunir\u202f?', ...values }
  const answer = await member(index).post(URL, body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
const whole = () => ({
  method: 'schulze',
  options: ['Rennes', 'Brest'],
  closesAt: later(app, 100),
  text: 'Au **choix**.',
})

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
})
after(() => app.close())

describe('a draft', () => {
  it('is written, changed in parts, listed, thrown away', async () => {
    const draft = await draftOf(whole())
    assert.deepEqual([draft.status, draft.method, draft.options], ['draft', 'schulze', ['Rennes', 'Brest']])
    const { body: changed } = await member(0).patch(`${URL}/${draft.id}`, { question: 'Où donc\u202f?' })
    assert.deepEqual({ ...changed, question: '', changedAt: '' }, { ...draft, question: '', changedAt: '' })
    assert.equal(changed.question, 'Où donc\u202f?')
    assert.match((await member(0).patch(`${URL}/${draft.id}`, { text: '' })).body.html, /^$/u)
    const listed = (await member(1).get(`${URL}?spaceId=${committee.spaceId}`)).body.items
    assert.deepEqual(
      listed.map(({ id, can }: { id: string; can: object }) => [id, can]),
      [[draft.id, { change: false, open: false, remove: false }]],
    )
    assert.equal((await member(1).patch(`${URL}/${draft.id}`, { question: 'À moi' })).status, 403)
    assert.equal((await member(1).delete(`${URL}/${draft.id}`)).status, 403)
    assert.equal((await member(0).patch(`${URL}/${draft.id}`, { method: 'hasard' })).status, 422)
    assert.equal((await member(0).delete(`${URL}/${draft.id}`)).status, 204)
    assert.equal((await member(0).get(`${URL}/${draft.id}`)).status, 404)
  })
  it('is hidden from those who could not open it', async () => {
    const draft = await draftOf(whole())
    const loop = await aSpace(app.deps.world.db, 'loop', [{ id: memberOf(committee, 0).id }])
    const inLoop = await draftOf({ ...whole(), spaceId: loop.id })
    for (const role of ['ambassador', 'guest'] as const) {
      const caller = await app.as((await aPerson(app.deps.world.db, { role })).id)
      assert.equal((await caller.get(`${URL}/${draft.id}`)).status, 404, role)
      assert.deepEqual((await caller.get(URL)).body.items, [], role)
    }
    assert.equal((await member(1).get(`${URL}/${inLoop.id}`)).status, 404)
    assert.equal((await member(1).post(`${URL}/${inLoop.id}/open`)).status, 404)
    assert.ok(!(await member(1).get(URL)).body.items.some(({ id }: { id: string }) => id === inLoop.id))
    assert.ok((await member(0).get(URL)).body.items.some(({ id }: { id: string }) => id === inLoop.id))
    assert.equal((await app.anonymous.get(URL)).status, 401)
  })
})

describe('opening a draft', () => {
  it('makes a vote of its id, and asks for what is missing', async () => {
    const draft = await draftOf({ method: 'approval', options: ['a'] })
    const open = () => member(0).post(`${URL}/${draft.id}/open`)
    assert.equal((await open()).body.errors[0].pointer, '/closesAt')
    await member(0).patch(`${URL}/${draft.id}`, { closesAt: later(app, 50) })
    assert.equal((await open()).body.errors[0].pointer, '/options/1')
    await member(0).patch(`${URL}/${draft.id}`, { options: ['a', 'b'], text: 'Deux **dates**.' })
    assert.equal((await member(1).post(`${URL}/${draft.id}/open`)).status, 403)
    const { status, body } = await open()
    assert.deepEqual([status, body.id, body.status, body.roll], [201, draft.id, 'open', 4])
    assert.match(body.html, /<strong>dates<\/strong>/u)
    assert.equal((await member(0).get(`${URL}/${draft.id}`)).status, 404)
  })
  it('by several at once opens it once', async () => {
    const draft = await draftOf(whole())
    const answers = await Promise.all(Array.from({ length: 8 }, () => member(0).post(`${URL}/${draft.id}/open`)))
    assert.deepEqual(answers.map(({ status }) => status).toSorted((a, b) => a - b)[0], 201)
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    assert.ok(answers.every(({ status, body }) => status === 201 || ['already-open', 'not-found'].includes(body.code)))
    const { db } = app.deps.world
    const opened = await db.selectFrom('vote_event').selectAll().where('vote_id', '=', draft.id).execute()
    assert.equal(opened.length, 1)
  })
})

describe('a scheduled draft', () => {
  it('opens by itself at its instant, once, with what it says then and the roll of that moment', async () => {
    const draft = await draftOf({ ...whole(), opensAt: later(app, 10) })
    const url = `${URL}/${draft.id}`
    assert.equal((await member(0).put(`${url}/schedule`)).body.status, 'scheduled')
    assert.equal((await member(0).patch(url, { opensAt: later(app, 20) })).body.status, 'draft')
    await member(0).put(`${url}/schedule`)
    await travel(app, 11 * HOUR)
    await app.runJobs()
    assert.equal((await member(0).get(url)).body.status, 'scheduled')
    await aPerson(app.deps.world.db, { college: 'undeclared' })
    await travel(app, 9 * HOUR)
    await app.runJobs()
    await app.runJobs()
    const { body: vote } = await member(0).get(`/api/votes/${draft.id}`)
    assert.deepEqual([vote.status, vote.roll, vote.closesAt], ['open', 5, draft.closesAt])
    assert.equal((await member(0).get(url)).status, 404)
    assert.deepEqual((await member(0).post(`${url}/open`)).status, 404)
  })
  it('says who scheduled it, and tells both when it cannot open', async () => {
    const draft = await draftOf({ ...whole(), opensAt: later(app, 10) })
    const url = `${URL}/${draft.id}`
    const { id } = await aPerson(app.deps.world.db, { name: 'Nadia Le Bris' })
    await app.deps.world.db
      .insertInto('space_person')
      .values({ space_id: committee.spaceId, person_id: id, role: 'facilitator', added_at: new Date() })
      .execute()
    assert.equal(draft.scheduledBy, null)
    const scheduled = (await (await app.as(id)).put(`${url}/schedule`)).body
    assert.deepEqual([scheduled.status, scheduled.scheduledBy.name], ['scheduled', 'Nadia Le Bris'])
    const listed = (await member(1).get(`${URL}?spaceId=${committee.spaceId}`)).body.items
    assert.equal(listed.find((one: { id: string }) => one.id === draft.id).scheduledBy.name, 'Nadia Le Bris')
    await app.deps.world.db.updateTable('vote_draft').set({ options: '[]' }).where('id', '=', draft.id).execute()
    app.outbox.splice(0)
    await travel(app, 11 * HOUR)
    await app.runJobs()
    assert.equal((await member(0).get(url)).body.scheduledBy, null)
    assert.equal(app.outbox.filter(({ text }) => text.includes(draft.id)).length, 2)
  })
  it('asks for its two instants, in order; can be held back; is not scheduled incomplete', async () => {
    const draft = await draftOf(whole())
    const url = `${URL}/${draft.id}`
    const pointer = async () => (await member(0).put(`${url}/schedule`)).body.errors[0].pointer
    assert.equal(await pointer(), '/opensAt')
    await member(0).patch(url, { opensAt: later(app, -1) })
    assert.equal(await pointer(), '/opensAt')
    await member(0).patch(url, { opensAt: later(app, 101) })
    assert.equal(await pointer(), '/closesAt')
    await member(0).patch(url, { opensAt: later(app, 5), method: 'median', options: [] })
    assert.equal(await pointer(), '/rules/number')
    await member(0).patch(url, { method: 'threshold' })
    assert.equal((await member(0).put(`${url}/schedule`)).status, 200)
    assert.equal((await member(0).delete(`${url}/schedule`)).body.status, 'draft')
    await travel(app, 6 * HOUR)
    await app.runJobs()
    assert.equal((await member(0).get(url)).body.status, 'draft')
  })
  it('whose author may no longer open it becomes a plain draft again', async () => {
    const draft = await draftOf({ ...whole(), opensAt: later(app, 2) }, 3)
    await member(3).put(`${URL}/${draft.id}/schedule`)
    await app.deps.world.db
      .updateTable('person')
      .set({ role: 'ambassador' })
      .where('id', '=', memberOf(committee, 3).id)
      .execute()
    await travel(app, 3 * HOUR)
    app.outbox.splice(0)
    await app.runJobs()
    await app.runJobs()
    assert.equal((await member(0).get(`/api/votes/${draft.id}`)).status, 404)
    assert.equal((await member(0).get(`${URL}/${draft.id}`)).body.status, 'draft')
    const [told, ...others] = app.outbox.filter(({ subject }) => /n’a pas pu/u.test(subject))
    assert.ok(told?.text.includes(`/votes/preparation/${draft.id}`))
    assert.deepEqual(others, [])
  })
  it('whose close is over by the time is a plain draft again, and its author is told so in words', async () => {
    const draft = await draftOf({ ...whole(), opensAt: later(app, 2), closesAt: later(app, 30) })
    await member(0).put(`${URL}/${draft.id}/schedule`)
    await travel(app, 31 * HOUR)
    app.outbox.splice(0)
    await app.runJobs()
    assert.equal((await member(0).get(`${URL}/${draft.id}`)).body.status, 'draft')
    const told = app.outbox.find(({ text }) => text.includes(`/votes/preparation/${draft.id}`))
    assert.match(told?.text ?? '', /n’a pas pu l’être\. Clôture\u00a0: cette date est déjà passée\.\n/u)
    assert.doesNotMatch(told?.text ?? '', /\/closesAt/u)
  })
})

describe('« put this to the vote »', () => {
  it('from a topic, and from a page with its text frozen by version', async () => {
    const { spaceId } = committee
    const topic = await member(0).post(`/api/spaces/${spaceId}/topics`, { title: 'Le lieu', body: 'Où aller ?' })
    const { body: page } = await member(0).post(`/api/spaces/${spaceId}/pages`, { title: 'La charte' })
    const fromTopic = await draftOf({ ...whole(), source: { kind: 'topic', id: topic.body.id } })
    const [post] = (await member(0).get(`/api/topics/${topic.body.id}/posts`)).body.items
    const source = { kind: 'topic', id: topic.body.id, title: 'Le lieu', at: post.createdAt }
    assert.deepEqual(fromTopic.source, source)
    assert.match(fromTopic.html, /Où aller/u)
    const write = (markdown: string, seq: number) =>
      member(0).put(`/api/pages/${page.id}/markdown`, { markdown }, { 'if-match': `"${seq}"` })
    const written = await write('# La charte\n\nArticle **premier**.', page.seq)
    assert.ok(written.status < 300, JSON.stringify(written.body))
    const draft = await draftOf({ closesAt: later(app, 100), source: { kind: 'page', id: page.id } })
    assert.match(draft.html, /<strong>premier<\/strong>/u)
    const seq = (await member(0).get(`/api/pages/${page.id}`)).body.seq
    await write('# La charte\n\nTout autre chose.', seq)
    const { body: vote } = await member(0).post(`${URL}/${draft.id}/open`)
    assert.match(vote.html, /<strong>premier<\/strong>/u)
    assert.deepEqual(vote.source, { kind: 'page', id: page.id, title: 'La charte', at: null })
    const { body: log } = await member(1).get(`/api/votes/${vote.id}/log`)
    assert.equal(log.events[0].body.version, seq)
  })
  it('is of the space of the vote, and of those who read it there', async () => {
    const loop = await aSpace(app.deps.world.db, 'loop', [{ id: memberOf(committee, 0).id }])
    const { body: topic } = await member(0).post(`/api/spaces/${loop.id}/topics`, { title: 'Secret', body: 'À nous.' })
    const post = (index: number, body: object) =>
      member(index).post(URL, { question: 'Où\u202f?', source: { kind: 'topic', id: topic.id }, ...body })
    const elsewhere = await post(0, { spaceId: committee.spaceId })
    assert.deepEqual([elsewhere.status, elsewhere.body.errors[0].code], [422, 'not-allowed'])
    const unseen = await post(1, { spaceId: committee.spaceId })
    assert.deepEqual([unseen.status, unseen.body.errors[0].code], [422, 'not-found'])
    const { status, body } = await post(0, { spaceId: loop.id })
    assert.equal(status, 201)
    assert.equal((await member(1).get(`${URL}/${body.id}`)).status, 404)
  })
})
