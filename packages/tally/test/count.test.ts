import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { countVote } from '../src/count.ts'
import { METHODS, type BallotValue, type Method, type VoteBallot } from '../src/vote.ts'
import { withdraw } from '../src/withdraw.ts'
import { aVote, rules, S1, S2, sha256, spread } from './ballots.ts'

const cast = (value: BallotValue): VoteBallot => ({ choice: 'cast', value })
const say = (choice: VoteBallot['choice']): VoteBallot => ({ choice })
const many = (n: number, ballot: VoteBallot): VoteBallot[] => Array<VoteBallot>(n).fill(ballot)
const half = { numerator: 1, denominator: 2 }
const all = rules({
  grades: ['À rejeter', 'Passable', 'Bien'],
  approvals: { min: 1, max: 3 },
  points: { max: 6 },
  number: { min: 0, max: 150, unit: 'sièges' },
  criteria: [
    { id: 'c1', label: 'Clarté', weight: 2 },
    { id: 'c2', label: 'Portée', weight: 1 },
  ],
  veto: true,
})
/** One ballot of each method that makes b the winner, or 7. */
const clear: Record<Exclude<Method, 'threshold'>, BallotValue> = {
  'majority-judgment': { grades: { a: 0, b: 2, c: 1 } },
  schulze: { ranking: [['b'], ['a', 'c']] },
  irv: { ranking: [['b'], ['c']] },
  approval: { approved: ['b'] },
  score: { grades: { a: 0, b: 6, c: 5 } },
  median: { number: 7 },
  grid: { grid: { a: { c1: 0, c2: 0 }, b: { c1: 6, c2: 6 }, c: { c1: 6, c2: 5 } } },
}
const ballotOf = (method: Method): VoteBallot => (method === 'threshold' ? say('yes') : cast(clear[method]))
const count = (method: Method, ballots: VoteBallot[], changes: Parameters<typeof rules>[0] = {}) =>
  countVote(sha256, aVote({ method, ballots, rules: { ...all, ...changes } }))

describe('vote criterion 4: each method returns a status', () => {
  for (const method of METHODS) {
    const isChoice = method !== 'threshold' && method !== 'median'
    it(`${method}: 0 ballots`, () => {
      const { outcome, winner, tally, counts } = count(method, [])
      assert.deepEqual([outcome, winner, counts.roll], ['no_ballot', null, 150])
      if (isChoice) assert.deepEqual(tally && 'ranking' in tally && tally.ranking, [['a', 'b', 'c']])
      assert.equal(countVote(sha256, aVote({ method, options: [], rules: all })).outcome, 'no_ballot')
    })
    it(`${method}: 1 ballot`, () => {
      const { outcome, winner, expressed, participation } = count(method, [ballotOf(method)])
      assert.deepEqual([outcome, winner, expressed], ['adopted', isChoice ? 'b' : null, 1])
      assert.deepEqual(participation, { n: 1, d: 150 })
    })
    it(`${method}: all blank, all abstaining`, () => {
      for (const kind of ['blank', 'abstain'] as const) {
        const { outcome, winner, expressed, counts, participation } = count(method, many(9, say(kind)))
        assert.deepEqual([outcome, winner, expressed, counts[kind], participation.n], ['rejected', null, 0, 9, 9])
      }
      const one = countVote(sha256, aVote({ method, options: ['a'], rules: all, ballots: many(9, say('blank')) }))
      assert.equal(one.outcome, 'rejected')
    })
    it(`${method}: all identical`, () => {
      const { outcome, winner } = count(method, many(149, ballotOf(method)))
      assert.deepEqual([outcome, winner], ['adopted', isChoice ? 'b' : null])
    })
    it(`${method}: order of evaluation`, () => {
      const one = ballotOf(method)
      assert.equal(count(method, [say('veto')], { quorum: half }).outcome, 'vetoed')
      assert.equal(count(method, [], { quorum: half }).outcome, 'no_ballot')
      const short = count(method, many(74, one), { quorum: half })
      assert.deepEqual([short.outcome, short.quorate, short.winner], ['quorum_failed', false, null])
      assert.equal(count(method, [...many(74, one), say('blank')], { quorum: half }).outcome, 'adopted')
      const vetoed = count(method, [...many(140, one), say('veto')])
      assert.deepEqual([vetoed.outcome, vetoed.winner, vetoed.counts.veto], ['vetoed', null, 1])
      const lapsed = count(method, [...many(9, one), { choice: 'veto', lapsed: true }])
      assert.deepEqual([lapsed.outcome, lapsed.participation.n, lapsed.counts.veto], ['adopted', 10, 0])
      assert.equal(method === 'threshold' ? lapsed.counts.no : lapsed.counts.blank, 1)
    })
    it(`${method}: ballots of another method or beyond the roll are refused`, () => {
      assert.throws(() => count(method, many(151, ballotOf(method))), RangeError)
      assert.throws(() => count(method, [method === 'threshold' ? cast({ number: 1 }) : say('yes')]), RangeError)
      const other = method === 'median' ? clear.score : clear.median
      if (method !== 'threshold') assert.throws(() => count(method, [cast(other)]), RangeError)
    })
  }
  it('an exact tie at the top is rejected, whatever the method', () => {
    const pairs: [Method, BallotValue, BallotValue][] = [
      ['majority-judgment', { grades: { a: 2, b: 0, c: 0 } }, { grades: { a: 0, b: 2, c: 0 } }],
      ['schulze', { ranking: [['a'], ['b']] }, { ranking: [['b'], ['a']] }],
      ['irv', { ranking: [['a'], ['b']] }, { ranking: [['b'], ['a']] }],
      ['approval', { approved: ['a'] }, { approved: ['b'] }],
      ['score', { grades: { a: 6, b: 0, c: 0 } }, { grades: { a: 0, b: 6, c: 0 } }],
    ]
    for (const [method, one, other] of pairs) {
      const { outcome, winner, tally } = countVote(
        sha256,
        aVote({ method, options: ['a', 'b'], rules: all, ballots: [] }),
      )
      assert.deepEqual(
        [outcome, winner, tally && 'ranking' in tally && tally.ranking],
        ['no_ballot', null, [['a', 'b']]],
      )
      const tied = count(method, [cast(one), cast(other)])
      assert.deepEqual([tied.outcome, tied.winner], ['rejected', null], method)
      assert.deepEqual(tied.tally && 'ranking' in tied.tally && tied.tally.ranking[0], ['a', 'b'], method)
    }
  })
})

