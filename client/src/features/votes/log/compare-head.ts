import { verify } from '@cenacle/tally/chain'
import { sha256 } from '../../../lib/sha256.ts'
import type { VoteLog } from '../api.ts'

/**
 * What a fingerprint that somebody kept says of a log. `earlier`: it was the last one once, and `since` events came after it; `broken`:
 * the log's own fingerprints do not follow each other from `seq` on.
 */
export type Compared =
  | { state: 'incomplete' | 'same' | 'absent' }
  | { state: 'earlier'; seq: number; type: string; since: number }
  | { state: 'broken'; seq: number }

/** Compares a log with a fingerprint out of a mail. @param typed as it was pasted, with spaces, line breaks and capitals */
export function compareHead(log: Pick<VoteLog, 'events'>, typed: string): Compared {
  const given = typed.replace(/\s+/gu, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/u.test(given)) return { state: 'incomplete' }
  // Nothing that the answer says of itself is believed: every fingerprint is computed again.
  const chain = verify(sha256, log.events)
  if (!chain.ok) return { state: 'broken', seq: chain.seq }
  const event = log.events.find(({ hash }) => hash === given)
  if (!event) return { state: 'absent' }
  const since = log.events.length - event.seq
  return since === 0 ? { state: 'same' } : { state: 'earlier', seq: event.seq, type: event.type, since }
}
