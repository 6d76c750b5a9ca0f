import type { Room } from './room.ts'

/** Who has read a page within this time sees what is typed soon, ms. */
const FOLLOWED_MS = 60_000
/** Making the texts of a page may take this share of the time, at most so often, and is tried at least so often, ms. */
const SHARE = 0.1
const OFTEN_MS = 400
const RARELY_MS = 10_000

interface Followed {
  /** When somebody who only reads has last asked for the page. */
  readAt: number
  /** What making its texts took the last time, ms, with all that waits for a busy machine. */
  costMs: number
  isDeriving: boolean
}

const states = new WeakMap<Room, Followed>()
const stateOf = (room: Room): Followed => {
  const state = states.get(room) ?? { readAt: Number.NEGATIVE_INFINITY, costMs: 0, isDeriving: false }
  states.set(room, state)
  return state
}

/** Somebody reads a page. Its writers ask for it too, but see what is typed anyway: they do not count. */
export function noteReader(room: Room, personId: string, now: number): void {
  for (const { visitor, writes } of room.members) if (writes && visitor.personId === personId) return
  stateOf(room).readAt = now
}

/** Whether the texts of a page that changed are made now, because somebody reads it: sooner the less it costs. */
export function isUrgent(room: Room, now: number): boolean {
  const { readAt, costMs, isDeriving } = stateOf(room)
  if (!room.changed || isDeriving || now - readAt > FOLLOWED_MS) return false
  const wait = Math.min(Math.max(costMs / SHARE, OFTEN_MS), RARELY_MS)
  return now - room.derivedAt >= wait
}

/** The texts of a page are being made. */
export async function measured(room: Room, now: () => number, work: Promise<void>): Promise<void> {
  const state = stateOf(room)
  const began = now()
  state.isDeriving = true
  try {
    await work
  } finally {
    state.isDeriving = false
    state.costMs = now() - began
  }
}
