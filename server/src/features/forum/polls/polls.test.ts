import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace, theCommittee } from '../../../../test/build.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { aPost, aTopic } from '../../../../test/loop.ts'
import { aPoll, asked, countsOf, inHours, someone } from '../../../../test/polls.ts'
import { stopDatabaseClock } from '../../../../test/votes.ts'

let t: TestApp
before(async () => {
  t = await testApp()
  await stopDatabaseClock(t, t.deps.world.now())
})
after(() => t.close())

describe('asking', () => {
  it('with a topic, with an answer, and below a post that one wrote before; one below each', async () => {
    const { talks, runs, topic, post, url } = await aPoll(t, { closesAt: inHours(t, 3) })
    const poll = (await talks.get(url)).body
    assert.deepEqual(
      [poll.question, poll.multiple, poll.voters, poll.mine, poll.closed, poll.postId],
      [asked.question, false, 0, null, false, post.id],
    )
    const answered = await runs.post(`/api/topics/${topic.id}/posts`, {
      body: 'Et où ?',
      poll: { ...asked, multiple: true },
    })
    assert.equal((await runs.get(`/api/polls/${answered.body.pollId}`)).body.multiple, true)
    const bare = await aPost(talks, topic.id)
    assert.equal(bare.pollId, null)
    assert.equal((await talks.post(`/api/posts/${bare.id}/poll`, asked)).status, 201)
    assert.equal((await talks.post(`/api/posts/${bare.id}/poll`, asked)).body.code, 'conflict')
  })

  it('two at the same moment below one post: one stands there', async () => {
    const { talks, topic } = await aPoll(t)
    const bare = await aPost(talks, topic.id)
    const sent = await Promise.all([1, 2].map(() => talks.post(`/api/posts/${bare.id}/poll`, asked)))
    assert.deepEqual(
      sent.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    )
  })

  it('refuses what cannot be answered, and leaves no post behind', async () => {
    const { talks, topic } = await aPoll(t)
    const refused = async (poll: object): Promise<string> => {
      const { status, body } = await talks.post(`/api/topics/${topic.id}/posts`, {
        body: 'Oui ?',
        poll: { ...asked, ...poll },
      })
      assert.equal(status, 422)
      return `${body.errors[0].pointer} ${body.errors[0].code}`
    }
    assert.match(await refused({ options: ['Seule'] }), /^\/poll\/options/)
    assert.match(await refused({ options: Array.from({ length: 11 }, (_, i) => `Option ${i}`) }), /^\/poll\/options/)
    assert.equal(await refused({ options: ['Mardi', 'mardi '] }), '/poll/options/1 duplicate')
    assert.equal(await refused({ closesAt: inHours(t, -1) }), '/poll/closesAt date-past')
    assert.equal(await refused({ question: ' ' }), '/poll/question required')
    assert.equal((await talks.get(`/api/topics/${topic.id}`)).body.postCount, 1)
  })
})

describe('answering', () => {
  it('one ballot per person, which they change; everybody who reads sees the counts, nobody the names', async () => {
    const { talks, runs, reads, outside, url, answer } = await aPoll(t)
    assert.equal((await answer(talks, 1)).status, 200)
    assert.deepEqual((await answer(runs, 3)).body.mine, [3])
    assert.deepEqual((await answer(talks, 2)).body.mine, [2])
    assert.deepEqual(await countsOf(reads, url), [0, 1, 1])
    const seen = (await reads.get(url)).body
    assert.deepEqual([seen.voters, seen.mine, seen.can.vote], [2, null, false])
    assert.doesNotMatch(JSON.stringify(seen), /Basile|Aude/)
    assert.equal((await answer(reads, 1)).status, 403)
    assert.equal((await answer(outside, 1)).status, 404)
    assert.equal((await t.anonymous.get(url)).status, 401)
  })

  it('several choices where the poll says so, each once; no option that is not there', async () => {
    const { talks, url, answer } = await aPoll(t, { multiple: true })
    assert.deepEqual((await answer(talks, 3, 1, 3)).body.mine, [1, 3])
    assert.deepEqual(await countsOf(talks, url), [1, 0, 1])
    assert.equal((await answer(talks, 4)).status, 422)
    assert.equal((await answer(talks)).status, 422)
    const one = await aPoll(t)
    assert.equal((await one.answer(one.talks, 1, 2)).body.errors[0].code, 'too-many-options')
  })

  it('the guest of a workshop answers there, and knows of no other poll', async () => {
    const { url: hidden } = await aPoll(t)
    const { db } = t.deps.world
    const { id: host } = await aPerson(db)
    const { id: guestId } = await aPerson(db, { role: 'guest' })
    const workshop = await aSpace(db, 'workshop', [
      { id: host, role: 'facilitator' },
      { id: guestId, role: 'writer' },
    ])
    const guest = await t.as(guestId)
    const topic = await aTopic(await t.as(host), workshop.id)
    const { pollId } = (await guest.post(`/api/topics/${topic.id}/posts`, { body: 'Alors ?', poll: asked })).body
    const answered = await guest.put(`/api/polls/${pollId}/ballot`, { choices: [2] })
    assert.deepEqual([answered.status, answered.body.mine, answered.body.can.decide], [200, [2], true])
    assert.equal((await guest.get(hidden)).status, 404)
    assert.equal((await guest.put(`${hidden}/ballot`, { choices: [1] })).status, 404)
    await db
      .updateTable('space_person')
      .set({ until: new Date(0) })
      .where('person_id', '=', guestId)
      .execute()
    assert.equal((await guest.put(`/api/polls/${pollId}/ballot`, { choices: [1] })).status, 404)
  })

  it('an ambassador answers in the committee, and does not put the question to its vote', async () => {
    const { db } = t.deps.world
    const space = await theCommittee(db)
    const member = await t.as((await aPerson(db)).id)
    const ambassador = await t.as((await aPerson(db, { role: 'ambassador' })).id)
    const topic = await aTopic(member, space.id)
    const { pollId } = (await member.post(`/api/topics/${topic.id}/posts`, { body: 'Alors ?', poll: asked })).body
    assert.equal((await member.get(`/api/polls/${pollId}`)).body.can.decide, true)
    const { status, body } = await ambassador.put(`/api/polls/${pollId}/ballot`, { choices: [1] })
    assert.deepEqual([status, body.can.decide], [200, false])
  })

  it('whose account is erased leaves a ballot without a name, also after the close', async () => {
    const { space, talks, url, answer } = await aPoll(t)
    const { id, caller } = await someone(t, space.id)
    assert.equal((await answer(caller, 2)).status, 200)
    await talks.post(`${url}/close`)
    await t.deps.world.db.deleteFrom('person').where('id', '=', id).execute()
    assert.deepEqual(await countsOf(talks, url), [0, 1, 0])
  })
})

