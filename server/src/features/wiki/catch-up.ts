import { setTimeout as sleep } from 'node:timers/promises'
import type { Room } from '@cenacle/collab/room'
import { Problem } from '../../problem.ts'

/** What another process has committed is here after this long, ms, or the database is in trouble. */
const CATCH_UP_MS = 2_000
const STEP_MS = 20

/**
 * Waits until a room has read what other processes have committed up to `seq`, and shows nothing that is not committed.
 * @throws Problem unavailable
 */
export async function catchUp(room: Room, seq: number): Promise<void> {
  for (let waited = 0; room.seq < seq; waited += STEP_MS) {
    if (waited > CATCH_UP_MS) throw new Problem('unavailable', { retryAfter: 1 })
    room.heard(seq)
    await sleep(STEP_MS)
  }
  await room.readable()
}
