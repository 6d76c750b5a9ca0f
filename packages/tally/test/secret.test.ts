import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { canonical } from '../src/canonical.ts'
import { merkleRoot } from '../src/merkle.ts'
import { disclosureOf, publish, type ReceiptLine, verifyPublished } from '../src/published.ts'
import {
  ballotsOfLines,
  type Line,
  linesOf,
  readLine,
  receiptsOf,
  type SecretBallot,
  type SecretVote,
} from '../src/secret.ts'
import { METHODS } from '../src/vote.ts'
import { sha256 } from './ballots.ts'
import { anElection, recount, type SecretMethod } from './secret-elections.ts'

const SECRET_METHODS = METHODS.filter((method): method is SecretMethod => method !== 'grid')

const vote = (method: SecretVote['method'], options = ['n1', 'n2']): SecretVote => ({ poll: 'p-42', method, options })
const contentsOf = (of: SecretVote, ballot: SecretBallot): string[] => [...linesOf(of, ballot).values()].map(canonical)

describe('lines of a secret ballot', () => {
  const cases: [SecretVote['method'], SecretBallot, string[]][] = [
    ['threshold', { choice: 'yes' }, ['{"choice":"yes","poll":"p-42"}']],
    ['score', { choice: 'abstain' }, ['{"choice":"abstain","poll":"p-42"}']],
    ['irv', { choice: 'blank' }, ['{"choice":"blank","poll":"p-42"}']],
    ['median', { choice: 'cast', value: { number: -3 } }, ['{"number":-3,"poll":"p-42"}']],
    ['schulze', { choice: 'cast', value: { ranking: [['n2', 'n1']] } }, ['{"poll":"p-42","ranking":[["n1","n2"]]}']],
    [
      'majority-judgment',
      { choice: 'cast', value: { grades: { n2: 3, n1: 5 } } },
      ['{"grade":5,"option":"n1","poll":"p-42"}', '{"grade":3,"option":"n2","poll":"p-42"}'],
    ],
    [
      'approval',
      { choice: 'cast', value: { approved: ['n2'] } },
      ['{"approved":false,"option":"n1","poll":"p-42"}', '{"approved":true,"option":"n2","poll":"p-42"}'],
    ],
  ]
  for (const [method, ballot, lines] of cases)
    it(`${method}: ${JSON.stringify(ballot)}`, () => assert.deepEqual(contentsOf(vote(method), ballot), lines))

  const refused: [SecretVote['method'], SecretBallot][] = [
    ['median', { choice: 'yes' }],
    ['threshold', { choice: 'cast', value: { number: 1 } }],
    ['majority-judgment', { choice: 'cast', value: { grades: { n1: 1 } } }],
    ['score', { choice: 'cast', value: { grades: { n1: 1, n2: 1, n3: 1 } } }],
    ['approval', { choice: 'cast', value: { approved: ['n3'] } }],
    ['approval', { choice: 'cast', value: { approved: [] } }],
    ['approval', { choice: 'cast', value: { approved: ['n1', 'n1'] } }],
    ['irv', { choice: 'cast', value: { ranking: [['n1'], ['n1']] } }],
    ['schulze', { choice: 'cast', value: { ranking: [['n3']] } }],
  ]
  for (const [method, ballot] of refused)
    it(`${method} refuses ${JSON.stringify(ballot)}`, () =>
      assert.throws(() => linesOf(vote(method), ballot), RangeError))

  it('a line of another poll, method or shape is none of this vote', () => {
    const lines: Line[] = [
      { choice: 'yes', poll: 'p-43' },
      { choice: 'yes', poll: 'p-42', at: 'noon' },
      { choice: 'veto', poll: 'p-42' },
      { grade: 1, option: 'n1', poll: 'p-42' },
      {},
    ]
    for (const line of lines) assert.throws(() => readLine(vote('threshold'), line), RangeError)
    assert.throws(() => readLine(vote('schulze'), { poll: 'p-42', ranking: [['n2', 'n1']] }), RangeError)
  })
})

describe('Merkle root', () => {
  it('is that of RFC 6962, over texts', () => {
    const leaf = (text: string) => sha256(`0|${text}`)
    const node = (left: string, right: string) => sha256(`1|${left}|${right}`)
    assert.equal(merkleRoot(sha256, []), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    assert.equal(merkleRoot(sha256, ['a']), leaf('a'))
    assert.equal(merkleRoot(sha256, ['a', 'b', 'c']), node(node(leaf('a'), leaf('b')), leaf('c')))
  })
  it('no two lists have one root: a leaf repeated, a node given as a leaf', () => {
    const three = merkleRoot(sha256, ['a', 'b', 'c'])
    assert.notEqual(merkleRoot(sha256, ['a', 'b', 'c', 'c']), three)
    assert.notEqual(merkleRoot(sha256, [`${sha256('0|a')}|${sha256('0|b')}`, 'c']), three)
  })
})

/** Stored lines of ballots, as a server keeps them; receipts as the browsers of the voters drew them. */
function storedLines(of: SecretVote, ballots: readonly SecretBallot[]): ReceiptLine[] {
  let drawn = 0
  return ballots.flatMap((ballot) =>
    receiptsOf(sha256, linesOf(of, ballot), () => String((drawn += 1)).padStart(32, '0')),
  )
}

/** The root by its definition, over any list. */
const publishedRoot = (lines: readonly ReceiptLine[]): string =>
  merkleRoot(
    sha256,
    lines
      .toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))
      .map(({ receipt, content }) => canonical({ content, receipt })),
  )

