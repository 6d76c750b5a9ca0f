import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { verifyPublished } from '@cenacle/tally/published'
import type { SecretBallot } from '@cenacle/tally/secret'
import { aPerson } from '../../../../test/build.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { aSecretVote, castSecretly, hash, publishedOf, sealed, secretVoteOf } from '../../../../test/secret.ts'
import { aCommittee, type Committee, travel, travelToClose } from '../../../../test/votes.ts'

let app: TestApp
let committee: Committee
const member = (index: number) => {
  const found = committee.members[index]
  if (!found) throw new Error(`no member ${index}`)
  return found.caller
}
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 8)
})
after(() => app.close())

const yes: SecretBallot = { choice: 'yes' }
const rowsOf = async (voteId: string) => {
  const { db } = app.deps.world
  const lines = await db.selectFrom('secret_line').selectAll().where('vote_id', '=', voteId).execute()
  const roll = await db.selectFrom('vote_roll').selectAll().where('vote_id', '=', voteId).execute()
  return { lines, marks: roll.filter(({ has_voted }) => has_voted) }
}

describe('opening a secret vote', () => {
  it('is refused with a veto, and for fewer than five people', async () => {
    const closesAt = new Date(app.deps.world.now().getTime() + 100_000).toISOString()
    const body = { spaceId: committee.spaceId, question: 'Une question ?', closesAt, secret: true }
    const veto = await member(0).post('/api/decisions', { ...body, rules: { veto: true } })
    assert.deepEqual([veto.status, veto.body.errors[0].pointer], [422, '/rules/veto'])
    const small = await testApp()
    try {
      const four = await aCommittee(small, 4)
      const few = await four.members[0]?.caller.post('/api/decisions', { ...body, spaceId: four.spaceId })
      assert.deepEqual([few?.status, few?.body.code], [409, 'roll-too-small'])
      assert.equal((await four.members[0]?.caller.get('/api/votes'))?.body.items.length, 0)
    } finally {
      await small.close()
    }
  })
})

