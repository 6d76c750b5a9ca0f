import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { writeBlt } from '../src/blt.ts'
import { checkBallot } from '../src/check-ballot.ts'
import { writeBallotsCsv, writeOptionsCsv } from '../src/csv.ts'
import { writePreflib } from '../src/preflib-write.ts'
import { publish, rootOf, verifyPublished } from '../src/published.ts'
import { readVoteFile } from '../src/read-vote-file.ts'
import { ballotsOfLines, linesOf, type SecretBallot, type SecretVote } from '../src/secret.ts'
import { recount, voteFile, type VoteFile, writeVoteFile } from '../src/vote-file.ts'
import { formatsOf } from '../src/vote-formats.ts'
import { METHODS, type VoteBallot } from '../src/vote.ts'
import { ballotWithout } from '../src/withdraw.ts'
import { sha256 } from './ballots.ts'
import { anElection, recount as recountSecret, type SecretMethod } from './secret-elections.ts'
import { anyVote, cast, published } from './vote-files.ts'

/** The same ballots, of a vote from which one option was withdrawn while it was open. */
const less = (vote: VoteFile, withdrawn: readonly string[]): VoteFile => voteFile(sha256, { ...vote, withdrawn })
/** A vote in which the option never was. */
const never = (vote: VoteFile, ids: readonly string[]): VoteFile =>
  voteFile(sha256, {
    ...vote,
    options: vote.options.filter(({ id }) => !ids.includes(id)),
    ballots: vote.ballots.map((ballot) => ballotWithout(ballot, ids)),
  })
/** Ballots are sorted by what was cast. */
const rowsOf = (vote: VoteFile): string[] => writeBallotsCsv(vote).split('\r\n').toSorted()
const taken = fc.constantFrom<string[]>(['b'], ['a'], ['c', 'a'])

describe('a published vote from which an option was withdrawn', () => {
  it('keeps ballots as they were cast, and counts as if nobody had named it', () => {
    fc.assert(
      fc.property(anyVote, taken, (vote, withdrawn) => {
        const file = less(vote, withdrawn)
        assert.deepEqual(file.ballots, vote.ballots)
        assert.deepEqual(file.result, never(vote, withdrawn).result)
        const read = readVoteFile(writeVoteFile(file))
        assert.deepEqual(read, JSON.parse(JSON.stringify(file)))
        assert.equal(recount(sha256, read).equal, true)
      }),
      { numRuns: 300 },
    )
  })
  it('is written for other programs as if it never was', () => {
    fc.assert(
      fc.property(anyVote, taken, (vote, withdrawn) => {
        const [file, plain] = [less(vote, withdrawn), never(vote, withdrawn)]
        assert.deepEqual(rowsOf(file), rowsOf(plain))
        assert.equal(writeOptionsCsv(file), writeOptionsCsv(plain))
        assert.equal(writeBlt(file), writeBlt(plain))
        const said = `; ${withdrawn.length} withdrawn options left out`
        assert.equal(writePreflib(file)?.text.replace(said, ''), writePreflib(plain)?.text)
        assert.deepEqual(formatsOf(file), formatsOf(plain))
      }),
      { numRuns: 200 },
    )
  })
  it('takes ballots that were cast after it, and no option that is none', () => {
    const [before, after] = [cast({ grades: { a: 1, b: 2, c: 0 } }), cast({ grades: { a: 2, c: 1 } })]
    const text = writeVoteFile(less(published('majority-judgment', [before, after].map(withAll)), ['b']))
    const file = JSON.parse(text) as { ballots: unknown[]; withdrawn: unknown }
    const read = (change: object) => readVoteFile(JSON.stringify({ ...file, ...change }))
    assert.equal(read({ ballots: [before, after] }).ballots.length, 2)
    const other = cast({ grades: { a: 2, b: 1 } })
    assert.throws(() => read({ ballots: [other] }), /^RangeError: \/ballots\/0\/value\/grades\/c: required/u)
    assert.throws(() => read({ withdrawn: ['z'] }), /\/withdrawn\/0/u)
    assert.throws(() => read({ withdrawn: ['b', 'b'] }), /\/withdrawn: an id is used twice/u)
    assert.throws(() => read({ withdrawn: [], ballots: [after] }), /\/ballots\/0/u)
  })
  it('counts a juror of nobody else as blank, and leaves no recusal behind', () => {
    const ballots: VoteBallot[] = [
      { ...cast({ grades: { a: 1 } }), recused: ['b', 'c'] },
      { ...cast({ grades: { b: 2, c: 1 } }), recused: ['a'] },
    ]
    const file = less(published('majority-judgment', ballots), ['a'])
    assert.deepEqual([file.result.counts.blank, file.result.participation.n, file.result.winner], [1, 2, 'b'])
    assert.equal(formatsOf(less(published('majority-judgment', ballots.slice(1)), ['a'])).includes('preflib'), true)
  })
  it('asks for no more approvals than options are left', () => {
    const { rules } = published('approval', [])
    const vote = {
      method: 'approval' as const,
      rules: { ...rules, approvals: { min: 3, max: 3 } },
      options: ['a', 'c'],
    }
    assert.equal(checkBallot(vote, cast({ approved: ['a', 'c'] })), null)
    assert.equal(checkBallot(vote, cast({ approved: ['a'] }))?.code, 'too-few-options')
  })
})

