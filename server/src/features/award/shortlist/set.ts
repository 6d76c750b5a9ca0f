import type { z } from 'zod'
import type { shortlistBody } from '@cenacle/contract/award'
import type { ShortlistBy } from '@cenacle/contract/award-score'
import type { Ranking } from '@cenacle/tally/ranking'
import { isShortlist } from '@cenacle/tally/shortlist'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { votesWithStatus } from '../../votes/queries/standing.ts'
import {
  type ActingInTx,
  allowPhase,
  allowRunning,
  type CategoryRow,
  getCategory,
  noteDone,
  runEdition,
} from '../rows.ts'
import { asRanking, eligibleOf, refuseRecused, scoreOrder, voteOrder } from './rankings.ts'
import { findShortlistVote } from './vote-rows.ts'

/**
 * Says which entries of a category its jury judges: by hand, or so many of an order. Of an order it is checked that this is its
 * beginning; among those exactly level at the border whoever runs the award decides.
 * @returns the edition's id
 * @throws Problem edition-frozen, recused; invalid for one that is not eligible, or a list that is not the beginning of its order;
 * scores-stale, conflict where the order is another one by now; not-closed
 */
export const setShortlist = (
  ctx: PersonContext,
  categoryId: string,
  { entryIds, by }: z.output<typeof shortlistBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const { edition_id } = await getCategory(ctx.db, categoryId)
    const held = await runEdition(ctx, edition_id)
    allowPhase(held, 'shortlist')
    await refuseRecused(ctx, held, categoryId)
    const category = await getCategory(ctx.db, categoryId)
    const eligible = await eligibleOf(ctx.db, categoryId)
    const wrong = entryIds.findIndex((id) => !eligible.includes(id))
    if (wrong !== -1) throw invalidField(`/entryIds/${wrong}`, 'not-found')
    if (by) {
      const ranking = await orderOf(ctx, category, eligible, by)
      if (!isShortlist(ranking, by.most, entryIds)) throw invalidField('/entryIds', 'not-allowed')
    }
    for (const id of eligible)
      await ctx.db
        .updateTable('award_entry')
        .set({ shortlisted: entryIds.includes(id) })
        .where('id', '=', id)
        .execute()
    await noteDone(ctx, held.edition, 'category.shortlisted', { categoryId, entryIds, ...(by && { order: by }) })
    return edition_id
  })

async function orderOf(
  ctx: ActingInTx,
  category: CategoryRow,
  eligible: readonly string[],
  by: ShortlistBy,
): Promise<Ranking> {
  if (by.kind === 'score') {
    const order = await scoreOrder(ctx.db, category, eligible)
    if (order?.version.id !== by.versionId) throw new Problem('scores-stale')
    return asRanking(order.ranking)
  }
  const found = await findShortlistVote(ctx.db, category)
  if (found?.vote_id !== by.voteId)
    throw new Problem('conflict', { detail: 'Ce n’est pas le dernier vote de présélection de cette catégorie.' })
  const standing = (await votesWithStatus(ctx.db, [found.vote_id])).get(found.vote_id)
  const order = voteOrder(found, standing, eligible)
  if (!order) throw new Problem('not-closed')
  return asRanking(order)
}
