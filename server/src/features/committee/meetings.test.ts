import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, HOUR, travel } from '../../../test/votes.ts'

let t: TestApp
let committee: Committee
const db = () => t.deps.world.db
const member = (index: number) => {
  const found = committee.members[index]
  assert.ok(found)
  return found
}
const inHours = (hours: number): string => new Date(t.deps.world.now().getTime() + hours * HOUR).toISOString()
const meetingBody = (hours = 24) => ({
  title: 'Réunion trimestrielle',
  startsAt: inHours(hours),
  endsAt: inHours(hours + 2),
  place: 'Salle *Ouessant*',
  link: 'https://visio.example.fr/comite',
  agenda: '1. Le **budget**\n2. Les ateliers',
})
async function aMeeting(caller: Caller, hours = 24, space = 'comite') {
  const answer = await caller.post(`/api/spaces/${space}/meetings`, meetingBody(hours))
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

before(async () => {
  t = await testApp()
  committee = await aCommittee(t, 4)
})
after(() => t.close())

describe('calling a meeting', () => {
  it('is for those who write in the space; the agenda is rendered, and a guest sees their workshop’s alone', async () => {
    const meeting = await aMeeting(member(0).caller)
    assert.match(meeting.html, /<strong>budget<\/strong>/)
    assert.deepEqual(meeting.can, { change: true, answer: true, setAttendance: false, writeMinutes: true })
    const guest = await aPerson(db(), { role: 'guest' })
    const workshop = await aSpace(db(), 'workshop', [{ id: guest.id, role: 'commenter' }], { slug: 'atelier-1' })
    const theirs = await aMeeting(committee.administrator, 30, workshop.slug)
    const caller = await t.as(guest.id)
    assert.equal((await caller.get(`/api/meetings/${theirs.id}`)).status, 200)
    assert.equal((await caller.get(`/api/meetings/${meeting.id}`)).status, 404)
    assert.equal((await caller.get('/api/spaces/comite/meetings')).status, 404)
    assert.equal((await caller.post(`/api/spaces/${workshop.slug}/meetings`, meetingBody())).status, 403)
    const ambassador = await t.as((await aPerson(db(), { role: 'ambassador' })).id)
    assert.equal((await ambassador.post('/api/spaces/comite/meetings', meetingBody())).status, 403)
    assert.equal((await ambassador.get(`/api/meetings/${meeting.id}`)).body.can.change, false)
  })
  it('refuses what cannot be: an end before the beginning, a link that is no web address', async () => {
    const post = (values: object) =>
      member(0).caller.post('/api/spaces/comite/meetings', { ...meetingBody(), ...values })
    const backwards = await post({ endsAt: inHours(1) })
    assert.deepEqual([backwards.status, backwards.body.errors[0].pointer], [422, '/endsAt'])
    for (const link of ['javascript:alert(1)', 'visio', 'https://', 'data:text/html,x'])
      assert.equal((await post({ link })).status, 422, link)
    assert.equal((await post({ title: ' ' })).status, 422)
    assert.equal((await post({ startsAt: '2026-02-30T10:00:00Z' })).status, 422)
  })
  it('is changed by who called it and who runs the space, by nobody else, and each change is a new version', async () => {
    const { id } = await aMeeting(member(1).caller)
    assert.equal((await member(2).caller.patch(`/api/meetings/${id}`, { title: 'Autre' })).status, 403)
    const early = await member(1).caller.patch(`/api/meetings/${id}`, { endsAt: inHours(2) })
    assert.equal(early.status, 422)
    const changed = await committee.administrator.patch(`/api/meetings/${id}`, {
      title: 'Réunion, déplacée',
      cancelled: true,
    })
    assert.deepEqual([changed.status, changed.body.title, changed.body.cancelled], [200, 'Réunion, déplacée', true])
    const text = String((await member(3).caller.get(`/api/meetings/${id}/calendar.ics`)).body)
    for (const line of ['SEQUENCE:1', 'STATUS:CANCELLED', 'SUMMARY:Réunion\\, déplacée', `UID:reunion-${id}@localhost`])
      assert.ok(text.includes(`\r\n${line}\r\n`), line)
    assert.equal(
      (await member(0).caller.put(`/api/meetings/${id}/answer`, { answer: 'present' })).body.code,
      'meeting-over',
    )
  })
  it('lists those to come, the next first, and those that are over, the last first, page by page', async () => {
    const space = await aSpace(db(), 'loop', [{ id: member(0).id, role: 'facilitator' }], { slug: 'boucle-liste' })
    for (const hours of [-50, -30, -10, 5, 25, 45]) await aMeeting(member(0).caller, hours, space.slug)
    const all = async (when: string) => {
      const found: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const url: string = `/api/spaces/${space.slug}/meetings?when=${when}&limit=2${next && `&cursor=${next}`}`
        const { body } = await member(0).caller.get(url)
        found.push(...body.items.map(({ startsAt }: { startsAt: string }) => startsAt))
        next = body.next
      }
      return found
    }
    assert.deepEqual(await all('coming'), [5, 25, 45].map(inHours))
    assert.deepEqual(await all('past'), [-10, -30, -50].map(inHours))
  })
})

