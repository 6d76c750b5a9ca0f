import type { z } from 'zod'
import type { ConflictsAnswer, declareBody, pinBody } from '@cenacle/contract/award-jury'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { isBeforeJury, isBeforeSeal } from '../../policy/award.ts'
import { hasSeat } from '../../policy/person.ts'
import { invalidField, Problem } from '../../problem.ts'
import { presentAuthor } from '../accounts/present.ts'
import { recuseVoter } from '../votes/commands/recuse.ts'
import { isRecused } from './deliberation.ts'
import { mayConcern } from './office.ts'
import {
  type ActingInTx,
  allowRunning,
  type CategoryRow,
  committeeRole,
  getCategory,
  getEdition,
  getEntry,
  type Held,
  lockEdition,
  noteDone,
} from './rows.ts'
import { listSaid } from './ties.ts'
import { silenceRecused } from './shortlist/silence.ts'
import { unsign } from './signatures.ts'

interface NewConflict {
  origin: 'declared' | 'pinned'
  personId: string
  entryId: string | null
  reason: string
}

/**
 * The viewer says that they cannot judge a category, or an entry. Once the jury is open their ballot is void at that moment.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen
 */
export const declareConflict = (
  ctx: PersonContext,
  categoryId: string,
  { entryId, reason }: z.output<typeof declareBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    allow(policy.read(ctx.viewer), 'not-found')
    allow(policy.mayConcern(ctx.viewer, await committeeRole(ctx)))
    return recuse(ctx, categoryId, { origin: 'declared', personId: ctx.viewer.id, entryId, reason })
  })

/**
 * Those who run the award decide that somebody does not judge: the juror cannot lift that.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen; invalid for somebody who has neither a seat nor an office
 */
export const pinConflict = (
  ctx: PersonContext,
  categoryId: string,
  { personId, entryId, reason }: z.output<typeof pinBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const person = await ctx.db
      .selectFrom('person as p')
      .select('p.id')
      .where('p.id', '=', personId)
      .where(mayConcern(ctx.now()))
      .executeTakeFirst()
    if (!person) throw invalidField('/personId', 'not-found')
    return recuse(ctx, categoryId, { origin: 'pinned', personId, entryId, reason })
  })

