import type { EventTail } from './tail.ts'

/** An open socket that must close, or show less, when its person's rights change. */
export interface LiveSocket {
  personId: string
  /** When the access runs out by itself, if it does. */
  accessUntil: Date | null
  /** Looks again at session and rights, and closes or adjusts the socket. Never rejects. */
  recheck(): Promise<void>
}

export interface LiveSockets {
  add(socket: LiveSocket): () => void
  readonly size: number
  /** Sockets that a person has open. */
  countOf(personId: string): number
  stop(): void
}

const EXPIRY_SWEEP_MS = 1_000
const SESSION_SWEEP_MS = 60_000
/** Less passes between the reading of a person's rights and the socket that they open, ms. */
const OPENING_MS = 10_000

/** Rechecks sockets when rights changed anywhere (an event), when an end date passed, and every minute. */
export function liveSockets(tail: EventTail, now: () => Date): LiveSockets {
  const open = new Set<LiveSocket>()
  let changedAt = Number.NEGATIVE_INFINITY
  const recheck = (which: (socket: LiveSocket) => boolean): void => {
    for (const socket of open) if (which(socket)) void socket.recheck()
  }
  const unsubscribe = tail.subscribe((event) => {
    if (event.type === 'access.changed' || event.type === 'space.changed') changedAt = performance.now()
    if (event.type === 'access.changed')
      recheck((socket) => event.personId === null || socket.personId === event.personId)
    if (event.type === 'space.changed') recheck(() => true)
  })
  const expiry = setInterval(
    () => recheck(({ accessUntil }) => accessUntil !== null && accessUntil <= now()),
    EXPIRY_SWEEP_MS,
  )
  const sessions = setInterval(() => recheck(() => true), SESSION_SWEEP_MS)
  expiry.unref()
  sessions.unref()
  return {
    add(socket) {
      open.add(socket)
      // It may have been let in by rights from before a change that was heard before it was here.
      if (performance.now() - changedAt < OPENING_MS) void socket.recheck()
      return () => open.delete(socket)
    },
    get size() {
      return open.size
    },
    countOf: (personId) => [...open].filter((socket) => socket.personId === personId).length,
    stop() {
      unsubscribe()
      clearInterval(expiry)
      clearInterval(sessions)
    },
  }
}
