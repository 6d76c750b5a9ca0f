import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { later } from '../../../test/decisions.ts'
import type { Looked } from '../../../test/harness.ts'
import { AFTER, BEFORE, type RevisionWorld, revisionWorld, YES } from '../../../test/revisions.ts'
import { REASON, travelToClose } from '../../../test/votes.ts'
import { verifyDatabase } from '../votes/verify.ts'

let w: RevisionWorld
before(async () => {
  w = await revisionWorld()
})
after(() => w.app.close())

describe('a revision', () => {
  it('is written apart: in no tree, list, export or home, and found by those who write', async () => {
    const { pageId, id } = await w.aRevision('Le comité se réunit quatre fois, avec des zébrures.')
    const { items } = (await w.one.get(`/api/spaces/${w.committee.spaceId}/pages`)).body
    assert.ok(items.some((item: Looked) => item.id === pageId) && !items.some((item: Looked) => item.id === id))
    const exported = (await w.one.get(`/api/spaces/${w.committee.spaceId}/export/check?drafts=true`)).body
    assert.ok(!JSON.stringify(exported).includes('zébrures'))
    const moving = (await w.one.get('/api/home')).body
    assert.ok(!JSON.stringify(moving).includes(id))
    const found = (await w.one.get('/api/search?q=zébrures')).body.items
    assert.deepEqual(
      found.map((item: Looked) => [item.id, item.revision]),
      [[id, true]],
    )
    const below = await w.one.post(`/api/spaces/${w.committee.spaceId}/pages`, { title: 'Sous', parentId: id })
    assert.deepEqual([below.status, below.body.errors?.[0].pointer], [422, '/parentId'])
    assert.equal((await w.two.patch(`/api/pages/${id}`, { parentId: pageId })).status, 422)
    assert.deepEqual(
      (await w.revisionsOf(pageId)).items.map((item: Looked) => item.id),
      [id],
    )
    assert.equal((await w.revisionsOf(id)).of.id, pageId)
    assert.equal((await w.read(id)).revisionOf, pageId)
    assert.equal((await w.one.post(`/api/pages/${id}/revisions`)).status, 403, 'no revision of a revision')
  })

  it('is for those who write in the space; others neither read, find nor begin one', async () => {
    const { db } = w.app.deps.world
    const [writer, reader] = [await aPerson(db), await aPerson(db, { role: 'guest' })]
    const named = [{ id: writer.id }, { id: reader.id, role: 'commenter' as const }]
    const space = await aSpace(db, 'loop', named)
    const [writes, reads] = [await w.app.as(writer.id), await w.app.as(reader.id)]
    const page = (await writes.post(`/api/spaces/${space.id}/pages`, { title: 'Charte', markdown: BEFORE })).body
    assert.equal((await reads.post(`/api/pages/${page.id}/revisions`)).status, 403)
    const { body: revision } = await writes.post(`/api/pages/${page.id}/revisions`)
    await w.write(revision.id, 'Des girafes.', undefined, writes)
    assert.deepEqual((await w.revisionsOf(page.id, reads)).items, [])
    for (const url of [revision.id, `${revision.id}/revisions`, `${revision.id}/comparison`, `${revision.id}/timeline`])
      assert.equal((await reads.get(`/api/pages/${url}`)).status, 404, url)
    assert.deepEqual((await reads.get('/api/search?q=girafes')).body.items, [])
    assert.equal((await writes.get('/api/search?q=girafes')).body.items.length, 1)
    assert.equal((await reads.get(`/api/pages/${page.id}`)).body.can.propose, false)
    assert.equal((await writes.get(`/api/pages/${page.id}`)).body.can.propose, true)
  })

  it('is compared with its page, and put to the vote with that comparison, which its log holds by hash', async () => {
    const { pageId, id } = await w.aRevision()
    const compared = (await w.two.get(`/api/pages/${id}/comparison`)).body
    assert.match(compared.html, /<del>deux<\/del>\s*<ins>quatre<\/ins>/)
    const vote = await w.open(id)
    assert.equal(vote.revises.pageId, pageId)
    assert.deepEqual(vote.revises.comparison, compared)
    assert.equal(vote.html, null)
    await w.write(id, 'Tout autre chose.')
    await w.write(pageId, 'Et la page aussi.')
    assert.deepEqual((await w.voteOf(vote.id)).revises.comparison, compared, 'frozen')
    const { items } = (await w.one.get('/api/votes')).body
    assert.equal(items.find((item: Looked) => item.id === vote.id).revises.comparison, null)
    const log = (await w.one.get(`/api/votes/${vote.id}/log`)).body
    for (const key of ['revises', 'proposal', 'comparison']) assert.ok(log.events[0].body[key] !== undefined, key)
    const problem = async () =>
      (await verifyDatabase(w.app.deps.world.db)).find(({ voteId }) => voteId === vote.id)?.problem
    assert.equal(await problem(), null)
    const tamper = (proposal: string) =>
      w.app.deps.world.db.updateTable('vote').set({ proposal }).where('id', '=', vote.id).execute()
    await tamper('Six fois par an.')
    assert.match((await problem()) ?? '', /changed after the opening/)
    await tamper(AFTER)
    await w.decide(vote, ['no', 'no', 'no'])
  })

  it('tells nothing of its vote as long as the clock that judges ballots takes some', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    await travelToClose(w.app, vote, 1)
    w.app.advance(2_000)
    const [seen] = (await w.revisionsOf(pageId)).votes
    assert.deepEqual([seen.status, seen.outcome], ['open', null])
    await w.decide(vote, ['no', 'no', 'no'])
  })

  it('asks yes or no, changes something, and is alone at the vote for its page', async () => {
    const { pageId, id } = await w.aRevision()
    const judged = await w.ask(id, { method: 'majority-judgment', options: ['a', 'b'], rules: {} })
    assert.deepEqual([judged.status, judged.body.errors?.[0].pointer], [422, '/method'])
    const { body: same } = await w.one.post(`/api/pages/${pageId}/revisions`)
    assert.equal((await w.ask(same.id)).status, 409)
    const vote = await w.open(id)
    await w.write(same.id, 'Six fois par an.')
    assert.equal((await w.ask(same.id)).status, 409, 'another one of this page is at vote')
    assert.equal((await w.ask(id)).status, 409)
    assert.equal((await w.one.post(`/api/votes/${vote.id}/cancel`, { reason: REASON })).status, 200)
    await w.decide(await w.open(same.id), ['no', 'no', 'no'])
  })

  it('goes into the trash with its page, comes back with it, and not before it', async () => {
    const { pageId, id } = await w.aRevision()
    const runs = w.committee.administrator
    assert.equal((await w.one.delete(`/api/pages/${pageId}`)).status, 403, 'the revision is somebody else’s')
    assert.equal((await runs.delete(`/api/pages/${pageId}`)).status, 204)
    assert.equal((await w.one.get(`/api/pages/${id}`)).status, 404)
    assert.deepEqual((await w.ask(id)).body.errors?.[0].pointer, '/source/id')
    assert.equal((await runs.post(`/api/trash/${pageId}/restore`)).body.pages, 2)
    assert.equal((await w.read(id)).markdown, AFTER)
    assert.equal((await w.two.delete(`/api/pages/${id}`)).status, 204)
    assert.equal((await runs.delete(`/api/pages/${pageId}`)).status, 204)
    assert.equal((await runs.post(`/api/trash/${id}/restore`)).status, 409)
    assert.equal((await runs.post(`/api/trash/${pageId}/restore`)).status, 200)
    const back = await runs.post(`/api/trash/${id}/restore`)
    assert.deepEqual([back.status, back.body.parentId], [200, null])
    assert.deepEqual(
      (await w.revisionsOf(pageId)).items.map((item: Looked) => item.id),
      [id],
    )
  })
})

