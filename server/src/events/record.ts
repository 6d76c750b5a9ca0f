import { sql } from 'kysely'
import type { EventType } from '@cenacle/contract/events'
import type { Tx } from '../database/types.ts'

export interface NewEvent {
  type: EventType
  /** Everybody who may read this space is told. */
  spaceId?: string
  /** Only this person is told. */
  personId?: string
  ids?: Record<string, string>
  /** Of those who may read the space, only who has a seat or administers: an admission, a jury. */
  audience?: 'seated' | undefined
}

export const EVENT_CHANNEL = 'cenacle_event'
/** One lock for all writers of events, so that the order of `seq` is the order of commits and a reader misses none. */
const EVENT_LOCK = 4_201

/** Records that something happened, in the transaction that made it happen; announced when that commits. Write it last. */
export async function record(ctx: { db: Tx; now(): Date }, event: NewEvent): Promise<void> {
  await sql`with held as materialized (select pg_advisory_xact_lock(${sql.lit(EVENT_LOCK)})),
    written as (
      insert into event (type, space_id, person_id, audience, ids, at)
      select ${event.type}, ${event.spaceId ?? null}::uuid, ${event.personId ?? null}::uuid, ${event.audience ?? null}::text, ${JSON.stringify(event.ids ?? {})}::jsonb, ${ctx.now()}::timestamptz from held
      returning seq)
    select pg_notify(${EVENT_CHANNEL}, seq::text) from written`.execute(ctx.db)
}
