import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, travel, travelToClose } from '../../../test/votes.ts'

let t: TestApp
let committee: Committee
const db = () => t.deps.world.db
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const callerOf = async (role: 'ambassador' | 'guest' | 'candidate'): Promise<Caller> =>
  t.as((await aPerson(db(), { role })).id)
const read = async (caller: Caller, url: string) => {
  const answer = await caller.get(url)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const names = (body: { items: { name: string }[] }): string[] => body.items.map(({ name }) => name)

before(async () => {
  t = await testApp()
  committee = await aCommittee(t, 6)
  const { id } = await aPerson(db(), { role: 'ambassador', name: 'Éloïse Tanguy' })
  await db().updateTable('person').set({ employer: 'Métropole de Brumelac' }).where('id', '=', id).execute()
})
after(() => t.close())

describe('the directory', () => {
  it('holds members and ambassadors, nobody else, and pages through them by name', async () => {
    await aPerson(db(), { role: 'guest', name: 'Aaron Invité' })
    await aPerson(db(), { name: 'Aaron Suspendu', suspended: true })
    const first = await read(member(0).caller, '/api/committee/people?limit=4')
    const second = await read(member(0).caller, `/api/committee/people?limit=4&cursor=${first.next}`)
    const all = [...names(first), ...names(second)]
    assert.deepEqual(all.toSorted(), [...committee.members.map(({ name }) => name), 'Éloïse Tanguy'].toSorted())
    assert.equal(second.next, null)
    assert.equal(all[0], 'Éloïse Tanguy', 'accents do not send a name to the end')
  })
  it('finds by name, employer and title without accents, by role, by team', async () => {
    const team = await aSpace(db(), 'team', [{ id: member(2).id }], {
      name: '#TéamData',
      slug: 'team-data',
      open: true,
    })
    await db()
      .updateTable('person')
      .set({ headline: 'Directrice de la communication' })
      .where('id', '=', member(3).id)
      .execute()
    const find = async (query: string) => names(await read(member(0).caller, `/api/committee/people?${query}`))
    assert.deepEqual(await find('q=eloise'), ['Éloïse Tanguy'])
    assert.deepEqual(await find('q=brumelac'), ['Éloïse Tanguy'])
    assert.deepEqual(await find('q=directrice'), [member(3).name])
    assert.deepEqual(await find('q=teamdata'), [member(2).name])
    assert.deepEqual(await find('role=ambassador'), ['Éloïse Tanguy'])
    assert.deepEqual(await find(`team=${team.slug}`), [member(2).name])
    assert.deepEqual(await find('q=%25'), [])
  })
  it('tells nobody of a team that they may not see, nor who is in it', async () => {
    await aSpace(db(), 'team', [{ id: member(4).id }], { name: 'Équipe cachée', slug: 'cachee' })
    const teamsOf = async (caller: Caller) => {
      const { items } = await read(caller, '/api/committee/people?limit=100')
      return items.find(({ id }: { id: string }) => id === member(4).id).teams
    }
    assert.deepEqual(await teamsOf(member(4).caller), [{ slug: 'cachee', name: 'Équipe cachée' }])
    assert.deepEqual(await teamsOf(member(0).caller), [])
    assert.deepEqual(names(await read(member(0).caller, '/api/committee/people?q=cachee')), [])
    assert.deepEqual(names(await read(member(0).caller, '/api/committee/people?team=cachee')), [])
    const { teams } = await read(member(0).caller, '/api/committee/seats')
    assert.ok(!teams.some(({ slug }: { slug: string }) => slug === 'cachee'))
  })
  it('is hidden from guests and candidates', async () => {
    for (const role of ['guest', 'candidate'] as const)
      for (const url of ['/api/committee/people', '/api/committee/seats'])
        assert.equal((await (await callerOf(role)).get(url)).status, 404, `${role} ${url}`)
    assert.equal((await t.anonymous.get('/api/committee/seats')).status, 401)
  })
  it('shows nobody’s own college, e-mail address or suspension, to the administration neither', async () => {
    for (const caller of [member(0).caller, committee.administrator]) {
      const { items } = await read(caller, '/api/committee/people')
      const keys = ['employer', 'headline', 'id', 'name', 'portraitUrl', 'role', 'teams']
      for (const item of items) assert.deepEqual(Object.keys(item).toSorted(), keys)
    }
  })
})

describe('seats as a picture', () => {
  it('counts seats, what is free and who waits, by college; names them to members in rank, without a college', async () => {
    await committee.administrator.put('/api/settings/seats', { cap: 6, parity: 'quota' })
    const woman = await anOpenCandidacy(t, committee, { college: 'woman' })
    await travel(t, 1_000)
    const man = await anOpenCandidacy(t, committee, { college: 'man' })
    for (const { voteId } of [woman, man])
      for (const { caller } of committee.members) await caller.put(`/api/votes/${voteId}/ballot`, { choice: 'yes' })
    const before = await read(member(0).caller, '/api/committee/seats')
    assert.deepEqual(before.list, [], 'nobody waits before the close')
    await travelToClose(t, man, -1)
    await t.runJobs()
    const seen = await read(member(0).caller, '/api/committee/seats')
    assert.deepEqual([seen.cap, seen.quota, seen.free, seen.ambassadors], [6, 3, 0, 1])
    // The suspended member keeps the seat.
    assert.equal(seen.seated.women + seen.seated.men, 7)
    assert.deepEqual(seen.waiting, { women: 1, men: 1, undeclared: 0 })
    assert.deepEqual(
      seen.list.map((one: { candidacyId: string; rank: number }) => [one.candidacyId, one.rank]),
      // Each reads the rank in the line for their own kind of seat, as on the follow-up page.
      [
        [woman.id, 1],
        [man.id, 1],
      ],
    )
    for (const one of seen.list) assert.deepEqual(Object.keys(one).toSorted(), ['candidacyId', 'name', 'rank', 'since'])
  })
  it('gives ambassadors the counts alone', async () => {
    const seen = await read(await callerOf('ambassador'), '/api/committee/seats')
    assert.deepEqual([seen.waiting.women, seen.list], [1, null])
  })
  it('keeps a seat that is on offer apart: taken by nobody, free for nobody', async () => {
    await committee.administrator.put('/api/settings/seats', { cap: 10, parity: 'quota' })
    await t.runJobs()
    const seen = await read(member(0).caller, '/api/committee/seats')
    assert.deepEqual(seen.offered, { women: 1, men: 1, undeclared: 0 })
    assert.deepEqual([seen.seated.women + seen.seated.men, seen.free, seen.list], [7, 1, []])
  })
  it('has no quota where parity is only shown', async () => {
    await committee.administrator.put('/api/settings/seats', { cap: 7, parity: 'shown' })
    assert.equal((await read(member(0).caller, '/api/committee/seats')).quota, null)
  })
})

describe('the close of a vote in a calendar', () => {
  it('is a file with the instant of the close, under a name that stays when the close moves', async () => {
    await travel(t, DAY)
    const { voteId, closesAt } = await anOpenCandidacy(t, committee)
    const url = `/api/votes/${voteId}/calendar.ics`
    const answer = await member(1).caller.get(url)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
    assert.equal(answer.headers['content-disposition'], `attachment; filename="vote-${voteId}.ics"`)
    const stamp = (iso: string): string => iso.replace(/[-:]|\.\d{3}/g, '')
    const text = String(answer.body).replaceAll('\r\n ', '')
    assert.ok(text.includes(`\r\nDTSTART:${stamp(closesAt)}\r\n`) && text.includes('\r\nSEQUENCE:0\r\n'))
    assert.ok(text.includes(`\r\nUID:vote-${voteId}@`) && text.includes('Maud Kerbrat'))
    await travelToClose(t, { closesAt }, DAY)
    const reason = 'Cette personne travaille pour notre principal prestataire.'
    assert.equal((await member(2).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'veto', reason })).status, 201)
    const moved = (await member(1).caller.get(`/api/votes/${voteId}`)).body.closesAt
    assert.notEqual(moved, closesAt)
    const again = String((await member(1).caller.get(url)).body).replaceAll('\r\n ', '')
    assert.ok(again.includes(`\r\nDTSTART:${stamp(moved)}\r\n`) && again.includes('\r\nSEQUENCE:1\r\n'))
    assert.ok(again.includes(`\r\nUID:vote-${voteId}@`))
    assert.ok(!/veto|opposé|pour notre principal/i.test(again), 'it tells nothing of the ballots')
  })
  it('is for those who may read the vote', async () => {
    const { voteId } = await anOpenCandidacy(t, committee)
    const url = `/api/votes/${voteId}/calendar.ics`
    assert.equal((await (await callerOf('ambassador')).get(url)).status, 404)
    assert.equal((await t.anonymous.get(url)).status, 401)
  })
})