describe('vote criterion 1: whole votes', () => {
  const options = [...'ABCDE']
  it('S1 as a vote, by Schulze', () => {
    const { outcome, winner, tally } = countVote(sha256, aVote({ method: 'schulze', options, ballots: spread(S1) }))
    assert.deepEqual([outcome, winner], ['adopted', 'E'])
    assert.deepEqual(tally?.method === 'schulze' && tally.preferences[0], [0, 20, 26, 30, 22])
  })
  it('S1 as a vote, by IRV: the public draw says who of B and E goes, C wins', () => {
    const gone = new Set<string | null | undefined>()
    for (let n = 0; n < 16; n += 1) {
      const draw = { nonce: String(n), head: '0'.repeat(64) }
      const vote = aVote({ method: 'irv', options, ballots: spread(S1), draw })
      const { winner, tally } = countVote(sha256, vote)
      assert.equal(winner, 'C')
      if (tally?.method === 'irv') gone.add(tally.rounds[1]?.eliminated)
      assert.deepEqual(countVote(sha256, vote).tally, tally)
    }
    assert.deepEqual(gone, new Set(['B', 'E']))
  })
  it('S2 as a vote: Schulze N, IRV K', () => {
    const vote = { options: [...'MNCK'], ballots: spread(S2) }
    assert.equal(countVote(sha256, aVote({ method: 'schulze', ...vote })).winner, 'N')
    assert.equal(countVote(sha256, aVote({ method: 'irv', ...vote })).winner, 'K')
  })
})

