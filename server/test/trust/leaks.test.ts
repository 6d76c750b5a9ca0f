import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as spacePolicy from '../../src/policy/space.ts'
import { actors, install, type Actor, type Installation } from '../matrix/installation.ts'

// Rows 4, 5, 14, 15, 16 and 19 of reference/trust.md: each space holds a topic, a page and a decision with the word ZEBRA and its name.

let i: Installation
before(async () => void (i = await install()))
after(() => i.t.close())

const hiddenFrom = (actor: Actor) => i.places.filter((place) => !spacePolicy.read(i.factsOf(actor, place)))

test('4, 5: no list that an actor can ask for names anything of a space that they may not read', async () => {
  const lists = i.t.routes.filter(
    ({ method, url }) => method === 'GET' && url.startsWith('/api/') && !url.includes(':'),
  )
  for (const actor of actors) {
    const caller = await i.callerOf(actor)
    for (const { url } of lists) {
      const { body } = await caller.get(url.endsWith('/search') ? `${url}?q=zebra&limit=50` : url)
      const text = JSON.stringify(body)
      for (const place of hiddenFrom(actor))
        for (const secret of [place.id, place.topicId, place.pageId, place.decisionId, `de ${place.name}`])
          assert.ok(!text.includes(secret), `${actor}: ${url} names ${secret} of ${place.name}`)
    }
  }
})

test('14: the search counts what it shows, and shows what may be read', async () => {
  for (const actor of actors) {
    const caller = await i.callerOf(actor)
    const { body } = await caller.get('/api/search?q=zebra&limit=50')
    const readable = i.places.filter((place) => spacePolicy.read(i.factsOf(actor, place)))
    assert.equal(body.total, body.items.length, actor)
    const found = new Set<string>(body.items.map(({ space }: { space: { id: string } }) => space.id))
    assert.deepEqual(found, new Set(readable.map(({ id }) => id)), actor)
    for (const place of hiddenFrom(actor)) {
      const within = await caller.get(`/api/search?q=zebra&spaceId=${place.id}`)
      assert.deepEqual([within.body.total ?? 0, within.body.items ?? []], [0, []], `${actor} in ${place.name}`)
    }
  }
})

test('15: people are not found by their address, nor a directory by a guest', async () => {
  const guest = await i.callerOf('guest')
  assert.equal((await guest.get('/api/people?q=%40')).status, 404)
  const member = await i.callerOf('member')
  for (const q of ['%40', 'exemple.fr', 'bob%40'])
    assert.deepEqual((await member.get(`/api/people?q=${q}`)).body.items, [], q)
  const text = JSON.stringify((await member.get('/api/people')).body)
  assert.doesNotMatch(text, /@/)
  const inA = i.places.find(({ name }) => name === 'atelier-a')
  assert.doesNotMatch(JSON.stringify((await guest.get(`/api/spaces/${inA?.id}/people`)).body), /@/)
})

test('16: who is named in a conversation that they may not read hears nothing of it', async () => {
  const place = i.places.find(({ name }) => name === 'atelier-a')
  const guest = i.people.get('guest')
  // What the votes of the installation tell their rolls goes out first.
  await i.t.runJobs()
  const before = i.t.outbox.length
  const body = 'Bonjour @Bob Le Gall et @Personne guest, on vous attend.'
  const posted = await i.host.caller.post(`/api/topics/${place?.topicId}/posts`, { body })
  assert.equal(posted.status, 201)
  await i.t.runJobs()
  assert.equal(i.t.outbox.length, before)
  const rows = await i.t.deps.world.db.selectFrom('mention').select('person_id').execute()
  assert.deepEqual(rows, [{ person_id: guest?.id }], 'the guest of this workshop is named, the one of another is not')
  const bob = await i.t.as(i.guestOfB)
  assert.ok(!JSON.stringify((await bob.get('/api/home')).body).includes('atelier-a'))
})
