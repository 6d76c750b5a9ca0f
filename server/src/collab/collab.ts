import { randomBytes } from 'node:crypto'
import type { OnChanged } from '@cenacle/collab/upkeep'
import { Rooms } from '@cenacle/collab/rooms'
import type { Guard } from '@cenacle/collab/guard'
import type { Loss } from '@cenacle/collab/losses'
import { systemClock } from '@cenacle/collab/clock'
import { CLOSE, type Visitor } from '@cenacle/collab/connection'
import type { Log } from '../context.ts'
import type { Database } from '../database/open.ts'
import { DatabaseBus } from './bus.ts'
import { startCompaction } from './compaction.ts'
import { DatabaseLog } from './log.ts'

/** Co-editing of this process. */
export interface Collab {
  rooms: Rooms
  log: DatabaseLog
  /** Commits what is there, tells everybody to come back (1012), and ends. Call it before the HTTP server closes its sockets. */
  stop(): Promise<void>
}

interface Needs {
  database: Database
  now: () => Date
  log: Log
  /** What to make of a page's document when it has been changed: plain text, HTML, search. */
  onChanged: OnChanged
  /** Keeps text that a merge took away. */
  onLost?: (pageId: string, losses: readonly Loss[]) => Promise<void>
  /** What looks at the updates of a person who may only suggest. */
  guardOf?: (personId: string) => Guard
  /** Seqs of a page that have a name and must stay exact when old rows are put together. */
  versionsOf: (pageId: string) => Promise<number[]>
  windowMs?: number
  framesPerSecond?: number
}

const STOP_MS = 6_000
const REPORT_MS = 10_000
const REFUSED_EVERY_MS = 60_000
/** Closes that say something about who was closed. */
const REFUSED = new Set<number>([CLOSE.malformed, CLOSE.readOnly, CLOSE.slow, CLOSE.tooMany])

/** Opens co-editing on the database. */
export function openCollab({
  database,
  now,
  log: report,
  onChanged,
  onLost = async () => {},
  guardOf,
  versionsOf,
  windowMs,
  framesPerSecond,
}: Needs): Collab {
  const processId = randomBytes(6).toString('hex')
  const log = new DatabaseLog(database, now, processId)
  const onError = reporter(report)
  const rooms = new Rooms({
    log,
    clock: systemClock,
    bus: new DatabaseBus(database, processId, onError),
    newNonce: nonces(),
    onChanged,
    onLost,
    onError,
    onClosed: refusalReporter(report, now),
    ...(guardOf && { guardOf }),
    ...(windowMs !== undefined && { windowMs }),
    ...(framesPerSecond !== undefined && { framesPerSecond }),
  })
  const stopCompaction = startCompaction({ database, log, now, versionsOf, onError })
  return {
    rooms,
    log,
    async stop() {
      stopCompaction()
      await rooms.stop(STOP_MS)
    },
  }
}

/** A random start and a counter: two processes do not meet within a page's unanswered updates. */
function nonces(): () => number {
  let next = randomBytes(6).readUIntBE(0, 6) * 16
  return () => (next += 1)
}

/** A database that is away fails a thousand times: one line in ten seconds says so. */
function reporter(report: Log): (error: unknown, pageId?: string) => void {
  let last = 0
  let silent = 0
  return (error, pageId) => {
    const now = performance.now()
    if (last > 0 && now - last < REPORT_MS) {
      silent += 1
      return
    }
    report.error({ error, page: pageId, silent }, 'co-editing: an operation failed and is tried again')
    last = now
    silent = 0
  }
}

/** Who sends nonsense sends much of it: one line per person and minute, so that the log is no weapon. */
function refusalReporter(
  report: Log,
  now: () => Date,
): (pageId: string, visitor: Visitor, code: number, reason: string) => void {
  const lines = new Map<string, number>()
  return (page, { personId: person }, code, reason) => {
    if (!REFUSED.has(code)) return
    const time = now().getTime()
    for (const [id, at] of lines) if (time - at > REFUSED_EVERY_MS) lines.delete(id)
    if (lines.has(person)) return
    lines.set(person, time)
    report.warn({ page, person, code, reason }, 'co-editing: a connection was refused')
  }
}
