import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { WebSocket } from 'ws'
import { ballotOf, methods } from '../../../test/ballots-of.ts'
import { until } from '../../../test/collab-client.ts'
import type { Answer, Caller } from '../../../test/harness.ts'
import { aRunningAward, REMINDED, type RunningAward } from '../../../test/running-edition.ts'
import { actors, type Actor, install, type Installation, UNKNOWN_ID } from '../../../test/matrix/installation.ts'
import { aSecretVote, castSecretly } from '../../../test/secret.ts'
import { DAY, travelToClose } from '../../../test/votes.ts'

/**
 * Criterion 14 without a list of words to look for: whatever anybody can read before the close must not depend on what others
 * voted. Everything is read, the ballots of others are replaced underneath, and everything is read again: it must be the same,
 * letter by letter.
 */
let i: Installation
let award: RunningAward
/** Votes of every method and of an award, open, with ballots of the host and of two actors. */
const votes: { id: string; method: string; closesAt: string }[] = []
const voters: Actor[] = ['member', 'facilitator']

before(async () => {
  i = await install()
  const committee = i.places.find(({ kind }) => kind === 'committee')
  award = await openAward(committee?.id ?? '')
  for (const method of methods) {
    const closesAt = new Date(i.t.deps.world.now().getTime() + 9 * DAY).toISOString()
    const body = { spaceId: committee?.id, question: 'Une question\u202f?', closesAt, ...method }
    const { status, body: vote } = await i.host.caller.post('/api/decisions', body)
    assert.equal(status, 201)
    votes.push(vote)
  }
  votes.push(...award.votes)
  for (const vote of votes)
    for (const caller of [i.host.caller, ...(await Promise.all(voters.map((actor) => i.callerOf(actor))))])
      assert.equal(await recast(caller, vote, 0), 201)
  await openSecretly(committee?.id ?? '')
  votes.push({ id: i.openVote, method: 'threshold', closesAt: '' })
  for (const actor of voters)
    assert.equal(
      (await (await i.callerOf(actor)).put(`/api/votes/${i.openVote}/ballot`, { choice: 'yes' })).status,
      201,
    )
})
after(() => i.t.close())

/** A running award, whose grid is judged by the host and both voters. */
async function openAward(spaceId: string): Promise<RunningAward> {
  const people = await Promise.all(
    voters.map(async (actor) => ({ id: i.people.get(actor)?.id ?? '', name: '', caller: await i.callerOf(actor) })),
  )
  const members = [{ ...i.host, name: '' }, ...people]
  const administrator = await i.callerOf('administrator')
  return aRunningAward(
    i.t,
    { spaceId, members, administrator },
    members.map(({ id }) => id),
  )
}

async function recast(caller: Caller, { id, method }: { id: string; method: string }, which: 0 | 1): Promise<number> {
  const { choice, value } = ballotOf(method, which)
  return (await caller.put(`/api/votes/${id}/ballot`, { choice, ...(value && { value }) })).status
}

/** A secret vote with the same voters. */
async function openSecretly(spaceId: string): Promise<void> {
  const vote = await aSecretVote(i.t, { spaceId, members: [{ ...i.host, name: '' }] })
  for (const caller of [i.host.caller, ...(await Promise.all(voters.map((actor) => i.callerOf(actor))))])
    assert.equal((await castSecretly(caller, vote, { choice: 'yes' })).status, 201)
  votes.push({ ...vote, method: 'secret' })
}