describe('casting a secret ballot', () => {
  it('vote criterion 11 (secret): a hundred at once of one member leave one row, one mark, one 201', async () => {
    const vote = await aSecretVote(app, committee)
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => castSecretly(member(1), vote, { choice: at % 2 === 0 ? 'yes' : 'no' })),
    )
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    const refused = answers.filter(({ status }) => status !== 201)
    assert.ok(refused.every(({ status, body }) => status === 409 && body.code === 'already-voted'))
    const { lines, marks } = await rowsOf(vote.id)
    assert.deepEqual([lines.length, marks.length], [1, 1])
    const { body } = await member(1).get(`/api/votes/${vote.id}`)
    assert.deepEqual([body.hasVoted, body.myBallot, body.voters, body.can.vote], [true, null, 1, false])
    assert.equal(answers.find(({ status }) => status === 201)?.body.receipt, null)
  })

  it('leaves no event, in the log of the vote or elsewhere, no job and no trace of its idempotency key', async () => {
    const vote = await aSecretVote(app, committee)
    const { db } = app.deps.world
    const count = async () => {
      const rows = await Promise.all(
        (['event', 'vote_event', 'job', 'idempotency', 'audit', 'ballot'] as const).map((table) =>
          db.selectFrom(table).select(db.fn.countAll().as('count')).executeTakeFirstOrThrow(),
        ),
      )
      return rows.map((row) => Number(row.count))
    }
    const before = await count()
    const { body } = sealed(vote, yes)
    const answer = await member(2).put(`/api/votes/${vote.id}/ballot`, body, { 'idempotency-key': 'ballot-of-2' })
    assert.equal(answer.status, 201)
    const plain = { choice: 'no' }
    assert.equal(
      (await member(3).put(`/api/votes/${vote.id}/ballot`, plain, { 'idempotency-key': 'ballot-of-3' })).status,
      422,
    )
    assert.deepEqual(await count(), before)
  })

  it('a bad one is refused by name, leaves no row and can be put right', async () => {
    const vote = await aSecretVote(app, committee)
    const grades = await aSecretVote(app, committee, {
      method: 'score',
      options: ['Un', 'Deux'],
      question: 'Combien ?',
    })
    const { body } = sealed(vote, yes)
    const graded = sealed(grades, { choice: 'cast', value: { grades: { o1: 1, o2: 2 } } }).body
    const [receipt = ''] = Object.values(body.receipts)
    const cases: [string, object, string, string][] = [
      [vote.id, { choice: 'yes' }, '/receipts', 'required'],
      [vote.id, { ...body, receipts: {} }, '/receipts', 'required'],
      [vote.id, { ...body, receipts: { o1: receipt } }, '/receipts', 'not-allowed'],
      [vote.id, { ...body, receipts: { ...body.receipts, o1: hash('a') } }, '/receipts', 'not-allowed'],
      [vote.id, { ...body, reason: 'Parce que je le veux bien.' }, '/reason', 'not-allowed'],
      [vote.id, { choice: 'veto', reason: 'Une raison de trente caractères au moins.' }, '/choice', 'not-allowed'],
      [grades.id, { ...graded, receipts: { o1: receipt, o2: receipt } }, '/receipts', 'duplicate'],
      [grades.id, { ...graded, receipts: { o1: receipt } }, '/receipts', 'required'],
    ]
    for (const [id, bad, pointer, code] of cases) {
      const { status, body: problem } = await member(0).put(`/api/votes/${id}/ballot`, bad)
      assert.deepEqual([status, problem.errors?.[0]?.pointer, problem.errors?.[0]?.code], [422, pointer, code])
    }
    for (const { id } of [vote, grades]) assert.deepEqual(await rowsOf(id), { lines: [], marks: [] })
    assert.equal((await member(0).put(`/api/votes/${vote.id}/ballot`, body)).status, 201)
    // Somebody else's receipt, sent again as one's own.
    const copied = await member(1).put(`/api/votes/${vote.id}/ballot`, body)
    assert.deepEqual([copied.status, copied.body.errors[0].code], [422, 'duplicate'])
    assert.equal((await castSecretly(member(1), vote, yes)).status, 201)
  })

  it('a named ballot takes no receipts', async () => {
    const vote = await aSecretVote(app, committee, { secret: false })
    const answer = await member(0).put(`/api/votes/${vote.id}/ballot`, sealed(vote, yes).body)
    assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, '/receipts'])
    await travelToClose(app, vote, 0)
    assert.equal((await member(0).get(`/api/votes/${vote.id}/published`)).status, 404)
  })

  it('is accepted a millisecond before the close and refused at it; nothing is published before', async () => {
    const vote = await aSecretVote(app, committee)
    const early = await member(0).get(`/api/votes/${vote.id}/published`)
    assert.deepEqual([early.status, early.body.code], [403, 'not-closed'])
    await travelToClose(app, vote, 1)
    assert.equal((await castSecretly(member(0), vote, yes)).status, 201)
    await travelToClose(app, vote, 0)
    const late = await castSecretly(member(1), vote, yes)
    assert.deepEqual([late.status, late.body.code], [409, 'vote-closed'])
  })
})