describe('who comes', () => {
  it('each says for themselves, changes it, takes it back; afterwards who was there is written down', async () => {
    const { id } = await aMeeting(member(0).caller, 4)
    const say = (index: number, answer: string | null) =>
      member(index).caller.put(`/api/meetings/${id}/answer`, { answer })
    await say(1, 'present')
    await say(1, 'remote')
    await say(2, 'excused')
    await say(3, 'present')
    const { body: seen } = await say(3, null)
    assert.deepEqual(seen.counts, { present: 0, remote: 1, excused: 1 })
    assert.deepEqual(
      seen.attendance.map((line: { said: string }) => line.said),
      ['remote', 'excused'],
    )
    const put = (caller: Caller, present: string[]) => caller.put(`/api/meetings/${id}/attendance`, { present })
    assert.equal((await put(member(0).caller, [member(1).id])).status, 403, 'not before it has begun')
    await travel(t, 5 * HOUR)
    assert.equal((await put(member(1).caller, [member(1).id])).status, 403, 'nor by those who only came')
    const there = await put(member(0).caller, [member(1).id, member(3).id])
    assert.deepEqual(
      there.body.attendance.map((line: { person: { id: string }; said: string | null; wasThere: boolean }) => [
        line.person.id,
        line.said,
        line.wasThere,
      ]),
      [
        [member(1).id, 'remote', true],
        [member(2).id, 'excused', false],
        [member(3).id, null, true],
      ],
    )
    const { id: stranger } = await aPerson(db(), { role: 'guest' })
    const refused = await put(member(0).caller, [stranger])
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/present'])
    await travel(t, 2 * HOUR)
    assert.equal((await say(2, 'present')).body.code, 'meeting-over')
  })
})

describe('the minutes', () => {
  it('are one page of the space from the template, however many press at once, with what is known of the meeting', async () => {
    const { id } = await aMeeting(member(0).caller, 3)
    await member(1).caller.put(`/api/meetings/${id}/answer`, { answer: 'present' })
    await member(2).caller.put(`/api/meetings/${id}/answer`, { answer: 'excused' })
    const answers = await Promise.all([0, 1, 2, 3].map((i) => member(i).caller.post(`/api/meetings/${id}/minutes`)))
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['200', '200', '200', '201'])
    const [pageId, ...others] = new Set(answers.map(({ body }) => body.pageId))
    assert.deepEqual(others, [])
    const { markdown } = (await member(3).caller.get(`/api/pages/${pageId}`)).body
    assert.match(markdown, new RegExp(`Présent·es\\s?:\\*\\* ${member(1).name}`))
    assert.match(markdown, new RegExp(`Excusé·es\\s?:\\*\\* ${member(2).name}`))
    assert.match(markdown, /Lieu\s?:\*\* Salle \\\*Ouessant\\\*/)
    assert.match(markdown, /## Ordre du jour\n\n1\. Le \*\*budget\*\*\n2\. Les ateliers\n\n## Ce qui a été décidé/)
    const { body } = await member(0).caller.get(`/api/meetings/${id}`)
    assert.deepEqual([body.minutes.pageId, body.can.writeMinutes], [pageId, false])
    // Minutes in the trash are none: there may be others.
    const removed = await committee.administrator.delete(`/api/pages/${pageId}`)
    assert.ok(removed.status < 300, JSON.stringify(removed.body))
    const trashed = (await member(0).caller.get(`/api/meetings/${id}`)).body
    assert.deepEqual([trashed.minutes, trashed.can.writeMinutes], [null, true])
  })
  it('are not for those who only read', async () => {
    const { id } = await aMeeting(member(0).caller, 3)
    const ambassador = await t.as((await aPerson(db(), { role: 'ambassador' })).id)
    assert.equal((await ambassador.post(`/api/meetings/${id}/minutes`)).status, 403)
  })
})

