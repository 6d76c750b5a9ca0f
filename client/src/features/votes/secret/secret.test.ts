import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { append, payloadHash, type ChainEvent } from '@cenacle/tally/chain'
import { countVote } from '@cenacle/tally/count'
import { publish, type ReceiptLine } from '@cenacle/tally/published'
import { receiptOf } from '@cenacle/tally/draw'
import type { SecretBallot } from '@cenacle/tally/secret'
import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import type { KeptLine } from '../../../lib/receipts.ts'
import type { Result, Vote, VoteLog } from '../api.ts'
import { attemptOf, secretVoteOf, sentReceipts } from './attempt.ts'
import { checkAll } from './check.ts'
import { sha256 } from '../../../lib/sha256.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'

const asNode = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('the hash of a browser', () => {
  it('is SHA-256, in the form that browsers load', async () => {
    const browsers = new URL('./sha256.js', import.meta.resolve('lib0/hash/sha256')).href
    const { digest } = (await import(browsers)) as { digest: (data: Uint8Array) => Uint8Array }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const bytes = digest(new TextEncoder().encode(text))
        assert.equal(Buffer.from(bytes).toString('hex'), asNode(text))
        assert.equal(sha256(text), asNode(text))
      }),
      { numRuns: 40 },
    )
    assert.equal(
      receiptOf(sha256, { poll: 'p-42', grades: { n1: 5, n2: 3 } }, '00112233445566778899aabbccddeeff'),
      '90a43b68ae46504aa948c26fe11fbe82bafbc4ab997778ba5f548d174113ab80',
    )
  })
})

const vote = {
  id: 'v1',
  method: 'score',
  options: [
    { id: 'o1', label: 'Lyon' },
    { id: 'o2', label: 'Lille' },
  ],
  withdrawn: [],
  rules: {
    base: 'expressed',
    threshold: { numerator: 1, denominator: 2 },
    comparator: '>',
    quorum: { numerator: 0, denominator: 1 },
    veto: false,
    points: { max: 10 },
  },
  roll: 8,
} as unknown as Vote
const graded = (o1: number, o2: number): SecretBallot => ({ choice: 'cast', value: { grades: { o1, o2 } } })

describe('an attempt to cast', () => {
  const of = secretVoteOf(vote)
  it('has one receipt for each line, each drawn anew', () => {
    const [one, two] = [attemptOf(of, graded(1, 2), undefined), attemptOf(of, graded(1, 2), undefined)]
    assert.deepEqual(Object.keys(sentReceipts(one)), ['o1', 'o2'])
    assert.equal(new Set([...one, ...two].map(({ receipt }) => receipt)).size, 4)
    for (const { content, r, receipt } of one) {
      assert.match(r, /^[0-9a-f]{32}$/u)
      assert.equal(receiptOf(asNode, content as never, r), receipt)
    }
  })
  it('sent again after a lost answer has the receipts that it had; another ballot has its own', () => {
    const first = attemptOf(of, graded(1, 2), undefined)
    const kept = { isConfirmed: false, attempts: [first] }
    assert.equal(attemptOf(of, graded(1, 2), kept), first)
    assert.notDeepEqual(attemptOf(of, graded(2, 2), kept), first)
  })
})

describe('a check in the browser', () => {
  const ballots = [graded(1, 2), graded(3, 4), graded(10, 0), graded(5, 5), { choice: 'blank' } as const]
  const attempts = ballots.map((ballot) => attemptOf(secretVoteOf(vote), ballot, undefined))
  const stored = attempts.flat().map(({ receipt, content }) => ({ receipt, content })) as ReceiptLine[]
  const { root, lines } = publish(asNode, secretVoteOf(vote), stored)
  const count = countVote(asNode, {
    ...vote,
    options: ['o1', 'o2'],
    withdrawn: [],
    ballots,
    draw: { nonce: '', head: '' },
  })
  const body = { voters: 5, root, nonce: 'n' }
  const closed: ChainEvent = append(asNode, null, {
    type: 'ballot.closed',
    ts: '2026-01-01T09:00:00.000Z',
    actor: 'system',
    payload: payloadHash(asNode, body),
  })
  const log = { head: closed.hash, events: [{ ...closed, body }] } as unknown as VoteLog
  const result = count as unknown as Result
  const published = { voteId: 'v1', root, lines } as PublishedAnswer
  const mine = attempts[2] ?? []

  it('finds one’s lines and counts the list again', () => {
    const checked = checkAll({ vote, result, published, log }, mine)
    assert.deepEqual(
      checked.own.map(({ state }) => state),
      ['found', 'found'],
    )
    assert.deepEqual(checked.list, { ok: true, lines: 9, recounted: true })
    assert.equal(checked.log.ok, true)
  })
  it('says what is missing, altered or was never one’s own', () => {
    const [own] = mine
    const drop = { ...published, lines: published.lines.filter(({ receipt }) => receipt !== own?.receipt) }
    const alter = {
      ...published,
      lines: published.lines.map((line) =>
        line.receipt === own?.receipt ? { ...line, content: { ...line.content, grade: 0 } } : line,
      ),
    }
    const states = (list: PublishedAnswer, kept: KeptLine[]) =>
      checkAll({ vote, result, published: list, log }, kept).own.map(({ state }) => state)
    assert.deepEqual(states(drop, mine), ['missing', 'found'])
    assert.deepEqual(states(alter, mine), ['altered', 'found'])
    assert.equal(checkAll({ vote, result, published: drop, log }, mine).list.ok, false)
    assert.equal(checkAll({ vote, result, published: alter, log }, mine).list.ok, false)
    assert.deepEqual(
      states(
        published,
        mine.map((line) => ({ ...line, r: '0'.repeat(32) })),
      ),
      ['forged', 'forged'],
    )
  })
  it('does not agree to another result, or to a log that was changed', () => {
    const other = { ...result, winner: 'o2' }
    assert.equal(checkAll({ vote, result: other, published, log }, mine).list.ok, false)
    const changed = { ...log, events: [{ ...closed, body: { ...body, voters: 6 } }] } as unknown as VoteLog
    assert.equal(checkAll({ vote, result, published, log: changed }, mine).log.ok, false)
  })
})

