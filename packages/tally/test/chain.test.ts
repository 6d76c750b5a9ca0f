import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { canonical } from '../src/canonical.ts'
import { append, type ChainEvent, GENESIS, payloadHash, type Problem, verify } from '../src/chain.ts'
import { drawCommit, drawOrder, receiptOf } from '../src/draw.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('vote criterion 3: H hashes (voting.md section 4)', () => {
  it('H draw: commitment, seed, order', () => {
    const nonce = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'
    assert.equal(drawCommit(sha256, nonce), 'a1bf4dc2c0cea821798c38e16fcc1667d6f0504afa821b181672035fc5967890')
    const { seed, order } = drawOrder(sha256, nonce, GENESIS, ['cand-A', 'cand-B', 'cand-C'])
    assert.equal(seed, 'dd3307130099d389751b5569ea661d3c3fb7475e9459f365e4508e5674b20f7f')
    assert.deepEqual(order, ['cand-B', 'cand-A', 'cand-C'])
    assert.deepEqual(
      order.map((id) => sha256(`${seed}:${id}`).slice(0, 8)),
      ['49f49b7f', 'cd282b78', 'f03a4964'],
    )
  })
  it('H receipt', () => {
    const ballot = { poll: 'p-42', grades: { n2: 3, n1: 5 } }
    assert.equal(canonical(ballot), '{"grades":{"n1":5,"n2":3},"poll":"p-42"}')
    const receipt = receiptOf(sha256, ballot, '00112233445566778899aabbccddeeff')
    assert.equal(receipt, '90a43b68ae46504aa948c26fe11fbe82bafbc4ab997778ba5f548d174113ab80')
  })
  it('H chain: two events', () => {
    const payload = payloadHash(sha256, {})
    assert.equal(payload, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    const opened = append(sha256, null, { type: 'ballot.opened', actor: 'm-001', ts: '2026-01-01T09:00:00Z', payload })
    assert.equal(opened.hash, 'ca7be8964b0101a847a665ea9c6a621a5261bbcc0d1b90c2b24884a4d83de494')
    const closed = append(sha256, opened, {
      type: 'ballot.closed',
      actor: 'system',
      ts: '2026-01-11T09:00:00Z',
      payload,
    })
    assert.equal(closed.hash, '7c675f908909fb2f963148b19ec420ac6d5eeb805916a534b257f8108ccc53cb')
    assert.deepEqual(verify(sha256, [opened, closed], closed.hash), { ok: true, count: 2, head: closed.hash })
  })
})

describe('canonical JSON (RFC 8785)', () => {
  it('sorts by UTF-16 code units and writes strings as ECMAScript does', () => {
    assert.equal(
      canonical({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude02': 5, '\u0080': 6, ö: 7 }),
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😂":5,"\ufb33":3}',
    )
    assert.equal(canonical(['é"\\\n\u0007', null, true, -0, 10]), '["é\\"\\\\\\n\\u0007",null,true,0,10]')
  })
  it('refuses fractions, unsafe integers and lone surrogates', () => {
    for (const value of [0.5, 2 ** 53, Number.NaN, '\ud800']) assert.throws(() => canonical(value), RangeError)
  })
  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).toReversed())
        assert.equal(canonical(reversed), canonical(members))
        assert.deepEqual(JSON.parse(canonical(members)), { ...members })
      }),
    )
  })
})

function chain(length: number): ChainEvent[] {
  const events: ChainEvent[] = []
  for (let index = 0; index < length; index += 1) {
    const body = { index }
    const event = {
      type: 'ballot.cast',
      actor: `m-${index}`,
      ts: '2026-01-02T09:00:00Z',
      payload: payloadHash(sha256, body),
    }
    events.push({ ...append(sha256, events.at(-1) ?? null, event), body })
  }
  return events
}

describe('vote criterion 17: an offline verifier detects every kind of tampering', () => {
  const events = chain(5)
  const head = events[4]?.hash ?? ''
  const changed = (index: number, change: Partial<ChainEvent>) =>
    events.map((e, i) => (i === index ? { ...e, ...change } : e))
  const cases: readonly [name: string, log: ChainEvent[], problem: Problem, seq: number][] = [
    ['modified actor', changed(2, { actor: 'm-9' }), 'modified', 3],
    ['modified hash', changed(2, { hash: GENESIS }), 'modified', 3],
    ['modified body', changed(2, { body: { index: 9 } }), 'modified', 3],
    ['deleted', events.toSpliced(1, 1), 'deleted', 2],
    ['deleted first', events.slice(1), 'deleted', 1],
    ['inserted', events.toSpliced(2, 0, ...chain(1)), 'inserted', 3],
    [
      'inserted with the next number',
      events.toSpliced(2, 0, append(sha256, events[2] ?? null, { type: 'x', actor: 'y', ts: 'z', payload: GENESIS })),
      'reordered',
      3,
    ],
    [
      'reordered',
      [events[0], events[2], events[1], events[3], events[4]].filter((e) => e !== undefined),
      'reordered',
      2,
    ],
    ['truncated', events.slice(0, 3), 'truncated', 4],
    ['emptied', [], 'truncated', 1],
    ['rewritten as a whole', chain(5).map((e) => ({ ...e, body: {} })), 'modified', 1],
  ]
  for (const [name, log, problem, seq] of cases)
    it(name, () => assert.deepEqual(verify(sha256, log, head), { ok: false, problem, seq }))

  it('accepts the log itself, and a head seen earlier', () => {
    assert.equal(verify(sha256, events, head).ok, true)
    assert.equal(verify(sha256, events, events[1]?.hash).ok, true)
    assert.deepEqual(verify(sha256, []), { ok: true, count: 0, head: GENESIS })
  })
  it('notices a random change anywhere', () => {
    const field = fc.constantFrom('type', 'ts', 'actor', 'payload', 'prev', 'hash')
    fc.assert(
      fc.property(fc.nat(4), field, fc.string(), (index, key, value) => {
        assert.equal(verify(sha256, changed(index, { [key]: `${value}!` }), head).ok, false)
      }),
    )
  })
})
