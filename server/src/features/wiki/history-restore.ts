import type { Rooms } from '@cenacle/collab/rooms'
import type { PersonContext } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import { Problem } from '../../problem.ts'
import { editPage } from './edit.ts'
import { HISTORY_BUDGET_MS } from './history.ts'
import { readPair, readStored } from './history-log.ts'
import { getPage } from './rows.ts'

type Change = (state: Uint8Array) => Promise<Uint8Array | null>

/** A page that the viewer may change, provided that it had all of these versions. @throws Problem not-found, forbidden */
async function mayRestore(ctx: PersonContext, pageId: string, seqs: readonly number[]): Promise<void> {
  const page = await getPage(ctx, pageId)
  allow(policy.write(page.facts))
  if (seqs.some((seq) => seq < 0 || seq > page.seq)) throw new Problem('not-found')
}

/** Edits a page as the viewer. @returns the seq of the edit, null where nothing had to change */
async function edit(ctx: PersonContext, rooms: Rooms, pageId: string, change: Change): Promise<number | null> {
  let changed = false
  const seq = await editPage(ctx, rooms, pageId, async (state) => {
    const update = await change(state)
    changed = update !== null
    return update
  })
  return changed ? seq : null
}

/**
 * Brings a page back to what it was at `seq`: a new edit by the viewer, which everybody in the page sees and which can be undone the same way.
 * @returns the new seq; null where the page already was like that
 * @throws Problem not-found (page, or a version that never was), forbidden, text-too-costly
 */
export async function restoreVersion(
  ctx: PersonContext,
  rooms: Rooms,
  pageId: string,
  seq: number,
): Promise<number | null> {
  await mayRestore(ctx, pageId, [seq])
  const target = await readStored(ctx.db, pageId, seq)
  return edit(ctx, rooms, pageId, (state) => ctx.documents.run('restore', { state, target }, HISTORY_BUDGET_MS))
}

/**
 * Takes one change between two versions back, in the page as it is now; everything else stays, also what was written since.
 * @param change its place among the changes that the comparison lists
 * @returns the new seq; null where there was nothing to take back any more
 * @throws Problem not-found (page, or a version that never was), forbidden, text-too-costly
 */
export async function restoreChange(
  ctx: PersonContext,
  rooms: Rooms,
  pageId: string,
  { from, to, change }: { from: number; to: number; change: number },
): Promise<number | null> {
  await mayRestore(ctx, pageId, [from, to])
  const pair = await readPair(ctx.db, pageId, from, to)
  return edit(ctx, rooms, pageId, (state) =>
    ctx.documents.run('restorePassage', { state, pair, change }, HISTORY_BUDGET_MS),
  )
}

/**
 * Undoes one edit that the viewer made through the server, and leaves what others wrote, before and since: for a restore that was a mistake.
 * @returns the new seq; null where nothing of it was left
 * @throws Problem not-found, forbidden, conflict (it was put together with others meanwhile, or is somebody else's), text-too-costly
 */
export async function undoEdit(ctx: PersonContext, rooms: Rooms, pageId: string, seq: number): Promise<number | null> {
  await mayRestore(ctx, pageId, [seq])
  const row = await ctx.db
    .selectFrom('page_update')
    .select('bytes')
    .where('page_id', '=', pageId)
    .where('seq', '=', seq)
    .where('person_id', '=', ctx.viewer.id)
    .where('nonce', '<>', 0)
    .executeTakeFirst()
  if (!row) throw new Problem('conflict')
  const before = await readStored(ctx.db, pageId, seq - 1)
  const undone = new Uint8Array(row.bytes)
  return edit(ctx, rooms, pageId, (state) =>
    ctx.documents.run('undo', { state, before, row: undone }, HISTORY_BUDGET_MS),
  )
}
