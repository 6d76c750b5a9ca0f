import type * as Y from 'yjs'
import { isUrgent, measured } from './followed.ts'
import type { Loss } from './losses.ts'
import type { Room } from './room.ts'

/** A page is still when nobody has changed it for this long, ms. */
const STILL_MS = 2_000
/** A page that is never still gets its derived texts this often, ms. */
const CHANGED_MS = 10_000
/** Rows after which loading is worth a snapshot: when the page is still, and when it never is. */
const SNAPSHOT_ROWS = 500
const SNAPSHOT_ROWS_BUSY = 5_000

export type OnChanged = (pageId: string, seq: number, doc: Y.Doc) => Promise<void>

interface Keeping {
  onChanged: OnChanged
  onLost: (pageId: string, losses: readonly Loss[]) => Promise<void>
}

/** Once a second: what a room needs now and then, and never while an edit waits for it. */
export function upkeep(room: Room, now: number, { onChanged, onLost }: Keeping): void {
  const { document } = room
  if (!document) return
  room.presence.expire(now)
  room.presenceChanged()
  for (const member of room.members) member.keepAlive()
  const still = now - room.changedAt >= STILL_MS
  if (!document.readable || room.savedState !== 'saved') return
  if (room.changed && (still || now - room.derivedAt >= CHANGED_MS)) derive(room, now, onChanged)
  if (document.hasLosses) keepLosses(room, onLost)
  if (room.users > 0) return
  if (room.seq - room.snapshotSeq >= (still ? SNAPSHOT_ROWS : SNAPSHOT_ROWS_BUSY)) snapshot(room)
  if (still && document.awake) document.rest()
}

/** Several times a second: what somebody reads while others write it is not left to the next upkeep. */
export function hurry(room: Room, now: number, { onChanged }: Keeping): void {
  if (isUrgent(room, now) && room.document?.readable && room.savedState === 'saved') derive(room, now, onChanged)
}

/** K4: nobody is in it, nothing waits, the last commit is confirmed. A snapshot comes first, while anybody may still come back. */
export function mayUnload(room: Room, now: number, idleMs: number): boolean {
  if (!room.idle || room.changed || room.document?.hasLosses || now - room.emptySince < idleMs) return false
  if (room.seq === room.snapshotSeq) return true
  snapshot(room)
  return false
}

function derive(room: Room, now: number, onChanged: OnChanged): void {
  if (!room.document) return
  room.changed = false
  room.derivedAt = now
  const work = onChanged(room.pageId, room.seq, room.document.current())
  const clock = (): number => room.deps.clock.now()
  task(room, measured(room, clock, work), () => {
    room.changed = true
  })
}

/** After a crash, what a merge took away is found again in the rows since the snapshot: none is written before it is kept. */
function snapshot(room: Room): void {
  const state = room.document?.encode()
  if (!state || room.document?.hasLosses) return
  const { seq } = room
  const before = room.snapshotSeq
  room.snapshotSeq = seq
  task(room, room.deps.log.writeSnapshot(room.pageId, { seq, state }), () => {
    room.snapshotSeq = before
  })
}

function keepLosses(room: Room, onLost: Keeping['onLost']): void {
  const losses = room.document?.takeLosses() ?? []
  task(room, onLost(room.pageId, losses), () => room.document?.giveBack(losses))
}

function task(room: Room, work: Promise<void>, failed: () => void): void {
  room.users += 1
  work
    .catch((error: unknown) => {
      failed()
      room.deps.onError(error, room.pageId)
    })
    .finally(() => {
      room.users -= 1
    })
}