describe('one’s own calendar by a secret address', () => {
  const calendar = async (url: string) => t.anonymous.get(new URL(url).pathname)
  const uids = (text: string): string[] =>
    [...text.replaceAll('\r\n ', '').matchAll(/^UID:(.+?)@/gm)].map(([, uid]) => uid ?? '')

  it('holds the meetings of one’s spaces and the closes of one’s votes, with the rights of now, without a cookie', async () => {
    const loop = await aSpace(db(), 'loop', [{ id: member(1).id, role: 'facilitator' }], { slug: 'boucle-agenda' })
    const inLoop = await aMeeting(member(1).caller, 12, loop.slug)
    const inCommittee = await aMeeting(member(0).caller, 13)
    const { voteId } = await anOpenCandidacy(t, committee)
    const feeds = await Promise.all([0, 1].map((i) => member(i).caller.post('/api/me/calendar')))
    const [zero = '', one = ''] = feeds.map(({ body }) => String(body.url))
    const [first, second] = [await calendar(zero), await calendar(one)]
    assert.deepEqual([first.status, first.headers['content-type']], [200, 'text/calendar; charset=utf-8'])
    for (const uid of [`reunion-${inCommittee.id}`, `vote-${voteId}`])
      for (const answer of [first, second]) assert.ok(uids(String(answer.body)).includes(uid), uid)
    assert.ok(!uids(String(first.body)).includes(`reunion-${inLoop.id}`))
    assert.ok(uids(String(second.body)).includes(`reunion-${inLoop.id}`))
    await db().deleteFrom('space_person').where('space_id', '=', loop.id).execute()
    assert.ok(!uids(String((await calendar(one)).body)).includes(`reunion-${inLoop.id}`))
    await db().updateTable('person').set({ role: 'ambassador' }).where('id', '=', member(1).id).execute()
    assert.ok(!uids(String((await calendar(one)).body)).includes(`vote-${voteId}`))
    await db().updateTable('person').set({ role: 'member' }).where('id', '=', member(1).id).execute()
  })
  it('keeps no secret that could be read, ends when it is renewed, taken away, or its owner suspended', async () => {
    const { caller, id } = member(2)
    assert.deepEqual((await caller.get('/api/me/calendar')).body, { createdAt: null })
    const first = (await caller.post('/api/me/calendar')).body.url
    const secret = first.split('/').at(-1)?.replace('.ics', '') ?? ''
    const stored = await db().selectFrom('calendar_feed').selectAll().execute()
    assert.ok(!JSON.stringify(stored).includes(secret))
    assert.notEqual((await caller.get('/api/me/calendar')).body.createdAt, null)
    const second = (await caller.post('/api/me/calendar')).body.url
    assert.deepEqual([(await calendar(first)).status, (await calendar(second)).status], [404, 200])
    await db().updateTable('person').set({ suspended_at: new Date() }).where('id', '=', id).execute()
    assert.equal((await calendar(second)).body.code, 'not-found')
    await db().updateTable('person').set({ suspended_at: null }).where('id', '=', id).execute()
    assert.equal((await caller.delete('/api/me/calendar')).status, 204)
    assert.equal((await calendar(second)).status, 404)
    assert.equal((await t.anonymous.get(`/api/calendar/${'x'.repeat(34)}.ics`)).body.code, 'not-found')
  })
  it('is on the home as the next meeting', async () => {
    await travel(t, DAY)
    const soon = await aMeeting(member(0).caller, 1)
    assert.equal((await member(3).caller.get('/api/home')).body.nextMeeting.id, soon.id)
    await member(0).caller.patch(`/api/meetings/${soon.id}`, { cancelled: true })
    assert.notEqual((await member(3).caller.get('/api/home')).body.nextMeeting?.id, soon.id)
  })
})