describe('the freeze', () => {
  it('question and options are corrected until the first answer; then the poll is closed or taken away', async () => {
    const { talks, runs, url, answer } = await aPoll(t)
    const better = { question: 'Quel midi ?', options: ['Lundi', 'Vendredi'], multiple: true }
    assert.equal((await runs.patch(url, better)).status, 403, 'nobody asks in another’s name')
    assert.deepEqual(
      (await talks.patch(url, better)).body.options.map(({ label }: { label: string }) => label),
      better.options,
    )
    await answer(runs, 2)
    assert.equal((await talks.get(url)).body.can.change, false)
    const refused = await talks.patch(url, asked)
    assert.deepEqual([refused.status, refused.body.code], [409, 'poll-frozen'])
    assert.equal((await talks.post(`${url}/close`)).body.closed, true)
    assert.equal((await answer(runs, 1)).body.code, 'poll-closed')
    assert.equal((await talks.post(`${url}/close`)).body.code, 'poll-closed')
    assert.deepEqual(await countsOf(runs, url), [0, 1])
    assert.equal((await talks.delete(url)).status, 204)
    assert.equal((await talks.get(url)).status, 404)
  })

  it('who runs the space closes and takes away, which the audit keeps', async () => {
    const { runs, reads, url, post } = await aPoll(t)
    assert.equal((await reads.post(`${url}/close`)).status, 403)
    assert.equal((await runs.post(`${url}/close`)).status, 200)
    assert.equal((await runs.delete(url)).status, 204)
    const audit = t.deps.world.db.selectFrom('audit').select('detail').where('type', '=', 'poll.removed')
    assert.equal((await audit.execute()).filter(({ detail }) => JSON.stringify(detail).includes(post.id)).length, 1)
  })

  it('the post that goes takes its poll with it', async () => {
    const { talks, url, post, answer } = await aPoll(t)
    await answer(talks, 1)
    assert.equal((await talks.delete(`/api/posts/${post.id}`)).status, 204)
    assert.equal((await talks.get(url)).status, 404)
  })

  it('where the topic or the space is over, nobody answers any more', async () => {
    const { talks, runs, topic, space, url, answer } = await aPoll(t)
    await runs.patch(`/api/topics/${topic.id}`, { closed: true })
    assert.equal((await answer(talks, 1)).body.code, 'topic-closed')
    assert.deepEqual((await talks.get(url)).body.can, {
      vote: false,
      change: false,
      close: false,
      remove: false,
      decide: false,
    })
    await runs.patch(`/api/topics/${topic.id}`, { closed: false })
    await runs.patch(`/api/spaces/${space.id}`, { closed: true })
    assert.equal((await answer(talks, 1)).body.code, 'space-closed')
  })
})

it('an answer, a close and a new poll are hints for the space, without a name', async () => {
  const { talks, runs, space, topic, url, answer } = await aPoll(t)
  await answer(runs, 1)
  await answer(runs, 1)
  await talks.post(`${url}/close`)
  await talks.delete(url)
  const events = await t.deps.world.db
    .selectFrom('event')
    .select(['type', 'ids'])
    .where('space_id', '=', space.id)
    .orderBy('seq')
    .execute()
  const ids = { topicId: topic.id, spaceId: space.id, pollId: url.split('/').at(-1) }
  assert.deepEqual(events.slice(1, 3), [
    { type: 'poll.changed', ids },
    { type: 'poll.changed', ids },
  ])
  assert.deepEqual(
    events.map(({ type }) => type),
    ['topic.created', 'poll.changed', 'poll.changed', 'post.changed'],
  )
})