async function recuse(ctx: ActingInTx, categoryId: string, conflict: NewConflict): Promise<string> {
  const found = await getCategory(ctx.db, categoryId)
  const held = await lockEdition(ctx.db, found.edition_id)
  if (!isBeforeSeal(held.phase)) throw new Problem('edition-frozen')
  if (conflict.origin === 'pinned') {
    const facts = { phase: held.phase, role: await committeeRole(ctx) }
    allow(policy.recuse(ctx.viewer, facts, await isRecused(ctx, held)))
  }
  // Read again under the lock: the jury may have opened meanwhile.
  const category = await getCategory(ctx.db, categoryId)
  const { origin, personId, entryId, reason } = conflict
  const option = await optionOf(ctx, category, entryId)
  await ctx.db
    .insertInto('award_recusal')
    .values({
      id: ctx.newId(),
      category_id: categoryId,
      entry_id: entryId,
      person_id: personId,
      origin,
      reason,
      created_by: ctx.viewer.id,
      created_at: held.now,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
  await silenceRecused(ctx, held)
  if (option.counts) await unsign(ctx, held, personId)
  if (category.vote_id && option.counts) await silence(ctx, held, category.vote_id, conflict, option.id)
  await noteDone(ctx, held.edition, `conflict.${origin}`, { categoryId, personId, ...(entryId && { entryId }) })
  return held.edition.id
}

/** The entry's option in the vote. `counts`: it is nominated and still judged, or the conflict is about the whole category. */
async function optionOf(ctx: ActingInTx, category: CategoryRow, entryId: string | null) {
  if (entryId === null) return { id: null, counts: true }
  const entry = await getEntry(ctx.db, entryId).catch(() => undefined)
  if (entry?.category_id !== category.id) throw invalidField('/entryId', 'not-found')
  return { id: entry.option_id, counts: entry.shortlisted && entry.withdrawn_at === null }
}

async function silence(
  ctx: ActingInTx,
  { edition }: Held,
  voteId: string,
  { origin, personId }: NewConflict,
  optionId: string | null,
): Promise<void> {
  const place = await ctx.db
    .selectFrom('vote_roll')
    .select('number')
    .where('vote_id', '=', voteId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!place) return
  const actor = origin === 'declared' ? place.number : 'bureau'
  const isOneEntry = edition.scope === 'entry' && optionId !== null
  await recuseVoter(ctx, voteId, { personId, actor, ...(isOneEntry && { options: [optionId] }) })
}

/**
 * Takes a conflict back before the jury opens: one's own word oneself; the others those who run the award, with a reason, and never
 * about themselves. What was found is then not found again.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, recusal-pinned, edition-frozen; invalid without a reason
 */
export const liftConflict = (ctx: PersonContext, conflictId: string, reason: string | undefined): Promise<string> =>
  inTx(ctx, async (ctx) => {
    allow(policy.read(ctx.viewer), 'not-found')
    const runs = policy.run(ctx.viewer, await committeeRole(ctx))
    const row = await ctx.db
      .selectFrom('award_recusal as r')
      .innerJoin('award_category as c', 'c.id', 'r.category_id')
      .selectAll('r')
      .select('c.edition_id')
      .where('r.id', '=', conflictId)
      .executeTakeFirst()
    const isOwn = row?.person_id === ctx.viewer.id
    if (!row || (!isOwn && !runs))
      throw runs || hasSeat(ctx.viewer) ? new Problem('not-found') : new Problem('forbidden')
    if (isOwn && row.origin !== 'declared') throw new Problem('recusal-pinned')
    const held = await lockEdition(ctx.db, row.edition_id)
    if (!isBeforeJury(held.phase)) throw new Problem('edition-frozen')
    if (!isOwn && !reason) throw invalidField('/reason', 'required')
    await ctx.db.deleteFrom('award_recusal').where('id', '=', conflictId).execute()
    if ((row.origin === 'organisation' || row.origin === 'contact') && row.entry_id)
      await ctx.db
        .insertInto('award_no_conflict')
        .values({
          entry_id: row.entry_id,
          person_id: row.person_id,
          origin: row.origin,
          reason: reason ?? '',
          decided_by: ctx.viewer.id,
          decided_at: held.now,
        })
        .onConflict((oc) => oc.doNothing())
        .execute()
    await noteDone(ctx, held.edition, 'conflict.lifted', { origin: row.origin, personId: row.person_id })
    return row.edition_id
  })

/** One's own conflicts; of everybody, to those who run the award. @throws Problem not-found */
export async function listConflicts(ctx: PersonContext, editionId: string): Promise<ConflictsAnswer> {
  const held = await getEdition(ctx, editionId)
  const { phase } = held
  const runs = policy.run(ctx.viewer, await committeeRole(ctx))
  const rows = await ctx.db
    .selectFrom('award_recusal as r')
    .innerJoin('award_category as c', 'c.id', 'r.category_id')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .selectAll('r')
    .select(['p.name', 'p.portrait_key'])
    .where('c.edition_id', '=', editionId)
    .$if(!runs, (query) => query.where('r.person_id', '=', ctx.viewer.id))
    .orderBy('c.position')
    .orderBy('p.name')
    .orderBy('r.id')
    .execute()
  return {
    items: rows.map(({ id, person_id, name, portrait_key, ...row }) => ({
      id,
      categoryId: row.category_id,
      entryId: row.entry_id,
      person: presentAuthor({ id: person_id, name, portrait_key }),
      origin: row.origin,
      reason: row.reason,
      at: row.created_at.toISOString(),
      can: { lift: isBeforeJury(phase) && (person_id === ctx.viewer.id ? row.origin === 'declared' : runs) },
    })),
    said: await listSaid(ctx, held, runs),
  }
}
