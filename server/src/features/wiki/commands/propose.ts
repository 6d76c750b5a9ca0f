import type { Rooms } from '@cenacle/collab/rooms'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/page.ts'
import { insertRevision } from '../commands.ts'
import { freshTexts } from '../fresh.ts'
import { getPage } from '../rows.ts'

/**
 * Begins a revision: a page that stands for the next text of another, and starts from what that says now.
 * @returns its id
 * @throws Problem not-found, forbidden, text-too-costly
 */
export async function proposeRevision(ctx: PersonContext, rooms: Rooms, pageId: string): Promise<string> {
  const page = await getPage(ctx, pageId)
  allow(policy.propose(page.facts))
  const { title, markdown, seq } = await freshTexts(ctx, rooms, page)
  const seed = await ctx.documents.run('seed', { title, markdown })
  const id = ctx.newId()
  return inTx(ctx, async (ctx) => insertRevision(ctx, { id, of: pageId, base: seq, seed }))
}