describe('a question in preparation about a revision', () => {
  it('keeps the comparison of when it was written, and opens with it', async () => {
    const { pageId, id } = await w.aRevision()
    const body = { spaceId: w.committee.spaceId, question: 'Quatre fois ?', closesAt: later(w.app, 100) }
    const draft = await w.one.post('/api/decisions/drafts', { ...body, source: { kind: 'page', id } })
    assert.equal(draft.status, 201, JSON.stringify(draft.body))
    const { comparison } = (await w.one.get(`/api/decisions/drafts/${draft.body.id}`)).body
    assert.match(comparison.html, /<ins>quatre<\/ins>/)
    assert.equal((await w.one.post(`/api/decisions/drafts/${draft.body.id}/open`)).status, 201)
    const vote = await w.voteOf(draft.body.id)
    assert.deepEqual(vote.revises, { pageId, comparison, adoptedAt: null })
    await w.decide(vote, YES)
    assert.equal((await w.read(pageId)).markdown, AFTER)
  })

  it('does not open once another revision of the page was adopted', async () => {
    const { pageId, id } = await w.aRevision()
    const body = { spaceId: w.committee.spaceId, question: 'Quatre fois ?', closesAt: later(w.app, 400) }
    const draft = await w.one.post('/api/decisions/drafts', { ...body, source: { kind: 'page', id } })
    const { body: other } = await w.one.post(`/api/pages/${pageId}/revisions`)
    await w.write(other.id, 'Six fois par an.')
    await w.decide(await w.open(other.id), YES)
    const refused = await w.one.post(`/api/decisions/drafts/${draft.body.id}/open`)
    assert.deepEqual([refused.status, refused.body.code], [409, 'conflict'])
    assert.equal((await w.read(pageId)).markdown, 'Six fois par an.\n')
  })
})

