import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { VoteAnswer } from '@cenacle/contract/vote'
import type { SecretBallot } from '@cenacle/tally/secret'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { leaveUnvacuumed, pgDump, rowsIn } from '../../../../test/postgres-tools.ts'
import { aSecretVote, castSecretly, type Kept, publishedOf } from '../../../../test/secret.ts'
import { aCommittee, type Committee, travelToClose } from '../../../../test/votes.ts'

let app: TestApp
let committee: Committee
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 12)
  await leaveUnvacuumed(app)
})
after(() => app.close())

const graded = (o1: number, o2: number): SecretBallot => ({ choice: 'cast', value: { grades: { o1, o2 } } })

/** No row of the dump holds something of a voter and something of a ballot. */
function checkPairs(dump: string, vote: VoteAnswer, kept: Kept): void {
  const receipts = kept.map(({ receipt }) => receipt)
  const isTelling = (row: string) => row.includes(`"poll":"${vote.id}"`) || receipts.some((one) => row.includes(one))
  const telling = dump.split('\n').filter(isTelling)
  assert.equal(telling.length, receipts.length)
  for (const row of telling) {
    // id, vote, content, receipt: a person, a place on the roll or a moment would be a fifth.
    assert.equal(row.split('\t').length, 4, row)
    for (const { id, name } of committee.members) assert.ok(!row.includes(id) && !row.includes(name), row)
  }
}

const idsOf = (dump: string, vote: VoteAnswer): string[] =>
  rowsIn(dump, 'secret_line')
    .filter((row) => row.includes(vote.id))
    .map((row) => row.split('\t')[0] ?? '')

describe('vote criterion 15: pg_dump', () => {
  it('a dump of an open vote, and of the closed one, holds no pair of a member and a choice', async () => {
    const vote = await aSecretVote(app, committee, { method: 'score', options: ['Un', 'Deux'] })
    const kept: Kept = []
    for (const [at, { caller }] of committee.members.slice(0, 7).entries()) {
      kept.push(...(await castSecretly(caller, vote, graded(at, 7 - at))).kept)
      // After every single ballot: the table's order is that of ids drawn by chance, and tells of no order of arrival.
      const ids = idsOf(await pgDump(app), vote)
      assert.equal(ids.length, 2 * (at + 1))
      assert.deepEqual(ids, ids.toSorted())
    }
    const open = await pgDump(app)
    checkPairs(open, vote, kept)
    const roll = rowsIn(open, 'vote_roll').filter((row) => row.includes(vote.id))
    assert.equal(roll.filter((row) => row.endsWith('\tt')).length, 7)
    assert.ok(roll.every((row) => row.split('\t').length === 4))

    await travelToClose(app, vote, 0)
    const { caller } = committee.members[0] ?? assert.fail()
    assert.equal((await publishedOf(caller, vote)).lines.length, kept.length)
    const closed = await pgDump(app)
    checkPairs(closed, vote, kept)
    assert.deepEqual(idsOf(closed, vote), idsOf(closed, vote).toSorted())
  })

  it('the roll lies in the table as it would had others voted', async () => {
    const layout = async (voters: number[]): Promise<string[]> => {
      const vote = await aSecretVote(app, committee)
      for (const at of voters)
        await castSecretly(committee.members[at]?.caller ?? assert.fail(), vote, { choice: 'yes' })
      const rows = rowsIn(await pgDump(app), 'vote_roll').filter((row) => row.includes(vote.id))
      return rows.map((row) => row.split('\t')[1] ?? '')
    }
    const [first, second] = [await layout([9, 0, 5]), await layout([2, 7, 11])]
    assert.deepEqual(first, second)
    assert.deepEqual(
      first,
      first.toSorted((a, b) => Number(a) - Number(b)),
    )
  })
})
