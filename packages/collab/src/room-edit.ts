import type { Change } from './page-apply.ts'
import type { Room } from './room.ts'

/** Yjs client ids of people who edit through the server, per room: each is bound to one person, like a browser's. */
const editors = new WeakMap<Room, Map<string, number>>()

/**
 * Edits the document of a loaded room and waits for the commit.
 * @returns the seq of the edit; the room's seq if it changed nothing; undefined if the page is gone meanwhile
 * @throws PageTooLarge, or what `change` throws; nothing is changed then
 */
export async function editRoom(room: Room, personId: string, change: Change): Promise<number | undefined> {
  const update = room.document?.edit(clientIdOf(room, personId), change)
  if (!update) return room.seq
  return new Promise((resolve) => {
    room.submit(update, personId).done = resolve
  })
}

function clientIdOf(room: Room, personId: string): number {
  const ids = editors.get(room) ?? new Map<string, number>()
  editors.set(room, ids)
  const id = ids.get(personId) ?? globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  ids.set(personId, id)
  return id
}