describe('what is counted', () => {
  it('a threshold is printed with its base; blanks are ballots, not votes', () => {
    const ballots = [
      ...many(70, say('yes')),
      ...many(30, say('no')),
      ...many(5, say('blank')),
      ...many(3, say('abstain')),
    ]
    const { numerator, denominator, expressed, participation, counts } = count('threshold', ballots)
    assert.deepEqual([numerator, denominator, expressed, participation], [70, 100, 100, { n: 108, d: 150 }])
    assert.deepEqual(counts, { roll: 150, yes: 70, no: 30, abstain: 3, blank: 5, veto: 0 })
    assert.equal(count('threshold', ballots, { base: 'voters' }).denominator, 108)
  })
  it('majority judgment: counts by grade, in the order of the options', () => {
    const ballots = [
      { 2: 0, 10: 2 },
      { 2: 1, 10: 2 },
    ].map((grades) => cast({ grades }))
    const { tally } = countVote(
      sha256,
      aVote({ method: 'majority-judgment', options: ['10', '2'], rules: all, ballots }),
    )
    assert.deepEqual(tally, {
      method: 'majority-judgment',
      ranking: [['10'], ['2']],
      grades: all.grades,
      options: [
        { id: '10', counts: [0, 0, 2], judges: 2, median: 2 },
        { id: '2', counts: [1, 1, 0], judges: 2, median: 0 },
      ],
      unranked: [],
    })
  })
  it('approval tells its blanks, the median its values', () => {
    const { tally } = count('approval', [cast({ approved: ['a', 'b'] }), cast({ approved: ['b'] }), say('blank')])
    assert.deepEqual(tally, {
      method: 'approval',
      ranking: [['b'], ['a'], ['c']],
      scores: [
        { id: 'a', votes: 1 },
        { id: 'b', votes: 2 },
        { id: 'c', votes: 0 },
      ],
      ballots: 3,
      blank: 1,
    })
    const numbers = [120, 50, 50, 1_000_000].map((number) => cast({ number }))
    assert.deepEqual(count('median', numbers).tally, {
      method: 'median',
      value: 50,
      unit: 'sièges',
      values: [
        { value: 50, votes: 2 },
        { value: 120, votes: 1 },
        { value: 1_000_000, votes: 1 },
      ],
    })
  })
})

describe('vote criterion 6: a veto lifted leaves the count of the run where it never was', () => {
  it('for each method', () => {
    const kinds = fc.array(fc.constantFrom<VoteBallot['choice']>('blank', 'abstain', 'cast'), { maxLength: 20 })
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), kinds, (method, choices) => {
        const ballots = choices.map((choice) => (choice === 'cast' ? ballotOf(method) : say(choice)))
        assert.equal(count(method, [...ballots, say('veto')]).outcome, 'vetoed')
        assert.notEqual(count(method, ballots).outcome, 'vetoed')
      }),
    )
  })
})

describe('a nominee withdrawn during the vote (voting.md 2.4)', () => {
  const of = (method: Method, ballots: VoteBallot[]) => withdraw(aVote({ method, ballots, rules: all }), 'b')
  it('is dropped from every ballot, ranks close up, the others stay', () => {
    const { options, ballots } = of('schulze', [
      cast({ ranking: [['b'], ['a', 'c']] }),
      cast({ ranking: [['a'], ['b', 'c']] }),
      cast({ ranking: [['b']] }),
      say('abstain'),
    ])
    assert.deepEqual(options, ['a', 'c'])
    assert.deepEqual(ballots, [
      cast({ ranking: [['a', 'c']] }),
      cast({ ranking: [['a'], ['c']] }),
      { choice: 'blank', value: null },
      say('abstain'),
    ])
  })
  it('leaves grades, approvals and numbers of the others as they are', () => {
    assert.deepEqual(of('score', [cast(clear.score)]).ballots, [cast({ grades: { a: 0, c: 5 } })])
    const approvals = [cast({ approved: ['b', 'a'] }), cast({ approved: ['b'] })]
    assert.deepEqual(of('approval', approvals).ballots, [cast({ approved: ['a'] }), { choice: 'blank', value: null }])
    assert.deepEqual(of('median', [cast(clear.median)]).ballots, [cast(clear.median)])
  })
  it('gives the count of ballots that never named it', () => {
    const orders = fc.array(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom<Method>('schulze', 'irv'), orders, (method, orders) => {
        const toBallot = (ids: string[]) =>
          ids.length === 0 ? { choice: 'blank' as const, value: null } : cast({ ranking: ids.map((id) => [id]) })
        const withdrawn = withdraw(aVote({ method, ballots: orders.map(toBallot) }), 'b')
        const never = aVote({
          method,
          options: ['a', 'c'],
          ballots: orders.map((ids) => toBallot(ids.filter((id) => id !== 'b'))),
        })
        assert.deepEqual(countVote(sha256, withdrawn), countVote(sha256, never))
      }),
    )
  })
})
