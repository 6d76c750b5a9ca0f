import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { Problem } from '../../problem.ts'
import { withdrawHeld } from '../votes/commands/withdraw.ts'
import { halt } from '../votes/queries/rules.ts'
import { lockVote } from '../votes/queries/rows.ts'
import { conflictsOfViewer } from './deciding.ts'
import { mails } from './mails.ts'
import { allowPhase, allowRunning, committeeRole, getCategory, getEntry, noteDone, runEdition } from './rows.ts'
import { filerOf } from './verdict.ts'

/**
 * Takes an entry out of its open jury, for good: its own organisation asks for it, or it may not take part after all. Ballots that were
 * cast count for all the others. The jury reads why, and whoever filed the entry is mailed; decided by somebody who has no conflict of
 * interest about it, as eligibility is.
 * @returns its edition's id
 * @throws Problem not-found, forbidden, edition-frozen, recused, vote-closed, option-withdrawn; options-too-few for the last one;
 * conflict for an entry that is not before a jury
 */
export const withdrawEntry = (ctx: PersonContext, entryId: string, reason: string): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const { edition_id } = await getEntry(ctx.db, entryId)
    const held = await runEdition(ctx, edition_id)
    allowPhase(held, 'jury')
    const entry = await getEntry(ctx.db, entryId)
    const category = await getCategory(ctx.db, entry.category_id)
    if ((await conflictsOfViewer(ctx, held.edition))(entry)) throw new Problem('recused')
    allow(policy.withdraw(ctx.viewer, { phase: held.phase, role: await committeeRole(ctx) }))
    if (category.vote_id === null || entry.option_id === null)
      throw new Problem('conflict', { detail: 'Ce dossier n’est devant aucun jury.' })
    const { vote, now } = await lockVote(ctx.db, category.vote_id)
    const stop = halt(vote, now)
    if (stop) throw new Problem(stop)
    await withdrawHeld(ctx, { vote, now, actor: 'bureau' }, { optionId: entry.option_id, reason })
    const set = { withdrawn_at: now, withdrawn_reason: reason }
    await ctx.db.updateTable('award_entry').set(set).where('id', '=', entryId).execute()
    const to = await filerOf(ctx.db, entry)
    const told = { title: entry.title, edition: held.edition.name, category: category.name, reason }
    if (to) await queueMail(ctx, mails.withdrawn(to, told))
    await noteDone(ctx, held.edition, 'entry.withdrawn', { entryId, categoryId: category.id, reason })
    return edition_id
  })