describe('in the public space', () => {
  it('a revision is compared with what is published, is not shown to the public, and is published when adopted', async () => {
    const { db } = w.app.deps.world
    const people = [await aPerson(db), await aPerson(db)] as const
    const [runs, writes] = [await w.app.as(people[0].id), await w.app.as(people[1].id)]
    const named = [{ id: people[0].id, role: 'facilitator' as const }, { id: people[1].id }]
    const space = await aSpace(db, 'public', named, { slug: 'public' })
    const page = (await runs.post(`/api/spaces/${space.id}/pages`, { title: 'Lettre', markdown: BEFORE })).body
    const { body: revision } = await writes.post(`/api/pages/${page.id}/revisions`)
    await w.write(revision.id, AFTER, undefined, writes)
    const body = { spaceId: space.id, question: 'La nouvelle lettre ?', closesAt: later(w.app, 10) }
    const asked = () => writes.post('/api/decisions', { ...body, source: { kind: 'page', id: revision.id } })
    assert.equal((await asked()).status, 409, 'nothing is published that it could be compared with')
    assert.equal((await runs.put(`/api/pages/${page.id}/publication`, { seq: page.seq })).status, 200)
    await w.write(page.id, 'Un brouillon secret.', undefined, writes)
    const { status, body: vote } = await asked()
    assert.equal(status, 201, JSON.stringify(vote))
    assert.ok(!vote.revises.comparison.html.includes('secret'))
    for (const url of [revision.id, `${revision.id}/revisions`])
      assert.equal((await w.app.anonymous.get(`/api/pages/${url}`)).status, 401)
    const { votes, items } = (await w.app.anonymous.get(`/api/pages/${page.id}/revisions`)).body
    assert.deepEqual([votes, items], [[], []])
    for (const who of [runs, writes]) await who.put(`/api/votes/${vote.id}/ballot`, { choice: 'yes' })
    await travelToClose(w.app, vote, 0)
    await w.app.runJobs()
    assert.equal((await w.app.anonymous.get(`/api/pages/${page.id}`)).body.markdown, AFTER)
    assert.notEqual((await w.revisionsOf(page.id, runs)).votes[0].replacedSeq, null, 'the draft is in the history')
  })
})
