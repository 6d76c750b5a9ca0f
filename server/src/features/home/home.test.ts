import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { type Caller, testApp, type TestApp, viewerOf } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee } from '../../../test/votes.ts'
import { listWriting } from './pages.ts'

let t: TestApp
let committee: Committee
const db = () => t.deps.world.db
const home = async (caller: Caller) => {
  const answer = await caller.get('/api/home')
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}

before(async () => {
  t = await testApp()
  committee = await aCommittee(t, 4)
})
after(() => t.close())

describe('what waits', () => {
  it('an open vote, until one has voted; for nobody who is not on its roll', async () => {
    const { voteId } = await anOpenCandidacy(t, committee, { sponsored: true })
    const [item, ...more] = (await home(member(1).caller)).waiting
    assert.deepEqual(
      [item.kind, item.id, item.voteKind, item.voters, item.roll, more],
      ['vote', voteId, 'candidacy', 1, 4, []],
    )
    assert.equal(typeof item.sponsor, 'string')
    await member(1).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    assert.deepEqual((await home(member(1).caller)).waiting, [])
    assert.equal((await home(member(2).caller)).waiting[0].voters, 2)
    assert.deepEqual((await home(member(0).caller)).waiting, [], 'the proposal is the sponsor’s yes')
    for (const role of ['ambassador', 'guest'] as const) {
      const caller = await t.as((await aPerson(db(), { role })).id)
      assert.deepEqual((await home(caller)).waiting, [], role)
    }
  })
  it('a candidacy that nobody opened, for the administration and its sponsor', async () => {
    const body = {
      name: 'Rose Lambert',
      email: 'rose@example.fr',
      college: 'woman',
      employer: 'Ville de Brumelac',
      motivation: 'Vingt ans de communication publique.',
      sponsorId: member(3).id,
    }
    const submitted = async (caller: Caller) =>
      (await home(caller)).waiting.filter(({ kind }: { kind: string }) => kind === 'candidacy').length
    const administrator = await t.as((await aPerson(db(), { role: 'administrator' })).id)
    assert.equal((await administrator.post('/api/candidacies', body)).status, 201)
    assert.deepEqual(
      [await submitted(administrator), await submitted(member(3).caller), await submitted(member(2).caller)],
      [1, 1, 0],
    )
  })
})

describe('what moves', () => {
  it('is in one’s own spaces and the committee, newest first, with what was said last', async () => {
    const mine = await aSpace(db(), 'loop', [{ id: member(0).id, role: 'facilitator' }], { name: 'La mienne' })
    const theirs = await aSpace(db(), 'team', [{ id: member(1).id }], { open: true })
    const write = async (caller: Caller, spaceId: string, title: string) => {
      t.advance(1_000)
      const answer = await caller.post(`/api/spaces/${spaceId}/topics`, { title, body: 'Le début' })
      assert.equal(answer.status, 201)
      return answer.body.id
    }
    const first = await write(member(0).caller, mine.id, 'Ancien')
    await write(member(1).caller, theirs.id, 'Ailleurs')
    await write(member(1).caller, 'comite', 'Au comité')
    t.advance(1_000)
    await member(0).caller.post(`/api/topics/${first}/posts`, { body: 'La **fin**' })
    const page = {
      id: t.deps.world.newId(),
      space_id: mine.id,
      title: 'Une page',
      text: 'Son\n texte',
      created_at: t.deps.world.now(),
      updated_at: t.deps.world.now(),
    }
    await db().insertInto('page').values(page).execute()
    const { moving } = await home(member(0).caller)
    assert.deepEqual(
      moving.map(({ kind, title, excerpt, unread }: Record<string, unknown>) => [kind, title, excerpt, unread]),
      [
        ['topic', 'Ancien', 'La fin', 0],
        ['page', 'Une page', 'Son texte', 0],
        ['topic', 'Au comité', 'Le début', 1],
      ],
    )
    const guest = await t.as((await aPerson(db(), { role: 'guest' })).id)
    assert.deepEqual((await home(guest)).moving, [])
  })
})

describe('who writes, and the committee', () => {
  it('names people in the pages that the viewer may read, and in no other', async () => {
    const { db: database, ...world } = t.deps.world
    const rows = await database.selectFrom('person').selectAll().execute()
    const [viewer, other] = rows.filter(({ role }) => role === 'member')
    assert.ok(viewer && other)
    const [open, closed] = [
      await aSpace(database, 'loop', [{ id: viewer.id }]),
      await aSpace(database, 'loop', [{ id: other.id }]),
    ]
    const ids: string[] = []
    for (const space_id of [open.id, closed.id]) {
      const row = { id: world.newId(), space_id, title: 'Page', created_at: world.now(), updated_at: world.now() }
      ids.push((await database.insertInto('page').values(row).returning('id').executeTakeFirstOrThrow()).id)
    }
    const present = new Map(ids.map((id) => [id, [viewer.id, other.id]]))
    const writing = await listWriting({ ...world, db: database, viewer: viewerOf(viewer) }, present)
    assert.deepEqual(
      writing.map(({ pageId, people }) => [pageId, people.map(({ id }) => id)]),
      [[ids[0], [viewer.id, other.id]]],
    )
    assert.deepEqual(
      await listWriting({ ...world, db: database, viewer: viewerOf(viewer) }, new Map([[ids[0] ?? '', [viewer.id]]])),
      [],
    )
  })
  it('counts the seats for those of the committee', async () => {
    await db()
      .insertInto('setting')
      .values({ key: 'seats', value: JSON.stringify({ cap: 44 }), updated_at: new Date() })
      .execute()
    const seen = (await home(member(0).caller)).committee
    assert.deepEqual([seen.cap, seen.seats, seen.women + seen.men + seen.undeclared], [44, 4, 4])
    for (const role of ['guest', 'candidate'] as const)
      assert.equal((await home(await t.as((await aPerson(db(), { role })).id))).committee, null)
    assert.equal((await t.anonymous.get('/api/home')).status, 401)
  })
})