describe('a check in the browser, of a vote from which an option was withdrawn', () => {
  const third = { id: 'o3', label: 'Metz', reason: 'La salle est prise.', at: '2026-01-01T08:00:00.000Z' }
  const [o1, o2] = vote.options
  const ranked = { ...vote, method: 'schulze' } as Vote
  const before = (of: Vote): Vote => ({ ...of, options: [o1, o2, third].filter((option) => option !== undefined) })
  const after = (of: Vote): Vote => ({ ...of, withdrawn: [third] })
  /** Five who voted before it, one after. */
  function papers(of: Vote, first: SecretBallot, second: SecretBallot) {
    const attempts = [
      ...[1, 2, 3, 4, 5].map(() => attemptOf(secretVoteOf(before(of)), first, undefined)),
      attemptOf(secretVoteOf(after(of)), second, undefined),
    ]
    const stored = attempts.flat().map(({ receipt, content }) => ({ receipt, content })) as ReceiptLine[]
    const { root, lines } = publish(asNode, secretVoteOf(after(of)), stored)
    const told = [
      ['option.withdrawn', { option: 'o3', reason: third.reason }],
      ['ballot.closed', { voters: 6, root, nonce: 'n' }],
    ] as const
    const events = told.reduce<ChainEvent[]>((chain, [type, body]) => {
      const event = { type, ts: third.at, actor: 'system', payload: payloadHash(asNode, body) }
      return [...chain, { ...append(asNode, chain.at(-1) ?? null, event), body }]
    }, [])
    const ballots = [...Array<SecretBallot>(5).fill(first), second]
    const asked = { ...of, options: ['o1', 'o2', 'o3'], withdrawn: ['o3'], ballots, draw: { nonce: '', head: '' } }
    const result = countVote(asNode, asked) as unknown as Result
    const log = { head: events.at(-1)?.hash, events } as unknown as VoteLog
    return { mine: attempts[0] ?? [], all: { vote: after(of), result, log, published: { voteId: 'v1', root, lines } } }
  }
  const states = ({ mine, all }: ReturnType<typeof papers>) =>
    checkAll(all as Parameters<typeof checkAll>[0], mine).own.map(({ state }) => state)
  it('finds one’s lines, that of the option by its receipt alone, and counts the list again', () => {
    const said: SecretBallot = { choice: 'cast', value: { grades: { o1: 1, o2: 2, o3: 10 } } }
    const found = papers(vote, said, graded(9, 0))
    assert.deepEqual(states(found), ['found', 'found', 'withdrawn'])
    const { list, log } = checkAll(found.all as Parameters<typeof checkAll>[0], found.mine)
    assert.deepEqual([list, log.ok], [{ ok: true, lines: 17, recounted: true }, true])
  })
  it('finds a ranking whose ranks have closed up', () => {
    const rank = (...ids: string[]): SecretBallot => ({ choice: 'cast', value: { ranking: ids.map((id) => [id]) } })
    const few = papers(ranked, rank('o3', 'o2', 'o1'), rank('o1'))
    assert.deepEqual(states(few), ['sealed'])
    const whole = few.all.published.lines.map((line) => {
      const own = few.mine.find(({ receipt }) => receipt === line.receipt)
      return own ? { ...line, content: { poll: 'v1', ranking: [['o2'], ['o1']] } } : line
    })
    const shown = { ...few, all: { ...few.all, published: { ...few.all.published, lines: whole } } }
    assert.deepEqual(states(shown), ['found'])
  })
})

describe('texts of secret votes', () => {
  it('exist in both languages', () => {
    assert.deepEqual(Object.keys(en), Object.keys(fr))
  })
})
