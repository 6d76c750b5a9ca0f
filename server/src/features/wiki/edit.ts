import { PageTooLarge } from '@cenacle/collab/page-document'
import type { Room } from '@cenacle/collab/room'
import type { Rooms } from '@cenacle/collab/rooms'
import { Malformed } from '@cenacle/collab/reader'
import type { PersonContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { MINUTE_MS, after } from '../../time.ts'
import { allow, hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import { catchUp } from './catch-up.ts'
import { getPage } from './rows.ts'

type Change = (state: Uint8Array) => Promise<Uint8Array | null>

/**
 * Edits a page as the viewer, through its room: whoever is in it sees the change arrive, and what they type meanwhile stays.
 * @param change makes the update from the document as it is; null for no change
 * @param check called when the update is about to be taken; throws to refuse
 * @returns the page's seq, once it is committed
 * @throws Problem not-found, too-large, text-too-costly, and what `change` and `check` throw
 */
export async function editPage(
  ctx: PersonContext,
  rooms: Rooms,
  pageId: string,
  change: Change,
  check: (room: Room) => void = () => {},
): Promise<number> {
  const seq = await rooms
    .use(pageId, async (room) => {
      await room.readable()
      const state = room.document?.encode()
      const update = state && (await change(state))
      if (!update) return room.seq
      return rooms.edit(pageId, ctx.viewer.id, () => {
        check(room)
        return update
      })
    })
    .catch(refuse)
  if (seq === undefined) throw hidden(ctx.viewer)
  return seq
}

function refuse(error: unknown): never {
  if (error instanceof PageTooLarge) throw new Problem('too-large', { cause: error })
  if (error instanceof Malformed) throw new Problem('text-too-costly', { cause: error })
  throw error
}

/**
 * Gives a page another text, provided that it still is what the caller has read. Of several writes based on one version, in whatever
 * process, one goes through: they claim the version in one row.
 * @param base the seq that the caller has read
 * @returns the new seq
 * @throws Problem not-found, forbidden, version-stale, too-large, text-too-costly
 */
export async function putMarkdown(
  ctx: PersonContext,
  rooms: Rooms,
  pageId: string,
  { markdown, title, base }: { markdown: string; title: string | undefined; base: number },
): Promise<number> {
  const page = await getPage(ctx, pageId)
  allow(policy.write(page.facts))
  if (page.seq !== base) throw new Problem('version-stale')
  await claim(ctx, pageId, base)
  let seq = base
  try {
    await rooms.use(pageId, (room) => catchUp(room, base))
    const input = { markdown, ...(title !== undefined && { title }) }
    const change: Change = (state) => ctx.documents.run('edit', { state, ...input })
    seq = await editPage(ctx, rooms, pageId, change, (room) => {
      if (room.seq !== base || room.pending > 0) throw new Problem('version-stale')
    })
  } finally {
    if (seq === base) await release(ctx, pageId, base)
  }
  return seq
}

/** A write that was based on `base` is in progress from now on; only one can be. */
async function claim(ctx: PersonContext, pageId: string, base: number): Promise<void> {
  const now = ctx.now()
  const claimed = await ctx.db
    .updateTable('page')
    .set({ put_seq: base, put_at: now })
    .where('id', '=', pageId)
    .where((eb) => eb.or([eb('put_seq', '<', base), eb('put_at', '<', after(now, -MINUTE_MS))]))
    .returning('id')
    .executeTakeFirst()
  if (!claimed) throw new Problem('version-stale')
}

async function release(ctx: PersonContext, pageId: string, base: number): Promise<void> {
  const free = { put_seq: base - 1 }
  await ctx.db.updateTable('page').set(free).where('id', '=', pageId).where('put_seq', '=', base).execute()
}
