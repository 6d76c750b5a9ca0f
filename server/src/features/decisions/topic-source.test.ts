import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { later, memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, HOUR, travel } from '../../../test/votes.ts'
import { verifyDatabase } from '../votes/verify.ts'

let app: TestApp
let committee: Committee
const caller = () => memberOf(committee, 0).caller

/** A topic with its first message, and a question about it: opened at once, or as a draft. */
async function asked(path: '/api/decisions' | '/api/decisions/drafts') {
  const topic = await caller().post('/api/spaces/comite/topics', {
    title: 'La charte',
    body: 'Elle tient en **une page**.',
  })
  assert.equal(topic.status, 201, JSON.stringify(topic.body))
  const body = {
    spaceId: committee.spaceId,
    question: 'Adopter la charte\u202f?',
    closesAt: later(app, 100),
    source: { kind: 'topic', id: topic.body.id },
  }
  const answer = await caller().post(path, body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return { topicId: topic.body.id as string, at: app.deps.world.now(), answer: answer.body }
}

/** Writes the topic anew: its title, and its first message. */
async function rewrite(topicId: string) {
  await travel(app, HOUR)
  const [post] = (await caller().get(`/api/topics/${topicId}/posts`)).body.items
  const [edited, renamed] = [
    await caller().patch(`/api/posts/${post.id}`, { body: 'Elle tient en *dix pages*.' }),
    await caller().patch(`/api/topics/${topicId}`, { title: 'La nouvelle charte' }),
  ]
  assert.deepEqual([edited.status, renamed.status], [200, 200], JSON.stringify([edited.body, renamed.body]))
}

before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
})
after(() => app.close())

describe('a topic that is put to the vote', () => {
  it('is voted on as its first message read then, whatever is edited afterwards; the log has it by its hash', async () => {
    const { topicId, at, answer } = await asked('/api/decisions')
    await rewrite(topicId)
    const vote = (await caller().get(`/api/votes/${answer.id}`)).body
    assert.match(vote.html, /<strong>une page<\/strong>/u)
    assert.doesNotMatch(vote.html, /dix pages/u)
    assert.deepEqual(vote.source, { kind: 'topic', id: topicId, title: 'La charte', at: at.toISOString() })
    const [opened] = (await caller().get(`/api/votes/${answer.id}/log`)).body.events
    assert.deepEqual([opened.body.source, opened.body.sourceAt], ['La charte', at.toISOString()])
    const changed = { html: '<p>Elle tient en dix pages.</p>' }
    const vote_ = app.deps.world.db.updateTable('vote').where('id', '=', answer.id)
    assert.equal((await verifyDatabase(app.deps.world.db)).at(-1)?.problem, null)
    await vote_.set(changed).execute()
    assert.match((await verifyDatabase(app.deps.world.db)).at(-1)?.problem ?? '', /changed/u)
    await vote_.set({ html: vote.html }).execute()
  })
  it('is taken when the question is written down, as a page is', async () => {
    const { topicId, at, answer } = await asked('/api/decisions/drafts')
    assert.match(answer.html, /une page/u)
    await rewrite(topicId)
    const opened = await caller().post(`/api/decisions/drafts/${answer.id}/open`, {})
    assert.ok(opened.status < 300, JSON.stringify(opened.body))
    const vote = (await caller().get(`/api/votes/${answer.id}`)).body
    assert.match(vote.html, /une page/u)
    assert.equal(vote.source.at, at.toISOString())
  })
})
