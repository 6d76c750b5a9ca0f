import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { voteFile, recount, writeVoteFile } from '../src/vote-file.ts'
import { readVoteFile } from '../src/read-vote-file.ts'
import { sha256 } from './ballots.ts'
import { all, anyVote, cast, labels, published, s1 } from './vote-files.ts'

describe('a published vote as JSON', () => {
  it('is read back, counts to the same, and shows any change of a ballot', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const read = readVoteFile(writeVoteFile(vote))
        assert.deepEqual(read, JSON.parse(JSON.stringify(vote)))
        assert.deepEqual(recount(sha256, read), { equal: true, differs: [], found: vote.result })
        const less = recount(sha256, { ...read, ballots: read.ballots.slice(1) })
        assert.equal(less.equal, vote.ballots.length === 0)
      }),
      { numRuns: 500 },
    )
  })
  it('says what differs', () => {
    const read = readVoteFile(writeVoteFile(s1('schulze')))
    const forged = { ...read, result: { ...s1('schulze').result, winner: 'A' } }
    assert.deepEqual(recount(sha256, forged).differs, ['winner'])
    assert.deepEqual(recount(sha256, { ...read, result: null }).equal, false)
    assert.deepEqual(recount(sha256, { ...read, result: { ...s1('schulze').result, more: 1 } }).differs, ['more'])
  })
  it('the order of the ballots tells nothing of who cast them', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const again = voteFile(sha256, { ...vote, ballots: vote.ballots.toReversed() })
        assert.equal(writeVoteFile(again), writeVoteFile(vote))
      }),
      { numRuns: 100 },
    )
  })
  it('names the place that is not as it should be', () => {
    const whole = JSON.parse(writeVoteFile(published('approval', [cast({ approved: ['a'] })]))) as Record<
      string,
      unknown
    >
    const cases: [Record<string, unknown>, RegExp][] = [
      [{ format: 'cenacle.vote/2' }, /^\/format/u],
      [{ method: 'borda' }, /^\/method/u],
      [{ rules: { ...all, quorum: { numerator: 3, denominator: 2 } } }, /^\/rules\/quorum/u],
      [{ rules: { ...all, veto: 1 } }, /^\/rules\/veto/u],
      [{ options: [...labels, ...labels] }, /^\/options/u],
      [{ roll: 1.5 }, /^\/roll/u],
      [{ draw: null }, /^\/draw/u],
      [{ ballots: {} }, /^\/ballots/u],
      [{ ballots: [cast({ approved: ['z'] })] }, /^\/ballots\/0\/value\/approved\/0: not-found/u],
      [{ ballots: [{ choice: 'yes' }] }, /^\/ballots\/0\/choice: not-allowed/u],
    ]
    for (const [change, message] of cases)
      assert.throws(() => readVoteFile(JSON.stringify({ ...whole, ...change })), { name: 'RangeError', message })
    assert.throws(() => readVoteFile('{'), /not JSON/u)
    assert.throws(() => readVoteFile('[]'), /object/u)
  })
})
