import { drawOrder } from '@cenacle/tally/draw'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { committeeRoll } from '../../votes/commands/open.ts'
import { setTeam } from '../categories.ts'
import { findConflicts, recusalsOf } from '../conflicts-found.ts'
import { type ActingInTx, allowPhase, allowRunning, getCategory, type Held, noteDone, runEdition } from '../rows.ts'
import { refuseRecused } from '../shortlist/rankings.ts'
import { silenceRecused } from '../shortlist/silence.ts'
import { findShortlistVote, isVoting } from '../shortlist/vote-rows.ts'
import { passedOver, teamOf } from './order.ts'

/**
 * Draws who judges a category, once, among everybody with a seat who has no conflict of interest in it. The nonce was promised when the
 * call opened, before there was an entry; the head is the journal's as eligibility closed, which holds the hash of the entries.
 * Algorithm: voting.md 2.1, public draw.
 * @param places how many judge
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen, recused, shortlist-voting, team-drawn; invalid for more than can judge;
 * conflict where the call opened before draws were promised
 */
export const drawTeam = (ctx: PersonContext, categoryId: string, places: number): Promise<string> =>
  inTx(ctx, async (ctx) => {
    const held = await hold(ctx, categoryId)
    const draw = await drawRow(ctx.db, categoryId)
    if (draw.drawn_order) throw new Problem('team-drawn')
    const pool = (await listFit(ctx.db, held, categoryId)).toSorted()
    if (places > pool.length) throw invalidField('/places', 'out-of-range', { min: 1, max: pool.length })
    const head = await headOf(ctx.db, held)
    const { seed, order } = drawOrder(sha256, draw.nonce, head, pool)
    const team = teamOf(order, [], places)
    await ctx.db
      .updateTable('award_draw')
      .set({ places, drawn_order: JSON.stringify(order) })
      .where('category_id', '=', categoryId)
      .execute()
    await judgedBy(ctx.db, categoryId, team)
    const detail = { categoryId, places, nonce: draw.nonce, head, seed, pool, order, team }
    await noteDone(ctx, held.edition, 'team.drawn', detail)
    return held.edition.id
  })

/**
 * Who was drawn and does not judge any more, since a conflict of interest came up or the seat is gone, leaves the place to the next in
 * the order that was drawn. Nothing is drawn again; who is gone stays so.
 * @returns the edition's id
 * @throws Problem as `drawTeam`; conflict where nobody is gone, or nobody is left
 */
export const replaceGone = (ctx: PersonContext, categoryId: string): Promise<string> =>
  inTx(ctx, async (ctx) => {
    const held = await hold(ctx, categoryId)
    const { drawn_order, gone: stored, places } = await drawRow(ctx.db, categoryId)
    if (!drawn_order || places === null)
      throw new Problem('conflict', { detail: 'Cette équipe n’a pas été tirée au sort.' })
    const [order, before] = [drawn_order as string[], (stored as string[] | null) ?? []]
    const mayJudge = new Set(await listFit(ctx.db, held, categoryId))
    const gone = passedOver(order, { before, places, mayJudge })
    const team = teamOf(order, gone, places)
    if (gone.length === before.length) throw new Problem('conflict', { detail: 'Personne n’a quitté cette équipe.' })
    if (team.length === 0) throw new Problem('conflict', { detail: 'Il ne reste personne dans l’ordre du tirage.' })
    await ctx.db
      .updateTable('award_draw')
      .set({ gone: JSON.stringify(gone) })
      .where('category_id', '=', categoryId)
      .execute()
    await judgedBy(ctx.db, categoryId, team)
    await noteDone(ctx, held.edition, 'team.replaced', { categoryId, gone, team })
    return held.edition.id
  })

/** Holds the edition of a category whose shortlist is being made, with every conflict of interest that can be found. */
async function hold(ctx: ActingInTx, categoryId: string): Promise<Held> {
  await allowRunning(ctx)
  const { edition_id } = await getCategory(ctx.db, categoryId)
  const held = await runEdition(ctx, edition_id)
  allowPhase(held, 'shortlist')
  await findConflicts(ctx, edition_id)
  await silenceRecused(ctx, held)
  await refuseRecused(ctx, held, categoryId)
  // It asks the jurors as they are.
  const vote = await findShortlistVote(ctx.db, { id: categoryId, edition_id })
  if (vote && (await isVoting(ctx.db, [vote]))) throw new Problem('shortlist-voting')
  return held
}

async function drawRow(db: Tx, categoryId: string) {
  const row = await db.selectFrom('award_draw').selectAll().where('category_id', '=', categoryId).executeTakeFirst()
  if (row) return row
  throw new Problem('conflict', {
    detail: 'L’appel de cette édition a été ouvert avant que le tirage au sort soit possible.',
  })
}

/** Everybody with a seat who has no conflict of interest about anything in the category, whatever the edition's scope. */
async function listFit(db: Tx, { edition }: Held, categoryId: string): Promise<string[]> {
  const recused = (await recusalsOf(db, edition, false)).get(categoryId)
  return (await committeeRoll(db)).filter((id) => !recused?.has(id))
}

/** The journal's hash as eligibility closed. */
async function headOf(db: Tx, { edition }: Held): Promise<string> {
  const { hash } = await db
    .selectFrom('award_event')
    .select('hash')
    .where('edition_id', '=', edition.id)
    .where('type', '=', 'edition.shortlist')
    .executeTakeFirstOrThrow()
  return hash
}

async function judgedBy(db: Tx, categoryId: string, team: readonly string[]): Promise<void> {
  await db.updateTable('award_category').set({ by_team: true }).where('id', '=', categoryId).execute()
  await setTeam(db, categoryId, team)
}
