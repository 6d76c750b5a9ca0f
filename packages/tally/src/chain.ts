import { canonical, type Json, type Sha256 } from './canonical.ts'

/** An event before it is chained. `payload` is the hash of its content, which stays outside, so that it can be erased. */
export type NewEvent = {
  readonly type: string
  readonly ts: string
  /** Pseudonym, never a name. */
  readonly actor: string
  readonly payload: string
}

/** An event of the log; `hash` covers everything else, `prev` is the hash before it. `body` is its content, where published. */
export type ChainEvent = NewEvent & {
  readonly seq: number
  readonly prev: string
  readonly hash: string
  readonly body?: Json
}

export type Verdict =
  | { readonly ok: true; readonly count: number; readonly head: string }
  | { readonly ok: false; readonly problem: Problem; readonly seq: number }

/** What is wrong, as far as it can be told; `truncated` also stands for a log rewritten as a whole. */
export type Problem = 'modified' | 'deleted' | 'inserted' | 'reordered' | 'truncated'

/** What the first event has as `prev`, and the head of an empty log: 64 zeros. */
export const GENESIS = '0'.repeat(64)

/** Hash of a payload, SHA-256 of its canonical JSON. */
export function payloadHash(sha256: Sha256, payload: Json): string {
  return sha256(canonical(payload))
}

/** Hash of an event: SHA-256 of the canonical JSON of {actor, payload, prev, seq, ts, type}. */
export function eventHash(sha256: Sha256, event: Omit<ChainEvent, 'hash' | 'body'>): string {
  const { actor, payload, prev, seq, ts, type } = event
  return sha256(canonical({ actor, payload, prev, seq, ts, type }))
}

/**
 * Chains an event after `last` (null: it is the first). The caller holds the lock that keeps the log from forking.
 * Scheme: voting.md section 3, after Haber and Stornetta, "How to time-stamp a digital document", 1991.
 */
export function append(sha256: Sha256, last: Pick<ChainEvent, 'seq' | 'hash'> | null, event: NewEvent): ChainEvent {
  const { type, ts, actor, payload } = event
  const chained = { type, ts, actor, payload, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? GENESIS }
  return { ...chained, hash: eventHash(sha256, chained) }
}

/**
 * Checks a log from its first event on, offline.
 * @param head a hash that was seen as the head at any time before, noted by a voter or mailed; without it, events missing at
 *   the end cannot be noticed
 * @returns the first event at which the log is not what was written, and how
 */
export function verify(sha256: Sha256, events: readonly ChainEvent[], head?: string): Verdict {
  let prev = GENESIS
  for (const [index, event] of events.entries()) {
    const problem = problemAt(sha256, events, index, prev)
    if (problem !== null) return { ok: false, problem, seq: index + 1 }
    prev = event.hash
  }
  const seen = head === undefined || head === GENESIS || events.some((event) => event.hash === head)
  return seen
    ? { ok: true, count: events.length, head: prev }
    : { ok: false, problem: 'truncated', seq: events.length + 1 }
}

function problemAt(sha256: Sha256, events: readonly ChainEvent[], index: number, prev: string): Problem | null {
  const event = events[index]
  if (event === undefined) return null
  if (event.seq !== index + 1) return misplaced(events, index)
  if (event.hash !== eventHash(sha256, event)) return 'modified'
  if (event.body !== undefined && payloadHash(sha256, event.body) !== event.payload) return 'modified'
  if (event.prev === prev) return null
  // A right hash on a wrong predecessor: another event was put before it, or this one does not belong.
  return events.some((other, at) => at > index && other.prev === prev) ? 'inserted' : 'modified'
}

function misplaced(events: readonly ChainEvent[], index: number): Problem {
  const expected = index + 1
  if ((events[index]?.seq ?? 0) < expected) return 'inserted'
  return events.slice(index).some((event) => event.seq === expected) ? 'reordered' : 'deleted'
}