describe('the close of a secret vote', () => {
  const choices = ['yes', 'yes', 'no', 'abstain', 'blank', 'yes'] as const

  it('whoever reads first closes it: the root is in the log before the list is shown', async () => {
    const vote = await aSecretVote(app, committee)
    for (const [at, choice] of choices.entries()) await castSecretly(member(at), vote, { choice })
    await travelToClose(app, vote, 0)
    const published = await publishedOf(member(7), vote)
    const { events } = (await member(7).get(`/api/votes/${vote.id}/log`)).body
    assert.deepEqual(
      events.map(({ type }: { type: string }) => type),
      ['ballot.opened', 'ballot.closed', 'ballot.tallied'],
    )
    const { nonce, ...closed } = events[1].body
    assert.deepEqual(closed, { voters: 6, closesAt: vote.closesAt, root: published.root, lines: 6 })
    assert.equal(hash(nonce), events[0].body.drawCommit)
    const { body: result } = await member(7).get(`/api/votes/${vote.id}/result`)
    assert.deepEqual(
      [result.outcome, result.yes, result.no, result.abstain, result.blank, result.voters, result.withheld],
      ['adopted', 3, 1, 1, 1, 6, false],
    )
    assert.deepEqual(result.ballots, [])
    assert.deepEqual(await publishedOf(member(0), vote), published)
    await app.runJobs()
    assert.equal((await member(7).get(`/api/votes/${vote.id}/log`)).body.events.length, 3)
  })

  it('fewer than five ballots: the outcome alone, in the result, the log and the list', async () => {
    const vote = await aSecretVote(app, committee)
    for (const at of [0, 1, 2]) await castSecretly(member(at), vote, yes)
    await castSecretly(member(3), vote, { choice: 'no' })
    await travelToClose(app, vote, 0)
    const { body: result } = await member(0).get(`/api/votes/${vote.id}/result`)
    assert.deepEqual([result.outcome, result.withheld, result.tally], ['adopted', true, null])
    for (const name of ['yes', 'no', 'abstain', 'blank', 'voters', 'expressed', 'numerator', 'denominator'])
      assert.equal(result[name], 0, name)
    const published = await publishedOf(member(0), vote)
    assert.deepEqual(published.lines, [])
    const { events } = (await member(0).get(`/api/votes/${vote.id}/log`)).body
    assert.deepEqual(events[1].body.root, published.root)
    const { result: digest, salt, ...tallied } = events[2].body
    assert.deepEqual(tallied, { outcome: 'adopted', winner: null })
    assert.match(salt, /^[0-9a-f]{32}$/u)
    assert.equal(digest, hash('{"outcome":"adopted","winner":null}'))
  })

  it('few rankings: the pairwise matrix and the receipts, no ranking', async () => {
    const options = ['Lyon', 'Nantes', 'Lille']
    const vote = await aSecretVote(app, committee, { method: 'schulze', options, question: 'Où nous réunir ?' })
    const kept = []
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const ranking = at < 4 ? [['o1'], ['o2', 'o3']] : [['o3'], ['o2'], ['o1']]
      kept.push(...(await castSecretly(member(at), vote, { choice: 'cast', value: { ranking } })).kept)
    }
    await travelToClose(app, vote, 0)
    const { body: result } = await member(0).get(`/api/votes/${vote.id}/result`)
    assert.deepEqual(result.tally.preferences, [
      [0, 4, 4],
      [2, 0, 0],
      [2, 2, 0],
    ])
    const { lines, root } = await publishedOf(member(0), vote)
    assert.deepEqual(
      lines,
      kept.map(({ receipt }) => ({ receipt, content: {} })).toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1)),
    )
    const claim = { root, voters: 6, result: null, recount: () => null }
    assert.deepEqual(verifyPublished(hash, secretVoteOf(vote), lines, claim), { ok: true, lines: 6, recounted: false })
  })

  it('a cancelled one keeps no line, and no mark of who had voted', async () => {
    const vote = await aSecretVote(app, committee)
    for (const at of [0, 1]) await castSecretly(member(at), vote, yes)
    const answer = await member(0).post(`/api/votes/${vote.id}/cancel`, { reason: 'La question était mal posée.' })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    assert.deepEqual(await rowsOf(vote.id), { lines: [], marks: [] })
    assert.equal((await member(0).get(`/api/votes/${vote.id}/published`)).body.code, 'vote-cancelled')
  })

  it('closes early once everybody has voted', async () => {
    const vote = await aSecretVote(app, committee)
    for (const { caller } of committee.members) await castSecretly(caller, vote, yes)
    await travel(app, 60_000)
    assert.equal((await member(0).post(`/api/votes/${vote.id}/close`)).status, 200)
    assert.equal((await publishedOf(member(3), vote)).lines.length, 8)
  })

  it('the list has the rights of the result', async () => {
    const { db } = app.deps.world
    const vote = await aSecretVote(app, committee)
    for (const at of [0, 1, 2, 3, 4]) await castSecretly(member(at), vote, yes)
    await travelToClose(app, vote, 0)
    const url = `/api/votes/${vote.id}/published`
    const guest = await app.as((await aPerson(db, { role: 'guest' })).id)
    const ambassador = await app.as((await aPerson(db, { role: 'ambassador' })).id)
    assert.equal((await app.anonymous.get(url)).status, 401)
    assert.equal((await guest.get(url)).status, 404)
    for (const caller of [guest, ambassador, committee.administrator, member(7)])
      assert.equal((await caller.get(url)).status, (await caller.get(`/api/votes/${vote.id}/result`)).status)
    assert.equal((await member(7).get(url)).status, 200)
  })
})
