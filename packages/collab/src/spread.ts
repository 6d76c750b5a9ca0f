import { Frame } from './connection.ts'
import type { Pending } from './group-commit.ts'
import type { Member } from './member.ts'
import type { Presence } from './presence.ts'
import { encodeAwareness, encodeUpdate } from './protocol.ts'
import { mergeScanned, type ScannedUpdate } from './update-merge.ts'

/** Sends what one commit brought to everybody but who wrote it: one frame each, made once for all who wrote nothing. */
export function spreadUpdates(members: Iterable<Member>, pending: readonly Pending[]): void {
  const updates = pending.map(({ entry, scan, author }) => ({ bytes: entry.bytes, scan, author }))
  const authors = new Set(updates.map(({ author }) => author))
  let all: Frame | undefined
  for (const member of members) {
    if (member.waiting) continue
    if (!authors.has(member)) {
      all ??= updateFrame(updates)
      member.send(all)
      continue
    }
    const others = updates.filter(({ author }) => author !== member)
    if (others.length > 0) member.send(updateFrame(others))
  }
}

/** Sends what another process has committed. */
export function spreadForeign(members: Iterable<Member>, updates: readonly ScannedUpdate[]): void {
  const frame = updateFrame(updates)
  for (const member of members) if (!member.waiting) member.send(frame)
}

const updateFrame = (updates: readonly ScannedUpdate[]) => new Frame(encodeUpdate(mergeScanned(updates)))

/**
 * Sends who came, moved or left to everybody; nobody hears of themselves.
 * @returns what this process's own clients did, for the other processes
 */
export function spreadPresence(members: Iterable<Member>, presence: Presence): Uint8Array | undefined {
  const news = presence.takeNews()
  const update = news.update()
  if (!update) return undefined
  const frame = new Frame(encodeAwareness(update))
  for (const member of members) {
    if (member.waiting) continue
    if (member.clientId === undefined || !news.clients.has(member.clientId)) {
      member.send(frame)
      continue
    }
    const others = news.update(member.clientId)
    if (others) member.send(new Frame(encodeAwareness(others)))
  }
  return news.local
}
