import { sql } from 'kysely'
import type { WebSocket } from 'ws'
import type { EventFrame } from '@cenacle/contract/events'
import type { SignedIn, Viewer, World } from '../context.ts'
import { administer, hasSeat } from '../policy/person.ts'
import { joinOwnRow, roleRank } from '../policy/visible.ts'
import type { LiveSockets } from './live-sockets.ts'
import type { EventTail, RecordedEvent } from './tail.ts'

const REPLAY_MAX = 500
const BUFFER_MAX = 4 * 1024 * 1024

interface Live {
  world: World
  tail: EventTail
  sockets: LiveSockets
  /** The session's viewer as it is now, or undefined when the session is gone. */
  findViewer(sessionId: string): Promise<SignedIn | undefined>
}

/** Serves one events socket: hello, then what was missed since `after`, then hints as they come, all filtered by rights. */
export async function serveEvents(
  live: Live,
  socket: WebSocket,
  viewer: SignedIn,
  after: number | undefined,
): Promise<void> {
  const { tail, world } = live
  let spaces = new Map<string, number>()
  let reader = viewer
  const first = readableSpaces(world, viewer)
  // Rights are read one after the other, and hints wait for the reading: nobody is told by rights that are no longer theirs.
  let known = first.then(
    (read) => void (spaces = read),
    () => {},
  )
  const send = (frame: EventFrame): void => {
    if (socket.bufferedAmount > BUFFER_MAX) return socket.close(4408)
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }
  const hint = (event: RecordedEvent): void =>
    void known.then(() => {
      if (concerns(event, reader, spaces, world.now()))
        send({ hint: { seq: event.seq, type: event.type, ids: event.ids } })
    })
  const look = async (): Promise<void> => {
    try {
      const current = await live.findViewer(viewer.sessionId)
      if (!current) return socket.close(4401)
      spaces = await readableSpaces(world, current)
      reader = current
    } catch (error) {
      world.log.warn({ error }, 'an events socket could not be checked again')
    }
  }

  // Before anything is waited for: a right that goes, or a line that ends, while rights are read is not missed.
  let unsubscribe = (): void => {}
  const remove = live.sockets.add({
    personId: viewer.id,
    accessUntil: null,
    recheck: () => (known = known.then(look)),
  })
  socket.on('close', () => {
    remove()
    unsubscribe()
  })
  await first
  if (socket.readyState !== socket.OPEN) return
  unsubscribe = tail.subscribe(hint)

  const seq = tail.seq
  send({ hello: { seq } })
  if (after === undefined || after >= seq) return
  const missed = await tail.since(after, REPLAY_MAX)
  if (missed) for (const event of missed.filter((one) => one.seq <= seq)) hint(event)
  else send({ resync: { seq } })
}

/** Whether a hint is for somebody. @param spaces that they may read, with the time in milliseconds at which that ends */
function concerns(event: RecordedEvent, reader: SignedIn, spaces: ReadonlyMap<string, number>, now: Date): boolean {
  if (event.personId !== null) return event.personId === reader.id
  if (event.audience === 'seated' && !hasSeat(reader) && !administer(reader)) return false
  if (event.spaceId === null) return true
  const until = spaces.get(event.spaceId)
  return until !== undefined && until > now.getTime()
}

/** Spaces that a viewer may read, with the time in milliseconds at which that ends. */
async function readableSpaces(world: World, viewer: Viewer): Promise<Map<string, number>> {
  const { rows } = await sql<{
    id: string
    until: Date | null
  }>`select s.id, sp.until from space s ${joinOwnRow(viewer, world.now())} where ${roleRank(viewer)} > 0`.execute(
    world.db,
  )
  return new Map(rows.map((row) => [row.id, row.until?.getTime() ?? Number.POSITIVE_INFINITY]))
}
