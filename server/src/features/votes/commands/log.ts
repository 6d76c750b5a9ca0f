import type { LogType } from '@cenacle/contract/log-type'
import { canonical, type Json } from '@cenacle/tally/canonical'
import { append } from '@cenacle/tally/chain'
import type { Tx } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'

export interface LogEntry {
  type: LogType
  /** A place on the roll, or one of those who act without one. */
  actor: number | 'system' | 'bureau' | 'candidate'
  body: { [key: string]: Json }
  /** The body stays closed until the vote does. */
  sealed?: boolean
}

/** Whom hints of a vote are for: decisions are their whole space's, admissions and juries those of who has a seat. */
export const audienceOf = (kind: string): 'seated' | undefined => (kind === 'decision' ? undefined : 'seated')

/** The pseudonym of a place on the roll. */
export const pseudonym = (number: number): string => `m-${String(number).padStart(3, '0')}`

/**
 * Appends to a vote's chain. The caller holds the vote's lock, so that the chain never forks. The content is stored apart
 * from its hash: erasing it leaves the chain whole.
 * @param at time of the event, by the clock that judged it
 * @returns number and hash of the event
 */
export async function appendEvent(
  db: Tx,
  voteId: string,
  entry: LogEntry,
  at: Date,
): Promise<{ seq: number; hash: string }> {
  const last = await db
    .selectFrom('vote_event')
    .select(['seq', 'hash'])
    .where('vote_id', '=', voteId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const body = canonical(entry.body)
  const { seq, prev, ts, type, actor, payload, hash } = append(sha256, last ?? null, {
    type: entry.type,
    ts: at.toISOString(),
    actor: typeof entry.actor === 'number' ? pseudonym(entry.actor) : entry.actor,
    payload: sha256(body),
  })
  await db.insertInto('vote_event').values({ vote_id: voteId, seq, prev, ts, type, actor, payload, hash }).execute()
  await db
    .insertInto('vote_event_body')
    .values({ vote_id: voteId, seq, body, sealed: entry.sealed ?? false })
    .execute()
  return { seq, hash }
}

/** Forgets what a ballot said that has been replaced; its hash stays in the chain. */
export async function forgetBody(db: Tx, voteId: string, seq: number): Promise<void> {
  await db.deleteFrom('vote_event_body').where('vote_id', '=', voteId).where('seq', '=', seq).execute()
}

/** Forgets what all events of some types said; their hashes stay in the chain, which so remains whole. */
export async function forgetBodies(db: Tx, voteId: string, types: readonly LogType[]): Promise<void> {
  await db
    .deleteFrom('vote_event_body')
    .where('vote_id', '=', voteId)
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('vote_event')
        .select('seq')
        .where('vote_id', '=', voteId)
        .where('type', 'in', [...types]),
    )
    .execute()
}