/** Every address that can be read, with everything that its parameters can name. */
async function addresses(): Promise<string[]> {
  const { paths } = (await i.t.anonymous.get('/api/openapi.json')).body
  const readable = Object.entries(paths as Record<string, object>).filter(([, methods]) => 'get' in methods)
  const [place] = i.places
  const idsOf = (path: string): string[] => {
    if (path.startsWith('/api/votes')) return votes.map(({ id }) => id)
    if (/^\/api\/(?:awards|palmares|calls)\//u.test(path)) return award.editionIds
    if (path.startsWith('/api/award-categories')) return award.categories.map(({ id }) => id)
    if (path.startsWith('/api/candidacies')) return [i.openCandidacy, i.ownCandidacy]
    if (path.startsWith('/api/decisions/drafts')) return [place?.draftId ?? '']
    if (path.startsWith('/api/topics')) return [place?.topicId ?? '']
    if (path.startsWith('/api/pages')) return [place?.pageId ?? '']
    if (path.startsWith('/api/people')) return [i.host.id]
    if (path.startsWith('/api/spaces')) return [place?.id ?? '']
    return [UNKNOWN_ID]
  }
  const plain = readable.flatMap(([path]) => {
    if (path.includes('{editionId}') && path.includes('{categoryId}'))
      return award.categories.map(({ id, editionId }) =>
        path.replace('{editionId}', editionId).replace('{categoryId}', id),
      )
    return path.includes('{') ? idsOf(path).map((id) => path.replaceAll(/\{\w+\}/gu, id)) : [path]
  })
  const lists = ['waiting', 'open', 'closed'].map((state) => `/api/votes?state=${state}&limit=100`)
  const exports = ['json', 'csv', 'summary', 'options', 'preflib', 'blt'].flatMap((format) =>
    votes.map(({ id }) => `/api/votes/${id}/export?format=${format}`),
  )
  return [...plain, ...lists, ...exports, '/api/search?q=question']
}

/** What an answer says, without what is new in every answer. */
const comparable = ({ status, body }: Answer): string =>
  JSON.stringify([status, typeof body === 'object' ? { ...body, requestId: '' } : body])

async function readAll(caller: Caller, urls: string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  for (const url of urls) read.set(url, comparable(await caller.get(url)))
  return read
}

/** Replaces what others than somebody voted, in ballots and in the log's contents, leaving everything else as it is. */
async function replaceBallots(which: 0 | 1, except: string): Promise<number> {
  const { db } = i.t.deps.world
  let replaced = 0
  for (const { id, method } of votes) {
    if (method === 'secret') await replaceLines(id, which)
    const { choice, value } = ballotOf(method, which)
    const others = db
      .selectFrom('vote_roll')
      .select('number')
      .where('vote_id', '=', id)
      .where('person_id', 'is distinct from', except || null)
    const rows = await db
      .updateTable('ballot')
      .set({ choice: choice as 'yes', value: value && JSON.stringify(value) })
      .where('vote_id', '=', id)
      .where('number', 'in', others)
      .returning('event_seq')
      .execute()
    replaced += rows.length
    for (const { event_seq } of rows)
      await db
        .updateTable('vote_event_body')
        .set({ body: JSON.stringify({ choice, value, salt: '' }) })
        .where('vote_id', '=', id)
        .where('seq', '=', event_seq)
        .execute()
  }
  return replaced
}

const plain = ['yes', 'no'] as const

async function replaceLines(voteId: string, which: 0 | 1): Promise<void> {
  const content = JSON.stringify({ choice: plain[which] })
  const rows = await i.t.deps.world.db
    .updateTable('secret_line')
    .set({ content })
    .where('vote_id', '=', voteId)
    .returning('id')
    .execute()
  assert.equal(rows.length, 1 + voters.length)
}

describe('vote criterion 14: before the close', () => {
  for (const actor of actors)
    it(`no address tells ${actor} what others voted, and no result opens`, async () => {
      const urls = await addresses()
      assert.ok(urls.length > 100, String(urls.length))
      const caller = await i.callerOf(actor)
      const personId = i.people.get(actor)?.id ?? ''
      await replaceBallots(0, personId)
      const first = await readAll(caller, urls)
      const again = await readAll(caller, urls)
      const unsteady = urls.filter((url) => first.get(url) !== again.get(url))
      assert.deepEqual(
        unsteady.filter((url) => !/sessions|health/u.test(url)),
        [],
      )
      assert.ok((await replaceBallots(1, personId)) > votes.length)
      const second = await readAll(caller, urls)
      const telling = urls.filter((url) => !unsteady.includes(url) && again.get(url) !== second.get(url))
      assert.deepEqual(telling, [])
      for (const url of urls.filter((url) => /\/(?:result|export)/u.test(url) && url.startsWith('/api/votes')))
        assert.match(first.get(url) ?? '', /^\[40[134],/u, url)
    })
  it('the walk is not one along closed doors: the award is read, and its ballots are there', async () => {
    const urls = await addresses()
    const office = await readAll(await i.callerOf('administrator'), urls)
    const jurors = await readAll(await i.callerOf('member'), urls)
    for (const id of award.editionIds) assert.match(jurors.get(`/api/awards/${id}`) ?? '', /^\[200,/u)
    for (const { id } of award.categories)
      assert.match(office.get(`/api/award-categories/${id}/rankings`) ?? '', /^\[200,/u)
    for (const { id } of award.votes) assert.match(jurors.get(`/api/votes/${id}`) ?? '', /^\[200,.*"voters":3/u)
    for (const { id, editionId } of award.categories)
      assert.match(jurors.get(`/api/palmares/${editionId}/categories/${id}/counts`) ?? '', /^\[40[34],/u)
  })
  it('a member’s socket says the same, whatever others vote', async () => {
    const origin = await i.t.listen()
    const [reader, voter] = [await i.callerOf('member'), await i.callerOf('facilitator')]
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws/events`, {
      headers: { cookie: reader.cookie },
      origin,
    })
    const frames: { hint?: { type: string; ids: Record<string, string> } }[] = []
    socket.on('message', (data: Buffer) => void frames.push(JSON.parse(String(data))))
    await until('a hello', () => frames.length > 0)
    const place = i.places.find(({ kind }) => kind === 'committee')
    const heard = async (which: 0 | 1): Promise<string> => {
      frames.splice(0)
      for (const vote of votes.filter(({ method }) => method !== 'secret'))
        assert.equal(await recast(voter, vote, which), 200)
      // What follows says that all before it has come.
      await i.host.caller.post(`/api/spaces/${place?.id}/topics`, { title: 'Après', body: 'Tout est dit.' })
      await until('the last hint', () => frames.some(({ hint }) => hint?.type === 'topic.created'))
      return JSON.stringify(frames.flatMap(({ hint }) => (hint && 'voteId' in hint.ids ? [[hint.type, hint.ids]] : [])))
    }
    const first = await heard(1)
    assert.equal(await heard(0), first)
    assert.equal(await heard(1), first)
    for (const { id, method } of votes) assert.equal(first.includes(id), method !== 'secret', method)
    socket.terminate()
  })
  it('no mail tells it: those of before and those between ballots are the same', async () => {
    await i.t.runJobs()
    const [vote] = votes
    assert.ok(vote)
    const earlier = i.t.outbox.splice(0)
    const told: string[][] = []
    for (const [at, left] of REMINDED.entries()) {
      await replaceBallots(at === 0 ? 0 : 1, '')
      await travelToClose(i.t, vote, left)
      await i.t.runJobs()
      const mails = i.t.outbox.splice(0).filter(({ text }) => votes.some(({ id }) => text.includes(id)))
      told.push(mails.map(({ to, subject, text }) => JSON.stringify([to, subject, text])).toSorted())
      // By the grid everybody has voted already.
      const awaited: typeof votes = votes.filter((one) => one.closesAt === vote.closesAt && one.method !== 'grid')
      assert.equal(awaited.length, methods.length + award.votes.length - 1)
      for (const { id, method } of awaited)
        assert.ok(
          mails.some(({ text }) => text.includes(id)),
          method,
        )
    }
    const [first = [], second = []] = told
    const lasting = first.filter((mail) => second.includes(mail))
    assert.ok(lasting.length >= methods.length + award.votes.length - 1, String(lasting.length))
    assert.deepEqual(second, lasting, 'nothing in the second that the first did not say')
    const all = [...earlier.map(({ subject, text }) => `${subject} ${text}`), ...told.flat()]
    assert.ok(all.length > lasting.length)
    for (const text of all.filter((one) => votes.some(({ id }) => one.includes(id))))
      assert.doesNotMatch(text, /\boui\b|\bcontre\b|\bpour : |Rennes|Brest|Excellent|Ville [ABC]/u)
  })
})