const withAll = (ballot: VoteBallot): VoteBallot =>
  ballot.value && 'grades' in ballot.value ? cast({ grades: { b: 0, ...ballot.value.grades } }) : ballot

const CHOOSING = METHODS.filter(
  (method): method is SecretMethod => method !== 'grid' && method !== 'threshold' && method !== 'median',
)
const stored = (vote: SecretVote, ballots: readonly SecretBallot[], from: number) =>
  ballots.flatMap((ballot, at) =>
    [...linesOf(vote, ballot).values()].map((content, line) => ({
      content,
      receipt: sha256(`${from + at}-${line}`),
    })),
  )

describe('a secret vote from which an option was withdrawn', () => {
  for (const method of CHOOSING)
    it(`${method}: lines of before and after count as if nobody had named it, and every receipt is published`, () => {
      fc.assert(
        fc.property(anElection(method, 12), anElection(method, 10), ({ vote, ballots }, second) => {
          const now: SecretVote = { ...vote, withdrawn: ['b'] }
          const after = second.ballots.map((ballot) => ballotWithout<SecretBallot>(ballot, ['b']))
          const lines = [...stored(vote, ballots, 0), ...stored(now, after, 100)]
          const counted = recountSecret(
            now,
            ballotsOfLines(
              now,
              lines.map(({ content }) => content),
            ),
          )
          const plain = { ...vote, options: vote.options.filter((id) => id !== 'b') }
          // Approvals are published one by one: which of the ballots named nobody else, nobody can tell.
          if (method !== 'approval') assert.deepEqual(counted, recountSecret(plain, asNever([...ballots, ...after])))
          const { root, lines: list } = publish(sha256, now, lines)
          assert.deepEqual(new Set(list.map(({ receipt }) => receipt)), new Set(lines.map(({ receipt }) => receipt)))
          assert.doesNotMatch(JSON.stringify(list), /"b"/u)
          const claim = { root, voters: ballots.length + after.length, result: counted }
          const recount = (found: readonly SecretBallot[]) => recountSecret(now, found)
          const verdict = verifyPublished(sha256, now, list, { ...claim, recount })
          assert.deepEqual(verdict, { ok: true, lines: list.length, recounted: true })
        }),
        { numRuns: 60 },
      )
    })
  it('takes no more lines without a content than voters can have cast', () => {
    const vote: SecretVote = { poll: 'p', method: 'score', options: ['a', 'b', 'c'], withdrawn: ['b'] }
    const ballots = Array.from(
      { length: 5 },
      (): SecretBallot => ({ choice: 'cast', value: { grades: { a: 1, c: 2 } } }),
    )
    const bare = Array.from({ length: 6 }, (_, at) => ({ receipt: sha256(`bare-${at}`), content: {} }))
    const lines = [...stored(vote, ballots, 0), ...bare]
    const own = { root: rootOf(sha256, lines), voters: 5, result: null, recount: () => null }
    assert.deepEqual(verifyPublished(sha256, vote, lines, own), { ok: false, problem: 'line' })
    const fewer = lines.slice(0, -1)
    assert.equal(verifyPublished(sha256, vote, fewer, { ...own, root: rootOf(sha256, fewer) }).ok, true)
  })
})

const asNever = (ballots: readonly SecretBallot[]) =>
  ballots.map((ballot) => ballotWithout<SecretBallot>(ballot, ['b']))
