import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { append, type ChainEvent } from '@cenacle/tally/chain'
import { sha256 } from '../../../lib/sha256.ts'
import type { VoteLog } from '../api.ts'
import { compareHead } from './compare-head.ts'

/** A log of as many events, of which the last ones may be others. */
function logOf(actors: string[]): { events: VoteLog['events'] } {
  const events: ChainEvent[] = []
  for (const [at, actor] of actors.entries())
    events.push(
      append(sha256, events.at(-1) ?? null, {
        type: at === 0 ? 'ballot.opened' : 'ballot.cast',
        ts: `2026-01-0${at + 1}T09:00:00.000Z`,
        actor,
        payload: 'p',
      }),
    )
  return { events: events as VoteLog['events'] }
}
const hashAt = (log: { events: VoteLog['events'] }, at: number): string => log.events.at(at)?.hash ?? ''

describe('a fingerprint from a mail', () => {
  const log = logOf(['system', 'm-001', 'm-002'])
  it('is that of the log, or of an event of it, however it was pasted', () => {
    assert.deepEqual(compareHead(log, hashAt(log, -1)), { state: 'same' })
    const pasted = ` ${hashAt(log, 0).slice(0, 40).toUpperCase()}\n${hashAt(log, 0).slice(40)} `
    assert.deepEqual(compareHead(log, pasted), { state: 'earlier', seq: 1, type: 'ballot.opened', since: 2 })
  })
  it('is not in a log that was cut short, or written anew as a whole', () => {
    assert.deepEqual(compareHead({ events: log.events.slice(0, -1) }, hashAt(log, -1)), { state: 'absent' })
    const anew = logOf(['system', 'm-001', 'm-003'])
    assert.deepEqual(compareHead(anew, hashAt(log, -1)), { state: 'absent' })
    assert.equal(compareHead(anew, hashAt(log, 1)).state, 'earlier')
  })
  it('is not believed where the log only says that it has it', () => {
    const lying = log.events.map((event) => (event.seq === 2 ? { ...event, actor: 'm-009' } : event))
    assert.deepEqual(compareHead({ events: lying }, hashAt(log, -1)), { state: 'broken', seq: 2 })
  })
  it('is asked for again where a part is missing', () => {
    for (const typed of ['', hashAt(log, 0).slice(1), `${hashAt(log, 0)}0`, 'z'.repeat(64)])
      assert.deepEqual(compareHead(log, typed), { state: 'incomplete' })
  })
})
