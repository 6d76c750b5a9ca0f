import { canonical } from '@cenacle/tally/canonical'
import { append } from '@cenacle/tally/chain'
import type { Tx } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import { asJson } from '../../votes/commands/freeze.ts'
import { databaseClock } from '../../votes/queries/rows.ts'

/** Who acted, as the chain says it: never a name. Who it was is inside what it says, which not everybody reads. */
type Actor = 'bureau' | 'member' | 'public' | 'system'

interface Done {
  type: string
  /** Nobody for what the public form files, and for what the clock does. */
  by: string | null
  detail: Record<string, unknown>
  /** Now by the database's clock, but for the demonstration, which has a past. */
  at?: Date
}

/**
 * Appends to the journal of an edition, chained as the log of a vote is. The caller holds the edition's lock, so that the chain never
 * forks; two events of one number are refused by their key besides.
 */
export async function appendJournal(
  db: Tx,
  editionId: string,
  { type, by, detail: said, at: past }: Done,
): Promise<void> {
  const last = await db
    .selectFrom('award_event')
    .select(['seq', 'hash'])
    .where('edition_id', '=', editionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const at = past ?? (await databaseClock(db))
  const actor = actorOf(type, by, said)
  const detail = canonical(asJson({ ...said, by }))
  const ts = at.toISOString()
  const { seq, prev, payload, hash } = append(sha256, last ?? null, { type, ts, actor, payload: sha256(detail) })
  await db
    .insertInto('award_event')
    .values({ edition_id: editionId, seq, type, actor, prev, payload, hash, detail, at })
    .execute()
}

function actorOf(type: string, by: string | null, said: Record<string, unknown>): Actor {
  if (type === 'entry.filed') return by === null ? 'public' : 'member'
  if (by === null) return 'system'
  return type.startsWith('conflict.') && said['personId'] === by ? 'member' : 'bureau'
}
