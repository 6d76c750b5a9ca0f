import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { castChoice, memberOf } from '../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, anOpenCandidacy, type Committee, DAY, REASON, travelToClose } from '../../../test/votes.ts'
import { verifyExport } from './verify.ts'

let app: TestApp
let committee: Committee
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
})
after(() => app.close())

/** Whoever stood on the roll of an admission, and gave up the seat before it closed. */
describe('a voter without a seat any more', () => {
  it('reads the fingerprints of the log and nothing of others, and is mailed the closing head', async () => {
    const opened = await anOpenCandidacy(app, committee)
    const { voteId } = opened
    const former = memberOf(committee, 3)
    for (const index of [1, 2, 3]) await castChoice(committee, index, voteId, 'yes')
    const veto = { choice: 'veto', reason: REASON }
    assert.equal((await memberOf(committee, 4).caller.put(`/api/votes/${voteId}/ballot`, veto)).status, 201)
    const left = await committee.administrator.patch(`/api/people/${former.id}`, { role: 'ambassador' })
    assert.equal(left.status, 200)
    await app.runJobs()
    app.outbox.splice(0)
    await travelToClose(app, opened, DAY)
    await app.runJobs()
    const mails = async (): Promise<Looked[]> => {
      const { email } = await app.deps.world.db
        .selectFrom('person')
        .select('email')
        .where('id', '=', former.id)
        .executeTakeFirstOrThrow()
      return app.outbox.filter(({ to, text }) => to === email && text.includes(voteId))
    }
    assert.deepEqual(await mails(), [], 'no reminder of a vote in which they have no voice')
    await travelToClose(app, opened, 0)
    await app.runJobs()
    const whole = (await memberOf(committee, 0).caller.get(`/api/votes/${voteId}/log`)).body
    const [mail] = await mails()
    const closing = whole.events.find(({ type }: Looked) => type === 'ballot.tallied')
    assert.ok(mail?.text.includes(closing.hash), mail?.text)
    assert.ok(mail.text.includes(`/votes/${voteId}/journal`))
    assert.doesNotMatch(mail.text, /résultat est ici/u)

    const { status, body: log } = await former.caller.get(`/api/votes/${voteId}/log`)
    assert.equal(status, 200)
    assert.equal(log.bare, true)
    assert.deepEqual(
      log.events.map(({ hash }: Looked) => hash),
      whole.events.map(({ hash }: Looked) => hash),
    )
    assert.ok(whole.events.some(({ body }: Looked) => body?.choice === 'veto'))
    for (const { body } of log.events) assert.equal(body, undefined)
    assert.deepEqual(
      log.roll.flatMap(({ person }: Looked) => person?.id ?? []),
      [former.id],
    )
    assert.equal(verifyExport(log, closing.hash).problem, null)
    for (const path of ['', '/result', '/export?format=csv'])
      assert.equal((await former.caller.get(`/api/votes/${voteId}${path}`)).status, 404, path)
  })
  it('is nobody who was never on the roll', async () => {
    const { voteId } = await anOpenCandidacy(app, committee)
    const stranger = await app.as((await aPerson(app.deps.world.db, { role: 'ambassador' })).id)
    assert.equal((await stranger.get(`/api/votes/${voteId}/log`)).status, 404)
  })
})