describe('vote criterion 16: a published list is checked by anybody, for every method', () => {
  for (const method of SECRET_METHODS)
    it(`${method}: the lines count exactly as the ballots do`, () => {
      fc.assert(
        fc.property(anElection(method), ({ vote: of, ballots }) => {
          const lines = storedLines(of, ballots).map(({ content }) => content)
          const back = ballotsOfLines(of, lines)
          assert.equal(back.length, ballots.length)
          assert.deepEqual(recount(of, back), recount(of, ballots))
          assert.deepEqual(recount(of, ballotsOfLines(of, lines.toReversed())), recount(of, ballots))
        }),
      )
    })

  for (const method of SECRET_METHODS)
    it(`${method}: each receipt is in the list; a line added, dropped or altered fails`, () => {
      fc.assert(
        fc.property(anElection(method, 20), fc.nat(), ({ vote: of, ballots }, pick) => {
          const stored = storedLines(of, ballots)
          const { root, lines } = publish(sha256, of, stored)
          assert.deepEqual(
            lines.map(({ receipt }) => receipt),
            stored.map(({ receipt }) => receipt).toSorted(),
          )
          const claim = {
            root,
            voters: ballots.length,
            result: recount(of, ballots),
            recount: (some: readonly SecretBallot[]) => recount(of, some),
          }
          const check = (list: readonly ReceiptLine[], more = {}) =>
            verifyPublished(sha256, of, list, { ...claim, ...more })
          assert.deepEqual(check(lines), { ok: true, lines: lines.length, recounted: true })
          assert.equal(check(lines.toReversed()).ok, true)

          const at = pick % lines.length
          const own = lines[at] as ReceiptLine
          const extra = { receipt: sha256('extra'), content: own.content }
          const other = { receipt: own.receipt, content: { ...own.content, poll: 'p-other' } }
          const blank = { receipt: own.receipt, content: { choice: 'blank', poll: of.poll } }
          for (const changed of [
            [...lines, extra],
            [...lines, own],
            lines.toSpliced(at, 1),
            lines.with(at, other),
            lines.with(at, { receipt: sha256('another'), content: own.content }),
            ...(canonical(own.content) === canonical(blank.content) ? [] : [lines.with(at, blank)]),
          ]) {
            assert.equal(check(changed).ok, false)
            // Also where the root was made anew: then the numbers of ballots or the shape of a line tell.
            const redone = publishedRoot(changed)
            if (changed.length !== lines.length || changed.includes(other))
              assert.equal(check(changed, { root: redone }).ok, false)
          }
        }),
        { numRuns: 30 },
      )
    })

  it('a choice that was turned round with its root fails by the result', () => {
    const of = vote('threshold', [])
    const ballots: SecretBallot[] = ['yes', 'yes', 'yes', 'no', 'abstain'].map((choice) => ({ choice }) as SecretBallot)
    const { lines } = publish(sha256, of, storedLines(of, ballots))
    const changed = lines.map((line) => ({ ...line, content: { choice: 'no', poll: 'p-42' } }))
    const claim = {
      root: publishedRoot(changed),
      voters: 5,
      result: recount(of, ballots),
      recount: (b: readonly SecretBallot[]) => recount(of, b),
    }
    assert.deepEqual(verifyPublished(sha256, of, changed, claim), { ok: false, problem: 'result' })
  })
})

describe('what is withheld', () => {
  it('fewer than five ballots: nothing; fewer than twenty rankings: receipts alone', () => {
    assert.equal(disclosureOf('threshold', 4), 'nothing')
    assert.equal(disclosureOf('threshold', 5), 'contents')
    assert.equal(disclosureOf('schulze', 19), 'receipts')
    assert.equal(disclosureOf('irv', 20), 'contents')
  })
  it('receipts without contents have a root of their own, and are as many as voted', () => {
    const of = vote('schulze')
    const ballots: SecretBallot[] = Array.from({ length: 6 }, () => ({ choice: 'cast', value: { ranking: [['n1']] } }))
    const stored = storedLines(of, ballots)
    const { root, lines, disclosure } = publish(sha256, of, stored)
    assert.equal(disclosure, 'receipts')
    assert.ok(lines.every(({ content }) => Object.keys(content).length === 0))
    const claim = { root, voters: 6, result: null, recount: () => null }
    assert.deepEqual(verifyPublished(sha256, of, lines, claim), { ok: true, lines: 6, recounted: false })
    assert.equal(verifyPublished(sha256, of, lines.slice(1), claim).ok, false)
    assert.equal(verifyPublished(sha256, of, lines, { ...claim, voters: 7 }).ok, false)
    assert.equal(verifyPublished(sha256, of, stored, { ...claim, root: publishedRoot(stored) }).ok, false)
  })
  it('of four ballots there is no line, and the root is that of none', () => {
    const of = vote('threshold', [])
    const stored = storedLines(of, [{ choice: 'yes' }, { choice: 'no' }])
    const { root, lines } = publish(sha256, of, stored)
    assert.deepEqual([root, lines], [sha256(''), []])
    const claim = { root, voters: 2, result: null, recount: () => null }
    assert.equal(verifyPublished(sha256, of, lines, claim).ok, true)
    assert.equal(verifyPublished(sha256, of, stored, { ...claim, root: publishedRoot(stored) }).ok, false)
  })
})
