import type { EventType } from '@cenacle/contract/events'
import type { Database } from '../database/open.ts'
import type { Db } from '../database/types.ts'
import type { Log } from '../context.ts'
import { EVENT_CHANNEL } from './record.ts'

export interface RecordedEvent {
  seq: number
  type: EventType
  spaceId: string | null
  personId: string | null
  /** `seated`: only for who has a seat or administers. */
  audience: string | null
  ids: Record<string, string>
}

/** Follows the table of events: every process sees every event once, in order, whichever process wrote it. */
export interface EventTail {
  /** The newest event that was seen. */
  readonly seq: number
  subscribe(hear: (event: RecordedEvent) => void): () => void
  /** Events after `seq` and up to the newest seen one, oldest first; undefined when there are more than `max`. */
  since(seq: number, max: number): Promise<RecordedEvent[] | undefined>
  stop(): void
}

const POLL_MS = 5_000
const BATCH = 500

/** Starts to follow. NOTIFY wakes it; a slow poll covers what a lost connection missed. */
export async function followEvents({ db, listener }: Database, log: Log): Promise<EventTail> {
  const hears = new Set<(event: RecordedEvent) => void>()
  const newest = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  let seq = Number(newest?.seq ?? 0)
  let reading: Promise<void> | undefined
  let again = false
  let stopped = false

  async function catchUp(): Promise<void> {
    do {
      again = false
      const events = await readEvents(db, seq, BATCH)
      for (const event of events) {
        seq = event.seq
        for (const hear of hears) hear(event)
      }
      again ||= events.length === BATCH
    } while (again && !stopped)
  }

  function wake(): void {
    again = true
    if (stopped) return
    reading ??= catchUp()
      .catch((error: unknown) => log.warn({ error }, 'events could not be read'))
      .finally(() => (reading = undefined))
  }

  await listener.listen(EVENT_CHANNEL, wake)
  listener.onGap(wake)
  const timer = setInterval(wake, POLL_MS)
  timer.unref()
  return {
    get seq() {
      return seq
    },
    subscribe(hear) {
      hears.add(hear)
      return () => hears.delete(hear)
    },
    async since(after, max) {
      const events = await readEvents(db, after, max + 1)
      return events.length > max ? undefined : events.filter((event) => event.seq <= seq)
    },
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}

async function readEvents(db: Db, after: number, limit: number): Promise<RecordedEvent[]> {
  const rows = await db.selectFrom('event').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()
  return rows.map((row) => ({
    seq: row.seq,
    type: row.type as EventType,
    spaceId: row.space_id,
    personId: row.person_id,
    audience: row.audience,
    ids: row.ids as Record<string, string>,
  }))
}
