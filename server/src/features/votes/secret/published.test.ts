import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { VoteAnswer } from '@cenacle/contract/vote'
import { countVote } from '@cenacle/tally/count'
import { type ReceiptLine, rootOf, verifyPublished } from '@cenacle/tally/published'
import type { SecretBallot } from '@cenacle/tally/secret'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { aSecretVote, castSecretly, hash, type Kept, publishedOf, secretVoteOf } from '../../../../test/secret.ts'
import { aCommittee, type Committee, travelToClose } from '../../../../test/votes.ts'

let app: TestApp
let committee: Committee
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 22)
})
after(() => app.close())

const options = ['Lyon', 'Nantes', 'Lille']
const cast = (value: Extract<SecretBallot, { choice: 'cast' }>['value']): SecretBallot => ({ choice: 'cast', value })
/** Twenty-two ballots of a method, no two neighbours alike. */
const methods: Record<
  Exclude<VoteAnswer['method'], 'grid'>,
  { values: object; ballot: (at: number) => SecretBallot }
> = {
  threshold: { values: {}, ballot: (at) => ({ choice: at % 3 === 0 ? 'no' : 'yes' }) },
  'majority-judgment': {
    values: { options },
    ballot: (at) => cast({ grades: { o1: at % 7, o2: (at * 3) % 7, o3: 2 } }),
  },
  score: { values: { options }, ballot: (at) => cast({ grades: { o1: at % 11, o2: (at * 3) % 11, o3: 4 } }) },
  schulze: {
    values: { options },
    ballot: (at) => cast({ ranking: at % 2 ? [['o2'], ['o3', 'o1']] : [['o1'], ['o3']] }),
  },
  irv: { values: { options }, ballot: (at) => cast({ ranking: at % 2 ? [['o2'], ['o3']] : [['o1'], ['o3'], ['o2']] }) },
  approval: { values: { options }, ballot: (at) => cast({ approved: at % 2 ? ['o1', 'o2'] : ['o3'] }) },
  median: {
    values: { rules: { number: { min: 0, max: 300, unit: 'sièges' } } },
    ballot: (at) => cast({ number: at * 7 }),
  },
}

/** The same line with another grade, ranking, number or answer, which the vote would have taken as well. */
function otherwise(content: ReceiptLine['content']): ReceiptLine['content'] {
  const { grade, approved, ranking, number, choice } = content as Record<string, unknown>
  if (typeof grade === 'number') return { ...content, grade: grade === 0 ? 1 : 0 }
  if (typeof approved === 'boolean') return { ...content, approved: !approved }
  if (typeof number === 'number') return { ...content, number: number + 1 }
  if (Array.isArray(ranking)) return { ...content, ranking: [['o3'], ['o1'], ['o2']] }
  if (choice === 'yes' || choice === 'no') return { ...content, choice: choice === 'yes' ? 'no' : 'yes' }
  return content
}

/** What came out, as an answer says it; of a count, the same. */
const said = ({ outcome, winner, tally }: { outcome: string; winner: string | null; tally: unknown }) =>
  JSON.parse(JSON.stringify({ outcome, winner, tally }))

describe('vote criterion 16: each receipt is in the published list, and the list counts to the result', () => {
  for (const [method, { values, ballot }] of Object.entries(methods))
    it(method, async () => {
      const vote = await aSecretVote(app, committee, { method, ...values })
      const kept: Kept = []
      for (const [at, { caller }] of committee.members.entries()) {
        const answer = await castSecretly(
          caller,
          vote,
          at === 5 ? { choice: 'blank' } : at === 9 ? { choice: 'abstain' } : ballot(at),
        )
        assert.equal(answer.status, 201, JSON.stringify(answer.body))
        kept.push(...answer.kept)
      }
      await travelToClose(app, vote, 0)
      const { caller } = committee.members[0] ?? assert.fail()
      const { body: result } = await caller.get(`/api/votes/${vote.id}/result`)
      const { root, lines } = await publishedOf(caller, vote)
      const { events } = (await caller.get(`/api/votes/${vote.id}/log`)).body
      assert.equal(events[1].body.root, root)

      for (const { receipt, content } of kept)
        assert.deepEqual(lines.find((line) => line.receipt === receipt)?.content, content)
      assert.equal(lines.length, kept.length)

      const recount = (ballots: readonly SecretBallot[]) =>
        said(
          countVote(hash, {
            method: vote.method,
            rules: vote.rules,
            options: vote.options.map(({ id }) => id),
            ballots,
            roll: vote.roll,
            draw: { nonce: '', head: '' },
          }),
        )
      const claim = { root, voters: result.voters, result: said(result), recount }
      const check = (list: readonly ReceiptLine[]) => verifyPublished(hash, secretVoteOf(vote), list, claim)
      const list = lines as ReceiptLine[]
      const own = list[3] ?? assert.fail()
      assert.deepEqual(check(list), { ok: true, lines: kept.length, recounted: true })
      assert.equal(check(list.toSpliced(3, 1)).ok, false)
      assert.equal(check([...list, { ...own, receipt: hash('added') }]).ok, false)
      assert.equal(check(list.with(3, { ...own, content: { ...own.content, poll: 'other' } })).ok, false)
      // What somebody said, altered into what somebody else could have said: only the root tells.
      const at = list.findIndex(({ content }) => !('choice' in content) || content.choice === 'yes')
      const line = list[at] ?? assert.fail()
      const altered = list.with(at, { ...line, content: otherwise(line.content) })
      assert.deepEqual(check(altered), { ok: false, problem: 'root' })
      // And with another root of its own, where it changes the result, the result.
      const all = list.map((line) => ({ ...line, content: otherwise(line.content) }))
      const rooted = verifyPublished(hash, secretVoteOf(vote), all, { ...claim, root: rootOf(hash, all) })
      assert.deepEqual(rooted, { ok: false, problem: 'result' })
    })
})
